"""What the first visit of a page makes a browser load: little, from this site alone, and only what the page uses."""

import gzip
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import tinycss2
from mkdocs.theme import Theme
from playwright.sync_api import Browser, Page, Response

from browser import BOX, served, window
from handbook.publishing.web.styles import site_styles
from handbook.publishing.web.theme_names import CLASSES
from mkdocs_adapter.theme import theme_styles
from pages import Built, pages

KINDS = ("", "en/", "sales/roles/manager/", "sales/", "together/raci/", "ask/", "glossary/", "404.html")
MOST, FONT = 60_000, 37_500
"""Bytes: of a page and all it loads besides fonts, compressed; of a font."""
UPRIGHT, ITALIC = "handbook-sans.woff2", "handbook-sans-italic.woff2"
SLANTED = "article => [...article.querySelectorAll('*')].some(e => getComputedStyle(e).fontStyle == 'italic' && e.textContent.trim() && e.checkVisibility())"


@dataclass(frozen=True)
class Visit:
    """The answers that a first visit of a page got, by address."""

    answers: dict[str, Response]
    slanted: bool

    @property
    def fonts(self) -> dict[str, int]:
        bodies = {address.rpartition("/")[2]: one.body() for address, one in self.answers.items()}
        return {name: len(body) for name, body in bodies.items() if name.endswith(".woff2")}

    @property
    def weight(self) -> int:
        """The bytes of everything but fonts, as a host sends them compressed."""
        others = (one.body() for address, one in self.answers.items() if not address.endswith(".woff2"))
        return sum(len(gzip.compress(body, 6)) for body in others)


def visit(page: Page, address: str) -> Visit:
    """Open a page for the first time and wait until nothing more is asked for."""
    answers: dict[str, Response] = {}
    page.on("response", lambda answer: answers.update({answer.url: answer}))
    page.goto(address, wait_until="networkidle")
    return Visit(answers, bool(page.locator("article").first.evaluate(SLANTED)))


def faults(site: str, seen: Visit) -> Iterator[str]:
    """What is wrong with a first visit."""
    for address, answer in seen.answers.items():
        if answer.status != 200 or not address.startswith(site):
            yield f"{answer.status} {address}"
        if "/search/" in address:
            yield f"{address} is loaded before anything is searched"
    if seen.weight > MOST:
        yield f"{seen.weight} bytes"
    yield from (f"{name} has {size} bytes" for name, size in seen.fonts.items() if size > FONT)
    if {*seen.fonts} != ({UPRIGHT, ITALIC} if seen.slanted else {UPRIGHT}):
        yield f"fonts {sorted(seen.fonts)}"


def visited(browser: Browser, site: Path, paths: Iterator[str]) -> dict[str, list[str]]:
    """The faults of the first visits of pages, by path; pages without faults are left out."""
    found = {}
    with served(site.parent) as host:
        for path in paths:
            context = window(browser)
            home = f"{host}/{site.name}/"
            if wrong := [*faults(home, visit(context.new_page(), home + path))]:
                found[path] = wrong
            context.close()
    return found


@pytest.fixture(scope="module")
def host(example_site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example as its host serves it, below the path of its address."""
    folder = tmp_path_factory.mktemp("host") / "team"
    folder.symlink_to(example_site)
    return folder


def test_a_first_visit_loads_little_and_all_of_it_from_this_site(host: Path, browser: Browser) -> None:
    assert visited(browser, host, iter(KINDS)) == {}


def test_the_search_is_loaded_when_it_is_used(host: Path, browser: Browser) -> None:
    with served(host.parent) as address, window(browser) as context:
        page = context.new_page()
        page.goto(f"{address}/team/")
        with page.expect_response(lambda answer: "/search/search_index" in answer.url) as index:
            page.locator(BOX).focus()
        assert index.value.ok


@pytest.mark.long
def test_so_does_every_page_of_the_handbook(
    real_site: Path, browser: Browser, tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("host") / "team"
    folder.symlink_to(real_site)
    shown = [built.path for built in pages(real_site) if built.tree.xpath("//article")]
    assert len(shown) > 100
    assert visited(browser, folder, iter(shown)) == {}


# Of the theme a site has the styles that its pages use


def classes(nodes: list[Any]) -> Iterator[str]:
    """The classes in the selectors of a style sheet, those in `:not()` included."""
    before = None
    for node in nodes:
        if node.type == "ident" and before == ".":
            yield node.value
        for part in ("prelude", "arguments", "content"):
            if node.type != "qualified-rule" or part == "prelude":
                yield from classes(getattr(node, part, None) or [])
        before = node


def styled() -> set[str]:
    """The classes that the theme styles."""
    return {*classes([rule for text in theme_styles(Theme("material")) for rule in tinycss2.parse_stylesheet(text)])}


def used(shown: Iterator[Built]) -> set[str]:
    """The classes on pages."""
    return {name for built in shown for value in built.tree.xpath("//@class") for name in value.split()}


def test_no_page_uses_a_style_of_the_theme_that_is_left_out(example_site: Path, unfinished: Path) -> None:
    assert styled() & used(iter([*pages(example_site), *pages(unfinished)])) - CLASSES - UNSTYLED == set()


@pytest.mark.long
def test_nor_does_a_page_of_the_handbook(real_site: Path) -> None:
    assert styled() & used(pages(real_site)) - CLASSES - UNSTYLED == set()


UNSTYLED = {"info", "note", "warning", "md-dialog", "md-dialog__inner"}
"""Kinds of boxes: the handbook has one style for all; and an empty box for messages of the theme's script."""


def test_the_theme_has_a_style_for_every_name_in_the_list() -> None:
    assert CLASSES - styled() == set()


def test_nothing_of_the_theme_is_published_but_its_used_styles(example_site: Path) -> None:
    names = {file.relative_to(example_site / "assets").as_posix() for file in (example_site / "assets").rglob("*.*")}
    assert not [name for name in names if ".min." in name or "lunr" in name or name.endswith(".map")]
    theme = [*theme_styles(Theme("material"))]
    assert len(site_styles(theme, ())) < sum(map(len, theme)) / 3


THEME = """
:root { --used: 1px; --unused: 2px; --through: var(--inner); --inner: 3px }
.md-grid, .md-banner { margin: var(--used) }
.md-grid:not(.md-banner) > :is(.md-banner, .md-typeset) { padding: var(--through) }
[dir=rtl] .md-grid, [data-md-color-primary=red] { color: red }
.md-grid:is(.md-banner) { color: green }
@media print { .md-banner { color: blue } }
@media screen { .md-banner { color: blue } .md-grid { color: black } }
@keyframes turn { from { top: 0 } }
"""
LEFT = """
:root{--used: 1px;--through: var(--inner);--inner: 3px}
.md-grid{margin: var(--used)}
.md-grid:not(.md-banner) > :is(.md-banner, .md-typeset){padding: var(--through)}
@media screen {.md-grid{color: black}
}
@keyframes turn {from {top: 0}
}
"""


def test_rules_for_other_names_and_variables_that_nothing_reads_are_left_out() -> None:
    assert site_styles([THEME], [".own {\n  color: red;\n}"]) == f"{LEFT.lstrip()}.own {{\n  color: red;\n}}\n"
