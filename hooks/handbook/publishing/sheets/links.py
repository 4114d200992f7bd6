"""The links to sheets beside the title of a page: for each edition, one for each file."""

from collections.abc import Iterator
from dataclasses import dataclass

from ...crosslinks.people import name_in
from ...languages.labels import LABELS
from ...languages.registry import language
from ...model.handbook import Handbook
from ...model.page import Page
from ..book import Edition, editions
from . import SheetFile, files_beside


@dataclass(frozen=True, slots=True)
class SheetLink:
    """A link to a PDF: its path on the site, its text, and the language tag of the PDF."""

    file: str
    text: str
    tag: str


def sheet_links(handbook: Handbook, page: Page) -> Iterator[SheetLink]:
    """Yield the links to the sheets of a page in all its editions."""
    files = list(files_beside(handbook, page))
    for edition in editions([page.language]):
        for file in files:
            text = ", ".join(filter(None, (_name(handbook, page, file), *_details(edition, file))))
            yield SheetLink(file.path(edition), text, edition.tag)


def _name(handbook: Handbook, page: Page, file: SheetFile) -> str:
    """Whose sheets a file holds, or the title of its page; empty if that is the page of the link."""
    folder, _, id_ = file.name.partition("/")
    if folder == "people":
        return name_in(handbook.facts.people[id_], page.language)
    other = handbook.page(page.language, file.sheets[0].path)
    return other.title if other and other != page else ""


def _details(edition: Edition, file: SheetFile) -> Iterator[str]:
    """The paper, and the script where the language is printed in two."""
    yield LABELS["sheet"].format(paper=file.sheets[0].paper).in_language(edition.language)
    if other := language(edition.language).other_script:
        yield (other.name if edition.respell else other.own_name).lower()
