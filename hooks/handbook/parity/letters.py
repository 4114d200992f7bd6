"""Findings about single letters: those of another alphabet, those that cannot be seen, two that are one letter."""

import re
from collections.abc import Iterator

from ..languages.letters import INVISIBLE, alphabet, described, odd_letters
from ..languages.messages import Message, msg, quoted
from ..languages.patterns import WORD
from ..languages.registry import language
from ..model.document import Prose
from ..model.finding import Finding
from ..model.section import Section
from .values import line_at

SHOWN = 3
"""The number of words or letters that a message names."""
PIECE = re.compile(r"\S+")
AROUND = ".,;:!?()[]“”„\"'’…–—"
"""What may stand next to a word without a space."""
FOREIGN = re.compile(
    r"“[^“”]{0,200}”|„[^„“”]{0,200}[“”]|\"[^\"]{0,200}\"|‘[^‘’]{0,200}’|«[^«»]{0,200}»"
    r"|(?<=[A-Za-z”] )\([^()]{0,200}\)|(?<=[A-Z]-)[^\W\d_]+"
)
"""Where a text may have words of another language: in quotation marks, in brackets after a word: trainee (приправник).

The ending of an acronym is one too, on a page that explains how to write it: CRM-а.
"""
LOOK_ALIKES = "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧνορυχ"
"""Greek letters that look like others; any other one may be a symbol: Δ, π."""


def without_foreign(text: str) -> str:
    """Returns a text of the same length with spaces where words of another language are allowed."""
    return FOREIGN.sub(lambda match: " " * len(match[0]), text)


def invisible_characters(section: Section, prose: Prose) -> Iterator[Finding]:
    """Yields a finding for each word with characters that cannot be seen."""
    for piece in PIECE.finditer(prose.text) if INVISIBLE.search(prose.text) else ():
        if found := dict.fromkeys(INVISIBLE.findall(piece[0])):
            word = INVISIBLE.sub("", piece[0]).strip(AROUND)
            characters = tuple(map(described, found))
            if word:
                message = msg(
                    "“{word}” contains characters that cannot be seen: {characters}.", word=word, characters=characters
                )
            else:
                message = msg("Characters that cannot be seen: {characters}.", characters=characters)
            advice = msg("Delete the word and type it again, or run “handbook fix”.")
            yield Finding(section.at(line_at(prose, piece.start())), "script", message, advice)


def mixed_words(section: Section, prose: Prose, listed: frozenset[str]) -> Iterator[Finding]:
    """Yields a finding for each word in letters of two alphabets."""
    for word in alphabet(section.language).mixed.finditer(prose.text):
        letters = odd_letters(word[0], section.language)
        if letters and word[0].lower() not in listed:
            message = msg(
                "The word “{word}” has letters that its language does not have: {letters}.",
                word=word[0],
                letters=_named(letters),
            )
            place = section.at(line_at(prose, word.start()))
            yield Finding(place, "script", message, msg("Type the word again in the letters of one language."))


def other_words(section: Section, prose: Prose, listed: frozenset[str]) -> Iterator[Finding]:
    """Yields one finding for all words of a block in letters that its language does not have."""
    patterns = alphabet(section.language)
    words = [
        word
        for word in patterns.other.finditer(without_foreign(prose.text))
        if not (patterns.mixed.fullmatch(word[0]) or _symbol(word[0]) or word[0].lower() in listed)
    ]
    if letters := [letter for word in words for letter in odd_letters(word[0], section.language)][:1]:
        message = msg(
            "Letters of another alphabet: {words}{more}; {letters}.",
            words=quoted(word[0] for word in words[:SHOWN]),
            more=" …" if len(words) > SHOWN else "",
            letters=_named(letters),
        )
        advice = msg("Write it in the letters of this page, put it in quotation marks, or add the name to {file}.")
        place = section.at(line_at(prose, words[0].start()))
        yield Finding(place, "script", message, advice.format(file="facts/names.yml"))


def paired_letters(section: Section, prose: Prose) -> Iterator[Finding]:
    """Yields a finding for each word with two letters that are typed for one: „конј“; „нј“ alone only names them."""
    spelling = language(section.language).spelling
    text = prose.text.lower() if spelling.pairs else ""
    for two, one in spelling.pairs.items():
        for word in WORD.finditer(prose.text) if two in text else ():
            plain = word[0].lower()
            if two in plain and two != plain and not any(part in plain for part in spelling.true_pairs):
                message = msg("The word “{word}” has “{two}” for “{one}”.", word=word[0], two=two, one=one)
                advice = msg("Type it again as “{word}”.", word=_respelt(word[0], two, one))
                yield Finding(section.at(line_at(prose, word.start())), "script", message, advice)


def _respelt(word: str, two: str, one: str) -> str:
    return re.sub(two, lambda match: one.upper() if match[0][0].isupper() else one, word, flags=re.I)


def _symbol(word: str) -> bool:
    """Whether a word is one Greek letter that looks like no other."""
    return len(word) == 1 and "Α" <= word <= "ω" and word not in LOOK_ALIKES


def _named(letters: list[str]) -> tuple[Message, ...]:
    return tuple(msg("{letter} is {code}", letter=letter, code=described(letter)) for letter in letters[:SHOWN])
