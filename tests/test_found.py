"""What search engines are told of a site: the list of pages, the addresses of a page, and what not to list."""

from collections.abc import Iterator
from pathlib import Path

from lxml import etree

from pages import Built, page, pages
from sites import build
from trees import settings
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
