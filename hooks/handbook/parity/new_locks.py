"""The texts of locks in which entries are replaced, with the lines in an order in which branches merge."""

from collections.abc import Iterator, Mapping

from ..languages.messages import msg
from ..model.errors import RefusedError
from ..model.finding import Finding
from ..model.handbook import Handbook
from ..model.lock import Lock, LockEntry, lock_path
from ..model.sections import may_be_incomplete, source_of
from .state import SectionState

Writes = Mapping[str, str | None]
"""Texts of files to write, by path from the handbook's root; None removes the file."""


def changed_locks(handbook: Handbook, entries: Mapping[SectionState, LockEntry | None]) -> Writes:
    """Returns the locks with the given entries replaced (None: removed), without those that stay the same."""
    by_page: dict[str, dict[str, LockEntry | None]] = {}
    for section, entry in entries.items():
        by_page.setdefault(section.page, {})[section.id] = entry
    texts = {page: _changed_lock(handbook, page, changes) for page, changes in by_page.items()}
    return {lock_path(page): text for page, text in texts.items() if text is not None}


def _changed_lock(handbook: Handbook, page: str, changes: Mapping[str, LockEntry | None]) -> str | None:
    if unread := _unread(handbook, page, changes):
        raise RefusedError(msg("Fix this first: {finding}", finding=unread))
    before = handbook.locks.get(page, Lock())
    if before.faults:
        fault = before.faults[0]
        raise RefusedError(
            msg(
                "{lock}:{line}: {fault} Fix this line first; nothing was written.",
                lock=lock_path(page),
                line=fault.line,
                fault=fault.message,
            )
        )
    entries = {**before.entries, **changes}
    text = Lock({id_: entry for id_ in _in_order(handbook, page, before) if (entry := entries.get(id_))}).text
    return None if page in handbook.locks and text == before.text else text


def _unread(handbook: Handbook, page: str, changes: Mapping[str, LockEntry | None]) -> Finding | None:
    """Returns why a lock cannot change: conflict marks, or that what seems to be gone may only not have been read."""
    paths = {lock_path(page), *(f"docs/{code}/{page}.md" for code in handbook.languages)} & handbook.unread
    removed = None in changes.values()
    if removed and may_be_incomplete(handbook, page):
        paths |= {source_of(page)}
    found = (finding for finding in handbook.findings if finding.place.path in paths)
    return next((finding for finding in found if removed or finding.rule == "conflict"), None)


def _in_order(handbook: Handbook, page: str, lock: Lock) -> Iterator[str]:
    """Yields the ids of a page's sections as its lock lists them, each new one after the one before it on the page.

    So the locks of two branches merge where their pages merge.
    """
    new: dict[str | None, list[str]] = {}
    known = None
    for id_ in (id_ for name, id_ in handbook.sections if name == page):
        if id_ in lock.entries:
            known = id_
        else:
            new.setdefault(known, []).append(id_)
    for old in (None, *lock.entries):
        yield from () if old is None else (old,)
        yield from new.get(old, ())
