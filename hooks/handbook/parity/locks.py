"""Rules about what both languages last agreed on: who has moved since, and who owes a translation."""

from collections.abc import Iterator

from ..languages.messages import Message, msg, plural
from ..languages.registry import language
from ..model.finding import Finding, Place
from ..model.handbook import Handbook
from ..model.lock import HEADER, MAX_KEEPS, LockEntry, lock_path
from ..model.sections import may_be_incomplete
from .state import SectionState, State, section_states


def behind(handbook: Handbook) -> Iterator[Finding]:
    """What changes in one language changes in the other.

    Bad: a Serbian section says something new, the English says what it said. Good: both are changed and
    confirmed, or the change is kept with a reason.
    """
    for one in _finished(handbook):
        if one.state is State.BEHIND:
            (moved,) = one.moved
            yield from (_behind(one, moved, other) for other in handbook.languages if other != moved)


def to_confirm(handbook: Handbook) -> Iterator[Finding]:
    """Somebody has read both languages of a section and said that they agree.

    Bad: both texts changed, and nobody said that they still say the same. Good: `handbook confirm PAGE#ID`.
    """
    for one in _finished(handbook):
        if one.state in (State.TO_CONFIRM, State.NEW):
            yield _to_confirm(one, new=one.page not in handbook.locks)
        elif one.state is State.GONE and one.agreed and not may_be_incomplete(handbook, one.page):
            said = msg("{section}: this section is gone in both languages.", section=_called(one.id))
            yield Finding(
                Place(one.lock, one.agreed.line),
                "to-confirm",
                said,
                msg("Remove this line, or run “handbook confirm {name}”.", name=one.name),
            )


def too_many_keeps(handbook: Handbook) -> Iterator[Finding]:
    """A section is kept at most twice in a row: small changes may not add up unseen.

    Bad: a third `keep` on one line of a lock. Good: both languages read again and confirmed.
    """
    for page, lock in handbook.locks.items():
        for id_, agreed in lock.entries.items():
            if len(agreed.keeps) > MAX_KEEPS:
                said = msg(
                    "{section}: this section was kept {times} in a row; {most} is the most.",
                    section=_called(id_),
                    times=plural("{number} time", "{number} times", number=len(agreed.keeps)),
                    most=MAX_KEEPS,
                )
                advice = msg("Read both languages and run “handbook confirm {name}”.", name=f"{page}#{id_}")
                yield Finding(Place(lock_path(page), agreed.line), "too-many-keeps", said, advice)


def lock_syntax(handbook: Handbook) -> Iterator[Finding]:
    """A lock holds one line a section, with one digest a language.

    Bad: `#measures sr=3fa9`. Good: `#measures  sr=p1:3fa9c1d27be0  en=p1:90ab11c2d3e4`.
    """
    for page, lock in handbook.locks.items():
        for fault in lock.faults:
            yield Finding(
                Place(lock_path(page), fault.line),
                "lock-syntax",
                fault.message,
                msg("Copy the line from the message that asked for it."),
            )


def _finished(handbook: Handbook) -> Iterator[SectionState]:
    """Every section but those of drafts: nothing is agreed on while it is being written."""
    return (one for one in section_states(handbook) if not handbook.facts.is_draft(f"{one.page}.md"))


def _behind(one: SectionState, moved: str, code: str) -> Finding:
    changed, owing = one.texts[moved], one.texts[code]
    said = msg(
        "{section}: the {moved} text changed ({lines}), the {other} did not.",
        section=_called(one.id),
        moved=language(moved).label,
        lines=changed.lines,
        other=language(code).label,
    )
    advice = msg(
        "Translate it and run “handbook confirm {name}”, or, if the meaning is the same, "
        "“handbook keep {name} --reason …”; that writes this line into {lock}: {line}",
        name=one.name,
        lock=one.lock,
        line=_kept(one, moved),
    )
    return Finding(owing.start, "behind", said, advice, related=changed.start)


def _called(id_: str) -> Message:
    return msg("#{id}", id=id_) if id_ else msg("# (before the first heading)")


def _kept(one: SectionState, moved: str) -> str:
    """The line of the lock as `keep` would write it, but for its day and reason."""
    before = one.agreed.fingerprints if one.agreed else {}
    keeps = "  ".join(map(str, one.agreed.keeps)) if one.agreed else ""
    line = LockEntry({**before, moved: one.now[moved]}).text(one.id)
    return "  ".join(filter(None, (line, keeps, f'keep={moved} YYYY-MM-DD "reason"')))


def _to_confirm(one: SectionState, new: bool) -> Finding:
    first, *others = one.texts.values()
    what = msg("is new") if one.state is State.NEW else msg("changed in both languages")
    said = msg(
        "{section}: this section {what}; nobody has said that it agrees with {others:and}.",
        section=_called(one.id),
        what=what,
        others=tuple(other.lines for other in others),
    )
    head = msg(" (a new lock begins with the line “{line}”)", line=HEADER) if new else ""
    advice = msg(
        "Read both and run “handbook confirm {name}”; that writes this line into {lock}{head}: {line}",
        name=one.name,
        lock=one.lock,
        head=head,
        line=one.confirmed().text(one.id),
    )
    return Finding(first.start, "to-confirm", said, advice, related=others[0].start)
