"""Markdown tables, among them tables that a phone shows as one block per row."""

from collections.abc import Iterable


def table(heads: list[str], rows: Iterable[Iterable[str]], align: str = "---") -> str:
    """A Markdown table; `align` is the delimiter of every column but the first, such as `:-:`."""
    delimiters = ["---", *(align for _ in heads[1:])]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in (heads, delimiters, *rows))


def stacked_table(heads: list[str], rows: Iterable[tuple[str, ...]]) -> str:
    """A table whose cells, from the second column on, repeat the head of their column for narrow screens."""
    labelled = table(heads, (_labelled(heads, row) for row in rows))
    return f'<div class="handbook-stack" markdown>\n\n{labelled}\n\n</div>'


def _labelled(heads: list[str], row: tuple[str, ...]) -> Iterable[str]:
    yield row[0]
    for head, cell in zip(heads[1:], row[1:], strict=True):
        yield f'<span class="handbook-label">{head}: </span>{cell}'
