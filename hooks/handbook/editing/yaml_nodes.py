"""Finds places in a YAML file: the nodes of keys, values and items of lists, with their positions in the text."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import yaml

from ..reading.files import BOM
from ..reading.limits.yaml import LOADER, check_yaml

KeyPath = Sequence[str | int]
"""The keys and list indexes that lead from the top of a document to a value."""


@dataclass(frozen=True, slots=True)
class ListScalar:
    """A scalar inside a list: its node, the list item that contains it, and the list."""

    node: yaml.ScalarNode
    item: yaml.Node
    list: yaml.Node

    @property
    def text(self) -> str:
        return str(self.node.value)


def parse(text: str) -> yaml.Node | None:
    """Parse a YAML text with the loader that reads the handbook, so that both accept the same files.

    Raises `TooLargeError` for a text beyond a limit.
    """
    check_yaml(text)
    return yaml.compose(text.removeprefix(BOM), Loader=LOADER)


def value_at(node: yaml.Node | None, key_path: KeyPath) -> yaml.Node | None:
    """Return the value at a key path, or None if a key is missing."""
    for step in key_path:
        match node:
            case yaml.MappingNode():
                node = next((value for key, value in node.value if key.value == str(step)), None)
            case yaml.SequenceNode():
                node = node.value[int(step)]
            case _:
                return None
    return node


def key_node(mapping: yaml.Node | None, name: str) -> yaml.Node | None:
    """Return the node of a key of a mapping, or None."""
    return next((key for key in keys(mapping) if key.value == name), None)


def keys(mapping: yaml.Node | None) -> Iterator[yaml.Node]:
    """Yield the nodes of the keys of a mapping; none for another node."""
    return (key for key, _ in mapping.value) if isinstance(mapping, yaml.MappingNode) else iter(())


def list_scalars(
    node: yaml.Node | None, item: yaml.Node | None = None, parent: yaml.Node | None = None
) -> Iterator[ListScalar]:
    """Yield every scalar inside a list, at any depth, with its nearest list; keys of mappings are left out."""
    match node:
        case yaml.ScalarNode() if item and parent:
            yield ListScalar(node, item, parent)
        case yaml.SequenceNode():
            for child in node.value:
                yield from list_scalars(child, child, node)
        case yaml.MappingNode():
            for _, value in node.value:
                yield from list_scalars(value, item, parent)


def items_left_empty(node: yaml.Node | None, value: str) -> Iterator[yaml.Node]:
    """Yield the items of nested lists that hold nothing but this value: the scalar itself, or all around it."""
    for item in node.value if isinstance(node, yaml.SequenceNode) else ():
        scalars = [*list_scalars(item, item, node)]
        if scalars and all(scalar.text == value for scalar in scalars):
            yield item
        elif isinstance(item, yaml.MappingNode):
            for _, inner in item.value:
                yield from items_left_empty(inner, value)
