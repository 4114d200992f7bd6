"""The copy for a folder, as `make offline` packs it and a reader opens it: no server, and nothing asked outside."""

import subprocess
import zipfile
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urljoin

import pytest
from playwright.sync_api import Browser, Page

import sites
from pages import page as built_page
from pages import pages
from trees import EDITIONS, ROOT, example_tree

OFFERED = "//*[contains(@class, 'handbook-books')]//a/@href"
LEFT = "net::ERR_ABORTED"
"""What the browser says of a file it no longer needs, because the reader went on."""


@pytest.fixture
def opened(browser: Browser) -> Iterator[Page]:
    """A page whose every request is kept; at the end all must have stayed on this machine."""
    page = browser.new_page(color_scheme="light")
    page.set_default_navigation_timeout(180_000)  # a busy machine opens a page slowly
    requests: list[str] = []
    faults: list[str] = []
    page.on("request", lambda request: requests.append(request.url))
    page.on("requestfailed", lambda request: faults.append(f"{request.url}: {request.failure}"))
    page.on("pageerror", lambda error: faults.append(str(error)))
    yield page
    page.close()
    assert requests
    assert {address.partition(":")[0] for address in requests} <= {"file", "about", "data"}
    assert [fault for fault in faults if not fault.endswith(LEFT)] == []


@pytest.fixture
def page(opened: Page, offline_site: Path) -> Page:
    """The front page of the example, opened from its folder."""
    opened.goto((offline_site / "index.html").as_uri())
    return opened


def lost_links(folder: Path) -> list[tuple[str, str]]:
    """Links to files that are not there, each with its page."""
    return [(built.path, path) for built in pages(folder) for path, _ in built.inner() if not (folder / path).is_file()]


def test_the_folder_holds_its_search_and_no_page_for_lost_readers(offline_site: Path) -> None:
    assert (offline_site / "search/search_index.js").exists()
    assert not list(offline_site.rglob("404.html"))


def test_every_link_leads_to_a_file_that_is_there(offline_site: Path) -> None:
    assert lost_links(offline_site) == []


def heading(page: Page) -> str:
    return str(page.locator("article h1").first.evaluate("h1 => h1.firstChild.textContent")).strip()


def test_one_walks_through_the_navigation_and_across_languages(page: Page) -> None:
    page.locator(".md-tabs a, .handbook-nav a").get_by_text("Продаја").first.click()
    assert heading(page) == "Продаја"
    page.locator("article").get_by_role("link", name="Шеф продаје").first.click()
    assert heading(page) == "Шеф продаје"
    page.goto(str(page.locator("a[hreflang=en].handbook-language").first.evaluate("link => link.href")))
    assert page.url.endswith("/en/sales/roles/manager.html")
    assert heading(page) == "Head of sales"


@pytest.mark.parametrize(
    ("path", "there"),
    [
        ("org-chart.html", "Шеф продаје"),
        ("en/org-chart.html", "Head of sales"),
        ("sales/roles/seller.html", "Шеф продаје"),
    ],
)
def test_pictures_are_drawn_and_lead_on(page: Page, offline_site: Path, path: str, there: str) -> None:
    page.goto((offline_site / path).as_uri())
    picture = page.locator("article figure svg").first
    box = picture.bounding_box()
    assert box
    assert box["width"] > 200
    assert box["height"] > 50
    picture.locator("a").filter(has_text=there.split()[0]).first.click()
    assert heading(page) == there


def test_the_dark_scheme_is_put_on_and_kept(page: Page) -> None:
    scheme = "document.body.getAttribute('data-md-color-scheme')"
    ground = "getComputedStyle(document.body).backgroundColor"
    light = page.evaluate(ground)
    while page.evaluate(scheme) != "slate":
        page.locator(".handbook-scheme:visible").click()
    assert page.evaluate(ground) != light
    page.reload()
    assert page.evaluate(scheme) == "slate"


@pytest.mark.long
def test_the_books_lie_beside_the_pages(tmp_path: Path, smallest: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Shown by the one English book: printing all three takes three times as long."""
    editions = tuple(edition for edition in EDITIONS if edition.language == "en")
    monkeypatch.setattr("mkdocs_adapter.books.editions", lambda codes: editions)
    built = sites.build(smallest, tmp_path / "site", HANDBOOK_OFFLINE="1", HANDBOOK_PDF="required")
    assert (built.returncode, built.stdout, sites.faults(built)) == (0, "", "")
    (edition,) = editions
    assert (tmp_path / "site" / edition.file).read_bytes().startswith(b"%PDF-")
    home = built_page(tmp_path / "site", "index.md", "en")
    assert set(home.tree.xpath("//*[@class='handbook-books']//a/@href")) == {f"../{edition.file}"}


@pytest.fixture(scope="module")
def packed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example as `make offline` packs it with its books, unpacked under a path with spaces and Cyrillic letters."""
    home = example_tree(tmp_path_factory.mktemp("example") / "handbook")
    for name in ("Makefile", "pyproject.toml", "requirements", ".venv"):
        (home / name).symlink_to(ROOT / name)
    done = subprocess.run(["make", "offline"], cwd=home, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    into = tmp_path_factory.mktemp("offline") / "мој приручник"
    with zipfile.ZipFile(home / "handbook-offline.zip") as packed:
        packed.extractall(into)
    return into


def open_every_page(opened: Page, folder: Path) -> None:
    """Open every page: what it asks for and links to is in the folder, and its pictures are drawn."""
    assert (folder / "search/search_index.js").exists()
    assert not list(folder.rglob("404.html"))
    assert lost_links(folder) == []
    drawn = "svgs => svgs.map(svg => svg.getBoundingClientRect()).every(box => box.width > 200 && box.height > 50)"
    for built in pages(folder):
        opened.goto((folder / built.path).as_uri())
        assert heading(opened)
        assert opened.locator("article figure svg").evaluate_all(drawn), built.path


@pytest.mark.long
def test_make_offline_packs_a_folder_that_needs_nothing_outside(packed: Path, opened: Page) -> None:
    """The books lie in it, and each page offers those of its language."""
    assert sorted(found.name for found in packed.iterdir()) == ["READ-ME.txt", "handbook"]
    folder = packed / "handbook"
    open_every_page(opened, folder)
    for edition in EDITIONS:
        assert (folder / edition.file).read_bytes().startswith(b"%PDF-")
    for built in pages(folder):
        expected = {(folder / edition.file).as_uri() for edition in EDITIONS if edition.language == built.language}
        offered = {urljoin((folder / built.path).as_uri(), link) for link in built.tree.xpath(OFFERED)}
        assert offered == expected, built.path


@pytest.mark.long
def test_so_does_the_copy_of_the_real_handbook(tmp_path: Path, opened: Page) -> None:
    folder = tmp_path / "мој приручник"
    assert sites.build(ROOT, folder, HANDBOOK_OFFLINE="1") == sites.Done(0, "", "")
    open_every_page(opened, folder)
