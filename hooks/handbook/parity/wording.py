"""Rules about words: in the language and the script of their page, the same terms, about as many."""

import re
from collections.abc import Iterator

from ..crosslinks.mentions import GLOSSARY, Lexicon, find_all, stems, terms_lexicon
from ..languages.messages import Message, msg, plural, quoted
from ..languages.patterns import EMAIL, MIXED, URL, WORD
from ..languages.registry import foreign_letter, is_foreign, language
from ..model.document import Prose
from ..model.facts import TermForms
from ..model.finding import Finding
from ..model.handbook import Handbook, Section

LONG = 8
"""Words from which on a paragraph is taken for a sentence and not for a name or a list of acronyms."""
MEASURED = 150
"""Letters from which on the lengths of two sections are compared."""
BAND = 2.0
"""How many times as long as in the other language a section may be; the handbook's own reach 1.4."""

LATIN_LETTER = re.compile("[A-Za-z]")
LATIN = re.compile(r"(?<![^\W\d_])[^\W\d_]*[A-Za-z][^\W\d_]*(?:-[^\W\d_]+)*")
ADDRESS = re.compile(f"{EMAIL.pattern}|{URL.pattern}")
SHOWN = 3
"""Words a message shows of those it is about."""
ACRONYM = re.compile(r"[A-Z]+s?\d*(?:-\w+)?")


def script(handbook: Handbook) -> Iterator[Finding]:
    """A word is written in one script, and on Serbian pages in Cyrillic, unless it is an acronym or a name.

    Bad: „прoдаја“ with a Latin o; „feedback“. Good: „продаја“; CRM-а; a name listed in facts/names.yml.
    """
    listed = {code: _listed(handbook, code) for code in handbook.languages if language(code).own_letters_only}
    for section in _sections(handbook):
        for prose in section.prose:
            if not LATIN_LETTER.search(prose.text):
                continue
            for word in () if prose.text.isascii() else MIXED.finditer(prose.text):
                said = msg(
                    "The word “{word}” mixes Cyrillic and Latin letters: {letters}.",
                    word=word[0],
                    letters=_letters(word[0]),
                )
                yield Finding(section.at(_line(prose, word)), "script", said, msg("Type the word again in one script."))
            if section.language in listed:
                yield from _latin(section, prose, listed[section.language])


def untranslated(handbook: Handbook) -> Iterator[Finding]:
    """A paragraph is in the language of its page, and not the same in both.

    Bad: an English sentence on the Serbian page. Good: the same thought, said in Serbian.
    """
    for section in _sections(handbook):
        for prose in section.prose:
            if _untranslated(prose, section):
                yield Finding(
                    section.at(prose.line),
                    "untranslated",
                    msg("This paragraph is written in the other language."),
                    msg("Say it in the language of this page."),
                )


def terms(handbook: Handbook) -> Iterator[Finding]:
    """A term of the glossary is there in both languages, under one of its names, and never by a banned one.

    Bad: „лид“ for a lead. Good: „упит“ in Serbian where English says lead.
    """
    proper, known, banned = (
        {code: terms_lexicon(handbook, code, kinds) for code in handbook.languages}
        for kinds in (("allowed",), ("allowed", "aliases"), ("banned",))
    )
    for section in _sections(handbook):
        yield from _banned(handbook, section, banned[section.language])
    for left, right in handbook.section_pairs:
        if not left.page.startswith("facts/"):
            for here, there in ((left, right), (right, left)):
                yield from _lacking(handbook, here, there, proper[here.language], known[there.language])


def length(handbook: Handbook) -> Iterator[Finding]:
    """A section is about as long in both languages: at most twice.

    Bad: four sentences in Serbian, one in English. Good: the same thoughts in both.
    """
    for left, right in handbook.section_pairs:
        here, there = sorted((left, right), key=lambda one: len(one.text))
        if len(there.text) > max(len(here.text) * BAND, MEASURED):
            said = plural(
                "This section has {number} letter, {place} has {there}.",
                "This section has {number} letters, {place} has {there}.",
                number=len(here.text),
                place=there.lines,
                there=len(there.text),
            )
            yield Finding(
                here.start, "length", said, msg("See whether something is missing here."), "warning", there.start
            )


def paragraphs(handbook: Handbook) -> Iterator[Finding]:
    """A section has as many paragraphs in both languages.

    Bad: three in Serbian, two in English. Good: three in each.
    """
    for left, right in handbook.section_pairs:
        here, there = (sum(prose.kind == "paragraph" for prose in one.prose) for one in (left, right))
        if here != there:
            said = msg(
                "The number of paragraphs here is {here}, in {place} it is {there}.",
                here=here,
                place=right.lines,
                there=there,
            )
            yield Finding(left.start, "paragraphs", said, msg("See whether one is missing."), "warning", right.start)


