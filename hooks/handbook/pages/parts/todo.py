"""`todo`: what a draft still lacks."""

from ..context import PageContext


def render(context: PageContext, what: str | None) -> str:
    """A line that tells readers what is missing in a draft, excluded from the search index."""
    return f"*{context.label('todo', what=what or '…')}*{{ data-search-exclude }}"
