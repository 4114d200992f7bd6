"""Rules about figures and letters: the same values in both languages, one script in a word."""

from collections import Counter
from collections.abc import Iterator

from .finding import Finding
from .languages import EMAIL, MIXED, foreign, small_numbers, values
from .model import Handbook, Page, Prose

LONG = 8
"""Words from which on a paragraph is taken for a sentence and not for a name or a list of acronyms."""


def numbers(handbook: Handbook) -> Iterator[Finding]:
    """A section says the same values in both languages, each in its own writing.

    Bad: 1.234,56 in Serbian, 1,234.65 in English. Good: 1.234,56 and 1,234.56; 5 and „пет“.
    """
    for left, right in handbook.pairs:
        for here, there in ((left, right), (right, left)):
            yield from _lacking(here, there)


def script(handbook: Handbook) -> Iterator[Finding]:
    """A word is written in one script: letters that look alike are not the same.

    Bad: „прoдаја“ with a Latin o. Good: „продаја“; an acronym keeps its hyphen, CRM-а.
    """
    for page in handbook.pages.values():
        for prose in page.outline.prose:
            for word in MIXED.findall(prose.text):
                said = f"The word “{word}” mixes Cyrillic and Latin letters: {_letters(word)}."
                yield Finding(page.at(prose.line), "script", said, "Type the word again in one script.")


def contacts(handbook: Handbook) -> Iterator[Finding]:
    """E-mail addresses are the same in both languages.

    Bad: ana@example.com in Serbian, anna@example.com in English. Good: the same address in both.
    """
    for left, right in handbook.pairs:
        mine, theirs = (set(EMAIL.findall(" ".join(p.text for p in page.outline.prose)))
                        for page in (left, right))  # fmt: skip
        for address in sorted(mine ^ theirs):
            here, there = (left, right) if address in mine else (right, left)
            line = next(prose.line for prose in here.outline.prose if address in prose.text)
            yield Finding(here.at(line), "contacts", f"“{address}” is not in {there.source}.",
                          "Write the same address in both languages.", related=there.at(1))  # fmt: skip


def untranslated(handbook: Handbook) -> Iterator[Finding]:
    """A paragraph is in the language of its page.

    Bad: an English sentence on the Serbian page. Good: the same thought, said in Serbian.
    """
    for page in handbook.pages.values():
        for prose in page.outline.prose:
            if len(prose.text.split()) >= LONG and foreign(prose.text, page.language):
                yield Finding(page.at(prose.line), "untranslated",
                              "This paragraph is written in the other language.",
                              "Say it in the language of this page.")  # fmt: skip


def _lacking(here: Page, there: Page) -> Iterator[Finding]:
    mine, theirs = _by_section(here), _by_section(there)
    for section, proses in theirs.items():
        text = " ".join(prose.text for prose in mine.get(section, ()))
        lacking = _values(there, proses) - _values(here, mine.get(section, []))
        for value in lacking:
            if value not in small_numbers(text, here.language):
                yield _finding(here, there, section, value)


def _finding(here: Page, there: Page, section: str, value: str) -> Finding:
    line = next(prose.line for prose in there.outline.prose
                if prose.section == section and value in values(prose.text, there.language))  # fmt: skip
    said = f"{there.source}:{line} says {value}; this section does not."
    return Finding(here.start(section), "numbers", said,
                   "Write the same value in both languages.", related=there.at(line))  # fmt: skip


def _by_section(page: Page) -> dict[str, list[Prose]]:
    sections: dict[str, list[Prose]] = {}
    for prose in page.outline.prose:
        sections.setdefault(prose.section, []).append(prose)
    return sections


def _values(page: Page, proses: list[Prose]) -> Counter[str]:
    return Counter(value for prose in proses for value in values(prose.text, page.language))


def _letters(word: str) -> str:
    return ", ".join(f"{sign} is U+{ord(sign):04X}" for sign in word if sign.isascii())
