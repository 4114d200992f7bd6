"""Reads pages: parses their texts and builds a `Page` of each."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

from ..languages.messages import msg
from ..model.document import Outline, Prose
from ..model.finding import Finding, Place
from ..model.page import FrontMatter, Page
from . import schema, yaml_lines
from .files import read_text
from .markdown import outline

Name = tuple[str, str]
"""Language and path of a page."""
Parse = Callable[[str], "Parsed"]


class Parsed(NamedTuple):
    """What a text of a page is made of, and what its front matter holds where there is one."""

    outline: Outline
    front: yaml_lines.LocatedYaml | None


def read_pages(root: Path, names: list[Name], parse: Parse) -> tuple[dict[Name, Page], list[Finding]]:
    """Read the pages of a folder; returns them by name, and what is wrong with them."""
    pages: dict[Name, Page] = {}
    findings: list[Finding] = []
    for name in names:
        source = read_text(root, f"docs/{name[0]}/{name[1]}")
        pages[name], faults = page_of(source.text, *name, parse(source.text))
        findings += [*source.findings, *faults]
    return pages, findings


def parse(text: str) -> Parsed:
    """Take a text apart, whichever page's it is."""
    parts = outline(text)
    front = None if parts.front_matter is None else yaml_lines.load(parts.front_matter, first_line=2)
    return Parsed(parts, front)


def page_of(text: str, language: str, path: str, parts: Parsed | None = None) -> tuple[Page, list[Finding]]:
    """The page that a text is; with front matter that does not fit, the page is read without it."""
    parts, name = parts or parse(text), f"docs/{language}/{path}"
    front, words = FrontMatter(), parts.outline.prose
    findings: list[Finding] = []
    if parts.front is not None:
        front, findings = _front_matter(parts.front, name)
        words = (*_said(front, parts.front), *words)
    elif text.startswith("---\n"):
        said = msg("The front matter opened on line 1 is never closed.")
        findings = [Finding(Place(name, 1), "front-matter", said, msg("Write a line “---” where it ends."))]
    blank = not text.strip("\ufeff \n\t")
    return Page(language, path, parts.outline, front, words, text.count("\n") or 1, blank), findings


def _said(front: FrontMatter, data: yaml_lines.LocatedYaml) -> Iterator[Prose]:
    """What the front matter says to readers and the other language says too."""
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
