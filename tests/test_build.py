"""A few builds of the smallest handbook in both languages; many tests read the same site."""

import json
import shutil
from datetime import date
from pathlib import Path

import pytest

import with_history
from pages import Built, dead_links, page, pages
from sites import build, handbook, run
from trees import files
from with_history import CLERK, MESSAGES, PROMOTER, PROMOTING, REASON, SELLER, SELLING, rewrite_a_section, waive

# A handbook that is in order


def test_each_page_is_in_the_language_of_its_address(smallest_site: Path) -> None:
    languages = {built.path: built.language for built in pages(smallest_site)}
    assert languages == {path: "en" if path.startswith("en/") else "sr" for path in languages}
    assert len(languages) == 12


def test_a_seller_finds_the_promoter_in_their_own_language(smallest_site: Path) -> None:
    serbian = page(smallest_site, SELLER)
    assert "marketing/roles/promoter/index.html" in serbian.targets()
    assert "Промотер, недељно" in serbian.text()
    english = page(smallest_site, SELLER, "en")
    assert "en/marketing/roles/promoter/index.html" in english.targets()
    assert "Promoter, weekly" in english.text()


def test_generated_headings_are_in_the_table_of_contents_and_in_search(smallest_site: Path) -> None:
    contents = page(smallest_site, "index.md", "en").text("//nav[@aria-label='Table of contents']")
    assert "Between sales and marketing" in contents
    index = (smallest_site / "en/search/search_index.json").read_text("utf-8")
    assert "Between sales and marketing" in index


def test_the_language_switch_keeps_the_page(smallest_site: Path) -> None:
    switch = "//header//a[@hreflang]/@href"
    for path in ("index.md", SELLER):
        for language, other in (("sr", "en"), ("en", "sr")):
            assert page(smallest_site, path, language).targets(switch) == {page(smallest_site, path, other).path}


def test_every_page_names_its_counterparts_by_full_address(smallest_site: Path) -> None:
    links = page(smallest_site, SELLER, "en").tree.xpath("//head/link[@rel='alternate']")
    assert {link.get("hreflang"): link.get("href") for link in links} == {
        "sr": "https://handbook.example/sub/sales/roles/seller/",
        "en": "https://handbook.example/sub/en/sales/roles/seller/",
        "x-default": "https://handbook.example/sub/sales/roles/seller/",
    }


def test_lost_readers_are_answered_in_both_languages(smallest_site: Path) -> None:
    for path, language, order in (("404.html", "sr", ["sr", "en"]), ("en/404.html", "en", ["en", "sr"])):
        lost = Built(smallest_site, path)
        assert lost.language == language
        assert lost.tree.xpath("//article//section/@lang") == order
        assert [one.tag for one in lost.tree.xpath("//article//h1 | //article//h2")] == ["h1", "h2"]
        assert {"/sub/", "/sub/en/"} <= set(lost.tree.xpath("//article//a/@href"))
        assert lost.tree.xpath("//header//a[@hreflang]/@href") == ["/sub/en/" if language == "sr" else "/sub/"]


def test_the_maintained_fork_of_mkdocs_builds_the_same_pages(kept: Path, tmp_path: Path) -> None:
    home, fork = with_history.with_history(tmp_path), tmp_path / "fork"
    done = run("properdocs", "build", "--strict", "--quiet", "--config-file", home / "mkdocs.yml", "--site-dir", fork)
    assert done.returncode == 0, done.stderr
    assert {shown.path: shown.text() for shown in pages(fork)} == {shown.path: shown.text() for shown in pages(kept)}


# A handbook in which something is open: nothing of it stops a strict build


def test_warnings_are_printed_and_do_not_stop_a_strict_build(unfinished: Path) -> None:
    *findings, total, _ = (unfinished / MESSAGES).read_text("utf-8").split("\n")
    assert [finding.rpartition(" ")[2] for finding in findings] == ["[todo]", "[todo]", "[waiver]"]
    assert total == "0 errors, 3 warnings."
    assert page(unfinished, CLERK, "en").language == "en"


def test_without_an_address_there_is_no_canonical_and_the_rest_works(unfinished: Path) -> None:
    front = page(unfinished, "index.md")
    assert front.tree.xpath("//link[@rel='canonical'] | //link[@rel='alternate']") == []
    assert front.targets("//a[@hreflang]/@href") == {"en/index.html"}


def test_readers_of_both_languages_are_shown_a_waived_difference(unfinished: Path) -> None:
    box = "//*[contains(@class, 'admonition')]"
    english = page(unfinished, SELLER, "en").text(box)
    assert "The Serbian version of this page is newer in the sections: Section week." in english
    assert REASON in page(unfinished, SELLER).text(box)
    assert page(unfinished, SELLING, "en").text(box) == ""


