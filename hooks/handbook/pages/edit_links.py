"""Links below a generated part that open the files of `facts/` it comes from.

A part in Markdown carries only comments, so that search, the PDF and the table of contents do not include the
links; the comments are replaced in the finished page.
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


def source_comments(context: PageContext, marker: str) -> str:
    """A comment for each source of a part in `facts/`; empty if the part is made from pages only."""
    return "".join(f"{OPEN}{place.path}:{place.line}{CLOSE}" for place in sources(context, marker))


def sources(context: PageContext, marker: str) -> Iterator[Place]:
    """The places in `facts/` that a part comes from: the line of the page's own entry, else the top of a file."""
    part, entry = find_part(marker), context.facts.entry(context.path)
    if part and part.entry and entry:
        file = "roles" if entry.id in context.facts.roles else "responsibilities"
        yield context.facts.place(file, entry.id)
    for file in part.facts if part else ():
        yield context.facts.place(file)


def with_edit_links(content: str, repository: Repository, language: str) -> str:
    """The HTML of a page with an edit link in place of each comment."""
    html, *parts = content.split(f"{OPEN}facts/")
    for part in parts:
        place, _, after = part.partition(CLOSE)
        path, _, line = place.partition(":")
        html += _edit_link(Place(f"facts/{path}", int(line)), repository, language) + after
    return html


def _edit_link(place: Place, repository: Repository, language: str) -> str:
    what = FACTS[PurePath(place.path).stem].in_language(language)
    text = LABELS["change-facts"].format(what=what).in_language(language)
    tooltip = LABELS["change-facts-in"].format(what=what, file=place.path).in_language(language)
    href = escape(repository.edit(place.path, place.line))
    return f'<a class="handbook-pencil" href="{href}" title="{tooltip}" aria-label="{tooltip}">{text}</a>'
