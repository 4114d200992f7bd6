"""Reads pages: parses each text and builds a `Page`."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

from ..languages.messages import Message, msg
from ..model.document import Outline, Prose
from ..model.finding import Finding, Place
from ..model.page import FrontMatter, Page
from . import schema, yaml_lines
from .files import read_text
from .limits import PAGE_BYTES, TooLargeError
from .limits.yaml import check_yaml
from .markup import BARE_META, META

PageKey = tuple[str, str]
"""The language and the path of a page."""
ParsePage = Callable[[str, str, str], tuple[Page, list[Finding]]]
"""From the text of a page, its language and its path to the page and the findings about it."""


class Parsed(NamedTuple):
    """The outline and the front matter (None without one) of a page; both are empty if it is beyond a limit."""

    outline: Outline
    front: yaml_lines.LocatedYaml | None
    too_large: TooLargeError | None = None


def read_pages(root: Path, keys: list[PageKey], parse: ParsePage) -> tuple[dict[PageKey, Page], list[Finding]]:
    """Read these pages; return them by key, and the findings about them."""
    pages: dict[PageKey, Page] = {}
    findings: list[Finding] = []
    for code, path in keys:
        source = read_text(root, f"docs/{code}/{path}", PAGE_BYTES)
        pages[code, path], page_findings = parse(source.text, code, path)
        findings += [*source.findings, *page_findings]
    return pages, findings


def build_page(text: str, language: str, path: str) -> tuple[Page, list[Finding]]:
    """Return the page of a text and the findings about it; invalid front matter is ignored."""
    parsed, source = _parse(text), f"docs/{language}/{path}"
    front, words = FrontMatter(), parsed.outline.prose
    findings: list[Finding] = []
    if parsed.too_large:
        return Page(language, path, parsed.outline, front), [parsed.too_large.finding(source)]
    if parsed.front is not None:
        front, findings = _front_matter(parsed.front, source)
        words = (*_front_prose(front, parsed.front), *words)
    if fault := _edges(text, parsed.outline.front_matter):
        findings = [Finding(Place(source, 1), "front-matter", *fault)]
    blank = not text.strip("\ufeff \n\t")
    return Page(language, path, parsed.outline, front, words, text.count("\n") or 1, blank), findings


def _parse(text: str) -> Parsed:
    from .markdown import outline  # imports 70 modules, which are needed for changed texts alone

    try:
        parts = outline(text)
        check_yaml(parts.front_matter or "", first_line=2)
    except TooLargeError as error:
        return Parsed(Outline(), None, error)
    front = None if parts.front_matter is None else yaml_lines.load(parts.front_matter, first_line=2)
    return Parsed(parts, front)


def _edges(text: str, front_matter: str | None) -> tuple[Message, Message] | None:
    """Return what is wrong if MkDocs finds the front matter elsewhere, and what to do; else None."""
    mkdocs = META.match(text)
    if front_matter is None and mkdocs is None:
        if text.startswith("---\n"):
            advice = msg("Write a line “---” where it ends.")
            return msg("The front matter opened on line 1 is never closed."), advice
        if BARE_META.match(text):
            advice = msg("Begin the page with its title, or put “---” on a line before and after the front matter.")
            return msg("The first line is taken for front matter."), advice
    elif front_matter is None or mkdocs is None or front_matter.strip() != mkdocs[1].strip():
        advice = msg("Write exactly “---” on the line before it and on the line after it.")
        return msg("It is not clear where the front matter begins and ends."), advice
    return None


def _front_prose(front: FrontMatter, data: yaml_lines.LocatedYaml) -> Iterator[Prose]:
    """Yield the text for readers in the front matter that both languages have."""
    for key in ("title", "description"):
        if text := getattr(front, key):
            yield Prose(text, "", data.lines[key,], "front")


def _front_matter(data: yaml_lines.LocatedYaml, path: str) -> tuple[FrontMatter, list[Finding]]:
    if data.faults:
        return FrontMatter(), [
            Finding(
                Place(path, fault.line),
                "front-matter",
                msg("The front matter cannot be read: {why}.", why=fault.why),
                msg("Write one “key: value” a line; put a value with a colon in quotes."),
            )
            for fault in data.faults
        ]
    front, findings = schema.single(FrontMatter, data, path)
    return front or FrontMatter(), findings
