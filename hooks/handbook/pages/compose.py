"""Everything that is generated into a page: a banner, a part in the place of each marker, its backlinks."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from markupsafe import Markup

from ..model.document import Marker
from ..model.page import Page
from ..model.parts import find_part
from .backlinks import backlinks
from .context import PageContext
from .edit_links import source_comments
from .elements import Block, joined
from .index import PageIndex
from .notices import banner
from .parts import renderer
from .parts.card import eyebrow
from .tables import role_choice
from .words.terms import terms_elsewhere

Blocks = tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class GeneratedBlocks:
    """Renders what is generated into the page at `path`; each value is empty if there is nothing to show.

    With `with_sources`, each part ends with comments that name its sources in `facts/` (see `edit_links.py`).
    """

    page_index: PageIndex
    path: str
    with_sources: bool = False

    @property
    def context(self) -> PageContext:
        return PageContext(self.page_index.handbook, self.page_index.language, self.path, self.page_index.folders)

    def banner(self) -> Blocks:
        """The notice that the translation is out of date."""
        return tuple(banner(self.context, self.page_index.owed.get(self.path, ())))

    def eyebrow(self) -> Markup:
        """What stands above the title; empty where the page is about no role and no responsibility."""
        return joined(eyebrow(self.context), " · ")

    def backlinks(self, linked: Iterable[str] = ()) -> Blocks:
        """The pages that mention this one, without those it links to: in its text, and under the addresses `linked`."""
        mentioned_in = self.page_index.mentioned_in
        here = self.page_index.handbook.page(self.page_index.language, self.path)
        pages = (page for page in mentioned_in.get(self.path, ()) if here not in mentioned_in.get(page.path, ()))
        return tuple(backlinks(self.context, tuple(pages), linked))

    def terms_elsewhere(self) -> Mapping[str, Blocks]:
        """What is shown below a heading of the page, by its id: what the term is called in the other languages."""
        found: dict[str, Blocks] = {}
        for anchor, block in terms_elsewhere(self.context):
            found[anchor] = (*found.get(anchor, ()), block)
        return found

    def part(self, marker: Marker) -> Blocks | None:
        """The part of a marker; None for an unknown marker, which the check reports."""
        render = renderer(marker.name)
        if render is None:
            return None
        shown = tuple(self._part(render(self.context, marker.argument), marker.name))
        part = find_part(marker.name)
        return (role_choice(self.context), *shown) if shown and part and part.by_role else shown

    def _part(self, blocks: Iterator[Block], marker: str) -> Iterator[Block]:
        shown = [*blocks]
        yield from shown
        if shown and self.with_sources:
            yield from source_comments(self.context, marker)


def blocks_from_texts(page_index: PageIndex, page: Page) -> tuple[Blocks | None, ...]:
    """What is generated into a page from the texts and locks of pages: its banner, some parts, its backlinks."""
    page_blocks = GeneratedBlocks(page_index, page.path)
    markers = (marker for marker in page.outline.markers if marker.alone)
    parts = (page_blocks.part(marker) for marker in markers if (part := find_part(marker.name)) and part.states)
    return page_blocks.banner(), *parts, *page_blocks.terms_elsewhere().values(), page_blocks.backlinks()


def generated_blocks(page_index: PageIndex, page: Page) -> tuple[Blocks | None, ...]:
    """Everything that is generated into a page: its banner, parts in order, terms in other languages, backlinks."""
    page_blocks = GeneratedBlocks(page_index, page.path)
    parts = (page_blocks.part(marker) for marker in page.outline.markers if marker.alone)
    return page_blocks.banner(), *parts, *page_blocks.terms_elsewhere().values(), page_blocks.backlinks()
