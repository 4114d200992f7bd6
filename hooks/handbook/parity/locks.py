"""Rules about locks: which sections changed since both languages agreed, and which lock lines are invalid."""

from collections.abc import Iterator

from ..languages.messages import Message, msg, plural
from ..languages.registry import language
from ..model.finding import Finding, LineToCopy, Place
from ..model.handbook import Handbook
from ..model.lock import HEADER, MAX_KEEPS, LockEntry, lock_path
from ..model.section import FILES
from ..model.sections import may_be_incomplete
from .changes.blocks import changed_since_agreed, lines, places
from .changes.small import small_corrections
from .sentences.signals import difference
from .state import SectionState, State, section_states


def behind(handbook: Handbook) -> Iterator[Finding]:
    """A section that changes in one language changes in the other.

    Bad: a Serbian section says something new, the English says what it said. Good: both are changed and
    confirmed, or the change is kept with a reason.
    """
    for section in _finished(handbook):
        if section.state is State.BEHIND:
            (changed,) = section.changed
            small = None if section.gained else small_corrections(handbook).get(section.name)
            yield from (_behind(section, changed, code, small) for code in handbook.languages if code != changed)


def to_confirm(handbook: Handbook) -> Iterator[Finding]:
    """Someone has read both languages of a section and confirmed that they agree.

    Bad: both texts changed, and nobody said that they still say the same. Good: `handbook confirm PAGE#ID`.
    """
    for section in _finished(handbook):
        if section.state in (State.TO_CONFIRM, State.NEW):
            yield _to_confirm(section, new_lock=section.page not in handbook.locks)
        elif section.state is State.GONE and section.agreed and not may_be_incomplete(handbook, section.page):
            message = msg("{section}: this section is gone in both languages.", section=_anchor(section.id))
            advice = msg("Remove this line, or run “handbook confirm {name}”.", name=section.name)
            yield Finding(Place(section.lock, section.agreed.line), "to-confirm", message, advice)


def too_many_keeps(handbook: Handbook) -> Iterator[Finding]:
    """A section is kept at most twice in a row, so that small changes cannot add up unseen.

    Bad: a third `keep` on one line of a lock. Good: both languages read again and confirmed.
    """
    for page, lock in handbook.locks.items():
        for id_, entry in lock.entries.items():
            if len(entry.keeps) > MAX_KEEPS:
                message = msg(
                    "{section}: this section was kept {times} in a row; at most {most} are allowed.",
                    section=_anchor(id_),
                    times=plural("{number} time", "{number} times", number=len(entry.keeps)),
                    most=MAX_KEEPS,
                )
                advice = msg("Read both languages and run “handbook confirm {name}”.", name=f"{page}#{id_}")
                yield Finding(Place(lock_path(page), entry.line), "too-many-keeps", message, advice)


def lock_syntax(handbook: Handbook) -> Iterator[Finding]:
    """A lock holds one line per section, with one fingerprint per language.

    Bad: `#measures sr=3fa9`. Good: `#measures  sr=p1:3fa9c1d27be0  en=p1:90ab11c2d3e4`.
    """
    advice = msg("Copy the line from the message that asked for it.")
    for page, lock in handbook.locks.items():
        for fault in lock.faults:
            yield Finding(Place(lock_path(page), fault.line), "lock-syntax", fault.message, advice)


def _finished(handbook: Handbook) -> Iterator[SectionState]:
    """Yields every section except those of locks that were not read, and new ones of drafts.

    The text of a draft needs no agreement before someone confirms it; from then on it is like any other.
    """
    for section in section_states(handbook):
        in_draft = section.state is State.NEW and handbook.facts.is_draft_section(section.page, section.id)
        if section.lock not in handbook.unread and not in_draft:
            yield section


