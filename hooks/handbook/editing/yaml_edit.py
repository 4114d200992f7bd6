"""Edits YAML files at the positions that the parser reports; every other character of the file stays as it was."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import yaml

from ..languages.messages import msg
from ..model.errors import RefusedError
from ..reading.files import BOM
from .yaml_nodes import KeyPath, ListScalar, key_node, keys, parse, value_at


@dataclass(frozen=True, slots=True, order=True)
class Edit:
    """Replaces the characters from `start` up to `end` with `text`; positions do not count a byte order mark."""

    start: int
    end: int
    text: str


def apply_edits(path: str, text: str, edits: Iterable[Edit]) -> str:
    """Return the text of a file with edits applied. Raises `RefusedError` if the result is not YAML."""
    bom, text = text[: text.startswith(BOM)], text.removeprefix(BOM)
    for edit in sorted(set(edits), reverse=True):
        text = text[: edit.start] + edit.text + text[edit.end :]
    try:
        parse(text)
    except yaml.YAMLError:
        raise _unsupported_layout(path) from None
    return bom + text


def replace_scalar(node: yaml.Node, value: str) -> Edit:
    """Replace a scalar with another value, in the same quotes."""
    quote = node.style if isinstance(node, yaml.ScalarNode) and node.style in ("'", '"') else ""
    return Edit(node.start_mark.index, node.end_mark.index, f"{quote}{value}{quote}")


def insert_list_item(text: str, previous: ListScalar, value: str) -> Edit:
    """Insert a list item after the item of another scalar, in the style of the list."""
    if getattr(previous.list, "flow_style", False):
        return Edit(previous.item.end_mark.index, previous.item.end_mark.index, f", {value}")
    return _insert_below(text, previous.item, [f"{' ' * previous.list.start_mark.column}- {value}"])


def insert_entry(text: str, previous: str | None, lines: Sequence[str]) -> Edit:
    """Insert the lines of a new entry into the top mapping, below the entry `previous` or else below the last."""
    top = parse(text)
    if isinstance(top, yaml.MappingNode) and not top.value:  # {}
        return Edit(top.start_mark.index, top.end_mark.index, newline(text).join(lines))
    names = [key.value for key in keys(top)]
    name = previous if previous in names else next(reversed(names), None)
    return _insert_below(text, value_at(top, (name,)) if name else None, lines)


def insert_key(text: str, key_path: KeyPath, key: str, value: str) -> Edit:
    """Insert a key below the last one of the mapping at a key path, with a value that is YAML on one line."""
    entry = value_at(parse(text), key_path)
    if entry is not None and getattr(entry, "flow_style", False):
        end = entry.end_mark.index - 1
        return Edit(end, end, f", {key}: {value}")
    return _insert_below(text, entry, [f"{' ' * (entry.start_mark.column if entry else 0)}{key}: {value}"])


def delete_entry(path: str, text: str, *names: str) -> Edit:
    """Delete the entry that these keys lead to. Raises `RefusedError` if the entry shares a line with another."""
    top = parse(text)
    key, value = key_node(value_at(top, names[:-1]), names[-1]), value_at(top, names)
    if not key or not value:
        raise _unsupported_layout(path)
    return _delete_lines(path, text, key, value, "")


def delete_item(path: str, text: str, item: yaml.Node) -> Edit:
    """Delete an item of a list. Raises `RefusedError` if it shares a line with anything but its dash."""
    return _delete_lines(path, text, item, item, "-")


def _delete_lines(path: str, text: str, first: yaml.Node, last: yaml.Node, before: str) -> Edit:
    text = text.removeprefix(BOM)
    start = text.rfind("\n", 0, first.start_mark.index) + 1
    if text[start : first.start_mark.index].strip() != before:
        raise _unsupported_layout(path)
    return Edit(start, _line_end(text, _end(text, last)), "")


def replace_list(text: str, node: yaml.SequenceNode, values: Sequence[str]) -> Edit:
    """Replace the items of a list in its style; a list that stood on lines of its own is `[]` when it is empty."""
    if node.flow_style or not values:
        lines = f"[{', '.join(values)}]"
    else:
        indent = newline(text) + " " * node.start_mark.column
        lines = indent.join(f"- {value}" for value in values)
    return Edit(node.start_mark.index, _end(text.removeprefix(BOM), node), lines)


def quoted(value: str) -> str:
    """Return a text as a scalar in double quotes."""
    return json.dumps(value, ensure_ascii=False)


def newline(text: str) -> str:
    """Return the line ending that a text uses."""
    return "\r\n" if "\r\n" in text else "\n"


def _insert_below(text: str, node: yaml.Node | None, lines: Iterable[str]) -> Edit:
    """Insert lines below the last line of a node, or at the end of the text for None, with the text's line ending."""
    text = text.removeprefix(BOM)
    start = _line_end(text, _end(text, node) if node else len(text))
    end = newline(text)
    gap = end if text[:start] and not text[:start].endswith("\n") else ""
    return Edit(start, start, gap + "".join(f"{line}{end}" for line in lines))


def _unsupported_layout(path: str) -> RefusedError:
    return RefusedError(
        msg("{path} is written on one line, so nothing can be added to it: give each entry its own lines.", path=path)
    )


def _end(text: str, node: yaml.Node) -> int:
    """Return the position after a node's last character; for the parser, a block ends where the next node begins."""
    children = node.value if isinstance(node, yaml.CollectionNode) else ()
    if children and not getattr(node, "flow_style", False):
        last = children[-1]
        return _end(text, last[1] if isinstance(last, tuple) else last)
    return len(text[: node.end_mark.index].rstrip())


def _line_end(text: str, index: int) -> int:
    end = text.find("\n", index)
    return len(text) if end < 0 else end + 1
