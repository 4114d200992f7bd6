"""What tables change in the facts: cell by cell, and as the new texts of the files."""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby

import yaml

from ...languages.messages import Message, msg
from ...model.errors import RefusedError
from ...model.handbook import Handbook
from ...parity.new_locks import Writes
from ...publishing.tables import LETTERS, LIST, RACI, Row, Table, columns_of, tables
from ...reading.files import exact_text
from ..yaml_edit import Edit, apply_edits, delete_entry, insert_entry, insert_key
from ..yaml_nodes import parse, value_at

PLAIN = re.compile(r"[^\W\d_][\w@./-]*(?: [\w@./-]+)*")
"""A text that needs no quotes in YAML."""
WORDS = frozenset({"true", "false", "yes", "no", "on", "off", "null"})
PEOPLE = "people"


@dataclass(frozen=True, slots=True)
class Change:
    """A cell that differs: its file, the row's id, the key in the entry, and the texts before and now.

    For a row that is new or gone, `key` is empty and `row` holds it.
    """

    file: str
    id: str
    key: str
    before: str
    now: str
    row: Row | None = None

    @property
    def message(self) -> Message:
        """The change for people to read."""
        names = {"file": f"facts/{self.file}.yml", "id": self.id}
        if not self.key:
            return msg("{file}: {id}: added", **names) if self.now else msg("{file}: {id}: removed", **names)
        texts = {"key": self.key, "before": self.before or "—", "now": self.now or "—"}
        return msg("{file}: {id}: {key}: {before} → {now}", **names, **texts)


def changes(handbook: Handbook, sheets: Mapping[str, Mapping[str, Row]]) -> tuple[Change, ...]:
    """Return what the sheets of a spreadsheet change; sheets and columns that are not there change nothing.

    Raises `RefusedError` if a row is new or gone where only its own page or file can add or remove it.
    """
    known = {table.name: table for table in tables(handbook)}
    return tuple(change for name, rows in sheets.items() if name in known for change in _changes(known[name], rows))


def _changes(table: Table, rows: Mapping[str, Row]) -> Iterator[Change]:
    if table.name == PEOPLE:
        for id_ in rows.keys() - table.rows.keys():
            yield Change(PEOPLE, id_, "", "", id_, rows[id_])
        for id_ in table.rows.keys() - rows.keys():
            yield Change(PEOPLE, id_, "", id_, "")
    elif unknown := sorted(rows.keys() ^ table.rows.keys()):
        raise RefusedError(
            msg(
                "The sheet “{sheet}” must have the rows of facts/{file}.yml; these are new or missing: {ids}. Add or "
                "remove an entry in that file, then export the tables again.",
                sheet=table.name,
                file=table.file,
                ids=", ".join(unknown),
            )
        )
    for id_ in [id_ for id_ in table.rows if id_ in rows]:
        before = table.rows[id_]
        now = {column: rows[id_].get(column, before[column]) for column in table.columns}
        before, now = (_by_part(before), _by_part(now)) if table.name == RACI else (before, now)
        yield from (Change(table.file, id_, key, before[key], now[key]) for key in before if before[key] != now[key])


def _by_part(row: Row) -> Row:
    """The roles of each part of a responsibility, in the order of the columns."""
    if wrong := sorted({text for text in row.values() if {*text.upper()} - {*LETTERS.values()}}):
        raise RefusedError(msg("“{text}” is none of the letters A, R, C and I.", text=wrong[0]))
    return {
        part: " ".join(role for role, text in row.items() if letter in text.upper()) for part, letter in LETTERS.items()
    }


def new_texts(handbook: Handbook, found: tuple[Change, ...]) -> Writes:
    """Return the new texts of the files of facts, in which only what changed is different."""
    writes: dict[str, str | None] = {}
    for file, group in groupby(sorted(found, key=lambda change: change.file), lambda change: change.file):
        path = f"facts/{file}.yml"
        text = exact_text(handbook.root, path)
        for change in group:
            text = apply_edits(path, text, [_edit(handbook, path, text, change)])
        writes[path] = text
    return writes


def _edit(handbook: Handbook, path: str, text: str, change: Change) -> Edit:
    lists = {key for key, kind in columns_of(handbook, change.file).items() if kind == LIST} if change.row else set()
    if change.row is not None:
        keys = [key for key in change.row if key != "id" and change.row[key]]
        lines = [f"  {key}: {_value(change.row[key], key in lists)}" for key in keys]
        return insert_entry(text, None, [f"{change.id}:", *lines])
    if not change.key:
        return delete_entry(path, text, change.id)
    return _cell_edit(handbook, text, change)


def _cell_edit(handbook: Handbook, text: str, change: Change) -> Edit:
    """Replace the value of a key, or add the key below the entry's others."""
    node = value_at(parse(text), (change.id, *change.key.split(".")))
    is_list = _is_list(handbook, change)
    if node is None:
        return _added_key(text, change, _value(change.now, is_list))
    if not isinstance(node, yaml.SequenceNode):
        return Edit(node.start_mark.index, node.end_mark.index, _value(change.now, is_list))
    words = _ordered(change, [str(item.value) for item in node.value])
    if node.flow_style or not words:
        end = node.end_mark.index if node.flow_style else node.value[-1].end_mark.index
        return Edit(node.start_mark.index, end, _value(" ".join(words), True))
    lines = [f"- {_value(word, False)}" for word in words]
    indent = f"\n{' ' * node.start_mark.column}"
    return Edit(node.start_mark.index, node.value[-1].end_mark.index, indent.join(lines))


def _ordered(change: Change, before: list[str]) -> list[str]:
    """The words of a list now; in a part of a responsibility, whose cells have no order, those that stay come first."""
    words = change.now.split()
    if change.file != "responsibilities":
        return words
    return [word for word in before if word in words] + [word for word in words if word not in before]


def _added_key(text: str, change: Change, value: str) -> Edit:
    """Add a key to an entry, or the text of one language to a phrase, which may be new itself."""
    key, _, code = change.key.partition(".")
    if not code:
        return insert_key(text, (change.id,), key, value)
    if value_at(parse(text), (change.id, key)) is None:
        return insert_key(text, (change.id,), key, f"{{{code}: {value}}}")
    return insert_key(text, (change.id, key), code, value)


def _is_list(handbook: Handbook, change: Change) -> bool:
    if change.file == "responsibilities":
        return change.key != "accountable" or " " in change.now
    return columns_of(handbook, change.file)[change.key] == LIST


def _value(text: str, is_list: bool) -> str:
    """A text, or the words of a list, as YAML on one line; an empty text is no value."""
    if is_list:
        return f"[{', '.join(_value(word, False) for word in text.split())}]"
    if not text:
        return "null"
    if text.isdecimal() and not text.startswith("0"):
        return text
    plain = PLAIN.fullmatch(text) and text.lower() not in WORDS
    return text if plain else json.dumps(text, ensure_ascii=False)
