"""What the preview tells on the page itself, and how it lives with what cannot be built."""

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page

from browser import chromium, served, window
from conftest import TESTS
from handbook.checks.panel import FILE, panel
from handbook.checks.runner import check
from handbook.languages.messages import msg
from handbook.model.finding import Finding, Place
from handbook.reading.load import read
from preview.cache import CachedReader
from previewing import ADDRESS, Running, copy_of, preview

SELLER = "docs/sr/sales/roles/seller.md"
HERE, THERE = "sales/roles/seller/", "en/sales/roles/seller/"


@pytest.fixture
def running(tmp_path: Path) -> Iterator[Running]:
    with preview(copy_of(TESTS / "smallest", tmp_path)) as one:
        yield one


def edited(running: Running, path: str, old: str, new: str) -> None:
    text = (running.root / path).read_text("utf-8")
    assert old in text
    running.save(path, text.replace(old, new, 1))


def told(running: Running) -> Any:
    return json.loads(running.text(FILE))


def texts(groups: list[dict[str, Any]]) -> list[str]:
    return [f"{one['place']} {one['text']} [{one['rule']}]" for group in groups for one in group["findings"]]


def test_a_finding_is_told_on_both_pages_that_it_speaks_of_in_the_language_of_each(site: Path) -> None:
    finding = Finding(Place(SELLER, 3), "links", msg("Said."), related=Place("docs/en/sales/roles/seller.md", 5))
    data = json.loads(panel(read(site), [finding]))
    assert (data["sr"]["pages"].keys(), data["en"]["pages"].keys()) == ({HERE}, {THERE})
    assert [group["title"] for group in data["sr"]["pages"][HERE]] == ["Налаза на овој страници: 1"]
    assert [group["title"] for group in data["en"]["pages"][THERE]] == ["Findings on this page: 1"]
    assert data["en"]["pages"][THERE][0]["findings"][0]["kind"] == "error"


def test_what_belongs_to_no_page_is_told_on_both_front_pages_with_its_line(site: Path) -> None:
    some = [
        Finding(Place(path, 7), "x", msg("Said.")) for path in ("facts/roles.yml", "mkdocs.yml", "parity/index.lock")
    ]
    data = json.loads(panel(read(site), some))
    for code, address in (("sr", ""), ("en", "en/")):
        assert data[code]["pages"].keys() == {address}
        assert [text.split(" ")[0] for text in texts(data[code]["pages"][address])] == [
            "facts/roles.yml:7", "mkdocs.yml:7", "parity/index.lock:7"]  # fmt: skip


def test_nothing_of_the_panel_is_ever_published(smallest_build: Path) -> None:
    assert [file for file in smallest_build.rglob("*") if file.stem == "panel" or file.name == "preview"] == []
    assert not any("panel.js" in file.read_text("utf-8") for file in smallest_build.rglob("*.html"))


def test_an_edit_on_one_page_puts_the_banner_on_the_other_and_takes_it_off_again(running: Running) -> None:
    edited(running, SELLER, "{ #week }\n\nТекст.", "{ #week }\n\nНов текст.")
    assert "The Serbian version of this page is newer" in running.text(f"{THERE}index.html")
    assert "[behind]" in texts(told(running)["en"]["pages"][THERE])[0]
    edited(running, SELLER, "Нов текст.", "Текст.")
    assert "is newer" not in running.text(f"{THERE}index.html")
    assert told(running)["en"]["pages"] == {}


def test_an_edit_of_words_makes_only_the_pages_that_it_touches(running: Running) -> None:
    untouched = running.site / "marketing/roles/promoter/index.html"
    before = untouched.stat().st_mtime_ns
    edited(running, SELLER, "Увод.", "Други увод.")
    assert "Други увод." in running.text(f"{HERE}index.html")
    assert "Други увод." in running.text("search/search_index.json")
    assert untouched.stat().st_mtime_ns == before
    edited(running, SELLER, "# Продавац", "# Трговац")
    assert "Трговац" in untouched.read_text("utf-8")


