"""The copy for a folder, as `make offline` packs it and a reader opens it: no server, and nothing asked outside."""

import subprocess
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from conftest import ROOT
from handbook.publishing.book import EDITIONS
from pages import pages

LEFT = "net::ERR_ABORTED"
"""What the browser says of a file it no longer needs, because the reader went on."""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The unpacked copy, under a path with spaces and Cyrillic letters."""
    done = subprocess.run(["make", "offline"], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    into = tmp_path_factory.mktemp("offline") / "мој приручник"
    with zipfile.ZipFile(ROOT / "handbook-offline.zip") as packed:
        packed.extractall(into)
    return into / "handbook"


@pytest.fixture
def page(browser: Browser, folder: Path) -> Iterator[Page]:
    """A page whose every request is kept; at the end all must have stayed on this machine."""
    page = browser.new_page(color_scheme="light")
    asked: list[str] = []
    faults: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("requestfailed", lambda request: faults.append(f"{request.url}: {request.failure}"))
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.goto((folder / "index.html").as_uri())
    yield page
    page.close()
    assert asked
    assert {address.partition(":")[0] for address in asked} <= {"file", "about", "data"}
    assert [fault for fault in faults if not fault.endswith(LEFT)] == []


def test_everything_is_in_one_folder(folder: Path) -> None:
    assert [one.name for one in folder.parent.iterdir()] == ["handbook"]
    assert (folder / "search/search_index.js").exists()
    assert not list(folder.rglob("404.html"))


def test_every_link_leads_to_a_file_that_is_there(folder: Path) -> None:
    for built in pages(folder):
        for path, _anchor in built.inner():
            assert (folder / path).is_file(), (built.path, path)


def heading(page: Page) -> str:
    return str(page.locator("article h1").first.evaluate("h1 => h1.firstChild.textContent")).strip()


def test_one_walks_through_the_navigation_and_across_languages(page: Page) -> None:
    page.locator(".md-tabs a, .md-nav--primary a").get_by_text("Продаја").first.click()
    assert heading(page) == "Продаја"
    page.locator("article").get_by_role("link", name="Менаџер продаје").first.click()
    assert heading(page) == "Менаџер продаје"
    page.goto(str(page.locator("a[hreflang=en].md-select__link").first.evaluate("link => link.href")))
    assert page.url.endswith("/en/sales/roles/sales-manager.html")
    assert heading(page) == "Sales manager"


@pytest.mark.parametrize(("path", "there"), [
    ("org-chart.html", "Менаџер продаје"), ("en/org-chart.html", "Sales manager"),
    ("sales/roles/sales-manager.html", "Директор продаје"),
])  # fmt: skip
def test_pictures_are_drawn_and_lead_on(page: Page, folder: Path, path: str, there: str) -> None:
    page.goto((folder / path).as_uri())
    picture = page.locator("article figure svg").first
    box = picture.bounding_box()
    assert box
    assert box["width"] > 200
    assert box["height"] > 50
    picture.locator("a").filter(has_text=there.split()[0]).first.click()
    assert heading(page).split()[0] == there.split()[0]


def test_the_dark_scheme_is_put_on_and_kept(page: Page) -> None:
    scheme = "document.body.getAttribute('data-md-color-scheme')"
    ground = "getComputedStyle(document.body).backgroundColor"
    light = page.evaluate(ground)
    while page.evaluate(scheme) != "slate":
        page.locator("form[data-md-component=palette] label:not([hidden])").click()
    assert page.evaluate(ground) != light
    page.reload()
    assert page.evaluate(scheme) == "slate"


def test_the_books_lie_beside_the_pages(page: Page, folder: Path) -> None:
    for edition in EDITIONS:
        assert (folder / edition.file).read_bytes().startswith(b"%PDF-")
    offered = page.locator(".handbook-books a").evaluate_all("links => links.map(link => link.href)")
    home = (folder / "pdf").as_uri()
    assert {*offered} == {f"{home}/handbook-sr.pdf", f"{home}/handbook-sr-latn.pdf"}