@pytest.mark.parametrize(
    ("path", "code", "title", "neighbour"),
    [
        (SELLER, "sr", "Продавац", "index.md"),  # waived
        (SELLER, "en", "Seller", "index.md"),  # waived and behind
        (PROMOTING, "en", "Promote goods", PROMOTER),  # behind
    ],
)
def test_a_page_with_a_banner_keeps_its_title(
    unfinished: Path, path: str, code: str, title: str, neighbour: str
) -> None:
    built = page(unfinished, path, code)
    (top, *_) = built.tree.xpath("//article/*[not(self::a)][not(@class='handbook-eyebrow')]")
    assert (top.tag, top.text) == ("h1", title)
    assert built.text("//title").startswith(f"{title} - ")
    other, folder = page(unfinished, neighbour, code), "en/" if code == "en" else ""
    for links in ("//nav[contains(@class, 'handbook-nav')]//a", "//nav[contains(@class, 'handbook-turn')]//a"):
        names = [link.text_content() for link in other.tree.xpath(links) if (built.path, "") in other.inner_of(link)]
        assert names
        assert all(title in name for name in names)
    documents = json.loads((unfinished / folder / "search/search_index.json").read_text("utf-8"))["docs"]
    titles = {document["location"]: document["title"] for document in documents}
    assert titles[built.path.removeprefix(folder).removesuffix("index.html")] == title


def test_a_waiver_that_ran_out_does_not_stop_the_publishing(unfinished: Path) -> None:
    expected = "warning: The waiver of “behind” on marketing/responsibilities/promoting expired on 2020-01-01."
    assert expected in (unfinished / MESSAGES).read_text("utf-8")
    assert page(unfinished, PROMOTING, "en").text("//h1").startswith("Promote goods")


def test_a_page_in_one_language_gets_a_notice_in_the_other(unfinished: Path) -> None:
    notice = page(unfinished, PROMOTER, "en")
    assert notice.language == "en"
    assert "This page exists in Serbian only for now." in notice.text()
    assert "marketing/roles/promoter/index.html" in notice.targets()
    front = page(unfinished, "index.md", "en")
    assert "en/marketing/roles/promoter/index.html" in front.targets("//nav//a/@href")


# A handbook that cannot be built


@pytest.fixture
def book(smallest: Path) -> Path:
    """A copy of the smallest handbook with a site from an earlier build."""
    (smallest / "site").mkdir()
    (smallest / "site/index.html").write_text("the previous site")
    return smallest


def test_faults_stop_the_build_are_printed_once_and_leave_the_previous_site(book: Path) -> None:
    (book / "docs/sr/extra.md").write_text("# Још\n", "utf-8")
    done = build(book, book / "site")
    assert done.returncode == 1
    output = done.stdout + done.stderr
    assert output.count("[missing-page]") == 1
    assert "docs/sr/extra.md:1: This page has no counterpart" in output
    assert "Traceback" not in output
    assert (book / "site/index.html").read_text() == "the previous site"
    assert [*files(book / "site")] == ["index.html"]


def test_a_folder_that_is_no_handbook_is_named_without_a_traceback(book: Path) -> None:
    shutil.rmtree(book / "facts")
    done = build(book, book / "site")
    assert done.returncode == 2
    assert "There is no folder “facts/”" in done.stdout + done.stderr
    assert "Traceback" not in done.stdout + done.stderr


def test_a_difference_stops_the_build_until_it_is_waived(book: Path) -> None:
    rewrite_a_section(book, SELLER, "week")
    assert "[behind]" in build(book, book / "site").stdout
    assert handbook(book, "check").returncode == 1
    waive(book, (SELLER, "behind"))
    assert handbook(book, "check").returncode == 0


def test_a_waiver_that_ran_out_fails_the_check_that_does_not_publish(book: Path) -> None:
    rewrite_a_section(book, SELLER, "week")
    waive(book, (SELLER, "behind"), until=date(2020, 1, 1))
    assert handbook(book, "check").returncode == 1


def test_there_is_no_form_editor_unless_a_firm_turns_it_on(example_site: Path) -> None:
    assert not (example_site / "admin").exists()


def test_the_language_of_every_page_is_that_of_its_address(example_site: Path) -> None:
    for built in pages(example_site):
        assert built.language == ("en" if built.path.startswith("en/") else "sr"), built.path


def test_no_link_of_the_example_is_broken(example_site: Path) -> None:
    assert dead_links(example_site) == []


def test_navigation_is_in_the_language_of_the_page(example_site: Path) -> None:
    tabs = "//nav[contains(@class, 'md-tabs')]//a"
    assert page(example_site, "index.md").text(tabs) == "Почетак Продаја Маркетинг Заједно Ко је ко О приручнику"
    assert page(example_site, "index.md", "en").text(tabs) == "Start Sales Marketing Together Who is who About"
