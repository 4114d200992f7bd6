"""Rules about pages that have moved: an old address leads to a page that is there, and stands in no page's way."""

from collections.abc import Iterator

from ..languages.messages import Message, msg
from ..model.facts import Moved
from ..model.finding import Finding
from ..model.handbook import Handbook
from ..reading.files import NAME
from .paths import published


def moved(handbook: Handbook) -> Iterator[Finding]:
    """The old address of a page leads to where the page is now, and no page has that address.

    Bad: `sales/roles/rep.md: {to: sales/roles/gone.md}`. Good: `{to: sales/roles/account-executive.md}`.
    """
    for one in handbook.facts.moved.values():
        if told := unfit(handbook, one):
            yield Finding(handbook.facts.place("moved", one.id), "moved", *told)


def unfit(handbook: Handbook, one: Moved) -> tuple[Message, Message] | None:
    """Why an old address cannot lead on, and what to do; None where it can."""
    if not one.id.endswith(".md") or not all(map(NAME.fullmatch, one.id.split("/"))):
        return (
            msg("“{path}” is not the path of a page.", path=one.id),
            msg("Write its path inside docs/sr/, with “.md”."),
        )
    if taken := next((path for path in handbook.paths if published(path) == published(one.id)), None):
        return (
            msg("“{path}” is a page, so its address cannot lead elsewhere.", path=taken),
            msg("Remove this line, or rename the page."),
        )
    if one.to in handbook.paths:
        return None
    if further := handbook.facts.moved.get(one.to):
        return (
            msg("“{path}” has moved itself.", path=one.to),
            msg("Write where it is now: “{path}”.", path=further.to),
        )
    return (msg("“{path}” is not a page.", path=one.to), msg("Write where the page is now, or remove the line."))
