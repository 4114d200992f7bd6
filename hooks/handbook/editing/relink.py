"""Leads the links of a text elsewhere: found by the parser, replaced in place, nothing else of a line touched."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import zip_longest
from typing import Any
from urllib.parse import unquote, urlsplit

from ..crosslinks.paths import relative_link, resolve
from ..model.document import Link
from ..reading.files import BOM
from ..reading.markdown import outline, parser
from ..reading.markdown_inline import inline_parts

Goal = Callable[[str], str | None]
"""From the target of a link to the one it should have; None for one that stays."""


@dataclass(frozen=True, slots=True)
class Target:
    """What a link names, and the lines of its block, from 0 and without the last."""

    first: int
    last: int
    target: str


class UnclearLinkError(Exception):
    """A link that cannot be replaced safely; its line is the only argument."""


def relink(text: str, goal: Goal) -> str:
    """A text with new targets. Raises `StuckError` where a replacement would change anything else."""
    before = [*_targets(text)]
    leading = [one for one in before if goal(one.target)]
    if not leading:
        return text
    lines = text.split("\n")
    for one in leading:
        for number in range(one.first, min(one.last, len(lines))):
            lines[number] = _replaced(lines[number], one.target, goal(one.target) or one.target)
    new = "\n".join(lines)
    for one, now in zip_longest(before, _targets(new)):
        if not one or not now or now.target != (goal(one.target) or one.target):
            raise UnclearLinkError((one or leading[0]).first + 1)
    if _rest(new) != _rest(text):
        raise UnclearLinkError(leading[0].first + 1)
    return new


def moving(here: str, here_now: str, old: str, new: str) -> Goal:
    """The goals of the links of a page when the page `old` becomes `new`, and the page itself may move."""

    def goal(target: str) -> str | None:
        match resolve(here, target):
            case (str() as path, anchor) if urlsplit(target).path:
                path = new if path == old else path
                if resolve(here_now, target) != (path, anchor):
                    return urlsplit(target)._replace(path=relative_link(here_now, path)).geturl()
        return None

    return goal


def _targets(text: str) -> Iterator[Target]:
    """The target of every link and image, and of every definition of one."""
    found: dict[str, Any] = {}
    for token in parser().parse(_plain(text), found):
        if token.type == "inline":
            first, last = token.map or (0, 0)
            links = (one for one in inline_parts(token, "", "") if isinstance(one, Link))
            yield from (Target(first, last, link.target) for link in links)
    for definition in found.get("references", {}).values():
        first, last = definition["map"]
        yield Target(first, last, unquote(definition["href"]))


def _replaced(line: str, target: str, goal: str) -> str:
    """One line in which a target stands as the parser named it, after `](` or a definition's `]:`."""
    return re.sub(rf"(\]\(\s*<?|\]:\s*<?){re.escape(target)}(?=[)>\s]|$)", lambda found: found[1] + goal, line)


def _rest(text: str) -> list[str]:
    """What a new target must not change: words and code."""
    parts = outline(_plain(text))
    code = [block.detail for block in parts.blocks if block.kind in ("code", "inline")]
    return [*(prose.text for prose in parts.prose), *code]


def _plain(text: str) -> str:
    return text.removeprefix(BOM).replace("\r\n", "\n")
