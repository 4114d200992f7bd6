"""Reads YAML with the line of each key, so that findings about data have a line."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from sys import intern
from typing import Any

import yaml

from ..languages.messages import Message, msg
from .limits.yaml import LOADER as LOADER
from .yaml_faults import Loader, as_messages, cause, quoted_by_hand

KEY_TAGS = ("tag:yaml.org,2002:str", "tag:yaml.org,2002:merge")
"""The kinds of keys: 1, true and 2027-01-31 are none."""
KeyPath = tuple[str, ...]
"""The keys (or indices of items) from the top of a document to a value."""

TAGS = frozenset(
    f"tag:yaml.org,2002:{name}" for name in ("map", "seq", "str", "int", "float", "bool", "null", "timestamp")
)
"""The kinds of values that a file of the handbook may have."""


@dataclass(frozen=True, slots=True)
class Fault:
    """A line (from 1), what is wrong in it, and the path of a duplicate key."""

    line: int
    why: tuple[Message, ...]
    repeated: KeyPath | None = None


@dataclass(frozen=True, slots=True)
class LocatedYaml:
    """YAML data, the line of each key and item by its path, and the faults found."""

    data: Any
    lines: dict[KeyPath, int]
    faults: tuple[Fault, ...] = ()

    def under(self, key: str | None) -> "LocatedYaml":
        """Return the part below one top-level key, or everything for None."""
        if key is None or not isinstance(self.data, dict):
            return self
        lines = {path[1:]: line for path, line in self.lines.items() if path[0] == key and path[1:]}
        return LocatedYaml(self.data.get(key), lines)

    def items(self) -> Iterator["LocatedYaml"]:
        """Yield each item of a top-level list with its lines."""
        lines: dict[str, dict[KeyPath, int]] = {}
        for path, line in self.lines.items():
            lines.setdefault(path[0], {})[path[1:]] = line
        yield from (LocatedYaml(item, lines[str(index)]) for index, item in enumerate(self.data))


def load(text: str, first_line: int = 1) -> LocatedYaml:
    """Parse one YAML document that begins on `first_line` of its file."""
    loader = Loader(text)
    try:
        node = loader.get_single_node()
        data = None if node is None else loader.construct_document(node)
    except yaml.MarkedYAMLError as error:
        return LocatedYaml(None, {}, (_fault(error, text, first_line),))
    except (yaml.YAMLError, ValueError) as error:
        return LocatedYaml(None, {}, (Fault(first_line, as_messages(str(error).splitlines()[0])),))
    finally:
        loader.dispose()
    collector = _LineCollector(first_line)
    faults = tuple(collector.node(node, ())) if node is not None else ()
    return LocatedYaml(data if all(fault.repeated for fault in faults) else None, collector.lines, faults)


def _fault(error: yaml.MarkedYAMLError, text: str, first_line: int) -> Fault:
    if usual := cause(text, error):
        return Fault(first_line + usual[0], usual[1:])
    mark = error.problem_mark or error.context_mark
    return Fault(first_line + (mark.line if mark else 0), as_messages(error.context, error.problem))


class _LineCollector:
    """Collects the lines of a node tree, and its faults; aliases have been refused before (`limits/yaml.py`)."""

    def __init__(self, first_line: int) -> None:
        self.first_line = first_line
        self.lines: dict[KeyPath, int] = {}

    def node(self, node: yaml.Node, path: KeyPath) -> Iterator[Fault]:
        if node.tag not in TAGS:
            yield Fault(
                self.first_line + node.start_mark.line, (msg("the tag “{name}” is not known here", name=node.tag),)
            )
        if isinstance(node, yaml.ScalarNode) and not node.style and (why := quoted_by_hand(node.value)):
            yield Fault(self.first_line + node.start_mark.line, (why,))
        if isinstance(node, yaml.MappingNode):
            for key, value in node.value:
                yield from self.entry(key, value, (*path, intern(str(key.value))))
        elif isinstance(node, yaml.SequenceNode):
            for index, item in enumerate(node.value):
                yield from self.entry(item, item, (*path, intern(str(index))))

    def entry(self, key: yaml.Node, value: yaml.Node, path: KeyPath) -> Iterator[Fault]:
        line = self.first_line + key.start_mark.line
        if key is not value and (key.tag not in KEY_TAGS or not key.value):
            yield Fault(line, (msg("the key “{key}” is not text", key=str(key.value)),))
        if path in self.lines:
            first = self.lines[path]
            why = msg("“{key}” is here a second time (first on line {line})", key=path[-1], line=first)
            yield Fault(line, (why,), path)
        else:
            self.lines[path] = line
            yield from self.node(value, path)


def setting(text: str, key: str, environment: Mapping[str, str]) -> str:
    """Return one top-level setting of MkDocs; `!ENV [NAME, …, default]` is looked up in the environment."""
    for name, value in top_nodes(text):
        if name.value == key:
            scalars = [scalar for scalar, _ in _scalars(value)]
            if value.tag != "!ENV":
                return scalars[0] if scalars else ""
            values = (environment[scalar] for scalar in scalars if environment.get(scalar))
            return next(values, scalars[-1] if len(scalars) > 1 else "")
    return ""


def syntax_fault(text: str) -> Fault | None:
    """Return the syntax error of a YAML text, None if there is none; unknown tags are allowed."""
    top = _compose(text)
    return top if isinstance(top, Fault) else None


def top_nodes(text: str) -> Sequence[tuple[Any, Any]]:
    """Return the top-level keys and values of a YAML mapping as nodes; unknown tags are allowed."""
    top = _compose(text)
    return top.value if isinstance(top, yaml.MappingNode) else ()


@lru_cache(maxsize=1)
def _compose(text: str) -> yaml.Node | Fault | None:
    """Return the top node of a YAML text or its syntax error; cached, as one text has several settings."""
    try:
        return yaml.compose(text, Loader=LOADER)
    except yaml.MarkedYAMLError as error:
        return _fault(error, text, first_line=1)
    except yaml.YAMLError as error:
        return Fault(1, as_messages(str(error).splitlines()[0]))


def strings_under(text: str, key: str) -> Iterator[tuple[str, int]]:
    """Yield every string below one top-level key with its line; unknown tags are allowed.

    A key without a value gives an empty string.
    """
    for name, value in top_nodes(text):
        if name.value == key:
            yield from _scalars(value)


def _scalars(node: yaml.Node) -> Iterator[tuple[str, int]]:
    match node:
        case yaml.ScalarNode():
            yield str(node.value), node.start_mark.line + 1
        case yaml.SequenceNode():
            for item in node.value:
                yield from _scalars(item)
        case yaml.MappingNode():
            for key, value in node.value:
                empty = isinstance(value, yaml.ScalarNode) and not value.value
                yield from (("", key.start_mark.line + 1),) if empty else _scalars(value)
