"""Repairs that need no translation: missing heading ids, code that differs, and characters that cannot be seen."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from ..languages.letters import INVISIBLE
from ..model.document import Block, Heading
from ..model.handbook import Handbook
from ..model.page import Page
from ..parity.blocks import without_comments
from ..parity.new_locks import Writes
from ..reading.files import exact_text

Line = tuple[str, int]
"""The path of a file and a line number, from 1."""
Gap = tuple[str | None, str | None]
"""The ids of the headings before and after a heading."""


def repairs(handbook: Handbook, source: str | None) -> Mapping[Line, str]:
    """Return the new text of each line that can be repaired, without its line ending.

    Missing ids are copied from the other language. Code is copied from the language `source`, if given; its
    comments are kept. Characters that cannot be seen are deleted. No other prose is changed.
    """
    lines: dict[Line, str] = {}
    for left, right in handbook.pairs:
        for page, other in ((left, right), (right, left)):
            lines |= dict(_ids(handbook, page, other))
            if source == other.language:
                lines |= dict(_codes(handbook, page, other))
    return lines | dict(_seen(handbook, lines))


def with_lines(root: Path, lines: Mapping[Line, str]) -> Writes:
    """Return the texts of files with these lines replaced; line endings and all other lines stay."""
    texts: dict[str, list[str]] = {}
    for (path, number), text in lines.items():
        file_lines = texts.setdefault(path, exact_text(root, path).split("\n"))
        end = "\r" if file_lines[number - 1].endswith("\r") else ""
        file_lines[number - 1] = f"{text}{end}"
    return {path: "\n".join(file_lines) for path, file_lines in texts.items()}


def _seen(handbook: Handbook, repaired: Mapping[Line, str]) -> Iterator[tuple[Line, str]]:
    """Yield the lines without what cannot be seen, in the files that have such a character in their words."""
    sections = [section for texts in handbook.sections.values() for section in texts.values()]
    for path in sorted({section.path for section in sections if INVISIBLE.search(section.text)}):
        for number, line in enumerate(exact_text(handbook.root, path).split("\n"), start=1):
            text = repaired.get((path, number), line.removesuffix("\r"))
            if INVISIBLE.search(text):
                yield (path, number), INVISIBLE.sub("", text)


def _ids(handbook: Handbook, page: Page, other: Page) -> Iterator[tuple[Line, str]]:
    """Yield the heading lines with the id that the other page has for the only heading in the same gap."""
    headings = _headings_by_gap(page)
    for gap, other_heading in _headings_by_gap(other).items():
        heading = headings.get(gap)
        if other_heading and heading and other_heading.id and not heading.id and other_heading.level == heading.level:
            line = _lines(handbook, page)[heading.line - 1].rstrip()
            if "{" not in line and other_heading.id not in page.anchors:
                yield (page.source, heading.line), f"{line} {{ #{other_heading.id} }}"


def _headings_by_gap(page: Page) -> dict[Gap, Heading | None]:
    """Return the headings below the title by their gap; None where two headings share a gap."""
    headings: dict[Gap, Heading | None] = {}
    ids = [heading.id for heading in page.outline.headings]
    for index, heading in enumerate(page.outline.headings):
        if heading.level > 1:
            gap = (ids[index - 1] if index else None, ids[index + 1] if index + 1 < len(ids) else None)
            headings[gap] = None if gap in headings else heading
    return headings


def _codes(handbook: Handbook, page: Page, other: Page) -> Iterator[tuple[Line, str]]:
    """Yield the changed lines of sections with one code block, if both languages have as many lines of code."""
    codes, other_codes = page.outline.by_section("code"), other.outline.by_section("code")
    for section in page.anchors & other.anchors:
        blocks, other_blocks = codes[section], other_codes[section]
        if len(blocks) == len(other_blocks) == 1:
            yield from _changed_lines(handbook, page, blocks[0], other_blocks[0])


def _changed_lines(handbook: Handbook, page: Page, block: Block, other: Block) -> Iterator[tuple[Line, str]]:
    if without_comments(block.detail) == without_comments(other.detail):
        return
    code, other_code = block.detail.splitlines()[1:], other.detail.splitlines()[1:]
    lines = _lines(handbook, page)
    if len(code) == len(other_code):
        for index, (old, new) in enumerate(zip(code, other_code, strict=True), start=block.line):
            if _code(old) != _code(new) and old in lines[index]:
                text = _code(new) + old.removeprefix(_code(old)).rstrip()
                yield (page.source, index + 1), lines[index].rstrip("\r\n").replace(old, text)


def _code(line: str) -> str:
    """Return a line of code without its comment."""
    return "".join(without_comments(line))


def _lines(handbook: Handbook, page: Page) -> list[str]:
    return (handbook.root / page.source).read_text("utf-8", errors="replace").split("\n")
