"""The rule `moved`: a redirect points to an existing page and does not hide one."""

from collections.abc import Iterator

from ..languages.messages import Message, msg
from ..model.facts import Moved
from ..model.finding import Finding
from ..model.handbook import Handbook, once_per_handbook
from ..reading.files import NAME
from .paths import published_file


def moved(handbook: Handbook) -> Iterator[Finding]:
    """A redirect points from a path without a page to the path of a page.

    Bad: `sales/roles/rep.md: {to: sales/roles/gone.md}`. Good: `{to: sales/roles/account-executive.md}`.
    """
    for redirect in handbook.facts.moved.values():
        if fault := redirect_fault(handbook, redirect):
            yield Finding(handbook.facts.place("moved", redirect.id), "moved", *fault)


def redirect_fault(handbook: Handbook, redirect: Moved) -> tuple[Message, Message] | None:
    """Return what is wrong with a redirect and what to do; None for a valid one."""
    if not redirect.id.endswith(".md") or not all(map(NAME.fullmatch, redirect.id.split("/"))):
        return (
            msg("“{path}” is not the path of a page.", path=redirect.id),
            msg("Write its path inside docs/sr/, with “.md”."),
        )
    if taken := _by_published_file(handbook).get(published_file(redirect.id)):
        return (
            msg("“{path}” is a page, so its address cannot redirect.", path=taken),
            msg("Remove this line, or rename the page."),
        )
    if redirect.to in handbook.path_set:
        return None
    if following := handbook.facts.moved.get(redirect.to):
        return (
            msg("“{path}” has moved itself.", path=redirect.to),
            msg("Write where it is now: “{path}”.", path=following.to),
        )
    return (msg("“{path}” is not a page.", path=redirect.to), msg("Write where the page is now, or remove the line."))


@once_per_handbook
def _by_published_file(handbook: Handbook) -> dict[str, str]:
    """Return the path of each page by its published file."""
    return {published_file(path): path for path in reversed(handbook.paths)}
