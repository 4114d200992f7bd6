"""Which blocks of a section changed since both languages agreed, by their marks in the lock."""

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from ...model.finding import Place
from ...model.section import Section
from ..fingerprint import MARK_LENGTH, Block, blocks
from ..state import SectionState


@dataclass(frozen=True, slots=True)
class Change:
    """Neighbouring blocks that changed: their numbers before and now. One of the two is empty: added, or removed."""

    before: range
    now: range


def changes(before: Sequence[str], now: Sequence[str]) -> tuple[Change, ...]:
    """Return what changed between the marks of two texts, in order.

    Of 200 blocks or more, those that are above a percent of them are compared only beside others that agree.
    """
    steps = SequenceMatcher(None, before, now).get_opcodes()
    return tuple(Change(range(a, b), range(c, d)) for kind, a, b, c, d in steps if kind != "equal")


def changed_since_agreed(section: SectionState, code: str) -> tuple[Change, ...]:
    """Return what changed in a language of a section; nothing if the lock does not say which blocks it had."""
    before = section.agreed.marks.get(code) if section.agreed else None
    return changes(split(before), split(section.marks[code])) if before else ()


def split(marks: str) -> list[str]:
    """Return joined marks one by one."""
    return [marks[start : start + MARK_LENGTH] for start in range(0, len(marks), MARK_LENGTH)]


def counterpart(section: SectionState, code: str, other: str, change: Change) -> range | None:
    """Return the numbers of the blocks of another language that say what changed; None if they are not known.

    They are known if both languages had as many blocks when they agreed and the other has not changed since, or if
    both have as many now. For what was added since, the range is empty, or has the block on whose line it begins.
    """
    agreed = section.agreed.marks if section.agreed else {}
    if other not in section.changed and len(agreed.get(code, "")) == len(section.marks[other]):
        at = change.before.start
        return range(at, at + 1) if _in_next(section.texts[code], change) else change.before
    return change.now if len(section.marks[code]) == len(section.marks[other]) else None


def _in_next(text: Section, change: Change) -> bool:
    """Return whether all that changed was added inside the next block: the title of a link, or an image."""
    own = tuple(blocks(text.prose))
    following = own[change.now.stop : change.now.stop + 1]
    return not change.before and any(block[0].line == own[change.now.start][0].line for block in following)


def places(section: SectionState, code: str, other: str, found: Sequence[Change]) -> tuple[Place, Place]:
    """Return where a language changed, and where another says the same; where unknown, the start of the section."""
    text, there = section.texts[code], section.texts[other]
    if not found:
        return text.start, there.start
    change = next((change for change in found if change.before), found[0])
    numbers = counterpart(section, code, other, change)
    place = there.start if numbers is None else there.at(first_line(there, numbers))
    return text.at(first_line(text, change.now)), place


def lines(text: Section, found: Sequence[Change]) -> str:
    """Return the file and the lines of what changed, such as `docs/sr/index.md:12, 15-16`; without any, all lines."""
    own = tuple(blocks(text.prose))
    spans = [_span(own[change.now.start : change.now.stop]) for change in found if change.now]
    return f"{text.path}:{', '.join(spans)}" if spans else text.lines


def first_line(text: Section, numbers: range) -> int:
    """Return the line of the first of these blocks; if there is none, of the block before, else of the section."""
    own = tuple(blocks(text.prose))
    at = numbers.start if numbers else numbers.start - 1
    return own[at][0].line if 0 <= at < len(own) else text.start.line


def _span(changed: Sequence[Block]) -> str:
    first, last = changed[0][0].line, changed[-1][-1].line + changed[-1][-1].text.count("\n")
    return f"{first}-{last}" if last > first else str(first)
