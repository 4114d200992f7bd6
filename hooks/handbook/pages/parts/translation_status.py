"""`translation-status`: totals, and the pages where a language is behind or the languages were never confirmed."""

from collections.abc import Iterator

from markupsafe import Markup

from ...languages.registry import language
from ...parity.status import PageStatus, status, total
from ..context import PageContext
from ..elements import element, paragraph
from ..tables import stacked_table


def render(context: PageContext, _: str | None) -> Iterator[Markup]:
    """A sentence with totals and, if anything is open, a table with a row for each page concerned."""
    pages = status(context.handbook)
    sums = total(pages)
    confirmed = sums.in_step - sums.seeds
    summary = context.label(
        "status-sum",
        pages=str(len(pages)),
        sections=str(sums.sections),
        confirmed=str(confirmed),
        seeds=str(sums.seeds),
        keeps=str(sums.keeps),
        waivers=str(sums.waivers),
    )
    rows = [_row(context, page_status) for page_status in pages if not page_status.confirmed or page_status.waivers]
    heads = [
        context.label("page"),
        *(context.label("owes", language=language(code).label) for code, _ in sums.owes),
        *(context.label(key) for key in ("to-confirm", "seeds", "waivers")),
    ]
    yield paragraph(summary if rows else f"{summary} {context.label('all-in-step')}")
    if rows:
        yield stacked_table(heads, rows)


def _row(context: PageContext, page_status: PageStatus) -> tuple[str, ...]:
    page = context.handbook.page(context.language, f"{page_status.page}.md")
    name = context.link(page.path, page.title) if page else element("code", page_status.page)
    owed = (number for _, number in page_status.owes)
    numbers = (*owed, page_status.to_confirm, page_status.seeds, page_status.waivers)
    return name, *(str(number) if number else "–" for number in numbers)
