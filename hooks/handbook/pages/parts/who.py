"""`who`: who is who for a responsibility, in words."""

from collections.abc import Iterator

from ...model.facts import Responsibility
from ..context import PageContext


def render(context: PageContext, _: str | None) -> str:
    """Who is who for the responsibility of this page, in words."""
    id_ = context.path.rsplit("/", 1)[-1].removesuffix(".md")
    duty = context.facts.responsibilities.get(id_)
    return "\n".join(_who(context, duty)) if duty else ""


def _who(context: PageContext, duty: Responsibility) -> Iterator[str]:
    for part, roles in duty.parts:
        if roles:
            yield f"- **{context.label(part)}**: {context.roles(roles)}"
    for help_ in duty.helped_by:
        said = f"{context.role(help_.party)} ({help_.does[context.language]})"
        yield f"- **{context.label('helps')}**: {said}"
