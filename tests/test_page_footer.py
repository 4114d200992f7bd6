"""From the page to the file behind it: edit links, the report of a mistake, the owner, the last change, the review."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from datetime import date
from pathlib import Path
from types import ModuleType
from typing import cast
from urllib.parse import urlsplit
from urllib.request import urlopen

import pytest
from lxml import html
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File
from mkdocs.structure.pages import Page
from playwright.sync_api import Browser

import with_history
from browser import served, window
from footers import (
    EDIT,
    FOOT,
    PENCIL,
    REVIEW,
    WRONG,
    check_edit_links,
    check_owner,
    check_page_links,
    check_report,
    fields,
    query,
)
from git import clone
from handbook.model.forge import repository
from handbook.model.handbook import Handbook
from handbook.pages.context import PageContext
from handbook.pages.edit_links import sources, with_edit_links
from handbook.pages.footer import Day, FooterInput, footer
from handbook.reading.git_history import last_changes
from handbook.reading.load import read
from mkdocs_adapter.build_state import BuildState, build_state, start_build
from pages import Built, page, pages
from previewing import preview
from sites import build
from trees import CODES, SMALLEST, settings
from with_history import BITBUCKET, EDIT_URI, HUB, PROMOTER, REWRITTEN, SELLER, SELLING, WRITTEN

ADDRESS = "https://handbook.example/sub/"
KNOWN = FooterInput(date(2027, 3, 5), ADDRESS, repository(HUB, EDIT_URI), editing=True)
"""What a build knows of a page whose text is due for review on 5 September 2027."""


@pytest.fixture(scope="module")
def book() -> Handbook:
    """The smallest handbook."""
    return read(SMALLEST)


# The footer as a function


@pytest.mark.parametrize(
    ("path", "code", "owner", "its_page"),
    [
        (SELLING, "sr", "Продавац", "../../roles/seller/"),
        (SELLING, "en", "Seller", "../../roles/seller/"),
        (PROMOTER, "en", "Seller", "../../../sales/roles/seller/"),
        ("index.md", "sr", "Продавац", "sales/roles/seller/"),
        (SELLER, "sr", "Власник", ""),
        (SELLER, "en", "The owner", ""),
        ("sales/index.md", "en", "", ""),
    ],
)
def test_the_owner_of_a_page_in_the_language_that_is_read(
    book: Handbook, path: str, code: str, owner: str, its_page: str
) -> None:
    shown = footer(PageContext(book, code, path), KNOWN)
    assert (shown.owner, shown.owner_link) == (owner, its_page)


def test_an_owner_without_a_page_in_the_language_has_no_link(smallest: Path) -> None:
    (smallest / f"docs/en/{SELLER}").unlink()
    shown = footer(PageContext(read(smallest), "en", SELLING), KNOWN)
    assert (shown.owner, shown.owner_link) == ("seller", "")


def test_a_footer_has_something_to_say_or_is_left_out(book: Handbook) -> None:
    nothing = replace(KNOWN, changed=None, repository=None)
    assert not footer(PageContext(book, "sr", "sales/index.md"), nothing)
    for stand, known in (
        (PageContext(book, "sr", "index.md"), nothing),
        (PageContext(book, "sr", "sales/index.md"), replace(nothing, changed=KNOWN.changed)),
        (PageContext(book, "sr", "sales/index.md"), replace(nothing, repository=KNOWN.repository)),
    ):
        assert footer(stand, known)


def test_the_day_of_the_last_change_is_written_as_the_language_writes_it(book: Handbook) -> None:
    days = {code: footer(PageContext(book, code, SELLING), KNOWN).changed for code in CODES}
    assert days == {"sr": Day("2027-03-05", "5. март 2027."), "en": Day("2027-03-05", "5 March 2027")}
    assert footer(PageContext(book, "sr", SELLING), replace(KNOWN, changed=None)).changed is None


@pytest.mark.parametrize(
    ("url", "edit_uri", "shown"),
    [
        (HUB, EDIT_URI, f"{HUB}/issues/new"),
        ("https://gitlab.com/team/book", EDIT_URI, "https://gitlab.com/team/book/-/issues/new"),
        (BITBUCKET, EDIT_URI, ""),
        ("", EDIT_URI, ""),
        (HUB, "?query=root/path/docs/", ""),
    ],
)
def test_a_report_begins_where_the_host_takes_it_or_is_left_out(
    book: Handbook, url: str, edit_uri: str, shown: str
) -> None:
    report = footer(PageContext(book, "en", SELLING), replace(KNOWN, repository=repository(url, edit_uri))).report
    assert report.partition("?")[0] == shown


def test_without_an_account_a_report_goes_by_email_to_the_first_who_looks_after_the_page(smallest: Path) -> None:
    (smallest / "facts/people.yml").write_text(
        "ana:\n  name: Ана Петровић\n  roles: [seller]\n"
        "mila:\n  name: Мила Јовић\n  roles: [seller]\n  first_for: [seller]\n  email: mila+x@firm.example\n",
        "utf-8",
    )
    shown = footer(PageContext(read(smallest), "sr", SELLING), replace(KNOWN, repository=None))
    assert shown.mail.startswith("mailto:mila+x@firm.example?subject=")
    assert (shown.mail_label, shown.report) == ("Имејлом: Мила Јовић", "")
    asked = query(shown.mail)
    assert asked["subject"].endswith(": нешто није у реду")
    assert ADDRESS in asked["body"]
    assert shown.mail.endswith("%3A%20"), "the text that a reader has selected follows"


def test_where_nobody_has_an_email_address_there_is_the_form_alone(book: Handbook) -> None:
    shown = footer(PageContext(book, "sr", SELLING), KNOWN)
    assert (shown.mail, shown.mail_label, bool(shown.report)) == ("", "", True)


@pytest.mark.parametrize(
    ("code", "title", "about"),
    [("sr", "Продавац: нешто није у реду", "Продавац"), ("en", "Seller: something is wrong", "Seller")],
)
def test_a_report_is_prefilled_in_the_language_of_the_page(book: Handbook, code: str, title: str, about: str) -> None:
    assert query(footer(PageContext(book, code, SELLER), KNOWN).report) == {
        "template": "wrong-or-outdated.yml",
        "title": title,
        "page": f"{about} ({ADDRESS})",
        "says": "",
        "should": "",
    }


def review(book: Handbook, path: str = SELLING, code: str = "sr", known: FooterInput = KNOWN) -> str:
    """The day on which a page is due for review; empty if the footer does not contain it."""
    due = footer(PageContext(book, code, path), known).review
    return due.due.iso if due else ""


@pytest.mark.parametrize(
    ("changed", "due"), [(date(2027, 3, 5), "2027-09-05"), (date(2027, 4, 1), "2027-10-01"), (None, "")]
)
def test_a_page_is_due_for_review_some_months_after_its_last_change(
    book: Handbook, changed: date | None, due: str
) -> None:
    assert review(book, known=replace(KNOWN, changed=changed)) == due


def test_only_editors_see_that_a_review_is_due(book: Handbook) -> None:
    assert review(book, known=replace(KNOWN, editing=False)) == ""
    assert review(book, known=replace(KNOWN, repository=None)) != "", "a preview, with no repository"


def test_a_review_says_where_and_what_to_write_when_it_is_done(book: Handbook) -> None:
    done = footer(PageContext(book, "en", SELLING), KNOWN).review
    assert done is not None
    assert done.due.written == "5 September 2027"
    assert done.line == f"{SELLING}: {{owner: seller, review_months: 6, reviewed: "
    assert f'<a href="{HUB}/edit/main/facts/guides.yml">facts/guides.yml</a>' in done.action
    without = footer(PageContext(book, "en", SELLING), replace(KNOWN, repository=None)).review
    assert without is not None
    assert "facts/guides.yml" in without.action
    assert "<a " not in without.action, "named without a link"


def test_the_line_that_closes_a_review_does_so(book: Handbook, smallest: Path) -> None:
    due = footer(PageContext(book, "sr", SELLING), KNOWN).review
    assert due is not None
    with (smallest / "facts/guides.yml").open("a", encoding="utf-8") as guides:
        guides.write(f"{due.line}2027-09-06}}\n")
    closed = read(smallest)
    assert closed.findings == ()
    assert review(closed, SELLING) == "2028-03-06"
    assert review(closed, PROMOTER) == "2027-09-05"


def test_the_link_of_a_review_leads_to_the_line_that_is_there(smallest: Path) -> None:
    with (smallest / "facts/guides.yml").open("a", encoding="utf-8") as guides:
        guides.write(f"{PROMOTER}: {{owner: seller, review_months: 6, reviewed: 2026-12-31}}\n")
    due = footer(PageContext(read(smallest), "sr", PROMOTER), KNOWN).review
    assert due is not None
    assert due.due.iso == "2027-06-30"
    assert f'href="{HUB}/edit/main/facts/guides.yml#L2"' in due.action


def test_a_notice_in_place_of_a_missing_page_has_an_owner_but_no_text_to_review(smallest: Path) -> None:
    (smallest / f"docs/en/{PROMOTER}").unlink()
    book = read(smallest)
    notice = footer(PageContext(book, "en", PROMOTER), KNOWN)
    assert (notice.owner, notice.review) == ("Seller", None)
    assert query(notice.report)["title"] == "Промотер: something is wrong", "the title that the page has"
    assert review(book, PROMOTER) == "2027-09-05"


# Edit links of generated parts as functions


def test_a_part_comes_from_its_entry_or_from_a_file_of_facts(book: Handbook) -> None:
    def places(path: str, marker: str) -> list[str]:
        return [f"{place.path}:{place.line}" for place in sources(PageContext(book, "sr", path), marker)]

    assert places(PROMOTER, "card") == ["facts/roles.yml:7"]
    assert (SMALLEST / "facts/roles.yml").read_text("utf-8").splitlines()[6] == "promoter:"
    assert places(SELLING, "who") == ["facts/responsibilities.yml:1"]
    assert places(PROMOTER, "works-with") == ["facts/exchanges.yml:1"]
    assert places("index.md", "year") == ["facts/responsibilities.yml:1", "facts/exchanges.yml:1"]
    assert places("index.md", "card") == places("index.md", "a-z") == []


@pytest.mark.parametrize(
    ("code", "shown", "name"),
    [
        ("sr", "Измените: улоге", "Измените: улоге (датотека facts/roles.yml)"),
        ("en", "Change: roles", "Change: roles (file facts/roles.yml)"),
    ],
)
def test_an_edit_link_takes_the_place_of_its_comment(code: str, shown: str, name: str) -> None:
    kept = repository(BITBUCKET.replace("book", "a&b"), EDIT_URI)
    assert kept is not None
    content = with_edit_links("<p>Пре</p><!-- from facts/roles.yml:7 --><p>После</p><!-- other -->", kept, code)
    before, link, after = html.fragments_fromstring(content)[:3]
    assert (before.text, after.text) == ("Пре", "После")
    assert (link.text, link.get("title"), link.get("aria-label")) == (shown, name, name)
    assert link.get("href") == "https://bitbucket.org/team/a&b/src/main/facts/roles.yml?mode=edit"
    assert content.endswith("<!-- other -->")
    assert "a&amp;b" in content


# The hooks, without a build


def prepared(home: Path) -> tuple[MkDocsConfig, ModuleType, ModuleType]:
    """The settings of a handbook after the hook of edit links has changed them; that hook, and the one of notices."""
    config = load_config(str(home / "mkdocs.yml"))
    loaded = cast(dict[str, ModuleType], config.hooks)  # by path, whatever MkDocs' own type of it is
    hooks = {Path(name).stem: hook for name, hook in loaded.items()}
    start_build(config, BuildState(read(home), [], previewing=False))
    pencils = hooks["add_edit_links"]
    return pencils.on_config(config), pencils, hooks["add_placeholder_pages"]


def edit_link(config: MkDocsConfig, notices: ModuleType, code: str, path: str) -> str | None:
    """Where the edit link of a page leads."""
    file = File(f"{code}/{path}", config.docs_dir, config.site_dir, use_directory_urls=True)
    shown = Page(None, file, config)
    notices.on_page_context({}, shown, config)
    return shown.edit_url


@pytest.mark.parametrize(
    ("url", "before", "after"),
    [
        (HUB, f"{HUB}/edit/main/docs/", ""),
        ("https://gitlab.com/team/book", "https://gitlab.com/team/book/-/edit/main/docs/", ""),
        (BITBUCKET, f"{BITBUCKET}/src/main/docs/", "?mode=edit"),
    ],
)
def test_the_edit_link_of_a_page_that_one_language_lacks_leads_to_the_other(
    tmp_path: Path, url: str, before: str, after: str
) -> None:
    home = with_history.with_foot(tmp_path, repo_url=url, edit_uri=EDIT_URI)
    (home / f"docs/en/{PROMOTER}").unlink()
    config, _, notices = prepared(home)
    links = {code: edit_link(config, notices, code, PROMOTER) for code in CODES}
    assert links == dict.fromkeys(CODES, f"{before}sr/{PROMOTER}{after}")
    assert edit_link(config, notices, "en", SELLER) == f"{before}en/{SELLER}{after}"


def test_a_firm_s_own_template_for_edit_links_stays(tmp_path: Path) -> None:
    home = with_history.with_foot(tmp_path, repo_url=HUB, edit_uri_template="https://cms.example/?file={path}")
    config, pencils, notices = prepared(home)
    assert edit_link(config, notices, "sr", SELLER) == f"https://cms.example/?file=sr/{SELLER}"
    assert build_state(config).repository is None, "so there is no report"
    seller = Page(None, File(f"sr/{SELLER}", config.docs_dir, config.site_dir, use_directory_urls=True), config)
    seller.content = "<!-- from facts/roles.yml:1 -->"
    pencils.on_page_context({}, seller, config)
    assert seller.content == "<!-- from facts/roles.yml:1 -->", "and no link to the facts"


def test_without_a_repository_there_is_no_edit_link(tmp_path: Path) -> None:
    config, _, notices = prepared(with_history.with_foot(tmp_path, edit_uri=EDIT_URI))
    assert edit_link(config, notices, "sr", SELLER) is None


# The site of a handbook with a repository and a history


def test_the_edit_link_opens_the_file_of_the_language_that_is_read(kept: Path) -> None:
    for code in CODES:
        assert page(kept, SELLER, code).tree.xpath(EDIT) == [f"{HUB}/edit/main/docs/{code}/{SELLER}"]


def test_generated_parts_lead_to_the_facts_they_are_made_of(kept: Path) -> None:
    links = {code: page(kept, PROMOTER, code).tree.xpath(PENCIL) for code in CODES}
    texts = {code: [link.text for link in links[code]] for code in CODES}
    assert texts == {
        "sr": ["Измените: улоге", "Измените: одговорности", "Измените: размене"],
        "en": ["Change: roles", "Change: responsibilities", "Change: exchanges"],
    }
    card = urlsplit(links["en"][0].get("href"))
    assert (card.path, card.fragment) == ("/team/book/edit/main/facts/roles.yml", "L7")


def test_the_accessible_name_of_an_edit_link_says_what_it_opens(kept: Path) -> None:
    names = {link.get("aria-label") for link in page(kept, SELLER).tree.xpath(PENCIL)}
    assert "Измените: улоге (датотека facts/roles.yml)" in names
    assert all(link.get("aria-label").startswith(link.text) for link in page(kept, SELLER, "en").tree.xpath(PENCIL))


def test_the_footer_says_who_when_and_where_to_report_a_mistake(kept: Path) -> None:
    texts = {code: page(kept, SELLING, code).text(FOOT) for code in CODES}
    reviews = {code: page(kept, SELLING, code).text(REVIEW) for code in CODES}
    assert texts == {
        "sr": "О овој страници брине: Продавац Текст последњи пут промењен: 5. март 2027. Нешто овде није у реду? "
        + reviews["sr"],
        "en": "Maintained by: Seller Text last changed: 5 March 2027 Is something wrong here? " + reviews["en"],
    }
    assert page(kept, SELLING, "en").targets(f"{FOOT}//a[not(contains(@href, '://'))]/@href") == {
        "en/sales/roles/seller/index.html"
    }


def test_the_day_is_that_of_the_text_in_the_language_that_is_read(kept: Path) -> None:
    days = [page(kept, SELLER, code).tree.xpath(f"{FOOT}/p[2]/time/@datetime") for code in CODES]
    assert days == [[REWRITTEN], [WRITTEN]]


def test_an_owner_without_a_page_is_named_without_a_link(kept: Path) -> None:
    shown = page(kept, SELLER)
    assert shown.text(f"{FOOT}/p[1]") == "О овој страници брине: Власник"
    assert shown.tree.xpath(f"{FOOT}/p[1]//a") == []


def test_a_report_opens_with_the_page_filled_in(kept: Path) -> None:
    (link,) = page(kept, SELLER).tree.xpath(f"{WRONG}/@href")
    assert link.startswith(f"{HUB}/issues/new?")
    assert fields(page(kept, SELLER)) == {
        "template": "wrong-or-outdated.yml",
        "title": "Продавац: нешто није у реду",
        "page": "Продавац (https://handbook.example/sub/sales/roles/seller/)",
        "says": "",
        "should": "",
    }
    assert fields(page(kept, SELLER, "en")) == {
        "template": "wrong-or-outdated.yml",
        "title": "Seller: something is wrong",
        "page": "Seller (https://handbook.example/sub/en/sales/roles/seller/)",
        "says": "",
        "should": "",
    }


def test_a_page_has_a_note_on_its_review_and_how_to_close_it(kept: Path) -> None:
    assert page(kept, SELLING).text(REVIEW) == (
        "За уреднике: рок за преглед ове странице био је 5. септембар 2027. Прочитајте је поново. "
        "Ако и даље важи, нека у датотеци facts/guides.yml за њу пише: "
        "sales/responsibilities/selling.md: {owner: seller, review_months: 6, reviewed: }"
    )
    assert (
        page(kept, SELLING, "en")
        .text(REVIEW)
        .startswith("For editors: this page was due for review on 5 September 2027. Read it again.")
    )
    assert page(kept, SELLER).tree.xpath(f"{REVIEW}/time/@datetime") == ["2027-09-05"], (
        "a change that nobody confirmed is no reading"
    )
    assert page(kept, "index.md").tree.xpath(f"{REVIEW}/a/@href") == [f"{HUB}/edit/main/facts/guides.yml"]


def test_neither_footer_nor_edit_links_are_found_by_search(kept: Path, smallest_site: Path) -> None:
    """The other site is of the same text, built without the hooks of this part."""
    for folder in ("", "en/"):
        index = f"{folder}search/search_index.json"
        assert (kept / index).read_text("utf-8") == (smallest_site / index).read_text("utf-8")


def test_a_shallow_clone_knows_no_day_that_may_be_wrong(tmp_path: Path) -> None:
    """The footer shows the day it is given; of a page that is not named here it is given none."""
    home = with_history.with_history(tmp_path)
    for depth, certain in (1, {}), (2, {f"docs/sr/{SELLER}": date.fromisoformat(REWRITTEN)}):
        assert last_changes(clone(home, tmp_path / f"clone-{depth}", depth), "docs") == certain


# The site of a handbook in which the promoter's page is in Serbian only, and the repository is on Bitbucket


def test_a_notice_leads_to_the_page_there_is_and_has_no_text_of_its_own(unfinished: Path) -> None:
    links = {code: page(unfinished, PROMOTER, code).tree.xpath(EDIT) for code in CODES}
    assert links == {code: [f"{BITBUCKET}/src/main/docs/sr/{PROMOTER}?mode=edit"] for code in CODES}
    assert page(unfinished, SELLER, "en").tree.xpath(EDIT) == [f"{BITBUCKET}/src/main/docs/en/{SELLER}?mode=edit"]
    notice = page(unfinished, PROMOTER, "en")
    assert notice.text(f"{FOOT}/p[1]") == "Maintained by: Seller"
    assert notice.tree.xpath(f"{FOOT}//time") == []
    assert page(unfinished, PROMOTER).tree.xpath(f"{FOOT}//time/@datetime") == [WRITTEN, "2027-02-28"]


# The example, built without a history and with the settings of the real handbook


def test_without_a_repository_there_is_only_what_the_facts_know(offline_site: Path) -> None:
    for shown in pages(offline_site):
        assert shown.tree.xpath(f"{PENCIL} | {EDIT} | {WRONG} | {REVIEW} | //time") == []
        assert shown.article.xpath(".//comment()") == []
    shop = Built(offline_site, "sales/responsibilities/selling.html")
    assert shop.text(FOOT) == "О овој страници брине: Продавац"
    assert Built(offline_site, "en/index.html").text(FOOT) == "Maintained by: Head of sales"


def test_a_page_of_which_nobody_knows_the_age_has_no_note(example_copy: Path, example_site: Path) -> None:
    reviewed = {guide for guide, entry in read(example_copy).facts.guides.items() if entry.reviewed}
    assert len(reviewed) == 1
    assert {shown.path for shown in pages(example_site) if shown.tree.xpath(f"{REVIEW} | {FOOT}//time")} == {
        page(example_site, guide, code).path for guide in reviewed for code in CODES
    }


def test_every_page_of_the_example_has_its_owner_its_report_and_its_edit_links(
    example_copy: Path, example_site: Path
) -> None:
    example = read(example_copy)
    for written in example.pages.values():
        check_owner(example, example_site, written)
        check_report(example_site, written)
        check_page_links(example, example_site, written)
    named = check_edit_links(example_copy, example_site)
    assert named == {"roles.yml", "responsibilities.yml", "exchanges.yml", "questions.yml"}


# In a preview


def without_a_repository(to: Path) -> Path:
    """The handbook with a history, but with no address of a repository."""
    home = with_history.with_history(to)
    with settings(home) as changed:
        del changed["repo_url"]
    return home


def check_note(shown: html.HtmlElement) -> None:
    """A page has the note for editors, and it names the file without a link."""
    (note,) = shown.xpath(REVIEW)
    assert note.xpath(".//a") == []
    assert "facts/guides.yml" in note.text_content()


def test_a_preview_shows_the_note_to_an_editor_without_a_repository(tmp_path: Path) -> None:
    with preview(without_a_repository(tmp_path)) as running:
        check_note(page(running.site, SELLING).tree)


@pytest.mark.long
def test_mkdocs_serve_shows_the_note_that_a_published_site_does_not_have(tmp_path: Path) -> None:
    home = without_a_repository(tmp_path)
    done = build(home, tmp_path / "site")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert page(tmp_path / "site", SELLING).text(REVIEW) == ""
    with previewed(home / "mkdocs.yml") as address:
        check_note(html.fromstring(urlopen(f"{address}/sub/{page(tmp_path, SELLING).path}").read()))


@contextmanager
def previewed(config: Path) -> Iterator[str]:
    """The address of a running `mkdocs serve`."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    mkdocs = str(Path(sys.executable).with_name("mkdocs"))
    command = [mkdocs, "serve", "--quiet", "-f", str(config), "--dev-addr", f"127.0.0.1:{port}"]
    server = subprocess.Popen(command, env={**os.environ, "NO_MKDOCS_2_WARNING": "1"})
    try:
        for _ in range(300):
            with suppress(OSError), socket.create_connection(("127.0.0.1", port), timeout=1):
                break
            time.sleep(0.2)
        yield f"http://127.0.0.1:{port}"
    finally:
        server.terminate()
        server.wait(timeout=20)


