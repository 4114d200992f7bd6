"""Small corrections: changes of one language of a section that need no new translation, such as a typing error.

The text before the change is read from git. Where git does not have it, no change counts as small.
"""

from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from types import MappingProxyType

from ...languages.messages import Message, msg
from ...languages.patterns import WORD
from ...languages.quantities import loose_values, values, values_in_words
from ...model.fact_tables import once
from ...model.handbook import Handbook
from ...model.sections import page_sections
from ...reading.git_history import versions
from ...reading.pages import build_page
from ..fingerprint import section_fingerprint
from ..state import SectionState, State, section_states

MOST_FILES, MOST_VERSIONS = 20, 10
"""How many changed files, and how many former texts of each, are read from git."""
SHORTEST, LONGEST = 5, 40
"""How long a word is in which a typing error is recognized; in a shorter one, a letter may change the meaning."""
MOST_EDITS = 2


@once
def small_corrections(handbook: Handbook) -> Mapping[str, Message | str]:
    """Return what was corrected in each section, by its name, where one language of it changed only a little."""
    by_file: dict[str, list[SectionState]] = {}
    for section in section_states(handbook):
        if section.state is State.BEHIND and section.texts[section.changed[0]].path.endswith(".md"):
            by_file.setdefault(section.texts[section.changed[0]].path, []).append(section)
    found: dict[str, Message | str] = {}
    for path, sections in islice(by_file.items(), MOST_FILES):
        for section, before in _former_texts(handbook, path, sections):
            now = section.texts[section.changed[0]]
            if what := small_correction(before, now.text, now.language):
                found[section.name] = what
    return MappingProxyType(found)


def small_correction(before: str, now: str, language: str) -> Message | str | None:
    """Return what was corrected, if the values and all words but one are the same, and that one is alike; else None."""
    if _numbers(before, language) != _numbers(now, language):
        return None
    old, new = WORD.findall(before), WORD.findall(now)
    changed = [pair for pair in zip(old, new, strict=False) if pair[0].casefold() != pair[1].casefold()]
    match changed:
        case _ if len(old) != len(new):
            return None
        case []:
            return msg("only punctuation or capital letters")
        case [(wrong, right)] if _alike(wrong, right):
            return f"{wrong} → {right}".replace("'", "’")  # a reason is offered in single quotation marks
    return None


def _former_texts(
    handbook: Handbook, path: str, sections: Iterable[SectionState]
) -> Iterator[tuple[SectionState, str]]:
    """Yield each section with the text of its changed language that was agreed on, if git has it."""
    _, code, page = path.split("/", 2)
    sought = {(section.id, section.agreed.fingerprints.get(code)): section for section in sections if section.agreed}
    for version in islice(versions(handbook.root, path), MOST_VERSIONS):
        for old in page_sections(build_page(version, code, page)[0]):
            if section := sought.pop((old.id, section_fingerprint(old)), None):
                yield section, old.text
        if not sought:
            return


def _numbers(text: str, language: str) -> tuple[list[str], set[str]]:
    sure = (*values(text, language), *values_in_words(text, language))
    return [value.value for value in sure], loose_values(text, language)


def _alike(one: str, other: str) -> bool:
    """Return whether two words are one word, once with a typing error: not a word and the same with a prefix."""
    one, other = one.casefold(), other.casefold()
    lengths = min(len(one), len(other)) >= SHORTEST and max(len(one), len(other)) <= LONGEST
    prefixed = one.endswith(other) or other.endswith(one)
    return lengths and one[0] == other[0] and not prefixed and _edits(one, other) <= MOST_EDITS


def _edits(one: str, other: str) -> int:
    """Return how many letters must be added, removed or replaced to change one word into the other."""
    row = list(range(len(other) + 1))
    for number, letter in enumerate(one, start=1):
        diagonal, row[0] = row[0], number
        for index, another in enumerate(other, start=1):
            cost = diagonal + (letter != another)
            diagonal = row[index]
            row[index] = min(cost, row[index] + 1, row[index - 1] + 1)
    return row[-1]
