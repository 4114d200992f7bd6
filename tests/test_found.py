"""What search engines and other sites are told: the list of pages, what not to list, what to show of a shared link."""

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from lxml import etree
from PIL import Image, ImageChops
from playwright.sync_api import Browser

from browser import window
from handbook.publishing.web.share_picture import COLOURS, share_picture
from pages import Built, page, pages
from sites import build
from trees import ROOT, settings
from with_history import PROMOTER, REWRITTEN, SELLER, WRITTEN

HOME = "https://handbook.example/sub/"
NAMES = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}


def listed(site: Path) -> dict[str, etree._Element]:
    """The entries of a site map by the file of their page."""
    top = etree.parse(site / "sitemap.xml").getroot()
    assert top.tag == f"{{{NAMES['s']}}}urlset"
    entries = {entry.findtext("s:loc", namespaces=NAMES): entry for entry in top}
    assert all(address.startswith(HOME) for address in entries)
    assert len(entries) == len(top)
    return {f"{address.removeprefix(HOME)}index.html": entry for address, entry in entries.items()}


def alternates(entry: etree._Element) -> dict[str, str]:
    """The addresses of an entry of a site map, by language."""
    return {link.get("hreflang"): link.get("href") for link in entry.iterfind("x:link", NAMES)}


def in_head(built: Built) -> dict[str, str]:
    """The addresses in the head of a page, by language."""
    return {link.get("hreflang"): link.get("href") for link in built.tree.xpath("//head/link[@rel='alternate']")}


def unlisted(site: Path) -> Iterator[str]:
    """The pages that ask not to be listed."""
    yield from (built.path for built in pages(site) if built.tree.xpath("//meta[@name='robots'][@content='noindex']"))


def test_the_site_map_has_every_page_that_may_be_listed(kept: Path) -> None:
    assert {built.path for built in pages(kept)} - {*unlisted(kept)} == listed(kept).keys()
    assert {*unlisted(kept)} == {"404.html", "en/404.html"}
    assert (kept / "robots.txt").read_text() == f"User-agent: *\nDisallow:\n\nSitemap: {HOME}sitemap.xml\n"


def test_the_pages_of_both_languages_name_each_other(kept: Path) -> None:
    for path, entry in listed(kept).items():
        named = alternates(entry)
        assert named == in_head(Built(kept, path))
        assert {*named} == {"sr", "en", "x-default"}
        for address in named.values():
            assert alternates(listed(kept)[f"{address.removeprefix(HOME)}index.html"]) == named


def test_a_page_is_dated_by_the_last_change_of_its_text(kept: Path) -> None:
    days = {path: entry.findtext("s:lastmod", namespaces=NAMES) for path, entry in listed(kept).items()}
    assert days.pop(page(kept, SELLER).path) == REWRITTEN
    assert {*days.values()} == {WRITTEN}


def test_without_a_history_no_day_is_given(smallest_site: Path) -> None:
    assert all(entry.find("s:lastmod", NAMES) is None for entry in listed(smallest_site).values())


def test_a_site_without_an_address_has_no_site_map(unfinished: Path) -> None:
    assert not (unfinished / "sitemap.xml").exists()
    assert (unfinished / "robots.txt").read_text() == "User-agent: *\nDisallow:\n"


def test_a_notice_in_place_of_a_missing_page_is_not_listed(unfinished: Path) -> None:
    assert page(unfinished, PROMOTER, "en").path in unlisted(unfinished)
    assert page(unfinished, PROMOTER).path not in unlisted(unfinished)


def test_one_setting_asks_search_engines_to_list_nothing(smallest: Path, tmp_path: Path) -> None:
    with settings(smallest) as changed:
        changed["extra"]["noindex"] = True
    assert build(smallest, tmp_path / "site").returncode == 0
    assert {built.path for built in pages(tmp_path / "site")} == {*unlisted(tmp_path / "site")}
    assert not (tmp_path / "site/sitemap.xml").exists()
    assert "Sitemap" not in (tmp_path / "site/robots.txt").read_text()


def test_the_copy_for_a_folder_has_nothing_for_search_engines(offline_site: Path) -> None:
    assert not [name for name in ("robots.txt", "sitemap.xml") if (offline_site / name).exists()]