# In the browser


@pytest.mark.parametrize(("code", "text"), [("sr", "Текст."), ("en", "Text.")])
def test_selected_text_goes_into_the_report(browser: Browser, kept: Path, code: str, text: str) -> None:
    context = window(browser, viewport={"width": 390, "height": 844})
    shown = context.new_page()
    shown.clock.install()
    link = shown.locator(".handbook-foot__wrong a")

    def report_after(select: str, milliseconds: int = 1000) -> str:
        """The address of the report some time after the selection has changed."""
        shown.evaluate(f"""new Promise(changed => {{
            document.addEventListener("selectionchange", changed, {{once: true}})
            {select}
        }}).then(() => true)""")
        shown.clock.run_for(milliseconds)
        return str(link.get_attribute("href"))

    with served(kept) as address:
        shown.goto(f"{address}/{page(kept, SELLER, code).path}")
        before = link.get_attribute("href")
        week = 'getSelection().selectAllChildren(document.querySelector("#week").nextElementSibling)'
        assert query(report_after(week))["says"] == text
        unselected = report_after("getSelection().removeAllRanges()", 500)
        assert query(unselected)["says"] == text, "a press on the link takes the selection away first"
        shown.clock.run_for(500)
        assert link.get_attribute("href") == before
        outside = report_after('getSelection().selectAllChildren(document.querySelector(".md-header"))')
        assert outside == before, "not from outside the text"
    context.close()


