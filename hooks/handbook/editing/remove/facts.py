"""The facts after a removal: the heir stands wherever the page stood, once, and in the strongest part only."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, fields
from typing import Any

import yaml

from ...crosslinks.references import KINDS, references
from ...model.handbook import Handbook
from ...parity.new_locks import Writes
from ...reading.files import exact_text
from .. import page_names, yaml_edit, yaml_nodes
from ..move import Move
from ..yaml_edit import Edit
from ..yaml_nodes import KeyPath

STRONGER = {
    "consulted": ("accountable", "responsible"),
    "informed": ("accountable", "responsible", "consulted"),
    "proposes": ("decides",),
    "consents": ("decides",),
    "attends": ("leads",),
    "deputies": ("id",),
}
"""The lists in which nobody stands who stands in one of these other parts of the entry."""


@dataclass(frozen=True, slots=True)
class Table:
    """A file of facts while it is edited: its path, its text and its parsed top."""

    file: str
    text: str
    top: yaml.Node | None

    def replaced(self, key_path: KeyPath, value: str) -> Iterator[Edit]:
        """Yield the edit that gives a scalar another value."""
        if node := yaml_nodes.value_at(self.top, key_path):
            yield yaml_edit.replace_scalar(node, value)


def handed_over(book: Handbook, move: Move) -> tuple[Writes, Mapping[str, set[str]]]:
    """Return the changed files of facts, and the ids of the entries that end, by table.

    Besides the entries of the page itself, an exchange between the page and its heir ends.
    """
    used = _uses(book, move)
    ended = _ended(book, move)
    writes: dict[str, str | None] = {}
    for name in sorted(
        {*used, *ended, *(file for file, _, page in book.facts.named_pages if _leads_to(page, move.old))}
    ):
        text = exact_text(book.root, file := f"facts/{name}.yml")
        table = Table(file, text, yaml_nodes.parse(text))
        edits = [yaml_edit.delete_entry(file, text, id_) for id_ in sorted(ended.get(name, ()))]
        for id_ in used.get(name, {}).keys() - ended.get(name, set()):
            edits += _entry(book, move, table, getattr(book.facts, name)[id_], used[name][id_])
        edits += _named_pages(book, move, name, table, ended.get(name, set()))
        writes[file] = yaml_edit.apply_edits(file, text, edits)
    return writes, ended


def _uses(book: Handbook, move: Move) -> dict[str, dict[str, list[KeyPath]]]:
    """Return the key paths at which the id stands, by table and entry."""
    uses: dict[str, dict[str, list[KeyPath]]] = {}
    for table, key_path, kind, _, id_ in references(book.facts):
        if (kind, id_) == (KINDS.get(move.kind), move.ids[0]):
            uses.setdefault(table, {}).setdefault(str(key_path[0]), []).append(key_path)
    return uses


def _ended(book: Handbook, move: Move) -> dict[str, set[str]]:
    ended = {page_names.TABLES[move.kind]: {move.ids[0]}, "guides": {move.old}}
    if move.kind == "role":
        exchanges = book.facts.exchanges.values()
        ended["exchanges"] = {exchange.id for exchange in exchanges if {*exchange.between} == {*move.ids}}
    return {table: there for table, ids in ended.items() if (there := ids & getattr(book.facts, table).keys())}


def _entry(book: Handbook, move: Move, table: Table, entry: Any, uses: Iterable[KeyPath]) -> Iterator[Edit]:
    """Yield the edits of an entry that names the page: its single values, its dotted lines and its lists."""
    heir = move.ids[1]
    for key_path in uses:
        match key_path:
            case (_, "mentor") if entry.id == heir:
                yield yaml_edit.delete_entry(table.file, table.text, *map(str, key_path))
            case (_, "reports_to") if entry.id == heir:
                yield from table.replaced(key_path, book.facts.roles[move.ids[0]].reports_to)
            case (_, _) | (_, "between", _):
                yield from table.replaced(key_path, heir)
            case (_, "dotted", int(number), _):
                yield from _dotted(move, table, entry, number)
    yield from _lists(move, table, entry)


def _dotted(move: Move, table: Table, role: Any, number: int) -> Iterator[Edit]:
    """Yield the edit of a dotted line; it ends where it would lead to the role itself, its boss, or twice to one."""
    boss = move.ids[1] if role.reports_to == move.ids[0] else role.reports_to
    if move.ids[1] not in {role.id, boss, *(line.role for line in role.dotted)}:
        yield from table.replaced((role.id, "dotted", number, "role"), move.ids[1])
    elif len(role.dotted) == 1:
        yield yaml_edit.delete_entry(table.file, table.text, role.id, "dotted")
    elif item := yaml_nodes.value_at(table.top, (role.id, "dotted", number)):
        yield yaml_edit.delete_item(table.file, table.text, item)


def _lists(move: Move, table: Table, entry: Any) -> Iterator[Edit]:
    """Yield the edits of the lists of ids of an entry: the heir in place of the page, without doubles."""
    old, heir = move.ids
    now = {field.name: _ids(getattr(entry, field.name), old, heir) for field in fields(entry)}
    for key, ids in now.items():
        before = getattr(entry, key)
        if key == "between" or not isinstance(before, tuple) or not all(isinstance(id_, str) for id_ in before):
            continue
        stronger = {id_ for other in STRONGER.get(key, ()) for id_ in now[other]}
        left = [id_ for id_ in ids if id_ != heir or heir not in stronger]
        node = yaml_nodes.value_at(table.top, (entry.id, key))
        if isinstance(node, yaml.SequenceNode) and left != [*before]:
            yield yaml_edit.replace_list(table.text, node, left)


def _ids(value: Any, old: str, heir: str) -> tuple[str, ...]:
    ids = (value,) if isinstance(value, str) else value if isinstance(value, tuple) else ()
    return tuple(dict.fromkeys(heir if id_ == old else id_ for id_ in ids if isinstance(id_, str)))


def _named_pages(book: Handbook, move: Move, name: str, table: Table, ended: set[str]) -> Iterator[Edit]:
    """Yield the edits of entries that name the page; an anchor that the heir's page does not have is left out."""
    for file, id_, page in book.facts.named_pages:
        if file == name and _leads_to(page, move.old) and id_ not in ended:
            anchor = page.partition("#")[2]
            heirs = [book.page(code, move.new) for code in book.languages]
            kept = anchor and all(heir and anchor in heir.anchors for heir in heirs)
            yield from table.replaced((id_, "page"), f"{move.new}#{anchor}" if kept else move.new)


def _leads_to(page: str, path: str) -> bool:
    return page.partition("#")[0] == path
