"""Where in `facts/` a generated part comes from, as pencils that open the file where it is changed.

While a page is Markdown a part only carries a comment, so that search, the PDF and the table of contents
never meet the pencil; it is put in its place in the finished page.
"""

from collections.abc import Iterator
from html import escape
from pathlib import PurePath

from ..languages.labels import FACTS, LABELS
from ..model.finding import Place
from ..model.forge import Repository
from ..model.parts import find_part
from .context import PageContext

OPEN, CLOSE = "<!-- from ", " -->"


def marks(context: PageContext, marker: str) -> str:
    """A comment for each place in `facts/` that a part comes from; none for one made from pages."""
    return "".join(f"{OPEN}{place.path}:{place.line}{CLOSE}" for place in edit_links(context, marker))


def edit_links(context: PageContext, marker: str) -> Iterator[Place]:
    """The places in `facts/` that a part comes from: the line of its entry, else the head of a file."""
    shown, entry = find_part(marker), context.facts.entry(context.path)
    if shown and shown.entry and entry:
        file = "roles" if entry.id in context.facts.roles else "responsibilities"
        yield context.facts.place(file, entry.id)
    for file in shown.facts if shown else ():
        yield context.facts.place(file)


def with_edit_links(content: str, repository: Repository, language: str) -> str:
    """The HTML of a page with a pencil in place of each comment."""
    before, *parts = content.split(f"{OPEN}facts/")
    for part in parts:
        place, _, after = part.partition(CLOSE)
        path, _, line = place.partition(":")
        before += _pencil(Place(f"facts/{path}", int(line)), repository, language) + after
    return before


def _pencil(place: Place, repository: Repository, language: str) -> str:
    what = FACTS[PurePath(place.path).stem].in_language(language)
    shown = LABELS["change-facts"].format(what=what).in_language(language)
    told = LABELS["change-facts-in"].format(what=what, file=place.path).in_language(language)
    href = escape(repository.edit(place.path, place.line))
    return f'<a class="handbook-pencil" href="{href}" title="{told}" aria-label="{told}">{shown}</a>'
