"""Replaces link targets in a Markdown text: the parser finds them, and nothing else in a line changes."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from itertools import zip_longest
from typing import Any
from urllib.parse import unquote, urlsplit

from ..crosslinks.paths import relative_link, resolve
from ..languages.messages import Message, msg
from ..model.document import Link
from ..model.errors import RefusedError
from ..model.fact_tables import grouped
from ..model.page import Page
from ..reading.files import BOM
from ..reading.markdown import outline, parser
from ..reading.markdown_inline import inline_parts

NewTarget = Callable[[str], str | None]
"""Returns the new target for the target of a link; None if it stays."""


@dataclass(frozen=True, slots=True)
class Target:
    """The target of a link and the lines of its block: from the first (0 is the first of the text) up to the end."""

    lines: tuple[int, int]
    target: str


class UnclearLinkError(Exception):
    """A link that cannot be replaced safely; the only argument is its line, from 1."""


def relink(text: str, new_target: NewTarget) -> str:
    """Return a text with new link targets.

    Raises `UnclearLinkError` if a replacement would change anything else.
    """
    before = [*_targets(text)]
    changing = [target for target in before if new_target(target.target)]
    if not changing:
        return text
    lines = text.split("\n")
    for (first, end), targets in grouped((target.lines, target.target) for target in changing).items():
        block = "\n".join(lines[first:end])
        lines[first:end] = _replaced(block, {old: new_target(old) or old for old in targets}).split("\n")
    new = "\n".join(lines)
    for old, now in zip_longest(before, _targets(new)):
        if not old or not now or now.target != (new_target(old.target) or old.target):
            raise UnclearLinkError((old or changing[0]).lines[0] + 1)
    if _words_and_code(new) != _words_and_code(text):
        raise UnclearLinkError(changing[0].lines[0] + 1)
    return new


def relink_page(page: Page, text: str, new_target: NewTarget, advice: Message) -> str:
    """Return the text of a page with new link targets.

    Raises `RefusedError` with the file, the line and `advice` if a link cannot be changed safely.
    """
    try:
        return relink(text, new_target)
    except UnclearLinkError as error:
        message = msg(
            "{file}:{line}: a link on this line cannot be changed by itself. {advice}",
            file=page.source,
            line=error.args[0],
            advice=advice,
        )
        raise RefusedError(message) from None


def after_move(page: str, page_now: str, old: str, new: str) -> NewTarget:
    """Return the new targets of the links on a page when `old` moves to `new`; paths are in the language's folder.

    `page` is the path of the page with the links, `page_now` its path after the move.
    """

    def new_target(target: str) -> str | None:
        match resolve(page, target):
            case (str() as path, anchor) if urlsplit(target).path:
                path = new if path == old else path
                if resolve(page_now, target) != (path, anchor):
                    return urlsplit(target)._replace(path=relative_link(page_now, path)).geturl()
        return None

    return new_target


def _targets(text: str) -> Iterator[Target]:
    """Yield the target of each link, image and link definition."""
    environment: dict[str, Any] = {}
    for token in parser().parse(_normalized(text), environment):
        if token.type == "inline":
            first, end = token.map or (0, 0)
            links = (item for item in inline_parts(token, "", "") if isinstance(item, Link))
            yield from (Target((first, end), link.target) for link in links)
    for definition in environment.get("references", {}).values():
        first, end = definition["map"]
        yield Target((first, end), unquote(definition["href"]))


def _replaced(block: str, new_targets: Mapping[str, str]) -> str:
    """Return a block with new targets in place of those after `](` and `]:`."""
    targets = "|".join(map(re.escape, new_targets))
    pattern = rf"(\]\(\s*<?|\]:\s*<?)({targets})(?=[)>\s]|$)"
    return re.sub(pattern, lambda match: match[1] + new_targets[match[2]], block)


def _words_and_code(text: str) -> list[str]:
    """Return what new targets must not change."""
    parsed = outline(_normalized(text))
    code = [block.detail for block in parsed.blocks if block.kind in ("code", "inline")]
    return [*(prose.text for prose in parsed.prose), *code]


def _normalized(text: str) -> str:
    return text.removeprefix(BOM).replace("\r\n", "\n")
