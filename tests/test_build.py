"""One real two-language build of the smallest site, read as given / when / then."""

import shutil
from datetime import date, timedelta
from pathlib import Path

import pytest

from conftest import ROOT, TESTS, build, run
from pages import Built, page, pages


def test_each_page_is_in_the_language_of_its_address(smallest_build: Path) -> None:
    languages = {built.path: built.language for built in pages(smallest_build)}
    assert languages == {path: "en" if path.startswith("en/") else "sr" for path in languages}
    assert len(languages) == 12


def test_a_seller_finds_the_promoter_in_their_own_language(smallest_build: Path) -> None:
    serbian = page(smallest_build, "sales/roles/seller.md")
    assert "marketing/roles/promoter/index.html" in serbian.targets()
    assert "Промотер, недељно" in serbian.text()
    english = page(smallest_build, "sales/roles/seller.md", "en")
    assert "en/marketing/roles/promoter/index.html" in english.targets()
    assert "Promoter, weekly" in english.text()


def test_generated_headings_are_in_the_table_of_contents_and_in_search(smallest_build: Path) -> None:
    contents = page(smallest_build, "index.md", "en").text("//nav[@aria-label='Table of contents']")
    assert "Between sales and marketing" in contents
    index = (smallest_build / "en/search/search_index.json").read_text("utf-8")
    assert "Between sales and marketing" in index


def test_the_language_switch_keeps_the_page(smallest_build: Path) -> None:
    switch = "//a[@hreflang][contains(@class, 'md-select__link')]/@href"
    for path in ("index.md", "sales/roles/seller.md"):
        both = {page(smallest_build, path, language).path for language in ("sr", "en")}
        for language in ("sr", "en"):
            assert page(smallest_build, path, language).targets(switch) == both


def test_every_page_names_its_counterparts_by_full_address(smallest_build: Path) -> None:
    links = page(smallest_build, "sales/roles/seller.md", "en").tree.xpath("//head/link[@rel='alternate']")
    assert {link.get("hreflang"): link.get("href") for link in links} == {
        "sr": "https://handbook.example/sub/sales/roles/seller/",
        "en": "https://handbook.example/sub/en/sales/roles/seller/",
        "x-default": "https://handbook.example/sub/sales/roles/seller/",
    }


def test_lost_readers_are_answered_in_both_languages(smallest_build: Path) -> None:
    for path, language, order in (("404.html", "sr", ["sr", "en"]), ("en/404.html", "en", ["en", "sr"])):
        lost = Built(smallest_build, path)
        assert lost.language == language
        assert lost.tree.xpath("//article//section/@lang") == order
        assert {"/sub/", "/sub/en/"} <= set(lost.tree.xpath("//article//a/@href"))
        assert set(lost.tree.xpath("//a[@hreflang]/@href")) == {"/sub/", "/sub/en/"}


@pytest.fixture
def book(tmp_path: Path) -> Path:
    """A copy of the smallest handbook that can be built, with a site from an earlier build."""
    home = tmp_path / "book"
    shutil.copytree(TESTS / "smallest", home)
    settings = (home / "mkdocs.yml").read_text("utf-8").replace("../../", f"{ROOT.as_posix()}/")
    (home / "mkdocs.yml").write_text(settings, "utf-8")
    (home / "site").mkdir()
    (home / "site/index.html").write_text("the previous site")
    return home


def test_faults_stop_the_build_are_told_once_and_leave_the_previous_site(book: Path) -> None:
    (book / "docs/sr/extra.md").write_text("# Још\n", "utf-8")
    built = build(book / "mkdocs.yml", book / "site")
    assert built.returncode == 1
    said = built.stdout + built.stderr
    assert said.count("[missing-page]") == 1
    assert "docs/sr/extra.md:1: This page has no counterpart" in said
    assert "Traceback" not in said
    assert (book / "site/index.html").read_text() == "the previous site"


def test_warnings_are_told_and_do_not_stop_a_strict_build(book: Path) -> None:
    with (book / "facts/roles.yml").open("a", encoding="utf-8") as roles:
        roles.write("clerk: {team: sales, reports_to: seller, horizon: short, origin: added, draft: true}\n")
    for code in ("sr", "en"):
        folder = book / f"docs/{code}/sales/roles"
        shutil.copy(folder / "seller.md", folder / "clerk.md")
    settings = (book / "mkdocs.yml").read_text("utf-8")
    nav = settings.replace(
        "      - sales/roles/seller.md\n", "      - sales/roles/seller.md\n      - sales/roles/clerk.md\n"
    )
    (book / "mkdocs.yml").write_text(nav, "utf-8")
    run("handbook", "seed", "sales/roles/clerk", "--root", book)
    built = build(book / "mkdocs.yml", book / "site")
    assert built.returncode == 0, built.stderr
    assert built.stderr.count("[todo]") == 2


