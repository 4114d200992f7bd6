"""Rules about the language of a text: each paragraph is in the language and the script of its page."""

import re
from collections.abc import Iterator

from ..languages.messages import Message, msg, quoted
from ..languages.patterns import EMAIL, MIXED, URL, WORD
from ..languages.registry import foreign_letter, is_foreign, language
from ..model.document import Prose
from ..model.finding import Finding
from ..model.handbook import Handbook, Section
from .values import line_at

NAMES = "facts/names.yml"
SENTENCE_WORDS = 8
"""A paragraph with fewer words may be a name or a list of acronyms, and its language is not checked."""
SHOWN_WORDS = 3
"""The number of words that a message quotes."""

LATIN_LETTER = re.compile("[A-Za-z]")
LATIN_WORD = re.compile(r"(?<![^\W\d_])[^\W\d_]*[A-Za-z][^\W\d_]*(?:-[^\W\d_]+)*")
ADDRESS = re.compile(f"{EMAIL.pattern}|{URL.pattern}")
ACRONYM = re.compile(r"[A-Z]+s?\d*(?:-\w+)?")


def script(handbook: Handbook) -> Iterator[Finding]:
    """A word is written in one script, and on Serbian pages in Cyrillic, unless it is an acronym or a name.

    Bad: „прoдаја“ with a Latin o; „feedback“. Good: „продаја“; CRM-а; a name listed in facts/names.yml.
    """
    codes = () if NAMES in handbook.faulty_files else handbook.languages  # then some names are not known
    listed = {code: _listed(handbook, code) for code in codes if language(code).own_letters_only}
    for section in all_sections(handbook):
        for prose in section.prose:
            if LATIN_LETTER.search(prose.text):
                yield from _mixed_words(section, prose)
                if section.language in listed:
                    yield from _latin_words(section, prose, listed[section.language])


def untranslated(handbook: Handbook) -> Iterator[Finding]:
    """A paragraph is in the language of its page, and not the same in both.

    Bad: an English sentence on the Serbian page. Good: the same thought, said in Serbian.
    """
    for section in all_sections(handbook):
        for prose in section.prose:
            if _untranslated(prose, section):
                message = msg("This paragraph is written in the other language.")
                advice = msg("Write it in the language of this page.")
                yield Finding(section.at(prose.line), "untranslated", message, advice)


def all_sections(handbook: Handbook) -> Iterator[Section]:
    """Returns every section in every language."""
    return (section for texts in handbook.sections.values() for section in texts.values())


def _mixed_words(section: Section, prose: Prose) -> Iterator[Finding]:
    for word in () if prose.text.isascii() else MIXED.finditer(prose.text):
        message = msg(
            "The word “{word}” mixes Cyrillic and Latin letters: {letters}.",
            word=word[0],
            letters=_latin_letters(word[0]),
        )
        place = section.at(line_at(prose, word.start()))
        yield Finding(place, "script", message, msg("Type the word again in one script."))


def _latin_words(section: Section, prose: Prose, listed: frozenset[str]) -> Iterator[Finding]:
    """Yields one finding for all Latin words of a block that is otherwise in Serbian."""
    text = ADDRESS.sub("", prose.text)
    words = [word for word in LATIN_WORD.finditer(text) if not _allowed(word[0], listed)]
    if words and not _untranslated(prose, section):
        line = prose.line + text.count("\n", 0, words[0].start())
        message = msg(
            "Latin letters on a Serbian page: {words}{more}.",
            words=quoted(word[0] for word in words[:SHOWN_WORDS]),
            more=" …" if len(words) > SHOWN_WORDS else "",
        )
        advice = msg("Write it in Cyrillic, or add the name to facts/names.yml.")
        yield Finding(section.at(line), "script", message, advice)


def _allowed(word: str, listed: frozenset[str]) -> bool:
    """Whether a word is an acronym, a listed name (either may have an ending) or mixed, which is reported already."""
    name = word.partition("-")[0].lower()
    return bool(ACRONYM.fullmatch(word) or MIXED.fullmatch(word)) or word.lower() in listed or name in listed


def _listed(handbook: Handbook, code: str) -> frozenset[str]:
    """Returns the words that may be in Latin letters: units, names of products, and names in facts and on pages."""
    names = [name.name for name in handbook.facts.names.values()]
    for term in handbook.facts.terms.values():
        names += [*term.in_language(code).allowed, *term.in_language(code).aliases]
    for page in handbook.pages.values():
        names += page.front.aliases if page.language == code else [page.title]
    return language(code).units.union(word[0].lower() for name in names for word in LATIN_WORD.finditer(name))


def _untranslated(prose: Prose, section: Section) -> bool:
    """Whether a block is a sentence in another language than its section."""
    foreign_letters = len(foreign_letter(section.language).findall(prose.text))
    # A quick test: in a foreign sentence at least half of the letters are foreign, and each word has one or more.
    if foreign_letters * 2 <= SENTENCE_WORDS or len(prose.text.split()) < SENTENCE_WORDS:
        return False
    words = _plain_words(ADDRESS.sub("", prose.text))
    return len(words) >= SENTENCE_WORDS and is_foreign(" ".join(words), section.language)


def _plain_words(text: str) -> list[str]:
    """Returns the words of a text without names and acronyms: those after the first that have a capital letter."""
    first, *rest = [word[0] for word in WORD.finditer(text)] or [""]
    return [first, *(word for word in rest if word.islower())]


def _latin_letters(word: str) -> tuple[Message, ...]:
    return tuple(
        msg("{sign} is {code}", sign=letter, code=f"U+{ord(letter):04X}") for letter in word if letter.isascii()
    )
