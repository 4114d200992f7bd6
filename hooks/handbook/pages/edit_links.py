"""Links below a generated part that open the files of `facts/` it comes from.

A part carries only comments, so that search, the PDF and the table of contents do not include the links; the
comments are replaced in the finished page.
"""

import re
from collections.abc import Iterator
from pathlib import PurePath

from markupsafe import Markup

from ..languages.labels import FACTS, LABELS
from ..model.finding import Place
from ..model.forge import Repository
from ..model.parts import find_part
from .context import PageContext
from .elements import element

COMMENT = Markup("<!-- from {path}:{line} -->")
WRITTEN = re.compile(rf"<!-- from (facts/(?:{'|'.join(FACTS)})\.yml):([0-9]{{1,9}}) -->")


def source_comments(context: PageContext, marker: str) -> Iterator[Markup]:
    """A comment for each source of a part in `facts/`; none if the part is made from pages only."""
    return (COMMENT.format(path=place.path, line=place.line) for place in sources(context, marker))


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
    return WRITTEN.sub(lambda found: _edit_link(Place(found[1], int(found[2])), repository, language), content)


def _edit_link(place: Place, repository: Repository, language: str) -> Markup:
    what = FACTS[PurePath(place.path).stem].in_language(language)
    text = LABELS["change-facts"].format(what=what).in_language(language)
    tooltip = LABELS["change-facts-in"].format(what=what, file=place.path).in_language(language)
    href = repository.edit(place.path, place.line)
    return element("a", text, class_="handbook-pencil", href=href, title=tooltip, aria_label=tooltip)
