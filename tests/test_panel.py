"""What the preview shows on the page itself, and how it goes on when something cannot be built."""

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from browser import served, window
from handbook.checks.reports.panel import FILE, panel
from handbook.checks.runner import check
from handbook.languages.messages import msg
from handbook.model.finding import Finding, Place
from handbook.reading.load import read
from preview.cache import CachedReader
from previewing import ADDRESS, Running, preview
from trees import SMALLEST

SELLER, ROLES = "docs/sr/sales/roles/seller.md", "facts/roles.yml"
HERE, THERE = "sales/roles/seller/", "en/sales/roles/seller/"


@pytest.fixture
def running(smallest: Path) -> Iterator[Running]:
    with preview(smallest) as started:
        yield started


def edit(running: Running, path: str, old: str, new: str) -> None:
    text = running.source(path)
    assert old in text
    running.save(path, text.replace(old, new, 1))


def shown(running: Running) -> Any:
    """What the panel's script reads."""
    return json.loads(running.text(FILE))


def texts(groups: list[dict[str, Any]]) -> list[str]:
    rows = [row for group in groups for row in group["findings"]]
    return [f"{row['place']} {row['text']} [{row['rule']}]" for row in rows]


def test_a_finding_is_shown_on_both_pages_that_it_is_about_in_the_language_of_each() -> None:
    finding = Finding(Place(SELLER, 3), "links", msg("Said."), related=Place("docs/en/sales/roles/seller.md", 5))
    data = json.loads(panel(read(SMALLEST), [finding]))
    assert (data["sr"]["pages"].keys(), data["en"]["pages"].keys()) == ({HERE}, {THERE})
    assert [group["title"] for group in data["sr"]["pages"][HERE]] == ["Налаза на овој страници: 1"]
    assert [group["title"] for group in data["en"]["pages"][THERE]] == ["Findings on this page: 1"]
    assert data["en"]["pages"][THERE][0]["findings"][0]["kind"] == "error"


def test_a_finding_about_no_page_is_shown_on_both_front_pages_with_its_line() -> None:
    findings = [Finding(Place(path, 7), "x", msg("Said.")) for path in (ROLES, "mkdocs.yml", "parity/index.lock")]
    data = json.loads(panel(read(SMALLEST), findings))
    for code, address in (("sr", ""), ("en", "en/")):
        assert data[code]["pages"].keys() == {address}
        places = [text.split(" ")[0] for text in texts(data[code]["pages"][address])]
        assert places == ["facts/roles.yml:7", "mkdocs.yml:7", "parity/index.lock:7"]


def test_nothing_of_the_panel_is_ever_published(smallest_site: Path) -> None:
    assert [file for file in smallest_site.rglob("*") if file.stem == "panel" or file.name == "preview"] == []
    assert not any("panel.js" in file.read_text("utf-8") for file in smallest_site.rglob("*.html"))


def test_an_edit_of_one_page_puts_the_banner_on_the_other_and_undoing_it_removes_the_banner(running: Running) -> None:
    first = running.builder.config
    edit(running, SELLER, "{ #week }\n\nТекст.", "{ #week }\n\nНов текст.")
    assert running.builder.config is first, "everything was built"
    assert "The Serbian version of this page is newer" in running.text(f"{THERE}index.html")
    assert "[behind]" in texts(shown(running)["en"]["pages"][THERE])[0]
    edit(running, SELLER, "Нов текст.", "Текст.")
    assert "is newer" not in running.text(f"{THERE}index.html")
    assert shown(running)["en"]["pages"] == {}


def test_an_edit_of_words_builds_only_the_pages_that_it_touches(running: Running) -> None:
    untouched = running.site / "marketing/roles/promoter/index.html"
    before = untouched.stat().st_mtime_ns
    edit(running, SELLER, "Увод.", "Други увод.")
    assert "Други увод." in running.text(f"{HERE}index.html")
    assert "Други увод." in running.text("search/search_index.json")
    assert untouched.stat().st_mtime_ns == before
    edit(running, SELLER, "# Продавац", "# Трговац")
    assert "Трговац" in untouched.read_text("utf-8")


