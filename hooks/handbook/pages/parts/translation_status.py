"""How both languages stand, for readers: sums, and the pages where one language is behind or nobody has read both."""

from ...parity.status import PageStatus, status, total
from ..context import Stand
from ..tables import stacked


def translation_status(stand: Stand, _: str | None) -> str:
    """One sentence of sums and, if anything is open, a table with a row for each page concerned."""
    pages = status(stand.handbook)
    everything = total(pages)
    confirmed = everything.in_step - everything.seeds
    said = stand.label(
        "status-sum",
        pages=str(len(pages)),
        sections=str(everything.sections),
        confirmed=str(confirmed),
        seeds=str(everything.seeds),
        keeps=str(everything.keeps),
        waivers=str(everything.waivers),
    )
    rows = [_row(stand, one) for one in pages if not one.settled or one.waivers]
    heads = [
        stand.label(key)
        for key in ("page", *(f"owes-{code}" for code, _ in everything.owes), "to-confirm", "seeds", "waivers")
    ]
    return f"{said}\n\n{stacked(heads, rows)}" if rows else f"{said} {stand.label('all-in-step')}"


def _row(stand: Stand, one: PageStatus) -> tuple[str, ...]:
    page = stand.handbook.page(stand.language, f"{one.page}.md")
    name = stand.link(page.path, page.title) if page else f"`{one.page}`"
    numbers = (*(number for _, number in one.owes), one.to_confirm, one.seeds, one.waivers)
    return name, *(str(number) if number else "–" for number in numbers)
