"""Puts words into a YAML text where its parser says they belong; every other byte stays as it was."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import yaml

from ..languages.messages import msg
from ..model.errors import RefusedError
from ..reading.files import BOM
from ..reading.yaml_lines import LOADER

Way = Sequence[str | int]


@dataclass(frozen=True, slots=True, order=True)
class Edit:
    """Replaces the characters from `start` up to `end` with `text`; positions do not count a byte order mark."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Scalar:
    """A string somewhere in a list, the item it stands in, and the list."""

    node: yaml.ScalarNode
    item: yaml.Node
    list: yaml.Node

    @property
    def text(self) -> str:
        return str(self.node.value)


def apply_edits(path: str, text: str, splices: Iterable[Edit]) -> str:
    """The text of a file with all its splices made. Raises `RefusedError` where it would be YAML no more."""
    bom, text = text[: text.startswith(BOM)], text.removeprefix(BOM)
    for one in sorted(set(splices), reverse=True):
        text = text[: one.start] + one.text + text[one.end :]
    try:
        tree(text)
    except yaml.YAMLError:
        raise _unusual(path) from None
    return bom + text


def tree(text: str) -> yaml.Node | None:
    """Parse a YAML text with the loader that reads the handbook, so that both accept the same files."""
    return yaml.compose(text.removeprefix(BOM), Loader=LOADER)


def at(node: yaml.Node | None, way: Way) -> yaml.Node | None:
    """The value at the end of a way of keys and numbers of items."""
    for step in way:
        match node:
            case yaml.MappingNode():
                node = next((value for key, value in node.value if key.value == str(step)), None)
            case yaml.SequenceNode():
                node = node.value[int(step)]
            case _:
                return None
    return node


def key(node: yaml.Node | None, name: str) -> yaml.Node | None:
    """The key of that name in a mapping."""
    return next((one for one in keys(node) if one.value == name), None)


def keys(node: yaml.Node | None) -> Iterator[yaml.Node]:
    """The keys of a mapping, in order."""
    return (one for one, _ in node.value) if isinstance(node, yaml.MappingNode) else iter(())


def scalars(node: yaml.Node | None, item: yaml.Node | None = None, inside: yaml.Node | None = None) -> Iterator[Scalar]:
    """Every string inside a list, with or without a key before it, however deep; each with its nearest list."""
    match node:
        case yaml.ScalarNode() if item and inside:
            yield Scalar(node, item, inside)
        case yaml.SequenceNode():
            for one in node.value:
                yield from scalars(one, one, node)
        case yaml.MappingNode():
            for _, value in node.value:
                yield from scalars(value, item, inside)


def replaced(node: yaml.Node, value: str) -> Edit:
    """Another value in place of a string, in the quotes that stand there."""
    quote = node.style if isinstance(node, yaml.ScalarNode) and node.style in ("'", '"') else ""
    return Edit(node.start_mark.index, node.end_mark.index, f"{quote}{value}{quote}")


def below(text: str, node: yaml.Node | None, lines: Iterable[str]) -> Edit:
    """Lines below the last line of a node, or at the end of the text for None; line ends are the text's own."""
    text = text.removeprefix(BOM)
    start = _line_end(text, _end(text, node) if node else len(text))
    end = newline(text)
    gap = end if text[:start] and not text[:start].endswith("\n") else ""
    return Edit(start, start, gap + "".join(f"{line}{end}" for line in lines))


def beside(text: str, scalar: Scalar, value: str) -> Edit:
    """One more string after an item of a list, written as the list is."""
    if getattr(scalar.list, "flow_style", False):
        return Edit(scalar.item.end_mark.index, scalar.item.end_mark.index, f", {value}")
    return below(text, scalar.item, [f"{' ' * scalar.list.start_mark.column}- {value}"])


def entry(text: str, after: str | None, lines: Sequence[str]) -> Edit:
    """A new entry of the mapping that a text is, below the entry `after`, or below the last."""
    top = tree(text)
    if isinstance(top, yaml.MappingNode) and not top.value:  # {}: nothing yet
        return Edit(top.start_mark.index, top.end_mark.index, newline(text).join(lines))
    last = after if key(top, after or "") else next(reversed([one.value for one in keys(top)]), None)
    return below(text, at(top, (last,)) if last else None, lines)


def without(path: str, text: str, name: str) -> Edit:
    """The mapping that a file is without one entry. Raises `RefusedError` if it has no lines of its own."""
    text = text.removeprefix(BOM)
    top = tree(text)
    head, value = key(top, name), at(top, (name,))
    start = text.rfind("\n", 0, head.start_mark.index) + 1 if head else 0
    if not head or not value or text[start : head.start_mark.index].strip():
        raise _unusual(path)
    return Edit(start, _line_end(text, _end(text, value)), "")


def newline(text: str) -> str:
    """How the lines of a text end."""
    return "\r\n" if "\r\n" in text else "\n"


def _unusual(path: str) -> RefusedError:
    return RefusedError(
        msg(
            "{path} is written in a way in which nothing can be put into it: give each entry lines of its own.",
            path=path,
        )
    )


def _end(text: str, node: yaml.Node) -> int:
    """Where the last sign of a node stands; blocks end, for the parser, only where the next thing begins."""
    inner = node.value if isinstance(node, yaml.CollectionNode) else ()
    if inner and not getattr(node, "flow_style", False):
        last = inner[-1]
        return _end(text, last[1] if isinstance(last, tuple) else last)
    return len(text[: node.end_mark.index].rstrip())


def _line_end(text: str, index: int) -> int:
    end = text.find("\n", index)
    return len(text) if end < 0 else end + 1
