"""`load`: how many parts each role has, and what an overloaded role could hand over."""

from collections.abc import Iterator

from markupsafe import Markup, escape

from ...crosslinks import relations
from ...languages.labels import LETTERS
from ...model.facts import Responsibility, Role
from ..context import PageContext
from ..elements import bullets, element, lines, paragraph, strong
from ..tables import table

OVERLOAD = 5
"""A role that is accountable for this many responsibilities is overloaded: more than half of those of a team."""


def render(context: PageContext, _: str | None) -> Iterator[Markup]:
    """A folded table with the number of parts per letter, and advice for each overloaded role."""
    heads = [context.label("role"), *(LETTERS[part].in_language(context.language) for part in relations.PARTS)]
    roles = context.facts.roles.values()
    rows = [_row(context, role) for role in roles]
    yield _folded(context.label("role"), len(rows), table(heads, rows, numbers=True))
    for role in roles:
        if overloaded(context, role):
            yield from _advice(context, role)


def overloaded(context: PageContext, role: Role) -> bool:
    """Whether a role is accountable for at least `OVERLOAD` responsibilities."""
    return sum(part == "accountable" for part, _ in relations.duties(context.facts, role.id)) >= OVERLOAD


def _row(context: PageContext, role: Role) -> Iterator[str]:
    parts = [part for part, _ in relations.duties(context.facts, role.id)]
    suffix = escape(" ") + strong(context.label("overload")) if overloaded(context, role) else ""
    yield context.entry_link(role) + suffix
    yield from (str(parts.count(part)) for part in relations.PARTS)


def _advice(context: PageContext, role: Role) -> Iterator[Markup]:
    yield paragraph(context.html_label("advice", role=context.entry_link(role), limit=str(OVERLOAD)))
    items = [_item(context, duty, role) for duty in _transferable(context, role)]
    yield _folded(context.label("duties"), len(items), bullets(items))


def _folded(label: str, number: int, inside: Markup) -> Markup:
    """A long list, folded below one line with its number."""
    return element("details", lines([element("summary", f"{label} · {number}"), inside]))


def _transferable(context: PageContext, role: Role) -> Iterator[Responsibility]:
    """The responsibilities that a role is accountable for and another role carries out."""
    for part, duty in relations.duties(context.facts, role.id):
        if part == "accountable" and set(duty.responsible) - {role.id}:
            yield duty


def _item(context: PageContext, duty: Responsibility, role: Role) -> Markup:
    others = [id_ for id_ in duty.responsible if id_ != role.id]
    return context.entry_link(duty) + ": " + context.role_links(others)
