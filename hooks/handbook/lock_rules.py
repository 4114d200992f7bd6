"""Rules about what both languages last agreed on: who has moved since, and who owes a translation."""

from collections.abc import Iterator

from .agreement import Standing, State, standings
from .finding import Finding, Place
from .lock import HEAD, MOST_KEEPS, Agreement, path
from .model import LANGUAGES, Handbook
from .sections import unread

NAMES = {"sr": "Serbian", "en": "English"}


def behind(handbook: Handbook) -> Iterator[Finding]:
    """What changes in one language changes in the other.

    Bad: a Serbian section says something new, the English says what it said. Good: both are changed and
    confirmed, or the change is kept with a reason.
    """
    for one in standings(handbook):
        if one.state is State.BEHIND:
            (moved,) = one.moved
            yield from (_behind(one, moved, other.code) for other in LANGUAGES if other.code != moved)


def to_confirm(handbook: Handbook) -> Iterator[Finding]:
    """Somebody has read both languages of a section and said that they agree.

    Bad: both texts changed, and nobody said that they still say the same. Good: `handbook confirm PAGE#ID`.
    """
    for one in standings(handbook):
        if one.state in (State.TO_CONFIRM, State.NEW):
            yield _to_confirm(one, new=one.page not in handbook.locks)
        elif one.state is State.GONE and one.agreed and not unread(handbook, one.page):
            said = f"{_called(one.id)}: this section is gone in both languages."
            yield Finding(Place(one.lock, one.agreed.line), "to-confirm", said,
                          f"Remove this line, or run “handbook confirm {one.name}”.")  # fmt: skip


def too_many_keeps(handbook: Handbook) -> Iterator[Finding]:
    """A section is kept at most twice in a row: small changes may not add up unseen.

    Bad: a third `keep` on one line of a lock. Good: both languages read again and confirmed.
    """
    for page, lock in handbook.locks.items():
        for id_, agreed in lock.agreements.items():
            if len(agreed.keeps) > MOST_KEEPS:
                times = f"{len(agreed.keeps)} times in a row; {MOST_KEEPS} is the most"
                said = f"{_called(id_)}: this section was kept {times}."
                yield Finding(Place(path(page), agreed.line), "too-many-keeps", said,
                              f"Read both languages and run “handbook confirm {page}#{id_}”.")  # fmt: skip


def lock_syntax(handbook: Handbook) -> Iterator[Finding]:
    """A lock holds one line a section, with one digest a language.

    Bad: `#measures sr=3fa9`. Good: `#measures  sr=p1:3fa9c1d27be0  en=p1:90ab11c2d3e4`.
    """
    for page, lock in handbook.locks.items():
        for fault in lock.faults:
            yield Finding(Place(path(page), fault.line), "lock-syntax", f"{fault.said}.",
                          "Copy the line from the message that asked for it.")  # fmt: skip


def _behind(one: Standing, moved: str, code: str) -> Finding:
    changed, owing = one.spoken[moved], one.spoken[code]
    said = f"{_called(one.id)}: the {NAMES[moved]} text changed ({changed.lines}), the {NAMES[code]} did not."
    advice = f"Translate it and run “handbook confirm {one.name}”, or, if the meaning is the same, "
    advice += f"“handbook keep {one.name} --reason …”; that is this line in {one.lock}: {_kept(one, moved)}"
    return Finding(owing.start, "behind", said, advice, related=changed.start)


def _called(id_: str) -> str:
    return f"#{id_}" if id_ else "# (before the first heading)"


def _kept(one: Standing, moved: str) -> str:
    """The line of the lock as `keep` would write it, but for its day and reason."""
    before = one.agreed.digests if one.agreed else {}
    keeps = "  ".join(map(str, one.agreed.keeps)) if one.agreed else ""
    line = Agreement({**before, moved: one.now[moved]}).text(one.id)
    return "  ".join(filter(None, (line, keeps, f'keep={moved} YYYY-MM-DD "reason"')))


def _to_confirm(one: Standing, new: bool) -> Finding:
    first, *others = one.spoken.values()
    where = " and ".join(other.lines for other in others)
    what = "is new" if one.state is State.NEW else "changed in both languages"
    said = f"{_called(one.id)}: this section {what}; nobody has said that it agrees with {where}."
    advice = f"Read both and run “handbook confirm {one.name}”; that is this line in {one.lock}"
    head = f" (a new lock begins with the line “{HEAD}”)" if new else ""
    return Finding(first.start, "to-confirm", said, f"{advice}{head}: {one.confirmed().text(one.id)}",
                   related=others[0].start)  # fmt: skip
