"""The navigation of a large handbook: each page shows what is near it, so that a site grows with its pages."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure import StructureItem
from mkdocs.structure.files import File
from mkdocs.structure.nav import Link, Navigation, Section
from mkdocs.structure.pages import Page

from handbook.reading.load import read
from mkdocs_adapter.navigation import MOST, NEAR, near_navigation
from pages import page as page_built
from trees import CODES

CONFIG = MkDocsConfig()
CONFIG.load_dict({"site_name": "A", "docs_dir": "."})
CONFIG.validate()


def page(path: str) -> Page:
    return Page(path, File(f"{path}.md", "docs", "site", True), CONFIG)


def section(title: str, *children: StructureItem) -> Section:
    made = Section(title, [*children])
    for child in children:
        child.parent = made
    return made


def children(item: StructureItem | Navigation) -> list[StructureItem]:
    match item:
        case Navigation():
            return item.items
        case Section():
            return item.children
    return []


def leaves(item: StructureItem | Navigation) -> Iterator[Page]:
    for child in children(item):
        if isinstance(child, Page):
            yield child
        yield from leaves(child)


def navigation(number: int) -> Navigation:
    """Two top sections: a small one, and one with a front page, a section of so many pages and a section of two."""
    many = section("many", *(page(f"many/{each}") for each in range(number)))
    large = section("large", page("large/index"), many, section("few", page("few/0"), page("few/1")))
    return Navigation([section("small", page("small/0"), page("small/1")), large], [])


def shown(nav: Navigation, *path: int) -> Navigation:
    """The navigation for the page at these places."""
    item: StructureItem | Navigation = nav
    for number in path:
        item = children(item)[number]
    assert isinstance(item, Page)
    return near_navigation(nav, item)


def outline(item: StructureItem | Navigation) -> list[object]:
    """The titles and addresses of a navigation, nested as it is."""
    found: list[object] = []
    for child in children(item):
        match child:
            case Section():
                found.append((child.title, outline(child)))
            case Link():
                found.append(f"{child.title}: {child.url}")
            case Page():
                found.append(child.title)
    return found


def test_a_small_navigation_is_shown_whole() -> None:
    nav = navigation(MOST - 3)
    assert shown(nav, 1, 1, 5) is nav
    assert shown(nav, 0, 1) is nav


def test_a_page_elsewhere_shows_a_large_section_as_a_link() -> None:
    assert outline(shown(navigation(1000), 0, 1)) == [("small", ["small/0", "small/1"]), "large: large/"]


def test_a_large_section_shows_the_pages_near_the_current_one() -> None:
    nav = navigation(1000)
    near = [f"many/{number}" for number in range(500 - NEAR, 500 + NEAR + 1)]
    assert outline(shown(nav, 1, 1, 500)) == [
        ("small", ["small/0", "small/1"]),
        ("large", ["large/index", ("many", near), "few: few/0/"]),
    ]


def test_the_first_pages_are_near_the_front_page() -> None:
    nav = navigation(1000)
    assert outline(shown(nav, 1, 0))[1] == ("large", ["large/index", "many: many/0/", "few: few/0/"])
    assert len([*leaves(shown(nav, 1, 1, 0))]) == 2 + 1 + NEAR + 1


@pytest.mark.parametrize("number", [1000, 4000])
def test_what_a_page_shows_does_not_grow(number: int) -> None:
    assert len([*leaves(shown(navigation(number), 1, 1, number // 2))]) == 2 + 1 + 2 * NEAR + 1


def test_the_whole_navigation_stays_as_it_is() -> None:
    nav = navigation(1000)
    before = outline(nav)
    shown(nav, 1, 1, 500)
    assert outline(nav) == before


@pytest.mark.parametrize("code", CODES)
def test_every_page_names_every_page(example_site: Path, example_copy: Path, code: str) -> None:
    """The first page that is written does not know less than the last one, nor the other way round."""
    book = read(example_copy)
    expected = {page.title for page in book.in_language(code) if page.path != "index.md"}
    for path in book.paths:
        links = page_built(example_site, path, code).tree.xpath("//nav[@class='handbook-nav']//a")
        assert expected <= {" ".join(link.text_content().split()) for link in links}, path
