"""Rules about the language of a text: each paragraph is in the language and the script of its page."""

import re
from collections.abc import Iterator

from ..languages.letters import LATIN, alphabet
from ..languages.messages import Message, msg, quoted
from ..languages.patterns import EMAIL, URL, WORD
from ..languages.registry import foreign_letter, is_foreign, language
from ..model.document import Prose
from ..model.finding import Finding
from ..model.handbook import Handbook
from ..model.section import Section
from .letters import invisible_characters, mixed_words, other_words, paired_letters, without_foreign
from .words.in_latin import Vocabulary, telling_words, vocabularies

NAMES = "facts/names.yml"
SENTENCE_WORDS = 8
"""A paragraph in Latin letters with fewer words may be a name or a list of acronyms, so its language is not checked."""
SHOWN_WORDS = 3
"""The number of words that a message quotes."""

LATIN_WORD = re.compile(rf"(?<![^\W\d_])[^\W\d_]*?[{LATIN}][^\W\d_]*(?:-[^\W\d_]+)*")
ADDRESS = re.compile(f"{EMAIL.pattern}|{URL.pattern}")
ACRONYM = re.compile(r"[A-Z]+s?\d*(?:-\w+)?")


def script(handbook: Handbook) -> Iterator[Finding]:
    """A word is written in the letters of its language, unless it is an acronym or a name.

    Bad: „прoдаја“ with a Latin o; „конј“; „feedback“; a soft hyphen. Good: „продаја“; „коњ“; CRM-а; a name listed in
    facts/names.yml.
    """
    known = NAMES not in handbook.faulty_files  # else some names are not known
    listed = {code: _listed(handbook, code) for code in handbook.languages if known}
    for section in all_sections(handbook):
        unusual = alphabet(section.language).unusual
        for prose in section.prose:
            if unusual.search(prose.text):
                yield from invisible_characters(section, prose)
                yield from mixed_words(section, prose, listed.get(section.language, frozenset()))
                if section.language in listed and not _untranslated(prose, section):
                    yield from _foreign_words(section, prose, listed[section.language])
            yield from paired_letters(section, prose)


def untranslated(handbook: Handbook) -> Iterator[Finding]:
    """A text is in the language of its page, and not the same in both.

    Bad: an English sentence on the Serbian page; “Novi kupci su važni” on the English one. Good: the same thought,
    said in the language of the page.
    """
    write = msg("Write it in the language of this page.")
    write_or_quote = msg("Write it in the language of this page, or put words of another one in quotation marks.")
    own_script = [code for code in handbook.languages if language(code).own_letters_only]
    known = [vocabularies(handbook.facts)[code] for code in own_script]
    for texts in handbook.sections.values():
        for section in texts.values():
            advice = write if language(section.language).own_letters_only else write_or_quote
            others = [other for code in own_script if (other := texts.get(code)) and other is not section]
            there = [other.prose for other in others if len(other.prose) == len(section.prose)]
            for number, prose in enumerate(section.prose):
                counterpart = " ".join(texts[number].text for texts in there)
                for message in _in_another_language(section, prose, counterpart, known):
                    yield Finding(section.at(prose.line), "untranslated", message, advice)


def all_sections(handbook: Handbook) -> Iterator[Section]:
    """Returns every section in every language."""
    return (section for texts in handbook.sections.values() for section in texts.values())


def _foreign_words(section: Section, prose: Prose, listed: frozenset[str]) -> Iterator[Finding]:
    yield from other_words(section, prose, listed)
    if language(section.language).own_letters_only:
        yield from _latin_words(section, prose, listed)


def _latin_words(section: Section, prose: Prose, listed: frozenset[str]) -> Iterator[Finding]:
    """Yields one finding for all Latin words of a block that is otherwise in Serbian."""
    text = ADDRESS.sub("", prose.text)
    mixed = alphabet(section.language).mixed
    words = [
        word
        for word in LATIN_WORD.finditer(text)
        if not (_allowed(word[0], listed) or mixed.fullmatch(word[0].partition("-")[0]))
    ]
    if words:
        line = prose.line + text.count("\n", 0, words[0].start())
        message = msg(
            "Latin letters on a Serbian page: {words}{more}.",
            words=quoted(word[0] for word in words[:SHOWN_WORDS]),
            more=" …" if len(words) > SHOWN_WORDS else "",
        )
        advice = msg("Write it in Cyrillic, or add the name to facts/names.yml.")
        yield Finding(section.at(line), "script", message, advice)


def _allowed(word: str, listed: frozenset[str]) -> bool:
    """Whether a word is an acronym or a listed name; either may have an ending."""
    name = word.partition("-")[0].lower()
    return bool(ACRONYM.fullmatch(word)) or word.lower() in listed or name in listed


def _listed(handbook: Handbook, code: str) -> frozenset[str]:
    """Returns the words that may be in other letters: units, names of products, and names in facts and on pages.

    A single letter of a name is none of them: „и“ in a title does not allow a Cyrillic „и“ on an English page.
    """
    names = [name.name for name in handbook.facts.names.values()]
    for term in handbook.facts.terms.values():
        names += [*term.in_language(code).allowed, *term.in_language(code).aliases]
    for page in handbook.pages.values():
        names += page.front.aliases if page.language == code else [page.title]
    words = LATIN_WORD if language(code).own_letters_only else alphabet(code).other
    found = (word[0].lower() for name in names for word in words.finditer(name))
    return language(code).units.union(word for word in found if len(word) > 1)


def _in_another_language(
    section: Section, prose: Prose, counterpart: str, known: list[Vocabulary]
) -> Iterator[Message]:
    """Yields what to say of a block in another language than its section, or in its own in Latin letters.

    `counterpart` is the text at the same place in the languages of the vocabularies that are `known`.
    """
    foreign = _untranslated(prose, section)
    if foreign or not language(section.language).own_letters_only:
        for vocabulary in known:
            if words := telling_words(prose.text, counterpart, vocabulary):
                message = msg("This is {in_language}, but in Latin letters: {words}.")
                shown = quoted(words[:SHOWN_WORDS])
                yield message.format(in_language=vocabulary.language.in_label, words=shown)
                return
    if foreign:
        yield msg("This text is written in the other language.")


def _untranslated(prose: Prose, section: Section) -> bool:
    """Whether a block is in another language than its section."""
    if not language(section.language).own_letters_only:
        return not prose.text.isascii() and is_foreign(without_foreign(prose.text), section.language)
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