def test_selected_text_is_still_there_when_the_link_is_pressed(browser: Browser, kept: Path) -> None:
    context = window(browser)
    shown = context.new_page()
    shown.route(f"{HUB}/**", lambda route: route.fulfill(body=""))
    with served(kept) as address:
        shown.goto(f"{address}/{page(kept, SELLER).path}")
        shown.locator("#week + p").click(click_count=3)
        shown.locator(".handbook-foot__wrong a").click()
        shown.wait_for_url(f"{HUB}/**")
        assert query(shown.url)["says"] == "Текст."
    context.close()


@pytest.mark.parametrize(("today", "shows"), [("2027-09-05T23:00:00", False), ("2027-09-06T01:00:00", True)])
def test_the_note_on_a_review_is_shown_to_an_editor_from_the_day_after_it_was_due(
    browser: Browser, kept: Path, today: str, shows: bool
) -> None:
    """Whatever the day of the build: the browser compares, in the time zone of the reader."""
    context = window(browser, timezone_id="Pacific/Auckland")
    shown = context.new_page()
    shown.clock.set_fixed_time(f"{today}+12:00")
    with served(kept) as address:
        shown.goto(f"{address}/{page(kept, SELLING).path}")
        note = shown.locator(".handbook-foot__review")
        assert not note.is_visible(), "who has not edited anything yet is a reader"
        shown.locator("a[rel=edit]").first.evaluate("link => { link.href = '#here'; link.click() }")
        shown.reload()
        assert note.is_visible() is shows
        line = "sales/responsibilities/selling.md: {owner: seller, review_months: 6, reviewed: 2027-09-06}"
        assert not shows or note.locator("code").inner_text() == line
    context.close()