def test_unreadable_facts_leave_the_last_good_preview_and_are_shown_on_every_page(running: Running) -> None:
    before = running.text(f"{HERE}index.html")
    roles = running.source(ROLES)
    running.save(ROLES, f"{roles}\nx: [\n")
    assert running.text(f"{HERE}index.html") == before
    for code in ("sr", "en"):
        assert ROLES in texts(shown(running)[code]["everywhere"])[0]
        assert "parity/facts" not in json.dumps(shown(running)[code]["pages"])
    edit(running, SELLER, "Увод.", "Трећи увод.")
    assert running.text(f"{HERE}index.html") == before
    running.save(ROLES, roles)
    assert "Трећи увод." in running.text(f"{HERE}index.html")
    assert shown(running)["sr"]["everywhere"] == []


def test_a_preview_goes_on_after_unreadable_settings_and_pages(running: Running) -> None:
    settings, page = running.source("mkdocs.yml"), running.source(SELLER)
    for unusable in ("site_name: [\n", "docs_dir: nowhere\nsite_name: X\n"):
        running.save("mkdocs.yml", unusable)
        assert shown(running)["en"]["everywhere"]
        assert "Увод." in running.text(f"{HERE}index.html")
    running.save("mkdocs.yml", settings)
    (running.home / SELLER).write_bytes(b"# \xff\n")
    running.builder()
    assert "Увод." in running.text(f"{HERE}index.html")
    assert shown(running)["sr"]["everywhere"]
    running.save(SELLER, page)
    assert running.shows == running.whole()


def test_a_preview_starts_even_if_the_facts_cannot_be_read(smallest: Path) -> None:
    roles = (smallest / ROLES).read_text("utf-8")
    (smallest / ROLES).write_text("x: [\n", "utf-8")
    with preview(smallest) as running:
        assert ROLES in texts(shown(running)["en"]["everywhere"])[0]
        running.save(ROLES, roles)
        assert running.shows == running.whole()


def test_what_is_remembered_never_changes_what_is_found(smallest: Path) -> None:
    memory, today = CachedReader(smallest), date(2026, 11, 24)
    page = smallest / SELLER
    text = page.read_text("utf-8")
    for change in ("Увод 7.", "Увод са lead и упит.", "Увод.\n\nЈош.", "a@b.rs", "прoдаја", "Увод."):
        page.write_text(text.replace("Увод.", change), "utf-8")
        assert memory.check(memory.read(), today) == check(read(smallest), today), change
    (smallest / "facts/names.yml").write_text("x: {name: lead}\n", "utf-8")
    assert memory.check(memory.read(), today) == check(read(smallest), today)


def requests(page: Page) -> list[str]:
    """The addresses that a page asks for, from now on."""
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    return asked


def test_the_panel_has_the_language_of_its_page_and_obeys_the_keyboard(running: Running, browser: Browser) -> None:
    edit(running, SELLER, "{ #week }\n\nТекст.", "{ #week }\n\nНов текст.")
    with served(running.site) as address:
        for width, opened in ((390, False), (1400, True)):
            context = window(browser, viewport={"width": width, "height": 800})
            page = context.new_page()
            page.route(f"{ADDRESS}**", lambda route: route.abort())  # whatever else this machine serves there
            asked = requests(page)
            page.goto(f"{address}/{THERE}")
            panel = page.locator("aside.handbook-panel")
            summary = panel.locator("summary")
            summary.wait_for()
            assert (panel.get_attribute("lang"), summary.inner_text()) == ("en", "Findings on this page: 1")
            assert panel.locator("li").is_visible() == opened
            summary.focus()
            page.keyboard.press("Enter")
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
            context.close()
