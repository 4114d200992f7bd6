"""Every value of the facts, the front matter and the navigation reaches readers as the text that it is."""

import csv
import io
import json
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace

import pytest
import yaml
from lxml import html
from markdown import markdown
from markupsafe import Markup, escape
from mkdocs.structure.nav import Section
from playwright.sync_api import Browser, Dialog, Page, Request

from browser import ask, open_search, served, window
from conftest import Shared
from handbook.languages.messages import msg
from handbook.model import facts
from handbook.model.handbook import Handbook
from handbook.pages.context import PageContext
from handbook.pages.elements import element, joined
from handbook.pages.notices import placeholder_page
from handbook.publishing.book import BookPage
from handbook.publishing.data import raci_csv
from handbook.reading.load import read
from handbook.reading.pages import build_page
from hostile import ALL_FIELDS, SCHEMES, keys, mangled, schemes, used
from hostile import hostile as build_hostile
from mkdocs_adapter import books
from pages import Built, pages
from sites import ADDRESS
from trees import SMALLEST


@pytest.fixture(scope="session")
def hostile_site(shared: Shared) -> Path:
    """A site in which every text is hostile."""
    return shared("hostile", build_hostile)


def test_every_text_of_the_facts_is_tried(example_copy: Path) -> None:
    files = (yaml.safe_load(file.read_text("utf-8")) for file in (example_copy / "facts").glob("*.yml"))
    tried = {key for data in files for key in keys(data)} | {*keys(ALL_FIELDS)}
    tables = [table for table in vars(facts).values() if hasattr(table, "__pydantic_config__")]
    fields = {name for table in tables for name, kind in table.__annotations__.items() if "Phrase" in str(kind)}
    assert {"gives", "ask", "also", "purpose"} <= fields
    assert fields | {"name", "email", "phone"} <= tried


def test_no_element_attribute_or_address_comes_from_a_text(hostile_site: Path, example_site: Path) -> None:
    """`div` with a class is the banner, `code` the path of a page in the list of translations.

    The `title` of a `th` names who holds the role of a column.
    """
    assert used(hostile_site) - used(example_site) <= {("div", "class"), ("code", ""), ("th", "title")}
    for built in pages(hostile_site):
        assert set(schemes(built)) <= set(SCHEMES), built.path
        scripts = [[*Built(site, built.path).tree.iter("script")] for site in (hostile_site, example_site)]
        assert len({*map(len, scripts)}) == 1, built.path


def test_every_text_is_shown_as_it_is_written(hostile_site: Path) -> None:
    shown = [built for built in pages(hostile_site) if "T1:" in built.text("//html")]
    assert shown
    assert {built.path: mangled(built) for built in pages(hostile_site) if mangled(built)} == {}


def test_previous_and_next_name_the_title_of_the_page(hostile_site: Path) -> None:
    turns = "//nav[contains(@class, 'handbook-turn')]/a"
    links = [(built, link) for built in pages(hostile_site) for link in built.tree.xpath(turns)]
    assert any("&" in link.text_content() for _, link in links)
    for built, link in links:
        ((path, _),) = built.inner_of(link)
        shown = " ".join(link.text_content().split()).partition(": ")[2].removesuffix("→").strip()
        titled = Built(hostile_site, path).text("//title")
        assert titled.startswith(f"{shown} - ") or path in ("index.html", "en/index.html")


@pytest.mark.parametrize("folder", ["", "en/"])
def test_the_search_shows_texts_and_no_elements_of_them(hostile_site: Path, folder: str) -> None:
    documents = json.loads((hostile_site / folder / "search/search_index.json").read_text("utf-8"))["docs"]
    kept = {"div", "p", "ul", "ol", "li", "code", "pre", "sub", "sup"}
    for text in (document[key] for document in documents for key in ("title", "text")):
        elements = html.fragment_fromstring(text, create_parent="div").iter()
        assert {found.tag for found in elements} <= kept, text


