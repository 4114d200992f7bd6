"""The sheets that people print: a role, a responsibility, a matrix or a table each, and a pack of sheets for a person.

A sheet shows the text of a page of the site, set for paper. It is printed in every edition, like the books.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from ...model.document import Marker
from ...model.fact_tables import Facts
from ...model.handbook import Handbook
from ...model.page import Page
from ..book import Edition, Imprint

Kind = Literal["role", "responsibility", "matrix", "team-matrix", "table"]
PAPER: dict[Kind, str] = {"role": "A4", "responsibility": "A4", "matrix": "A3", "team-matrix": "A4", "table": "A4"}
TABLES = ("decision-table", "measure-table")
"""The markers of the tables that are sheets."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """The sheet of a page: what kind it is, and the path of the page."""

    kind: Kind
    path: str

    @property
    def paper(self) -> str:
        return PAPER[self.kind]


@dataclass(frozen=True, slots=True)
class SheetFile:
    """A PDF: its name without the folder of its edition, and the sheets in it."""

    name: str
    sheets: tuple[Sheet, ...]

    def path(self, edition: Edition) -> str:
        """Its path on the site, such as `pdf/sr-latn/sales/roles/sales-manager.pdf`."""
        return f"{sheet_folder(edition)}/{self.name}.pdf"


def sheet_folder(edition: Edition) -> str:
    """The folder on the site of the sheets of an edition."""
    return f"pdf/{edition.tag.lower()}"


@dataclass(frozen=True, slots=True)
class About:
    """What the PDF of a file says of itself."""

    title: str
    author: str
    keywords: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PrintableSheets:
    """The sheets of an edition as HTML that can be printed: each file is an element whose id is its name."""

    html: str
    files: Mapping[str, About]
    imprint: Imprint


def sheet_files(handbook: Handbook, language: str) -> Iterator[SheetFile]:
    """Yield the files of an edition in a language: one for each page that has a sheet, one for each person."""
    for page in handbook.in_language(language):
        if kind := _kind(page):
            yield SheetFile(page.path.removesuffix(".md"), (Sheet(kind, page.path),))
    for person in handbook.facts.people.values():
        if sheets := _roles(handbook, language, person.roles):
            yield SheetFile(f"people/{person.id}", sheets)


def files_beside(handbook: Handbook, page: Page) -> Iterator[SheetFile]:
    """Yield the files that are linked beside the title of a page: its own sheet, then those of matrices by team.

    The page of a role also has the packs of the people who hold it, if they hold another one, too.
    """
    found = {file.name: file for file in sheet_files(handbook, page.language)}
    if own := found.get(page.path.removesuffix(".md")):
        yield own
        if own.sheets[0].kind == "matrix":
            yield from (file for file in found.values() if file.sheets[0].kind == "team-matrix")
    for person in _holders(handbook.facts, page):
        if (pack := found.get(f"people/{person}")) and len(pack.sheets) > 1:
            yield pack


def _kind(page: Page) -> Kind | None:
    """The kind of sheet that a page has, None for a page without one."""
    if page.kind != "guide":
        return page.kind
    return next(filter(None, map(_kind_of_marker, page.outline.markers)), None)


def _kind_of_marker(marker: Marker) -> Kind | None:
    if marker.name == "raci":
        return "team-matrix" if marker.argument else "matrix"
    return "table" if marker.name in TABLES else None


def _roles(handbook: Handbook, language: str, ids: tuple[str, ...]) -> tuple[Sheet, ...]:
    """The sheets of some roles, without those of unknown roles and of pages that are not there."""
    roles = (handbook.facts.roles[id_] for id_ in ids if id_ in handbook.facts.roles)
    return tuple(Sheet("role", role.page) for role in roles if handbook.page(language, role.page))


def _holders(facts: Facts, page: Page) -> Iterator[str]:
    """The ids of the people who hold the role of a page."""
    if page.kind == "role":
        yield from (person.id for person in facts.people.values() if page.id in person.roles)
