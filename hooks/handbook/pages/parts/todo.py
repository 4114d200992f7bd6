"""`todo`: what a draft still lacks, for its readers."""

from ..context import PageContext


def render(context: PageContext, what: str | None) -> str:
    """A line where a draft still lacks something, so that nobody takes the page for finished; search passes it over."""
    return f"*{context.label('todo', what=what or '…')}*{{ data-search-exclude }}"