@pytest.mark.long
def test_a_browser_runs_nothing_of_a_text_and_asks_nobody(hostile_site: Path, browser: Browser) -> None:
    with served(hostile_site) as address, window(browser) as context:
        page = context.new_page()
        seen = watched(page, address)
        for built in pages(hostile_site):
            page.goto(f"{address}/{built.path.removesuffix('index.html')}")
            page.wait_for_load_state("networkidle")
            assert page.title() != "xss", built.path
            assert page.evaluate("document.querySelectorAll('[onerror], [onclick], a[href^=javascript]').length") == 0
        open_search(page, f"{address}/en/")
        assert ask(page, "onerror")
        assert page.title() != "xss"
        assert seen == []


def watched(page: Page, address: str) -> list[str]:
    """A list to which every dialog on a page and every request to another site will be added."""
    seen: list[str] = []

    def note_dialog(dialog: Dialog) -> None:
        seen.append(dialog.message)
        dialog.dismiss()

    def note_request(request: Request) -> None:
        if not request.url.startswith((f"{address}/", ADDRESS, "data:", "blob:")):
            seen.append(request.url)

    page.on("dialog", note_dialog)
    page.on("request", note_request)
    return seen


# The helpers


def test_an_element_escapes_its_texts_and_the_values_of_its_attributes() -> None:
    made = element("a", "<b>", element("i", '"'), href='"&', data_x="'")
    assert made == '<a href="&#34;&amp;" data-x="&#39;">&lt;b&gt;<i>&#34;</i></a>'
    assert joined(["<", element("b", ">")], " & ") == "&lt; &amp; <b>&gt;</b>"


def test_a_message_as_html_escapes_its_text_and_its_values_but_not_html() -> None:
    shown = msg("a < {text}, {html}, {other}", text="<b>", html=Markup("<i>x</i>"), other=msg("{x} & y", x=">"))
    assert shown.as_html("en") == "a &lt; &lt;b&gt;, <i>x</i>, &gt; &amp; y"
    assert isinstance(shown.as_html("en"), Markup)


@pytest.fixture
def book() -> Handbook:
    return read(SMALLEST)


@pytest.mark.parametrize("title", ["a <b>x</b>", "# x { #id onclick=y }", "**x** `y` [z](w) &lt;", "a\n\nb"])
def test_the_title_of_a_page_in_another_language_is_a_text(book: Handbook, title: str) -> None:
    front = yaml.safe_dump({"title": title}, allow_unicode=True)
    elsewhere, _ = build_page(f"---\n{front}---\n\n# x\n", "sr", "index.md")
    assert elsewhere.title == title
    text = placeholder_page(PageContext(book, "en", "index.md"), elsewhere)
    shown = html.fragment_fromstring(markdown(text, extensions=["attr_list"]), create_parent="div")
    (heading,) = shown.iter("h1")
    assert (heading.text, len(heading), heading.attrib) == (" ".join(title.split()), 0, {})


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r"])
def test_no_cell_of_a_table_begins_like_a_formula(book: Handbook, start: str) -> None:
    path = next(iter(book.facts.responsibilities.values())).page
    front = yaml.safe_dump({"title": f"{start}1+1"}, allow_unicode=True)
    page, _ = build_page(f"---\n{front}---\n\n# x\n", "en", path)
    table = raci_csv(replace(book, pages={**book.pages, ("en", path): page}))
    _, row, *_ = csv.reader(io.StringIO(table, newline=""))
    assert row[2] == f"'{start}1+1"


def test_a_title_in_a_book_is_a_text_again() -> None:
    """MkDocs has it as HTML, and the book escapes it once more."""
    page = SimpleNamespace(title="Q &amp; A", file=SimpleNamespace(src_uri="en/a.md"))
    chapter = books._chapter(Section(escape("<R>"), [page]), {("en", "a.md"): BookPage("a.md", "a/", "")}, "en")  # type: ignore[list-item]  # stands for a page
    assert (chapter.title, chapter.parts[0].title) == ("<R>", "Q & A")
