"""HTML tables, among them tables that a phone shows as one block per row, and what narrows them: links, and a list.

The list is that of all roles, in which readers choose their own. The choice stays on their device; without a script
the list is not shown, and every row is.
"""

from collections.abc import Iterable, Iterator, Sequence

from markupsafe import Markup

from .context import PageContext
from .elements import element, joined, lines, paragraph


def table(heads: Iterable[str], rows: Iterable[Iterable[str]], numbers: bool = False) -> Markup:
    """A table; `numbers`: every column but the first holds numbers."""
    return table_of_cells(_cells("th", heads, numbers), (_cells("td", row, numbers) for row in rows))


def table_of_cells(
    heads: Iterable[Markup], rows: Iterable[Iterable[Markup]], caption: Markup | None = None, **attributes: str
) -> Markup:
    """A table of finished cells: `th` elements, and rows of cells; `caption` is a finished element."""
    head, body = element("thead", lines([_row(heads)])), element("tbody", lines(map(_row, rows)))
    return element("table", lines([*filter(None, [caption]), head, body]), **attributes)


def stacked_table(heads: list[str], rows: Iterable[tuple[str, ...]]) -> Markup:
    """A table whose cells, from the second column on, repeat the head of their column on narrow screens."""
    return table_of_cells(_cells("th", heads, numbers=False), (_labelled(heads, row) for row in rows))


def hidden_label(text: str) -> Markup:
    """A text that only narrow screens show."""
    return element("span", text, class_="handbook-label")


def row_filters(context: PageContext, name: str, choices: Sequence[tuple[str, str]]) -> Iterator[Markup]:
    """Links for the table in the division `handbook-<name>`, one for each (class, text).

    A choice shows the rows that contain an element of its class, and marks these; a link below shows all rows again.
    The choice is part of the address, so that it can be shared.
    """
    links = [element("a", text, href=f"#only-{key}") for key, text in choices]
    rules = element("style", "".join(_rules(name, key) for key, _ in choices))  # valid only as a first child
    yield element("div", rules, *(element("i", id=f"only-{key}") for key, _ in choices))
    summary = element("summary", context.label("show-only"))
    inside = lines([summary, paragraph(joined(links, " "))])
    yield element("details", inside, class_="handbook-choices", id=f"{name}-all")
    yield element("p", element("a", context.label("all"), href=f"#{name}-all"), class_="handbook-choices all")


def _rules(name: str, key: str) -> str:
    chosen = f".handbook-part:has(#only-{key}:target)"
    hidden = f"{chosen} .handbook-{name} tbody tr:not(:has(.{key})){{display:none!important}}"
    marked = f"{chosen} .{key}{{--shown:block;--mark:var(--soft)}}"
    return f"{hidden}{marked}{chosen} [href=\\#only-{key}]{{font-weight:680}}"


def of_roles(content: str, roles: Iterable[str]) -> Markup:
    """The beginning of a row or of an entry of a list, marked with the roles that it is about."""
    return element("span", content, data_roles=" ".join(dict.fromkeys(roles)))


def role_choice(context: PageContext, *more: str) -> Markup:
    """A list of all roles, and the number of rows that are left of all; `more` follows it.

    A page may have several of these parts; only the list of the first one is shown.
    """
    roles = ((role, context.title(role)) for role in context.facts.roles.values())
    options = [
        element("option", title, value=role.id, data_href=context.address(role.id) or "") for role, title in roles
    ]
    choice = element("select", lines([element("option", context.label("every-role"), value=""), *options]))
    label = element("label", context.label("my-role"), " ", choice)
    inside = lines([label, element("output"), *more])
    return element("div", inside, class_="handbook-choices handbook-my-role", data_search_exclude="true")


def _row(cells: Iterable[Markup]) -> Markup:
    return element("tr", lines(cells))


def _cells(tag: str, texts: Iterable[str], numbers: bool) -> Iterator[Markup]:
    for number, text in enumerate(texts):
        yield element(tag, text, style="text-align: right;") if numbers and number else element(tag, text)


def _labelled(heads: list[str], row: tuple[str, ...]) -> Iterator[Markup]:
    """The cells of a row; the style sheet shows `data-label`."""
    yield element("td", row[0])
    for head, cell in zip(heads[1:], row[1:], strict=True):
        yield element("td", cell, data_label=head)
