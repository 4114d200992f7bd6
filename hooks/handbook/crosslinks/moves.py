"""Rules about old addresses: each one that was published leads to a page, and hides none."""

from collections.abc import Iterable, Iterator, Mapping

from ..languages.messages import Message, msg
from ..model.fact_tables import once
from ..model.facts import Moved
from ..model.finding import Finding, Place
from ..model.handbook import Handbook
from ..model.lock import PUBLISHED
from ..reading.limits.paths import NAME
from .paths import published_file


def moved(handbook: Handbook) -> Iterator[Finding]:
    """A redirect points from a path without a page to the path of a page.

    Bad: `sales/roles/rep.md: {to: sales/roles/gone.md}`. Good: `{to: sales/roles/account-executive.md}`.
    """
    for redirect in handbook.facts.moved.values():
        if fault := redirect_fault(handbook, redirect):
            yield Finding(handbook.facts.place("moved", redirect.id), "moved", *fault)


def published(handbook: Handbook) -> Iterator[Finding]:
    """An address that was published has a page or a redirect, and each page is in the list of published addresses.

    Bad: a page is deleted, and `facts/moved.yml` says nothing. Good: `sales/roles/rep.md: {to: sales/index.md}`.
    """
    lines = handbook.published
    if lines is None or PUBLISHED in handbook.unread:
        return
    kept = {*map(published_file, handbook.paths), *map(published_file, handbook.facts.moved)}
    for path, line in lines.items():
        if published_file(path) not in kept:
            message = msg("“{path}” was published; there is neither a page nor a redirect.", path=path)
            advice = msg(
                "Add “{path}: {{to: …}}” to {file}, with the page that takes its place; remove this line only if it "
                "was never published.",
                path=path,
                file="facts/moved.yml",
            )
            yield Finding(Place(PUBLISHED, line), "published", message, advice)
    for path in handbook.paths:
        if path not in lines and not handbook.facts.is_draft(path):
            page = handbook.page(handbook.default_language, path) or handbook.fallback(handbook.default_language, path)
            message = msg("This page is not in {file}, the list of published pages.", file=PUBLISHED)
            advice = msg("Add the line “{path}” there, or run “handbook fix”.", path=path)
            yield Finding(page.at(1) if page else Place(PUBLISHED, 1), "published", message, advice, "warning")


def with_published(handbook: Handbook, paths: Iterable[str]) -> Mapping[str, str]:
    """Return the list of published pages with these paths added, by its path; nothing if it would not change."""
    before = handbook.published
    if before is None or PUBLISHED in handbook.unread or before.keys() >= set(paths := tuple(paths)):
        return {}
    return {PUBLISHED: "".join(f"{path}\n" for path in sorted({*before, *paths}))}


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


@once
def _by_published_file(handbook: Handbook) -> dict[str, str]:
    """Return the path of each page by its published file."""
    return {published_file(path): path for path in reversed(handbook.paths)}