# Shared links

IMAGES, FONT = ROOT / "overrides/assets/images", ROOT / "overrides/assets/fonts/handbook-sans.woff2"


def shared(built: Built) -> dict[str, str]:
    """What a page tells other sites to show of a link to it."""
    return {
        tag.get("property"): tag.get("content") for tag in built.tree.xpath("//meta[starts-with(@property, 'og:')]")
    }


def test_a_shared_link_shows_the_title_the_description_and_the_picture_of_its_page(example_books: Path) -> None:
    home = "https://handbook.example/team/"
    for built in pages(example_books):
        if not built.tree.xpath("//link[@rel='canonical']"):
            continue
        found = shared(built)
        assert found["og:url"] == f"{home}{built.path.removesuffix('index.html')}"
        assert found["og:title"] in built.text("//h1")
        assert found["og:description"] == built.tree.xpath("//meta[@name='description']/@content")[0]
        with Image.open(example_books / found["og:image"].removeprefix(home)) as picture:
            assert (picture.format, picture.size) == ("PNG", (1200, 630))


def test_a_site_without_an_address_or_without_books_has_no_pictures(unfinished: Path, example_site: Path) -> None:
    assert shared(page(unfinished, SELLER)) == {}
    assert not [site for site in (unfinished, example_site) if (site / "assets/share").exists()]


def colours(picture: bytes) -> dict[tuple[int, ...], int]:
    """How many points of a picture have each colour."""
    with Image.open(BytesIO(picture)) as opened:
        found: Any = opened.convert("RGB").getcolors()
    return {colour: number for number, colour in found}


@pytest.mark.parametrize("team", ["sales", "marketing", ""])
def test_a_picture_has_the_colour_of_the_team(team: str) -> None:
    others = {colour for name, colour in COLOURS.items() if name != team}
    found = colours(share_picture(FONT, "Шеф продаје", "Води тим.", "Мали приручник", team))
    assert found[COLOURS[team]] > 1200 * 28
    assert not others & found.keys()


def test_a_picture_shows_its_texts() -> None:
    one = share_picture(FONT, "Шеф продаје", "Води тим.", "Мали приручник", "sales")
    assert one == share_picture(FONT, "Шеф продаје", "Води тим.", "Мали приручник", "sales")
    others = (("Head of sales", "Води тим."), ("Шеф продаје", "Води цео тим."), ("Шеф продаје", ""))
    assert len({one, *(share_picture(FONT, *texts, "Мали приручник", "sales") for texts in others)}) == 4


@pytest.mark.parametrize("title", ["Сарадник за рад са постојећим купцима и партнерима из региона " * 4, "Договор" * 7])
def test_a_long_title_leaves_the_margins_free(title: str) -> None:
    picture = Image.open(BytesIO(share_picture(FONT, title, "опис " * 80, "Мали приручник", ""))).convert("RGB")
    band = picture.crop((0, 30, 1200, 630))
    left, _, right, bottom = ImageChops.invert(band).getbbox() or (0, 0, 0, 0)
    assert left >= 85
    assert bottom <= 600 - 20
    assert right <= 1200 - 85


@pytest.mark.parametrize(("name", "size"), [("favicon.png", 48), ("apple-touch-icon.png", 180)])
def test_the_icons_show_the_same_as_their_drawing(browser: Browser, name: str, size: int) -> None:
    drawing = (IMAGES / "favicon.svg").read_text("utf-8")
    with window(browser, viewport={"width": size, "height": size}) as context:
        shown = context.new_page()
        shown.set_content(f"<style>body {{margin: 0}} svg {{width: {size}px; display: block}}</style>{drawing}")
        expected = Image.open(BytesIO(shown.screenshot())).convert("RGB")
    middle = (size // 8, size // 8, size * 7 // 8, size * 7 // 8)  # phones round the corners themselves
    with Image.open(IMAGES / name) as icon:
        assert icon.size == (size, size)
        difference = ImageChops.difference(icon.convert("RGB").crop(middle), expected.crop(middle))
    assert max(difference.tobytes()) < 64
