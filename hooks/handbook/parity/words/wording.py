"""Rules about wording: both languages use the terms of the glossary, and their sections are about as long."""

from collections.abc import Iterator
from itertools import permutations

from ...crosslinks.lexicons import GLOSSARY, Lexicon, stems, terms_lexicon
from ...crosslinks.mentions import find_all
from ...languages.messages import msg, plural, quoted
from ...model.facts import TermForms
from ...model.finding import Finding
from ...model.handbook import Handbook
from ...model.section import Section
from ..values import line_at

COMPARED_LENGTH = 150
"""The number of letters up to which a section may be of any length."""
LONGEST_RATIO = 2.0
"""How many times as long as in the other language a section may be; in this handbook the ratio is up to 1.4."""


def terms(handbook: Handbook) -> Iterator[Finding]:
    """A term of the glossary is used in both languages, under one of its names, and never under a banned one.

    Bad: „лид“ for a lead. Good: „упит“ in Serbian where English says lead.
    """
    allowed, known, banned = (
        {code: terms_lexicon(handbook, code, kinds) for code in handbook.languages}
        for kinds in (("allowed",), ("allowed", "aliases", "banned"), ("banned",))
    )
    for texts in handbook.sections.values():
        for section in texts.values():
            yield from _banned_terms(handbook, section, banned[section.language])
        for here, there in permutations(texts.values(), 2):
            if not here.page.startswith("facts/") and handbook.default_language in (here.language, there.language):
                yield from _missing_terms(handbook, here, there, allowed[here.language], known[there.language])


def length(handbook: Handbook) -> Iterator[Finding]:
    """A section is at most twice as long as in the other language.

    Bad: four sentences in Serbian, one in English. Good: the same thoughts in both.
    """
    for left, right in handbook.section_pairs:
        shorter, longer = sorted((left, right), key=lambda section: len(section.text))
        if len(longer.text) > max(len(shorter.text) * LONGEST_RATIO, COMPARED_LENGTH):
            message = plural(
                "This section has {number} letter, {place} has {there}.",
                "This section has {number} letters, {place} has {there}.",
                number=len(shorter.text),
                place=longer.lines,
                there=len(longer.text),
            )
            advice = msg("See whether something is missing here.")
            yield Finding(shorter.start, "length", message, advice, "warning", longer.start)


def paragraphs(handbook: Handbook) -> Iterator[Finding]:
    """A section has the same number of paragraphs in both languages.

    Bad: three in Serbian, two in English. Good: three in each.
    """
    for left, right in handbook.section_pairs:
        here, there = (sum(prose.kind == "paragraph" for prose in section.prose) for section in (left, right))
        if here != there:
            message = msg(
                "The number of paragraphs here is {here}, in {place} it is {there}.",
                here=here,
                place=right.lines,
                there=there,
            )
            advice = msg("See whether one is missing.")
            yield Finding(left.start, "paragraphs", message, advice, "warning", right.start)


def _banned_terms(handbook: Handbook, section: Section, banned: Lexicon) -> Iterator[Finding]:
    for prose in section.prose:
        for mention in find_all(prose.text, banned):
            if term := handbook.facts.terms.get(_term_id(mention.target)):
                name = prose.text[mention.start : mention.end]
                replacement = _replacement(term.in_language(section.language), name, section.language)
                message = msg("“{name}” is not a term of this handbook.", name=name)
                place = section.at(line_at(prose, mention.start))
                yield Finding(place, "terms", message, msg("Write “{name}”.", name=replacement))


def _replacement(forms: TermForms, name: str, language: str) -> str:
    """Returns what to write instead of a banned form of a term, in whatever grammatical case `name` is."""
    key = stems(name, language)
    return next((other for banned, other in forms.instead.items() if stems(banned, language) == key), forms.allowed[0])


def _missing_terms(
    handbook: Handbook, here: Section, there: Section, allowed: Lexicon, known: Lexicon
) -> Iterator[Finding]:
    """Yields a finding for each term that `here` uses and `there` does not."""
    used = _targets(here, allowed)
    present = _targets(there, known) if used else set()
    for target in sorted(used - present):
        term = handbook.facts.terms.get(_term_id(target))
        if term and term.mark != "never":
            message = msg("{place} speaks of “{term}”, this section does not.", place=here.lines, term=term.id)
            advice = msg("Use {names:or}.", names=quoted(term.in_language(there.language).allowed))
            yield Finding(there.start, "terms", message, advice, "warning", here.start)


def _targets(section: Section, names: Lexicon) -> set[str]:
    return {mention.target for prose in section.prose for mention in find_all(prose.text, names)}


def _term_id(target: str) -> str:
    """Returns the id of the term that a mention links to; for a link to a page, its path, which is no term's id."""
    return target.removeprefix(f"{GLOSSARY}#")
