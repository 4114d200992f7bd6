"""`who`: the roles of a responsibility by their part, and the help it gets from outside."""

from collections.abc import Iterator

from ...model.facts import Responsibility
from ..context import PageContext


def render(context: PageContext, _: str | None) -> str:
    """A list of the roles that have a part in the page's responsibility."""
    duty = context.facts.responsibilities.get(context.page_id)
    return "\n".join(_items(context, duty)) if duty else ""


def _items(context: PageContext, duty: Responsibility) -> Iterator[str]:
    for part, roles in duty.parts:
        if roles:
            yield f"- **{context.label(part)}**: {context.role_links(roles)}"
    for outside_help in duty.helped_by:
        text = f"{context.role_link(outside_help.party)} ({outside_help.does[context.language]})"
        yield f"- **{context.label('helps')}**: {text}"
