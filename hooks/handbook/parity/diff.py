"""What changed in a section since both languages agreed: word by word if git has the earlier text."""

from collections.abc import Iterator
from difflib import SequenceMatcher

from ..languages.messages import Message, msg
from ..model.handbook import Handbook, Section
from ..model.sections import page_sections
from ..reading.git_history import versions
from ..reading.pages import build_page
from .fingerprint import section_fingerprint
from .state import SectionState


def changes(handbook: Handbook, section: SectionState) -> Iterator[str | Message]:
    """Yields lines that show, for each language that changed, its text before and now."""
    for code in section.changed:
        if text := section.texts.get(code):
            yield f"{text.lines}: {section.name}"
            before = _agreed_text(handbook, section, text)
            yield from _word_diff(before, text.text) if before is not None else _paragraphs(text)
    if not section.changed:
        yield msg("{section}: nothing has changed since both languages agreed.", section=section.name)


def _agreed_text(handbook: Handbook, section: SectionState, text: Section) -> str | None:
    """Returns the text that was agreed on, from the git history; None if it is not there."""
    agreed = section.agreed.fingerprints.get(text.language) if section.agreed else None
    if agreed and text.path.endswith(".md"):
        for version in versions(handbook.root, text.path):
            for old in page_sections(build_page(version, text.language, f"{text.page}.md")[0]):
                if old.id == text.id and section_fingerprint(old) == agreed:
                    return old.text
    return None


def _word_diff(before: str, now: str) -> Iterator[str]:
    """Yields one line with removed words as `[-…-]` and added words as `{+…+}`.

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
    yield f"  {' '.join(words)}"


def _paragraphs(section: Section) -> Iterator[str | Message]:
    yield msg("  The text that was agreed on is not in the history here; now the section says:")
    yield from (f"  {section.path}:{prose.line}: {prose.text}" for prose in section.prose if prose.text.strip())