def test_paper_says_who_maintains_a_page_and_where_it_is_but_has_no_links_for_editing(
    browser: Browser, example_site: Path
) -> None:
    context = window(browser)
    shown = context.new_page()
    with served(example_site) as address:
        shown.goto(f"{address}/sales/roles/manager/")
        for media, visible in (("screen", True), ("print", False)):
            shown.emulate_media(media=media)  # type: ignore[arg-type]  # both are values it knows
            assert shown.locator(".handbook-foot").is_visible()
            assert shown.locator(".handbook-foot__wrong").is_visible() is visible
            assert shown.locator(".handbook-foot__address").is_visible() is not visible
            assert [pencil.is_visible() for pencil in shown.locator(".handbook-pencil").all()] == [visible] * 3
    context.close()


def test_on_a_narrow_phone_nothing_sticks_out(browser: Browser, example_site: Path) -> None:
    context = window(browser, viewport={"width": 320, "height": 640})
    shown = context.new_page()
    with served(example_site) as address:
        for path in ("sales/roles/manager/", "en/together/calendar/", "en/about/editing/"):
            shown.goto(f"{address}/{path}")
            spots = shown.locator(".handbook-foot :is(p, code), .handbook-pencil").filter(visible=True).all()
            assert spots
            for spot in spots:
                box = spot.bounding_box()
                assert box is not None
                assert box["x"] >= 0
                assert box["x"] + box["width"] <= 320
    context.close()