def test_facts_that_cannot_be_read_leave_the_last_good_preview_and_are_told_on_every_page(running: Running) -> None:
    before = running.text(f"{HERE}index.html")
    roles = (running.root / "facts/roles.yml").read_text("utf-8")
    running.save("facts/roles.yml", f"{roles}\nx: [\n")
    assert running.text(f"{HERE}index.html") == before
    for code in ("sr", "en"):
        assert "facts/roles.yml" in texts(told(running)[code]["everywhere"])[0]
        assert "parity/facts" not in json.dumps(told(running)[code]["pages"])
    edited(running, SELLER, "Увод.", "Трећи увод.")
    assert running.text(f"{HERE}index.html") == before
    running.save("facts/roles.yml", roles)
    assert "Трећи увод." in running.text(f"{HERE}index.html")
    assert told(running)["sr"]["everywhere"] == []


def test_a_preview_outlives_settings_and_pages_that_cannot_be_read(running: Running) -> None:
    settings = (running.root / "mkdocs.yml").read_text("utf-8")
    for broken in ("site_name: [\n", "docs_dir: nowhere\nsite_name: X\n"):
        running.save("mkdocs.yml", broken)
        assert told(running)["en"]["everywhere"]
        assert "Увод." in running.text(f"{HERE}index.html")
    running.save("mkdocs.yml", settings)
    (running.root / SELLER).write_bytes(b"# \xff\n")
    running.builder()
    assert "Увод." in running.text(f"{HERE}index.html")
    assert told(running)["sr"]["everywhere"]
    running.save(SELLER, (TESTS / "smallest" / SELLER).read_text("utf-8"))
    assert running.shows == running.clean()


def test_a_preview_starts_even_where_the_facts_cannot_be_read(tmp_path: Path) -> None:
    root = copy_of(TESTS / "smallest", tmp_path)
    (root / "facts/roles.yml").write_text("x: [\n", "utf-8")
    with preview(root) as running:
        assert "facts/roles.yml" in texts(told(running)["en"]["everywhere"])[0]
        running.save("facts/roles.yml", (TESTS / "smallest/facts/roles.yml").read_text("utf-8"))
        assert running.shows == running.clean()


def test_what_is_remembered_never_changes_what_is_found(site: Path) -> None:
    memory, today = CachedReader(site), date(2026, 11, 24)
    page = site / SELLER
    text = page.read_text("utf-8")
    for change in ("Увод 7.", "Увод са lead и упит.", "Увод.\n\nЈош.", "a@b.rs", "прoдаја", "Увод."):
        page.write_text(text.replace("Увод.", change), "utf-8")
        assert memory.check(memory.read(), today) == check(read(site), today), change
    (site / "facts/names.yml").write_text("x: {name: lead}\n", "utf-8")
    assert memory.check(memory.read(), today) == check(read(site), today)


def requests(page: Page) -> list[str]:
    """The addresses that a page asks for, from now on."""
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    return asked


def test_the_panel_speaks_the_language_of_its_page_and_obeys_the_keyboard(running: Running) -> None:
    edited(running, SELLER, "{ #week }\n\nТекст.", "{ #week }\n\nНов текст.")
    with served(running.site) as address, chromium() as browser:
        for width, opened in ((390, False), (1400, True)):
            page = window(browser, viewport={"width": width, "height": 800}).new_page()
            page.route(f"{ADDRESS}**", lambda route: route.abort())  # whatever else this machine serves there
            asked = requests(page)
            page.goto(f"{address}/{THERE}")
            panel = page.locator("aside.handbook-panel")
            summary = panel.locator("summary")
            summary.wait_for()
            assert (panel.get_attribute("lang"), summary.inner_text()) == ("en", "Findings on this page: 1")
            assert panel.locator("li").is_visible() == opened
            summary.focus()
            page.keyboard.print_pdf("Enter")
            assert panel.locator("li").is_visible() != opened
            page.reload()
            summary.wait_for()
            assert panel.locator("li").is_visible() != opened
            assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
            assert [url for url in asked if not url.startswith((address, ADDRESS))] == []
            page.goto(f"{address}/{HERE}")
            summary.wait_for()
            assert summary.inner_text() == "Налаза на овој страници: 1"
            page.goto(f"{address}/marketing/roles/promoter/")
            page.wait_for_load_state("networkidle")
            assert panel.count() == 0
