"""How both languages stand, for readers: sums, and the pages where one language is behind or nobody has read both."""

from ...languages.registry import language
from ...parity.status import PageStatus, status, total
from ..context import PageContext
from ..tables import stacked


def render(context: PageContext, _: str | None) -> str:
    """One sentence of sums and, if anything is open, a table with a row for each page concerned."""
    pages = status(context.handbook)
    everything = total(pages)
    confirmed = everything.in_step - everything.seeds
    said = context.label(
        "status-sum",
        pages=str(len(pages)),
        sections=str(everything.sections),
        confirmed=str(confirmed),
        seeds=str(everything.seeds),
        keeps=str(everything.keeps),
        waivers=str(everything.waivers),
    )
    rows = [_row(context, one) for one in pages if not one.settled or one.waivers]
    heads = [
        context.label("page"),
        *(context.label("owes", language=language(code).label) for code, _ in everything.owes),
        *(context.label(key) for key in ("to-confirm", "seeds", "waivers")),
    ]
    return f"{said}\n\n{stacked(heads, rows)}" if rows else f"{said} {context.label('all-in-step')}"


def _row(context: PageContext, one: PageStatus) -> tuple[str, ...]:
    page = context.handbook.page(context.language, f"{one.page}.md")
    name = context.link(page.path, page.title) if page else f"`{one.page}`"
    numbers = (*(number for _, number in one.owes), one.to_confirm, one.seeds, one.waivers)
    return name, *(str(number) if number else "–" for number in numbers)
