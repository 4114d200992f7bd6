"""The rule `record`: what the locks say changed by `confirm` and `keep` alone, compared with another state of them.

That state is the branch that a proposal goes into. Fingerprints say what changed; only a keep says that one language
may change alone, so a line that was removed, written anew or edited by hand is found however it came about.
"""

from collections.abc import Iterator, Mapping

from ...languages.messages import Message, msg
from ...languages.registry import language
from ...model.finding import Finding, LineToCopy, Place
from ...model.handbook import Handbook
from ...model.lock import MAX_KEEPS, Lock, LockEntry, lock_path
from ...model.sections import may_be_incomplete
from ..state import SectionState, section_states

Change = tuple[str, LockEntry, LockEntry | None]
"""The id of a section, its entry before, and its entry now; None if it was removed."""


def record(handbook: Handbook, before: Mapping[str, Lock]) -> Iterator[Finding]:
    """A lock line changes together with both texts or with one more keep, and vanishes only with its section.

    `before` are the locks of the branch that the handbook is compared with.

    Bad: the line of a changed section removed and written anew. Good: `handbook confirm` or `handbook keep`.
    """
    states = {(state.page, state.id): state for state in section_states(handbook)}
    for former, lock in before.items():
        page = _page_now(handbook, former, before)
        if page not in handbook.locks and any(name == page for name, _ in handbook.sections):
            message, advice = msg("The record of this page was removed."), msg("Put the file back.")
            yield Finding(Place(lock_path(page), 1), "record", message, advice)
        elif _readable(handbook, page):
            for id_, old, why in _faults(handbook, page, lock, states):
                yield _finding(handbook, page, id_, old, why)


def _page_now(handbook: Handbook, page: str, before: Mapping[str, Lock]) -> str:
    """Returns where the page of a lock is now: it may have been renamed since."""
    move = handbook.facts.moved.get(f"{page}.md")
    new = move.to.removesuffix(".md") if move else page
    return page if new in before or f"{page}.md" in handbook.path_set else new


def _readable(handbook: Handbook, page: str) -> bool:
    lock = handbook.locks.get(page)
    incomplete = may_be_incomplete(handbook, page) or lock_path(page) in handbook.unread
    return lock is not None and not lock.faults and not incomplete


def _faults(
    handbook: Handbook, page: str, before: Lock, states: Mapping[tuple[str, str], SectionState]
) -> Iterator[tuple[str, LockEntry | None, Message]]:
    """Yields the id, the entry before and the fault of each entry that no command could have written."""
    entries = handbook.locks[page].entries
    gone = [entry for id_, entry in before.entries.items() if id_ not in entries]
    for id_, old in before.entries.items():
        state, new = states.get((page, id_)), entries.get(id_)
        why = _fault(old, new, state.now if state else {}) if new else None
        if new is None and (page, id_) in handbook.sections:
            why = msg("its line was removed, but the section is still there")
        if why:
            yield id_, old, why
    for id_, new in entries.items():
        renamed = any(new.fingerprints == entry.fingerprints for entry in gone)
        if new.seed and id_ not in before.entries and not renamed:
            yield id_, None, msg("it is marked “seed”, but only a new page may have such lines")


def _fault(old: LockEntry, new: LockEntry, now: Mapping[str, str]) -> Message | None:
    """Returns why no command could have changed an entry in this way; None if one could. `now` is of the texts."""
    moved = {code for code, fingerprint in new.fingerprints.items() if fingerprint != old.fingerprints.get(code)}
    continued = new.keeps[: len(old.keeps)] == old.keeps
    kept = {keep.language for keep in new.keeps[len(old.keeps) :]} if continued else set()
    for code in sorted(moved):
        if now.get(code) == old.fingerprints.get(code):
            return msg("its {language} fingerprint fits no text; that text has not changed", language=_label(code))
    if new.seed and (not old.seed or moved - kept):
        return msg("it is marked “seed”, but it was recorded before")
    if not moved:
        return None if continued or not new.keeps else msg("one of its keeps was removed or changed")
    ended = len(old.keeps) >= MAX_KEEPS and not {*old.keeps} & {*new.keeps}
    if moved <= kept or len(moved) == len(new.fingerprints) or ended:
        return None
    (code, *_) = sorted(moved - kept)
    return msg("only its {language} text changed, and no keep says why that is enough", language=_label(code))


def _label(code: str) -> Message:
    return language(code).label


def _finding(handbook: Handbook, page: str, id_: str, old: LockEntry | None, why: Message) -> Finding:
    entry = handbook.locks[page].entries.get(id_)
    place = Place(lock_path(page), entry.line if entry else 1)
    texts = handbook.sections.get((page, id_), {})
    message = msg("{section}: {why}.", section=f"{page}#{id_}", why=why)
    if old is None:
        advice = msg("Read both languages and run “handbook confirm {name}”.", name=f"{page}#{id_}")
    else:
        advice = msg(
            "Put its line back. If a text changed, translate the change and run “handbook confirm {name}”; if the "
            "meaning is the same, run “handbook keep” with a reason.",
            name=f"{page}#{id_}",
        )
    related = next((text.start for text in texts.values()), None)
    back = LineToCopy(place.path, old.text(id_)) if old else None
    return Finding(place, "record", message, advice, related=related, copy=back)
