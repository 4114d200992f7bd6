"""A table that a phone shows as one block a row, each cell with its own label."""

from collections.abc import Iterable


def stacked(heads: list[str], rows: Iterable[tuple[str, ...]]) -> str:
    """A Markdown table; from the second column on each cell carries its head, for narrow screens."""
    lines = [_line(heads), _line("---" for _ in heads), *(_line(_labelled(heads, row)) for row in rows)]
    table = "\n".join(lines)
    return f'<div class="handbook-stack" markdown>\n\n{table}\n\n</div>'


def _labelled(heads: list[str], row: tuple[str, ...]) -> Iterable[str]:
    yield row[0]
    for head, cell in zip(heads[1:], row[1:], strict=True):
        yield f'<span class="handbook-label">{head}: </span>{cell}'


def _line(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"
