"""YAML with line numbers: so that every fault in a data file can say where it is."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import yaml

from ..languages.messages import Message, msg
from .yaml_faults import in_words

Way = tuple[str, ...]

LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""The fast parser where PyYAML was built with it."""


@dataclass(frozen=True, slots=True)
class Fault:
    """A line (from 1), what is wrong there, and, for a key written twice, the way to it."""

    line: int
    why: tuple[Message, ...]
    repeated: Way | None = None


@dataclass(frozen=True, slots=True)
class LocatedYaml:
    """YAML data, the line of each key and item by its way from the top, and the faults met."""

    data: Any
    lines: dict[Way, int]
    faults: tuple[Fault, ...] = ()

    def under(self, key: str | None) -> "LocatedYaml":
        """The part under one key of the top mapping; all of it for None."""
        if key is None or not isinstance(self.data, dict):
            return self
        lines = {way[1:]: line for way, line in self.lines.items() if way[0] == key and way[1:]}
        return LocatedYaml(self.data.get(key), lines)

    def under_item(self, index: int) -> "LocatedYaml":
        """The lines of one item of a list at the top."""
        lines = {way[1:]: line for way, line in self.lines.items() if way[0] == str(index) and way[1:]}
        return LocatedYaml(None, lines)


def load(text: str, first_line: int = 1) -> LocatedYaml:
    """Read one YAML document; `first_line` is the line of the file its text begins on."""
    loader = LOADER(text)
    try:
        node = loader.get_single_node()
        data = None if node is None else loader.construct_document(node)
    except yaml.MarkedYAMLError as error:
        return LocatedYaml(None, {}, (_fault(error, first_line),))
    except (yaml.YAMLError, ValueError) as error:
        return LocatedYaml(None, {}, (Fault(first_line, in_words(str(error).splitlines()[0])),))
    finally:
        loader.dispose()
    walk = _Walk(first_line)
    faults = tuple(walk.node(node, ())) if node is not None else ()
    return LocatedYaml(data, walk.lines, faults)


def _fault(error: yaml.MarkedYAMLError, first_line: int) -> Fault:
    mark = error.problem_mark or error.context_mark
    return Fault(first_line + (mark.line if mark else 0), in_words(error.context, error.problem))


class _Walk:
    """One walk over a node tree; a node met again (a YAML alias) is not walked twice."""

    def __init__(self, first_line: int) -> None:
        self.first_line = first_line
        self.lines: dict[Way, int] = {}
        self.seen: set[int] = set()

    def node(self, node: yaml.Node, way: Way) -> Iterator[Fault]:
        if id(node) in self.seen:
            return
        self.seen.add(id(node))
        if isinstance(node, yaml.MappingNode):
            for key, value in node.value:
                yield from self.entry(key, value, (*way, str(key.value)))
        elif isinstance(node, yaml.SequenceNode):
            for index, item in enumerate(node.value):
                yield from self.entry(item, item, (*way, str(index)))

    def entry(self, key: yaml.Node, value: yaml.Node, way: Way) -> Iterator[Fault]:
        line = self.first_line + key.start_mark.line
        if way in self.lines:
            said = msg("“{key}” stands here a second time (first on line {line})", key=way[-1], line=self.lines[way])
            yield Fault(line, (said,), way)
        else:
            self.lines[way] = line
            yield from self.node(value, way)


def setting(text: str, key: str, environment: Mapping[str, str]) -> str:
    """One top value of MkDocs' settings; `!ENV [NAME, …, otherwise]` is looked up in the environment."""
    for name, value in top_nodes(text):
        if name.value == key:
            scalars = [scalar for scalar, _ in _scalars(value)]
            if value.tag != "!ENV":
                return scalars[0] if scalars else ""
            found = (environment[scalar] for scalar in scalars if environment.get(scalar))
            return next(found, scalars[-1] if len(scalars) > 1 else "")
    return ""


def unreadable(text: str) -> Fault | None:
    """Why a text is not YAML at all, whatever tags it uses."""
    try:
        yaml.compose(text, Loader=LOADER)
    except yaml.MarkedYAMLError as error:
        return _fault(error, first_line=1)
    except yaml.YAMLError as error:
        return Fault(1, in_words(str(error).splitlines()[0]))
    return None


def top_nodes(text: str) -> Iterator[tuple[Any, Any]]:
    """The keys and values of a YAML mapping as nodes with their places, whatever tags the file uses."""
    try:
        top = yaml.compose(text, Loader=LOADER)
    except yaml.YAMLError:
        return
    yield from top.value if isinstance(top, yaml.MappingNode) else ()


def strings_under(text: str, key: str) -> Iterator[tuple[str, int]]:
    """Every string below one top key with its line, whatever tags the rest of the file uses.

    A key with nothing under it gives an empty string.
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
