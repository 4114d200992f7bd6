"""The one style sheet of the site: what its pages use of the theme's style sheets, then the handbook's own."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import tinycss2
from tinycss2.ast import AtRule, Declaration, Node, QualifiedRule

from .theme_names import ATTRIBUTES, CLASSES


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule of a style sheet as it is written: its selectors and its declarations."""

    selectors: str
    declarations: tuple[Declaration, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """An at-rule with rules in it, such as `@media print`."""

    head: str
    rules: tuple["Rule | Group", ...]


def site_styles(theme: Iterable[str], own: Iterable[str]) -> str:
    """Return one style sheet: of the theme's only rules and variables that are used, and the handbook's own whole."""
    parsed = [tinycss2.parse_stylesheet(text, skip_comments=True, skip_whitespace=True) for text in own]
    rules = [rule for text in theme for rule in _used(tinycss2.parse_stylesheet(text, True, True))]
    named = {*_variables(rules, {*_names(node for sheet in parsed for rule in sheet for node in _nodes(rule))})}
    return "".join(_written(rules, named)) + "\n".join(map(tinycss2.serialize, parsed)) + "\n"


def _used(nodes: Iterable[Node]) -> Iterator[Rule | Group]:
    """Yield the rules that apply to something that is on a page."""
    for node in nodes:
        if isinstance(node, QualifiedRule):
            if selectors := ",".join(tinycss2.serialize(one).strip() for one in _split(node.prelude) if _applies(one)):
                yield Rule(selectors, tuple(_declarations(node)))
        elif isinstance(node, AtRule) and node.content is not None:
            yield from _group(node)


def _group(node: AtRule) -> Iterator[Group]:
    """Yield an at-rule if anything in it is used; of animations all rules are."""
    inside = tinycss2.parse_rule_list(node.content, True, True)
    named = node.lower_at_keyword.endswith("keyframes")
    rules = (
        [Rule(tinycss2.serialize(rule.prelude), tuple(_declarations(rule))) for rule in inside]
        if named
        else _used(inside)
    )
    if kept := tuple(rules):
        yield Group(f"@{node.at_keyword}{tinycss2.serialize(node.prelude)}", kept)


def _declarations(rule: QualifiedRule) -> Iterator[Declaration]:
    contents = tinycss2.parse_blocks_contents(rule.content, skip_comments=True, skip_whitespace=True)
    yield from (node for node in contents if isinstance(node, Declaration))


def _split(prelude: Iterable[Node]) -> Iterator[list[Node]]:
    """Yield the selectors of a list that commas divide."""
    selector: list[Node] = []
    for node in prelude:
        if node == ",":
            yield selector
            selector = []
        else:
            selector.append(node)
    yield selector


def _applies(selector: list[Node]) -> bool:
    """Return whether pages have every class of a selector, and its attributes with these values."""
    before: Node | None = None
    for node in selector:
        if node.type == "ident" and before == "." and node.value not in CLASSES:
            return False
        if node.type == "[] block" and not _attribute(node.content):
            return False
        choice = node.type == "function" and node.lower_name in ("is", "where", "has")
        if choice and not any(map(_applies, _split(node.arguments))):
            return False
        before = node
    return True


def _attribute(content: list[Node]) -> bool:
    """Return whether pages have an attribute with this value; attributes that are not listed can have any."""
    words = [node.value for node in content if node.type in ("ident", "string")]
    return words[0] not in ATTRIBUTES or bool({*words[1:]} & {*ATTRIBUTES[words[0]]})


def _variables(rules: Iterable[Rule | Group], named: set[str]) -> set[str]:
    """Return the custom properties that are used, by the handbook's own rules (`named`) or by others that are kept."""
    found, waiting = set(named), [*rules]
    values: dict[str, list[Declaration]] = {}
    while waiting:
        rule = waiting.pop()
        if isinstance(rule, Group):
            waiting += rule.rules
            continue
        for declaration in rule.declarations:
            if declaration.name.startswith("--"):
                values.setdefault(declaration.name, []).append(declaration)
            else:
                found |= {*_names(declaration.value)}
    unread = [*found]
    while unread:
        for declaration in values.get(unread.pop(), ()):
            more = {*_names(declaration.value)} - found
            found |= more
            unread += more
    return found


def _names(nodes: Iterable[Node]) -> Iterator[str]:
    """Yield the custom properties that are read in a value."""
    for node in nodes:
        if node.type == "ident" and node.value.startswith("--"):
            yield node.value
        yield from _names(_nodes(node))


def _nodes(node: Node) -> Iterator[Node]:
    """Yield what is in a function, a block or a rule."""
    for name in ("prelude", "content", "arguments"):
        yield from getattr(node, name, None) or ()


def _written(rules: Iterable[Rule | Group], named: set[str]) -> Iterator[str]:
    for rule in rules:
        if isinstance(rule, Group):
            if inside := "".join(_written(rule.rules, named)):
                yield f"{rule.head}{{{inside}}}\n"
            continue
        used = (one for one in rule.declarations if not one.name.startswith("--") or one.name in named)
        if text := ";".join(one.serialize().strip() for one in used):
            yield f"{rule.selectors}{{{text}}}\n"
