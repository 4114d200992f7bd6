"""The terms of the glossary in the other languages, below the heading of each."""

from collections.abc import Iterator

from markupsafe import Markup

from ...crosslinks.lexicons import GLOSSARY
from ...model.page import Page
from ..context import PageContext
from ..elements import element

TERM = 2
"""The level of the heading of a term."""


def terms_elsewhere(context: PageContext) -> Iterator[tuple[str, Markup]]:
    """Yield the id of each heading of the glossary and what the term is called in another language, where that differs.

    Nothing on other pages.
    """
    if context.path != GLOSSARY:
        return
    terms = {code: dict(_terms(context.handbook.page(code, GLOSSARY))) for code in context.handbook.languages}
    own = terms.pop(context.language)
    for code, others in terms.items():
        for anchor, name in others.items():
            if name != own.get(anchor, name):
                yield anchor, element("p", name, class_="handbook-elsewhere", lang=code, data_search_exclude="true")


def _terms(page: Page | None) -> Iterator[tuple[str, str]]:
    """The id and text of each term of a glossary."""
    headings = page.outline.headings if page else ()
    yield from ((heading.id, heading.text) for heading in headings if heading.id and heading.level == TERM)
