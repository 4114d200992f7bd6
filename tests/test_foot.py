"""From the page to the file behind it: pencils, the report of a mistake, the owner, the last change, the review."""

import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, date, datetime
from pathlib import Path
from urllib.parse import parse_qs, urlsplit
from urllib.request import urlopen

import pytest
from lxml import html
from playwright.sync_api import Browser

from browser import served
from conftest import ROOT, TESTS, build, run
from git import clone, commit, init
from handbook.crosslinks.ownership import page_ownership
from handbook.languages.registry import CODES
from handbook.reading.load import read
from pages import Built, page, pages

HUB = "https://github.com/team/book"
SELLER, PROMOTER, SELLING = "sales/roles/seller.md", "marketing/roles/promoter.md", "sales/responsibilities/selling.md"
FOOT, PENCIL = "//footer[@class='handbook-foot']", "//a[@class='handbook-pencil']"
WRONG, REVIEW = f"{FOOT}//p[@class='handbook-foot__wrong']/a", f"{FOOT}//p[@class='handbook-foot__review']"
EDIT = "//a[@rel='edit']/@href"
HOOKS = ("add_edit_links.py", "add_page_footer.py")


def handbook(home: Path, **settings: str) -> Path:
    """A copy of the smallest handbook with the hooks of this part and the theme's pencil."""
    shutil.copytree(TESTS / "smallest", home)
    text = (home / "mkdocs.yml").read_text("utf-8").replace("../../", f"{ROOT.as_posix()}/")
    text = text.replace("  font: false\n", "  font: false\n  features: [content.action.edit]\n")
    text += "".join(f"  - {ROOT.as_posix()}/hooks/{hook}\n" for hook in HOOKS)
    text += "".join(f"{key}: {value}\n" for key, value in settings.items())
    (home / "mkdocs.yml").write_text(text, "utf-8")
    return home


def built(home: Path, day: str = "2027-05-01") -> Path:
    """The site as it is built on a day."""
    epoch = int(datetime.fromisoformat(f"{day}T12:00").replace(tzinfo=UTC).timestamp())
    into = home.parent / f"{home.name}-{day}"
    done = build(home / "mkdocs.yml", into, SOURCE_DATE_EPOCH=str(epoch),
                 GIT_CEILING_DIRECTORIES=str(home.parent))  # fmt: skip
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    return into


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A handbook with a repository and a history: the Serbian seller's text is a month younger than the rest."""
    home = handbook(tmp_path_factory.mktemp("kept") / "book", repo_url=HUB, edit_uri="edit/main/docs/")
    file = home / f"docs/sr/{SELLER}"
    text = file.read_text("utf-8")
    file.write_text(f"{text}\nСтари крај.\n", "utf-8")
    init(home, "2027-03-05")
    file.write_text(text, "utf-8")
    commit(home, "2027-04-01")
    return home


@pytest.fixture(scope="module")
def kept(home: Path) -> Path:
    return built(home)


