"""What changed in a section since both languages agreed: word by word if git has the earlier text."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from difflib import SequenceMatcher
from itertools import zip_longest

from ..languages.messages import Message, msg
from ..model.document import Prose
from ..model.fact_tables import Facts
from ..model.handbook import Handbook
from ..model.section import Section
from ..model.sections import page_sections, phrases
from ..reading.facts import parse
from ..reading.git_history import versions
from ..reading.pages import build_page
from .changes.blocks import changes as block_changes
from .changes.blocks import counterpart, first_line, split
from .fingerprint import Block, blocks, marks, section_fingerprint
from .state import SectionState


def changes(handbook: Handbook, section: SectionState) -> Iterator[str | Message]:
    """Yields lines that show, for each language that changed, its blocks before and now, and what the others say."""
    for code in section.changed:
        if text := section.texts.get(code):
            yield f"{text.lines}: {section.name}"
            if not text.digest:
                before = _agreed(handbook, section, text)
                yield from _paragraphs(text) if before is None else _by_block(section, before, text)
    if not section.changed:
        yield msg("{section}: nothing has changed since both languages agreed.", section=section.name)


def _agreed(handbook: Handbook, section: SectionState, text: Section) -> Section | None:
    """Returns the section that was agreed on, from the git history; None if it is not there."""
    agreed = section.agreed.fingerprints.get(text.language) if section.agreed else None
    for version in versions(handbook.root, text.path) if agreed else ():
        for old in _sections(handbook, version, text):
            if old.id == text.id and section_fingerprint(old) == agreed:
                return old
    return None


def _sections(handbook: Handbook, version: str, text: Section) -> Iterable[Section]:
    """Returns the sections of a former text of a section's file, in its language; none for the navigation."""
    if text.path.endswith(".md"):
        return page_sections(build_page(version, text.language, f"{text.page}.md")[0])
    file = text.page.removeprefix("facts/")
    if text.path != f"facts/{file}.yml":
        return ()
    facts = Facts(**parse(file, version, handbook.languages).tables)
    found = ((id_, phrase[text.language]) for name, id_, _, phrase in phrases(facts) if name == file)
    return [replace(text, id=id_, prose=(Prose(words, "", text.first),)) for id_, words in found]


def _by_block(section: SectionState, before: Section, text: Section) -> Iterator[str]:
    """Yields each block that changed, word by word, and below it what the other languages say there."""
    old, new = tuple(blocks(before.prose)), tuple(blocks(text.prose))
    for change in block_changes(split(marks(before.prose)), split(marks(text.prose))):
        for was, now in zip_longest(change.before, change.now):
            words = _word_diff("" if was is None else _words(old[was]), "" if now is None else _words(new[now]))
            line = first_line(text, range(change.now.start, change.now.start) if now is None else range(now, now + 1))
            yield f"  {text.path}:{line}: {words}"
        for code, other in section.texts.items():
            numbers = None if code == text.language else counterpart(section, text.language, code, change)
            there = tuple(blocks(other.prose))
            yield from (f"  {other.path}:{there[at][0].line}: {_words(there[at])}" for at in numbers or ())


def _words(block: Block) -> str:
    return " ".join(prose.text for prose in block)


def _word_diff(before: str, now: str) -> str:
    """Returns one line with removed words as `[-…-]` and added words as `{+…+}`.

    In a text of 200 words or more, words that are above a percent of it are compared only beside others that agree:
    with every place of every word, 8,000 equal words take 10 s.
    """
    old, new = before.split(), now.split()
    words: list[str] = []
    for kind, a, b, c, d in SequenceMatcher(None, old, new).get_opcodes():
        if kind == "equal":
            words += old[a:b]
        else:
            words += [f"[-{' '.join(old[a:b])}-]"] * (a < b) + [f"{{+{' '.join(new[c:d])}+}}"] * (c < d)
    return " ".join(words)


def _paragraphs(section: Section) -> Iterator[str | Message]:
    yield msg("  The text that was agreed on is not in the history here; now the section says:")
    yield from (f"  {section.path}:{prose.line}: {prose.text}" for prose in section.prose if prose.text.strip())
