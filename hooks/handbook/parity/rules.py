"""The rules of this package, in groups: a new rule is a function in a module here and a line below."""

from collections.abc import Callable, Iterator

from ..model.finding import Finding
from ..model.handbook import Handbook
from . import blocks, locks, pages, script, tables, values
from .sentences import rules as sentences
from .words import outdated, wording

Rule = Callable[[Handbook], Iterator[Finding]]
"""A rule yields findings on a handbook; its name with hyphens is its id."""

SECTION_RULES: tuple[Rule, ...] = (
    values.numbers,
    values.contacts,
    script.script,
    script.untranslated,
    wording.terms,
    wording.length,
    wording.paragraphs,
    outdated.former_names,
    outdated.typed_counts,
    sentences.sentences,
    sentences.frequency,
    sentences.role_names,
)
"""Rules that read the sections of one page at a time, and otherwise only the facts and the titles of pages."""

PAIR_RULES: tuple[Rule, ...] = (
    pages.missing_page,
    pages.outline,
    pages.links,
    blocks.blocks,
    blocks.list_,
    tables.table,
    blocks.code,
    blocks.images,
    blocks.inline_code,
    *SECTION_RULES,
)
"""Rules that compare the two languages of a page."""

LOCK_RULES: tuple[Rule, ...] = (locks.behind, locks.to_confirm, locks.too_many_keeps, locks.lock_syntax)
"""Rules that compare a page with what both languages last agreed on."""