@pytest.fixture(scope="module")
def bare(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Neither a repository nor git."""
    return built(handbook(tmp_path_factory.mktemp("bare") / "book"))


def fields(built: Built) -> dict[str, str]:
    """What the form for a report is opened with."""
    (href,) = built.tree.xpath(f"{WRONG}/@href")
    return {key: values[0] for key, values in parse_qs(urlsplit(href).query, keep_blank_values=True).items()}


def test_the_pencil_opens_the_file_of_the_language_that_is_read(kept: Path) -> None:
    for code in CODES:
        assert page(kept, SELLER, code).tree.xpath(EDIT) == [f"{HUB}/edit/main/docs/{code}/{SELLER}"]


def test_generated_parts_lead_to_the_facts_they_are_made_of(kept: Path, home: Path) -> None:
    leads = {code: [(link.text, urlsplit(link.get("href"))) for link in page(kept, PROMOTER, code).tree.xpath(PENCIL)]
             for code in CODES}  # fmt: skip
    assert [text for text, _ in leads["sr"]] == ["Измените: улоге", "Измените: одговорности", "Измените: размене"]
    assert [text for text, _ in leads["en"]] == ["Change: roles", "Change: responsibilities", "Change: exchanges"]
    card = leads["en"][0][1]
    assert (card.path, card.fragment) == ("/team/book/edit/main/facts/roles.yml", "L7")
    assert (home / "facts/roles.yml").read_text("utf-8").splitlines()[6] == "promoter:"


def test_a_pencil_tells_those_who_cannot_see_what_it_opens(kept: Path) -> None:
    names = {link.get("aria-label") for link in page(kept, SELLER).tree.xpath(PENCIL)}
    assert "Измените: улоге (датотека facts/roles.yml)" in names
    assert all(link.get("aria-label").startswith(link.text) for link in page(kept, SELLER, "en").tree.xpath(PENCIL))


def test_the_foot_says_who_when_and_where_to_say_that_it_is_wrong(kept: Path) -> None:
    assert page(kept, SELLING).text(FOOT) == (
        "О овој страници брине: Продавац Текст последњи пут промењен: 5. март 2027. Нешто овде није у реду?"
    )
    assert page(kept, SELLING, "en").text(FOOT) == (
        "Looked after by: Seller Text last changed: 5 March 2027 Is something wrong here?"
    )
    assert page(kept, SELLING, "en").targets(f"{FOOT}//a[not(contains(@href, '://'))]/@href") == {
        "en/sales/roles/seller/index.html"
    }


def test_the_day_is_that_of_the_text_in_the_language_that_is_read(kept: Path) -> None:
    days = [page(kept, SELLER, code).tree.xpath(f"{FOOT}//time/@datetime") for code in CODES]
    assert days == [["2027-04-01"], ["2027-03-05"]]


def test_an_owner_without_a_page_is_named_without_a_link(kept: Path) -> None:
    footer = page(kept, SELLER)
    assert footer.text(f"{FOOT}/p[1]") == "О овој страници брине: Власник"
    assert footer.tree.xpath(f"{FOOT}/p[1]//a") == []


def test_a_report_opens_with_the_page_filled_in(kept: Path) -> None:
    link = page(kept, SELLER).tree.xpath(f"{WRONG}/@href")[0]
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


def test_without_a_repository_there_is_only_what_the_facts_know(bare: Path) -> None:
    for built in pages(bare):
        assert built.tree.xpath(f"{PENCIL} | {EDIT} | {WRONG} | {REVIEW} | //time") == []
        assert built.article.xpath(".//comment()") == []
    assert page(bare, SELLING).text(FOOT) == "О овој страници брине: Продавац"
    assert page(bare, "index.md", "en").text(FOOT) == "Looked after by: Seller"


def test_neither_foot_nor_pencils_are_found_by_search_or_change_the_text(kept: Path, bare: Path) -> None:
    for folder in ("", "en/"):
        index = f"{folder}search/search_index.json"
        assert (kept / index).read_text("utf-8") == (bare / index).read_text("utf-8")


def test_two_builds_of_one_commit_on_one_day_are_the_same(home: Path, kept: Path, tmp_path: Path) -> None:
    shutil.copytree(home, tmp_path / "again")
    again = built(tmp_path / "again")
    assert {file.relative_to(again): file.read_bytes() for file in again.rglob("*.html")} == {
        file.relative_to(kept): file.read_bytes() for file in kept.rglob("*.html")
    }


def test_the_maintained_fork_of_mkdocs_builds_the_same_foot(home: Path, kept: Path, tmp_path: Path) -> None:
    done = run("properdocs", "build", "--strict", "--quiet", "--config-file", home / "mkdocs.yml",
               "--site-dir", tmp_path / "fork")  # fmt: skip
    assert done.returncode == 0, done.stderr
    for path in (SELLER, SELLING, "index.md"):
        (mine, theirs) = (page(site, path).text(f"{FOOT}/p[position() < 3]") for site in (kept, tmp_path / "fork"))
        assert mine == theirs


@pytest.mark.parametrize("depth", [1, 2])
def test_a_shallow_clone_shows_no_day_that_may_be_wrong(home: Path, tmp_path: Path, depth: int) -> None:
    site = built(clone(home, tmp_path / "clone", depth))
    shown = {one.path: one.tree.xpath("//time/@datetime") for one in pages(site)}
    certain = {"sales/roles/seller/index.html": ["2027-04-01"]} if depth == 2 else {}
    assert {path: days for path, days in shown.items() if days} == certain


def test_a_page_past_its_review_tells_editors_so_and_how_to_close_it(home: Path) -> None:
    site = built(home, "2027-09-06")
    assert page(site, SELLING).text(REVIEW) == (
        "За уреднике: рок за преглед ове странице био је 5. септембар 2027. Прочитајте је поново. "
        "Ако и даље важи, нека у датотеци facts/guides.yml за њу пише: "
        "sales/responsibilities/selling.md: {owner: seller, review_months: 6, reviewed: 2027-09-06}"
    )
    assert (
        page(site, SELLING, "en")
        .text(REVIEW)
        .startswith("For editors: this page was due for review on 5 September 2027. Read it again.")
    )
    assert page(site, SELLER).text(REVIEW) == "", "its text is a month younger"
    assert page(built(home, "2027-09-05"), SELLING).text(REVIEW) == "", "the day itself is in time"
    assert page(site, "index.md").tree.xpath(f"{REVIEW}/a/@href") == [f"{HUB}/edit/main/facts/guides.yml"]


def test_the_line_that_closes_a_review_does_so(home: Path, tmp_path: Path) -> None:
    shutil.copytree(home, tmp_path / "book")
    (line,) = page(built(home, "2027-09-06"), SELLING).tree.xpath(f"{REVIEW}/code/text()")
    with (tmp_path / "book/facts/guides.yml").open("a", encoding="utf-8") as guides:
        guides.write(f"{line}\n")
    site = built(tmp_path / "book", "2027-09-07")
    assert page(site, SELLING).text(REVIEW) == ""
    assert page(site, PROMOTER).text(REVIEW) != ""


def test_a_page_of_which_nobody_knows_the_age_has_no_note(tmp_path: Path) -> None:
    site = built(handbook(tmp_path / "book", repo_url=HUB, edit_uri="edit/main/docs/"), "2057-01-01")
    assert [one.path for one in pages(site) if one.tree.xpath(REVIEW)] == []


def test_a_preview_shows_the_note_to_an_editor_without_a_repository(home: Path, tmp_path: Path) -> None:
    shutil.copytree(home, tmp_path / "book")
    settings = (tmp_path / "book/mkdocs.yml").read_text("utf-8").replace(f"repo_url: {HUB}\n", "")
    (tmp_path / "book/mkdocs.yml").write_text(settings, "utf-8")
    assert page(built(tmp_path / "book", "2047-01-01"), SELLING).text(REVIEW) == ""
    with previewed(tmp_path / "book/mkdocs.yml") as address:
        tree = html.fromstring(urlopen(f"{address}/sub/{page(tmp_path, SELLING).path}").read())
    (note,) = tree.xpath(REVIEW)
    assert note.xpath(".//a") == []
    assert "facts/guides.yml" in note.text_content()


@contextmanager
def previewed(settings: Path) -> Iterator[str]:
    """The address of a running `mkdocs serve`, twenty years on."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    mkdocs = str(Path(sys.executable).with_name("mkdocs"))
    command = [mkdocs, "serve", "--quiet", "-f", str(settings), "--dev-addr", f"127.0.0.1:{port}"]
    server = subprocess.Popen(
        command, env={**os.environ, "SOURCE_DATE_EPOCH": "2430000000", "NO_MKDOCS_2_WARNING": "1"}
    )
    try:
        for _ in range(300):
            with suppress(OSError), socket.create_connection(("127.0.0.1", port), timeout=1):
                break
            time.sleep(0.2)
        yield f"http://127.0.0.1:{port}"
    finally:
        server.terminate()
        server.wait(timeout=20)


@pytest.mark.parametrize(("url", "prefix", "after"), [
    (HUB, "/edit/main/docs/", ""), ("https://gitlab.com/team/book", "/-/edit/main/docs/", ""),
    ("https://bitbucket.org/team/book", "/src/main/docs/", "?mode=edit"),
])  # fmt: skip
def test_pencils_of_a_page_that_one_language_lacks_lead_to_the_one_there_is(
    tmp_path: Path, url: str, prefix: str, after: str
) -> None:
    home = handbook(tmp_path / "book", repo_url=url, edit_uri="edit/main/docs/")
    (home / f"docs/en/{PROMOTER}").unlink()
    (home / "parity/waivers.yml").write_text(
        f"- {{page: marketing/roles/promoter, rule: missing-page, reason: Чека., until: {date.today()}}}\n", "utf-8"
    )
    with (home / "facts/guides.yml").open("a", encoding="utf-8") as guides:
        guides.write(f"{PROMOTER}: {{owner: seller, review_months: 6, reviewed: 2026-12-31}}\n")
    init(home, "2027-03-05")
    site = built(home, "2028-01-01")
    pencils = {code: page(site, PROMOTER, code).tree.xpath(EDIT) for code in CODES}
    assert pencils == {code: [f"{url}{prefix}sr/{PROMOTER}{after}"] for code in CODES}
    assert page(site, SELLER, "en").tree.xpath(EDIT) == [f"{url}{prefix}en/{SELLER}{after}"]
    notice = page(site, PROMOTER, "en")
    assert notice.text(f"{FOOT}/p[1]") == "Looked after by: Seller"
    assert notice.tree.xpath(f"{FOOT}//time") == [], "a notice has no text of its own"
    assert page(site, PROMOTER).tree.xpath(f"{FOOT}//time/@datetime") == ["2027-03-05", "2027-06-30"]


def test_a_firm_s_own_template_for_the_pencil_stays(tmp_path: Path) -> None:
    home = handbook(tmp_path / "book", repo_url=HUB, edit_uri_template='"https://cms.example/?file={path}"')
    seller = page(built(home), SELLER)
    assert seller.tree.xpath(EDIT) == [f"https://cms.example/?file=sr/{SELLER}"]
    assert seller.tree.xpath(f"{PENCIL} | {WRONG}") == []


# The real handbook


def test_every_real_page_has_an_owner_with_a_page_in_its_language(real_build: Path) -> None:
    book = read(ROOT)
    for code, path in book.pages:
        shown = page(real_build, path, code)
        looked_after = page_ownership(book.facts, path)
        assert looked_after is not None, path
        if looked_after.owner in book.facts.outside_parties:
            assert book.facts.outside_parties[looked_after.owner].title[code] in shown.text(FOOT)
        else:
            there = page(real_build, book.facts.roles[looked_after.owner].page, code).path
            assert shown.targets(f"{FOOT}/p[1]/a/@href") == {there}, shown.path


def test_every_real_pencil_leads_to_a_file_and_the_line_of_the_entry(real_build: Path) -> None:
    seen = set()
    for built in pages(real_build):
        for href in built.tree.xpath(f"{PENCIL}/@href | {EDIT}"):
            address = urlsplit(href)
            file = ROOT / address.path.removeprefix("/team/book/edit/main/")
            line = int(address.fragment.removeprefix("L") or 1)
            text = file.read_text("utf-8").splitlines()[line - 1]
            if address.fragment:
                assert text == f"{Path(built.path).parent.name}:"
            seen.add(file.relative_to(ROOT).parts[0] if file.suffix == ".md" else file.name)
    assert seen == {"docs", "roles.yml", "responsibilities.yml", "exchanges.yml", "questions.yml"}


def test_the_report_of_a_real_page_names_fields_that_are_in_the_language_of_the_page(real_build: Path) -> None:
    titles = {code: fields(page(real_build, "together/raci.md", code))["title"] for code in CODES}
    assert titles == {"sr": "Ко за шта одговара: нешто није у реду", "en": "Who answers for what: something is wrong"}


# In the browser


@pytest.mark.parametrize("code", CODES)
def test_selected_text_goes_into_the_report(browser: Browser, kept: Path, code: str) -> None:
    shown = browser.new_page(viewport={"width": 390, "height": 844})
    with served(kept) as address:
        shown.goto(f"{address}/{page(kept, SELLER, code).path}")
        before = shown.locator(".handbook-foot__wrong a").get_attribute("href")
        shown.evaluate("getSelection().selectAllChildren(document.querySelector('#week').nextElementSibling)")
        shown.wait_for_function(
            "before => document.querySelector('.handbook-foot__wrong a').href !== before", arg=before
        )
        said = parse_qs(urlsplit(str(shown.locator(".handbook-foot__wrong a").get_attribute("href"))).query)
        assert said["says"] == [{"sr": "Текст.", "en": "Text."}[code]]
        shown.evaluate("getSelection().removeAllRanges()")
        shown.wait_for_function(
            "before => document.querySelector('.handbook-foot__wrong a').href === before", arg=before
        )
        shown.evaluate("getSelection().selectAllChildren(document.querySelector('.md-header'))")
        shown.wait_for_timeout(1200)
        assert shown.locator(".handbook-foot__wrong a").get_attribute("href") == before, "not from outside the text"
    shown.close()


def test_selected_text_is_still_there_when_the_link_is_pressed(browser: Browser, kept: Path) -> None:
    shown = browser.new_page()
    shown.route(f"{HUB}/**", lambda route: route.fulfill(body=""))
    with served(kept) as address:
        shown.goto(f"{address}/{page(kept, SELLER).path}")
        shown.locator("#week + p").click(click_count=3)
        shown.locator(".handbook-foot__wrong a").click()
        shown.wait_for_url(f"{HUB}/**")
        asked = shown.url
    assert parse_qs(urlsplit(asked).query)["says"] == ["Текст."]
    shown.close()


def test_neither_foot_nor_pencils_are_on_paper(browser: Browser, real_build: Path) -> None:
    shown = browser.new_page()
    with served(real_build) as address:
        shown.goto(f"{address}/sales/roles/sales-manager/")
        for media, visible in (("screen", True), ("print", False)):
            shown.emulate_media(media=media)  # type: ignore[arg-type]  # one of the two it knows
            assert shown.locator(".handbook-foot").is_visible() is visible
            assert [pencil.is_visible() for pencil in shown.locator(".handbook-pencil").all()] == [visible] * 3
    shown.close()


def test_on_a_narrow_phone_nothing_sticks_out(browser: Browser, real_build: Path) -> None:
    shown = browser.new_page(viewport={"width": 320, "height": 640})
    with served(real_build) as address:
        for path in ("sales/roles/sales-manager/", "en/together/calendar/"):
            shown.goto(f"{address}/{path}")
            for spot in (*shown.locator(".handbook-foot p").all(), *shown.locator(".handbook-pencil").all()):
                box = spot.bounding_box()
                assert box is not None
                assert box["x"] >= 0
                assert box["x"] + box["width"] <= 320
    shown.close()