def _sections(handbook: Handbook) -> Iterator[Section]:
    return (section for texts in handbook.sections.values() for section in texts.values())


def _latin(section: Section, prose: Prose, listed: frozenset[str]) -> Iterator[Finding]:
    """The Latin words of a block that is Serbian otherwise, told at once."""
    text = ADDRESS.sub("", prose.text)
    words = [word for word in LATIN.finditer(text) if not _allowed(word[0], listed)]
    if words and not _untranslated(prose, section):
        line = prose.line + text.count("\n", 0, words[0].start())
        more = " …" if len(words) > SHOWN else ""
        said = msg(
            "Latin letters on a Serbian page: {words}{more}.",
            words=quoted(word[0] for word in words[:SHOWN]),
            more=more,
        )
        yield Finding(
            section.at(line), "script", said, msg("Write it in Cyrillic, or add the name to facts/names.yml.")
        )


def _allowed(word: str, listed: frozenset[str]) -> bool:
    """An acronym, with or without an ending, and a listed name; a mixed word has been told already."""
    name = word.partition("-")[0].lower()
    return bool(ACRONYM.fullmatch(word) or MIXED.fullmatch(word)) or word.lower() in listed or name in listed


def _listed(handbook: Handbook, code: str) -> frozenset[str]:
    """Words that may be in Latin letters: names of products, units, and names in the facts and on pages."""
    names = [name.name for name in handbook.facts.names.values()]
    for term in handbook.facts.terms.values():
        names += [*term.in_language(code).allowed, *term.in_language(code).aliases]
    for page in handbook.pages.values():
        names += page.front.aliases if page.language == code else [page.title]
    return language(code).units.union(word[0].lower() for name in names for word in LATIN.finditer(name))


def _banned(handbook: Handbook, section: Section, banned: Lexicon) -> Iterator[Finding]:
    for prose in section.prose:
        for mention in find_all(prose.text, banned):
            term = handbook.facts.terms.get(_term(mention.target))
            if not term:
                continue
            line = prose.line + prose.text.count("\n", 0, mention.start)
            name = prose.text[mention.start : mention.end]
            said = msg("“{name}” is not how this handbook says it.", name=name)
            yield Finding(
                section.at(line),
                "terms",
                said,
                msg("Write “{name}”.", name=_replacement(term.in_language(section.language), name, section.language)),
            )


def _replacement(forms: TermForms, name: str, language: str) -> str:
    """What to write instead of a banned form of a term, in whichever case the text has it."""
    key = stems(name, language)
    return next((other for banned, other in forms.instead.items() if stems(banned, language) == key), forms.allowed[0])


def _lacking(handbook: Handbook, here: Section, there: Section, proper: Lexicon, known: Lexicon) -> Iterator[Finding]:
    said = _named(here, proper)
    theirs = _named(there, known) if said else set()
    for target in sorted(said - theirs):
        term = handbook.facts.terms.get(_term(target))
        if term and term.mark != "never":
            told = msg("{place} speaks of “{term}”, this section does not.", place=here.lines, term=term.id)
            names = quoted(term.in_language(there.language).allowed)
            yield Finding(there.start, "terms", told, msg("Call it {names:or}.", names=names), "warning", here.start)


def _named(section: Section, names: Lexicon) -> set[str]:
    return {mention.target for prose in section.prose for mention in find_all(prose.text, names)}


def _term(target: str) -> str:
    """The id of the term that a mention leads to; of a page, its path, which is no term's id."""
    return target.removeprefix(f"{GLOSSARY}#")


def _untranslated(prose: Prose, section: Section) -> bool:
    strange = len(foreign_letter(section.language).findall(prose.text))
    if strange * 2 <= LONG or len(prose.text.split()) < LONG:  # at least half of the letters, and a word has one
        return False
    words = _plain_words(ADDRESS.sub("", prose.text))
    return len(words) >= LONG and is_foreign(" ".join(words), section.language)


def _plain_words(text: str) -> list[str]:
    """The words of a text without names and acronyms: without those that have a capital inside a sentence."""
    first, *rest = [word[0] for word in WORD.finditer(text)] or [""]
    return [first, *(word for word in rest if word.islower())]


def _line(prose: Prose, match: re.Match[str]) -> int:
    return prose.line + prose.text.count("\n", 0, match.start())


def _letters(word: str) -> tuple[Message, ...]:
    return tuple(msg("{sign} is {code}", sign=sign, code=f"U+{ord(sign):04X}") for sign in word if sign.isascii())
