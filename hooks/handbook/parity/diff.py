"""What changed in a section since both languages agreed: word by word where git has the text."""

from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher

from ..languages.messages import Message, msg
from ..model.document import Prose
from ..model.handbook import Handbook, Section
from ..model.sections import page_sections
from ..reading.git_history import versions
from ..reading.pages import build_page
from .fingerprint import fingerprint
from .state import SectionState


def changes(handbook: Handbook, one: SectionState) -> Iterator[str | Message]:
    """Lines for people: for each language that moved, what it said and says."""
    for code in one.moved:
        if section := one.texts.get(code):
            yield f"{section.lines}: {one.name}"
            before = _before(handbook, one, section)
            yield from _words(before, section.text) if before is not None else _paragraphs(section)
    if not one.moved:
        yield msg("{section}: nothing has changed since both languages agreed.", section=one.name)


def _before(handbook: Handbook, one: SectionState, section: Section) -> str | None:
    """The text that was agreed on, if the history still has it."""
    agreed = one.agreed.fingerprints.get(section.language) if one.agreed else None
    if agreed and section.path.endswith(".md"):
        for text in versions(handbook.root, section.path):
            for old in page_sections(build_page(text, section.language, f"{section.page}.md")[0]):
                if old.id == section.id and fingerprint(prose.text for prose in old.prose) == agreed:
                    return old.text
    return None


def _words(before: str, now: str) -> Iterator[str]:
    """The words as they are, those that went as [-…-] and those that came as {+…+}."""
    old, new = before.split(), now.split()
    said: list[str] = []
    for kind, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind == "equal":
            said += old[a:b]
        else:
            said += [f"[-{' '.join(old[a:b])}-]"] * (a < b) + [f"{{+{' '.join(new[c:d])}+}}"] * (c < d)
    yield f"  {' '.join(said)}"


def _paragraphs(section: Section) -> Iterator[str | Message]:
    yield msg("  The text that was agreed on is not in the history here; now the section says:")
    yield from (f"  {section.path}:{prose.line}: {prose.text}" for prose in _told(section.prose))


def _told(proses: Iterable[Prose]) -> Iterable[Prose]:
    return (prose for prose in proses if prose.text.strip())