def test_a_folder_that_is_no_handbook_is_told_without_a_traceback(book: Path) -> None:
    shutil.rmtree(book / "facts")
    built = build(book / "mkdocs.yml", book / "site")
    assert built.returncode == 1
    assert "There is no folder “facts/”" in built.stdout + built.stderr
    assert "Traceback" not in built.stdout + built.stderr


def test_without_an_address_there_is_no_canonical_and_the_rest_works(book: Path) -> None:
    settings = (book / "mkdocs.yml").read_text("utf-8")
    (book / "mkdocs.yml").write_text(settings.replace("site_url: https://handbook.example/sub/\n", ""), "utf-8")
    built = build(book / "mkdocs.yml", book / "site")
    assert (built.returncode, built.stderr) == (0, "")
    front = page(book / "site", "index.md")
    assert front.tree.xpath("//link[@rel='canonical'] | //link[@rel='alternate']") == []
    assert front.targets("//a[@hreflang]/@href") == {"index.html", "en/index.html"}


def test_the_maintained_fork_of_mkdocs_builds_the_same_pages(book: Path, smallest_build: Path) -> None:
    built = run("properdocs", "build", "--strict", "--quiet", "--config-file", book / "mkdocs.yml")
    assert built.returncode == 0, built.stderr
    texts = {path: [one.text() for one in pages(path)] for path in (book / "site", smallest_build)}
    assert texts[book / "site"] == texts[smallest_build]


def waive(book: Path, page: str, rule: str) -> None:
    (book / "parity/waivers.yml").write_text(
        f"- page: {page}\n  rule: {rule}\n  reason: Чека се нови ценовник.\n  until: {date.today() + timedelta(days=30)}\n",
        "utf-8",
    )


def test_a_waived_difference_is_told_to_readers_in_both_languages(book: Path) -> None:
    file = book / "docs/sr/sales/roles/seller.md"
    file.write_text(file.read_text("utf-8").replace("{ #week }\n\nТекст.", "{ #week }\n\nНов текст."), "utf-8")
    assert "[behind]" in build(book / "mkdocs.yml", book / "site").stdout
    waive(book, "sales/roles/seller", "behind")
    built = build(book / "mkdocs.yml", book / "site")
    assert (built.returncode, built.stderr) == (0, "")
    box = "//*[contains(@class, 'admonition')]"
    english = page(book / "site", "sales/roles/seller.md", "en").text(box)
    assert "The Serbian version of this page is newer in the sections: Section week." in english
    assert "Чека се нови ценовник." in page(book / "site", "sales/roles/seller.md").text(box)
    assert page(book / "site", "marketing/roles/promoter.md", "en").text(box) == ""


def test_a_waiver_that_ran_out_does_not_stop_the_publishing(book: Path) -> None:
    file = book / "docs/sr/sales/roles/seller.md"
    file.write_text(file.read_text("utf-8").replace("{ #week }\n\nТекст.", "{ #week }\n\nНов текст."), "utf-8")
    waive(book, "sales/roles/seller", "behind")
    waivers = book / "parity/waivers.yml"
    waivers.write_text(waivers.read_text("utf-8").partition("until")[0] + "until: 2020-01-01\n", "utf-8")
    built = build(book / "mkdocs.yml", book / "site")
    assert built.returncode == 0
    assert "warning: The waiver of “behind” on sales/roles/seller ran out on 2020-01-01." in built.stderr
    assert run("handbook", "check", "--root", book).returncode == 1


def test_a_page_in_one_language_gets_a_notice_in_the_other(book: Path) -> None:
    (book / "docs/en/marketing/roles/promoter.md").unlink()
    waive(book, "marketing/roles/promoter", "missing-page")
    built = build(book / "mkdocs.yml", book / "site", REPO_URL="https://git.example/team/book")
    assert (built.returncode, built.stderr) == (0, "")
    notice = page(book / "site", "marketing/roles/promoter.md", "en")
    assert notice.language == "en"
    assert "This page exists in Serbian only for now." in notice.text()
    assert "marketing/roles/promoter/index.html" in notice.targets()
    front = page(book / "site", "index.md", "en")
    assert "en/marketing/roles/promoter/index.html" in front.targets("//nav//a/@href")
