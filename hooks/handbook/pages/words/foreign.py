"""Phrases in the letters of another language get its `lang`, so that a screen reader says them in that language."""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import NamedTuple
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor
from markdown.util import ETX, STX
from markupsafe import Markup

from ...languages.registry import language
from ..context import PageContext
from ..elements import element, joined

SKIPPED = frozenset({"code", "pre", "kbd", "samp"})
"""Elements whose text is in no language."""
PRIORITY = 3
"""After the table of contents is made, which is text."""


class Phrase(NamedTuple):
    """A phrase in a text, and the code of its language."""

    start: int
    end: int
    language: str


def foreign_phrases(text: str, own: str, codes: Iterable[str]) -> list[Phrase]:
    """The phrases of a text on a page in the language `own` that are in the letters of one of the languages `codes`.

    Only those with a word in small letters: names and acronyms, such as Google Ads and CRM, are in no language.
    """
    found = []
    for code in codes:
        if code != own and language(code).letters != language(own).letters:
            words = ((match.start(), match.end(), match[0]) for match in _pattern(code).finditer(text))
            found += [Phrase(start, end, code) for start, end, phrase in words if _has_small_word(phrase)]
    return sorted(found)


@cache
def _pattern(code: str) -> re.Pattern[str]:
    """A run of words in the letters of a language that is no part of an address, a longer word or a placeholder."""
    letters = language(code).letters
    run = rf"(?>[{letters}]+(?:[ -][{letters}]+)*)"
    return re.compile(rf"(?<![\w./:@{STX}{ETX}-])(?<![{letters}] ){run}(?![\w/:@{ETX}]|\.\w)")


def _has_small_word(phrase: str) -> bool:
    return any(len(word) > 1 and word.islower() for word in re.split("[ -]", phrase))


def in_its_language(context: PageContext, text: str) -> Markup:
    """A text as HTML, with the language of each of its foreign phrases."""
    pieces: list[str] = []
    end = 0
    for phrase in foreign_phrases(text, context.language, context.handbook.languages):
        pieces += [text[end : phrase.start], element("span", text[phrase.start : phrase.end], lang=phrase.language)]
        end = phrase.end
    return joined([*pieces, text[end:]], "")


class MarkForeignPhrases(Extension):
    """A Markdown extension for what is written in pages: `own` is the language of a page, `codes` are all languages."""

    own = ""
    codes: tuple[str, ...] = ()

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802  # overrides a method that Python-Markdown names so
        """Register the tree processor."""
        md.treeprocessors.register(_Processor(md, self), "handbook-foreign", PRIORITY)


class _Processor(Treeprocessor):
    def __init__(self, md: Markdown, extension: MarkForeignPhrases) -> None:
        super().__init__(md)
        self.extension = extension

    def run(self, root: Element) -> None:
        for parent in [*_in_own_language(root)]:
            for child in [*parent]:
                child.tail = self._mark(parent, [*parent].index(child) + 1, child.tail)
            parent.text = self._mark(parent, 0, parent.text)

    def _mark(self, parent: Element, index: int, text: str | None) -> str | None:
        """Insert an element for each foreign phrase of a text, from `index` on; return the text before the first."""
        phrases = foreign_phrases(text or "", self.extension.own, self.extension.codes)
        for phrase in reversed(phrases):
            marked = Element("span", {"lang": phrase.language})
            marked.text, marked.tail = (text or "")[phrase.start : phrase.end], (text or "")[phrase.end :]
            parent.insert(index, marked)
            text = (text or "")[: phrase.start]
        return text


def _in_own_language(parent: Element) -> Iterator[Element]:
    """An element and those in it, without code and what says its language itself."""
    yield parent
    for child in parent:
        if child.tag not in SKIPPED and "lang" not in child.attrib:
            yield from _in_own_language(child)
