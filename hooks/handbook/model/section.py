"""A section of a page or of the facts in one language, and a text of `mkdocs.yml`, with their names and places."""

from dataclasses import dataclass

from .document import Prose
from .finding import Place


@dataclass(frozen=True, slots=True)
class Section:
    """A section in one language: its text, and its file and lines (counted from 1).

    `page` is the name of its lock, the same in every language. `id` is the id of its heading, `""` for the
    text before the first heading; for a phrase of `facts/`, its key path joined by dots. `code` is the code of its
    code blocks. A file beside the pages is a section without text; `digest` stands for its bytes.
    """

    page: str
    id: str
    language: str
    path: str
    first: int
    last: int
    prose: tuple[Prose, ...]
    code: tuple[str, ...] = ()
    digest: str = ""

    @property
    def name(self) -> str:
        """Return its name in commands and messages: `sales/roles/sales-manager#measures`."""
        return f"{self.page}#{self.id}"

    @property
    def start(self) -> Place:
        """Return the place of its heading; for the text before the first heading, of the title or the first text."""
        text = next((prose.line for prose in self.prose if prose.kind != "front"), self.first)
        return Place(self.path, self.first if self.id else text)

    @property
    def lines(self) -> str:
        """Return its file and lines: `docs/sr/index.md:38-44`."""
        return f"{self.start}-{self.last}" if self.last > self.start.line else str(self.start)

    @property
    def text(self) -> str:
        return "\n".join(prose.text for prose in self.prose)

    def at(self, line: int) -> Place:
        return Place(self.path, line)


Key = tuple[str, str]
"""The `page` and the `id` of a section."""


NAVIGATION = "facts/navigation"
SITE = "facts/site"
"""The names of the locks of the texts in `mkdocs.yml`: titles of the navigation, and the words of the site."""
FILES = "facts/files"
"""The name of the lock of the files beside the pages, such as images, that each language has its own version of."""


@dataclass(frozen=True, slots=True)
class Title:
    """A text for readers in `mkdocs.yml`, such as a title of the navigation, in one language, with its line.

    `page`, the name of its lock, and `id` are the same in every language.
    """

    page: str
    id: str
    language: str
    text: str
    line: int