def _behind(section: SectionState, changed: str, code: str, small: Message | str | None) -> Finding:
    """Returns the finding that language `code` of a section was not changed together with language `changed`."""
    found = changed_since_agreed(section, changed)
    here, there = places(section, changed, code, found)
    names = {"section": _anchor(section.id), "moved": language(changed).label, "other": language(code).label}
    if section.page == FILES:
        message = msg("The {moved} version of this file changed ({place}), the {other} did not.", **names, place=here)
    elif found and not any(change.now for change in found):
        message = msg(
            "{section}: the {moved} text lost something after {place}, the {other} did not.", **names, place=here
        )
    else:
        where = lines(section.texts[changed], found)
        message = msg("{section}: the {moved} text changed ({lines}), the {other} did not.", **names, lines=where)
    by_hand = None if small or section.must_be_read else LineToCopy(section.lock, _kept_line(section, changed))
    comment = _comment(section, code, small)
    return Finding(
        there, "behind", message, _advice(section, small), related=here, copy=by_hand, comment=comment, written=here
    )


def _comment(section: SectionState, code: str, small: Message | str | None) -> Message:
    """Returns which comment under a proposal settles a section that is behind in language `code`."""
    if section.must_be_read:
        return msg("Read both, make them say the same and comment “/confirm {name}”.", name=section.name)
    return msg(
        "If the meaning is the same, comment “/keep {name} {reason}” under the proposal; if not, say the same in "
        "{file} and comment “/confirm”.",
        name=section.name,
        reason=small or msg("REASON"),
        file=section.texts[code].path,
    )


def _advice(section: SectionState, small: Message | str | None) -> Message:
    """Returns what to do about a section of which only one language changed; `small` is a small correction."""
    if section.must_be_read:
        return msg(
            "It was kept {times} since both were last read. Read both, make them say the same and run "
            "“handbook confirm {name}”.",
            times=plural("{number} time", "{number} times", number=MAX_KEEPS),
            name=section.name,
        )
    if small:
        return msg(
            "This is a small correction. If the meaning is the same, run “handbook keep {name} --reason '{reason}'”, "
            "or comment “/keep {name} {reason}”; if not, translate it and run “handbook confirm {name}”.",
            name=section.name,
            reason=small,
        )
    return msg(
        "Translate it and run “handbook confirm {name}”; if the meaning is the same, run “handbook keep” with "
        "a reason.",
        name=section.name,
    )


def _anchor(id_: str) -> Message:
    return msg("#{id}", id=id_) if id_ else msg("# (before the first heading)")


def _kept_line(section: SectionState, changed: str) -> str:
    """Returns the line of the lock as `keep` would write it, with placeholders for the day and the reason."""
    before = section.agreed.fingerprints if section.agreed else {}
    keeps = "  ".join(map(str, section.agreed.keeps)) if section.agreed else ""
    said = section.agreed.said if section.agreed else {}
    line = LockEntry({**before, changed: section.now[changed]}, section.marks, said=said).text(section.id)
    return "  ".join(filter(None, (line, keeps, f'keep={changed} YYYY-MM-DD "reason"')))


def _to_confirm(section: SectionState, new_lock: bool) -> Finding:
    first, *others = section.texts.values()
    message = msg(
        "{section}: this section {what}; nobody has confirmed that it agrees with {others:and}.",
        section=_anchor(section.id),
        what=msg("is new") if section.state is State.NEW else msg("changed in both languages"),
        others=tuple(other.lines for other in others),
    )
    if section.page == FILES:
        message = msg(
            "Nobody has confirmed that this file shows the same as {others:and}.",
            others=tuple(other.path for other in others),
        )
    if changed := difference(section.gained):
        message = msg("{message} {difference}", message=message, difference=changed)
    advice = msg("Read both and run “handbook confirm {name}”.", name=section.name)
    if new_lock:
        advice = msg("{advice} (A new lock begins with the line “{line}”.)", advice=advice, line=HEADER)
    by_hand = LineToCopy(section.lock, section.confirmed_entry().text(section.id))
    comment = msg("Read both and comment “/confirm {name}” under the proposal.", name=section.name)
    related = others[0].start
    return Finding(first.start, "to-confirm", message, advice, related=related, copy=by_hand, comment=comment)
