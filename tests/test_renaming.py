"""`handbook rename` on a copy of the real handbook: everything that names a page follows, and the old address leads on."""

import posixpath
from datetime import date
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

import pytest
import yaml

from browser import chromium, served
from conftest import ROOT, build, files, refused, run
from handbook.checks.runner import check
from handbook.editing.relink import UnclearLinkError, after_move, relink
from handbook.languages.registry import CODES
from handbook.publishing.redirects import redirects
from handbook.reading.load import read
from handbook.reading.locks import parse
from pages import Built, page, pages

TODAY = date(2026, 11, 24)


def handbook(home: Path, *words: str) -> tuple[int, str]:
    done = run("handbook", *words, "--root", home)
    assert "Traceback" not in done.stderr
    return done.returncode, done.stdout + done.stderr


def in_order(home: Path) -> None:
    assert [str(finding) for finding in check(read(home), TODAY)] == []


def moved(home: Path) -> dict[str, str]:
    return {one.id: one.to for one in read(home).facts.moved.values()}


def values(data: Any) -> list[str]:
    """Every key and every string of some YAML data."""
    match data:
        case dict():
            return [*data, *(one for value in data.values() for one in values(value))]
        case list():
            return [one for value in data for one in values(value)]
    return [str(data)]


def changed_lines(before: bytes, after: bytes) -> list[tuple[str, str]]:
    old, new = before.decode().split("\n"), after.decode().split("\n")
    assert len(old) == len(new)
    return [(one, other) for one, other in zip(old, new, strict=True) if one != other]


CASES = [
    ("sales-manager", "head-of-sales", "sales/roles/sales-manager.md", "sales/roles/head-of-sales.md"),
    ("enablement-library", "sales-library", "sales/responsibilities/enablement-library.md", "sales/responsibilities/sales-library.md"),
    ("agreement", "sla", "together/agreement.md", "together/sla.md"),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new", "page_", "page_now"), CASES, ids=["role", "responsibility", "guide"])
def test_everything_that_names_a_page_follows_it(firm: Path, old: str, new: str, page_: str, page_now: str) -> None:
    before = files(firm)
    code, said = handbook(firm, "rename", old, new)
    assert code == 0
    assert said.splitlines()[-1] == "Next: run “handbook check”. Old addresses lead on as facts/moved.yml says."
    in_order(firm)
    after = files(firm)
    for file in (firm / "facts").glob("*.yml"):
        if file.name != "moved.yml":
            assert old not in values(yaml.safe_load(file.read_text("utf-8"))), file
    assert {path for path in before if path not in after} == {
        f"docs/sr/{page_}", f"docs/en/{page_}", f"parity/{page_.removesuffix('.md')}.lock",
    }  # fmt: skip
    assert after[f"parity/{page_now.removesuffix('.md')}.lock"] == before[f"parity/{page_.removesuffix('.md')}.lock"]
    assert moved(firm) == {page_: page_now}
    for path in before.keys() & after.keys():
        if path.startswith("docs/") or path == "mkdocs.yml":
            stem, stem_now = posixpath.basename(page_), posixpath.basename(page_now)
            for one, other in changed_lines(before[path], after[path]):
                assert one.replace(stem, stem_now) == other, "nothing else of the line is touched"


@pytest.mark.parametrize(("old", "new", "page_", "page_now"), CASES, ids=["role", "responsibility", "guide"])
def test_the_built_site_has_no_dead_link_and_every_old_address_leads_on(
    firm: Path, old: str, new: str, page_: str, page_now: str
) -> None:
    assert handbook(firm, "rename", old, new)[0] == 0
    site = firm / "site"
    built = build(firm / "mkdocs.yml", site, SITE_URL="https://handbook.example/team/")
    assert (built.returncode, built.stderr) == (0, "")
    everything = {one.path: one for one in pages(site)}
    for one in everything.values():
        if not one.path.endswith("404.html"):
            for path, anchor in one.inner():
                target = everything.get(path)
                assert (site / path).exists(), (one.path, path)
                assert not anchor or not target or anchor in target.ids, (one.path, path, anchor)
    for code in CODES:
        was, now = page(site, page_, code), page(site, page_now, code)
        assert was.targets("//body//a/@href") == {now.path}
        (refresh,) = was.tree.xpath("//meta[@http-equiv='refresh']/@content")
        assert urljoin(f"/{was.path}", refresh.partition("url=")[2]) == f"/{now.path.removesuffix('index.html')}"
        (canonical,) = was.tree.xpath("//link[@rel='canonical']/@href")
        assert canonical == f"https://handbook.example/team/{now.path.removesuffix('index.html')}"
        assert was.tree.xpath("//meta[@name='robots']/@content") == ["noindex"]
        assert was.language == code
        (title,) = now.tree.xpath("//article//h1/text()")
        assert title.strip() in was.text("//body")
        linking = {one.path for one in everything.values() if was.path in one.targets("//@href")}
        assert linking == set(), "no page links to the old address"
    gone = posixpath.splitext(page_)[0]
    for file in ("sitemap.xml", "search/search_index.json", "en/search/search_index.json", "data/handbook.json"):
        assert gone not in (site / file).read_text("utf-8"), file


def test_the_browser_is_led_on_to_the_section_under_a_path_and_from_a_folder(site: Path) -> None:
    settings = site / "mkdocs.yml"
    settings.write_text(settings.read_text("utf-8").replace("../../", f"{ROOT.as_posix()}/"), "utf-8")
    assert handbook(site, "rename", "seller", "vendor")[0] == 0
    assert build(settings, site / "host/sub").returncode == 0
    local = settings.read_text("utf-8").replace("site_url: https://handbook.example/sub/\n", "")
    settings.write_text(local, "utf-8")
    assert build(settings, site / "offline", HANDBOOK_OFFLINE="1").returncode == 0
    with chromium() as browser, served(site / "host") as address:
        for code in ("", "en/"):
            seen = browser.new_page()
            seen.goto(f"{address}/sub/{code}sales/roles/seller/#week")
            seen.wait_for_url(f"{address}/sub/{code}sales/roles/vendor/#week")
            folder = (site / "offline").as_uri()
            seen.goto(f"{folder}/{code}sales/roles/seller.html#week")
            seen.wait_for_url(f"{folder}/{code}sales/roles/vendor.html#week")
            seen.close()
        quiet = browser.new_context(java_script_enabled=False).new_page()
        quiet.goto(f"{address}/sub/en/sales/roles/seller/")
        quiet.wait_for_url(f"{address}/sub/en/sales/roles/vendor/")
    offline = Built(site / "offline", "sales/roles/seller.html")
    assert offline.targets("//body//a/@href") == {"sales/roles/vendor.html"}
    assert offline.tree.xpath("//link[@rel='canonical']") == []


def test_a_guide_may_move_to_another_folder_and_its_own_links_still_lead(firm: Path) -> None:
    assert handbook(firm, "rename", "docs/sr/together/meetings.md", "sales/our-meetings")[0] == 0
    in_order(firm)
    assert moved(firm) == {"together/meetings.md": "sales/our-meetings.md"}
    for code in CODES:
        assert "(../together/agreement.md#terms)" in (firm / f"docs/{code}/sales/our-meetings.md").read_text("utf-8")
    assert "sales/our-meetings.md" in read(firm).facts.guides


def test_a_second_name_and_the_first_again_leave_no_chain_and_no_circle(firm: Path) -> None:
    first, second, third = (f"sales/roles/{name}.md" for name in ("sales-specialist", "expert", "industry-expert"))
    handbook(firm, "rename", "sales-specialist", "expert")
    handbook(firm, "rename", "expert", "industry-expert")
    assert moved(firm) == {first: third, second: third}
    in_order(firm)
    handbook(firm, "rename", "industry-expert", "sales-specialist")
    assert moved(firm) == {second: first, third: first}
    in_order(firm)
    real, here = files(ROOT / "docs"), files(firm / "docs")
    assert real == here, "back under the first name, every page is as it was"
    for name in ("facts", "parity"):
        apart = {path for path, data in files(firm / name).items() if data != (ROOT / name / path).read_bytes()}
        assert apart <= {"moved.yml"}


def test_the_lock_of_the_facts_and_the_waivers_follow_the_id(firm: Path) -> None:
    waivers = (
        "# Шта чека.\n"
        "- page: sales/roles/account-executive\n  section: measures\n  rule: numbers\n  reason: а\n  until: 2027-01-15\n"
        "- {page: facts/roles, section: account-executive.deputies_phrase, rule: terms, reason: б, until: 2027-01-15}\n"
        "- {page: facts/exchanges, section: account-executive.gives, rule: terms, reason: в, until: 2027-01-15}\n"
    )
    (firm / "parity/waivers.yml").write_text(waivers, "utf-8")
    before = parse((firm / "parity/facts/roles.lock").read_text("utf-8")).agreements
    assert handbook(firm, "rename", "account-executive", "seller")[0] == 0
    after = (firm / "parity/facts/roles.lock").read_text("utf-8")
    assert (
        parse(after).agreements["seller.deputies_phrase"].fingerprints == before["account-executive.deputies_phrase"].fingerprints
    )
    assert "account-executive" not in after
    assert after == read(firm).locks["facts/roles"].text, "sorted as every lock is"
    assert (firm / "parity/waivers.yml").read_text("utf-8") == waivers.replace(
        "sales/roles/account-executive", "sales/roles/seller"
    ).replace("facts/roles, section: account-executive.", "facts/roles, section: seller.")
    assert {finding.rule for finding in check(read(firm), TODAY)} == {"waiver"}, "they cover nothing here"


def test_only_values_that_are_ids_follow_and_line_ends_stay(firm: Path) -> None:
    exchanges = firm / "facts/exchanges.yml"
    text = exchanges.read_text("utf-8").replace("lead-quality:", "sales-manager:  # sales-manager").replace(
        'record: {sr: "заједничка контролна табла", en: "the shared dashboard"}',
        'record: {sr: "заједничка контролна табла", en: sales-manager}',
    )  # fmt: skip
    exchanges.write_bytes(text.replace("\n", "\r\n").encode())
    for path in ("facts/roles.yml", "mkdocs.yml", "parity/facts/roles.lock", "docs/sr/sales/index.md"):
        (firm / path).write_bytes((firm / path).read_bytes().replace(b"\n", b"\r\n"))
    (firm / "docs/en/sales/index.md").write_bytes(b"\xef\xbb\xbf" + (firm / "docs/en/sales/index.md").read_bytes())
    before = files(firm)
    assert handbook(firm, "rename", "sales-manager", "head-of-sales")[0] == 0
    after = files(firm)
    for path in (
        "facts/exchanges.yml",
        "facts/roles.yml",
        "mkdocs.yml",
        "docs/sr/sales/index.md",
        "docs/en/sales/index.md",
    ):
        changed = changed_lines(before[path], after[path])
        assert changed
        assert all(one.replace("sales-manager", "head-of-sales") == other for one, other in changed), path
    said = after["facts/exchanges.yml"].decode()
    assert "sales-manager:  # sales-manager\r\n" in said, "an exchange of that name is another thing"
    assert "en: sales-manager}" in said, "a word that readers see is no id"
    assert after["parity/facts/roles.lock"].count(b"\r\n") == before["parity/facts/roles.lock"].count(b"\r\n")


def test_a_question_keeps_its_section(firm: Path) -> None:
    assert handbook(firm, "rename", "together/agreement", "sla")[0] == 0
    assert read(firm).facts.questions["site-enquiry"].page == "together/sla.md#who-takes-it"


REFUSALS = [
    (["sales-manger", "boss"], "There is no page “sales-manger”. Did you mean “sales-manager”?"),
    (["index", "start"], "“index.md” keeps its name: the program itself leads there."),
    (["sales/index", "start"], "“sales/index.md” keeps its name: the program itself leads there."),
    (["glossary", "words"], "“glossary.md” keeps its name: the program itself leads there."),
    (["sales-manager", "Boss"], "“Boss” cannot be an id: use small Latin letters, digits and single hyphens"),
    (["sales-manager", "шеф"], "“шеф” cannot be an id"),
    (["sales-manager", "../boss"], "This page stays in its team and folder: write only the new id, such as boss."),
    (["sales-manager", "marketing/roles/boss"], "This page stays in its team and folder"),
    (["sales-manager", "marketing-manager"], "“marketing-manager” is already the id of a role. Choose another."),
    (["sales-manager", "forecast"], "“forecast” is already the id of a responsibility. Choose another."),
    (["sales-manager", "sales-manager"], "“sales-manager” is already the id of a role. Choose another."),
    (["sales-manager", "owner"], "“owner” is already the id of an outside party. Choose another."),
    (["agreement", "forecast"], "“forecast” is already the id of a responsibility. Choose another."),
    (["agreement", "together/meetings"], "“meetings” is already the name of the page together/meetings.md."),
    (["agreement", "somewhere/sla"], "There is no folder “somewhere”."),
    (["agreement", "sales/roles/sla"], "There is no folder “sales/roles”."),
]  # fmt: skip


@pytest.mark.parametrize(("words", "said"), REFUSALS, ids=[" to ".join(words) for words, _ in REFUSALS])
def test_a_name_that_cannot_be_given_is_refused_and_nothing_is_written(
    untouched: Path, words: list[str], said: str
) -> None:
    assert said in refused(untouched, "rename", *words)


def test_a_name_of_two_pages_is_asked_for_as_a_path(firm: Path) -> None:
    for code in CODES:
        (firm / f"docs/{code}/about/meetings.md").write_text(
            "# Састанци\n" if code == "sr" else "# Meetings\n", "utf-8"
        )
    assert refused(firm, "rename", "meetings", "talks") == (
        "“meetings” names several pages: about/meetings.md, together/meetings.md. Write the path of one."
    )


def test_only_old_addresses_that_are_in_order_are_published(site: Path) -> None:
    (site / "facts/moved.yml").write_text(
        "sales/roles/seller.md: {to: index.md}\n../evil.md: {to: index.md}\na.md: {to: gone.md}\nb.md: {to: index.md}\n"
    )
    published = [path for path, _ in redirects(read(site), "en", folders=True, site_url="")]
    assert published == ["en/b/index.html"], "a preview goes on with faults, and no page is overwritten"


def test_an_old_address_is_not_given_to_another_page(firm: Path) -> None:
    handbook(firm, "rename", "sales-specialist", "expert")
    before = files(firm)
    for words in (
        ["rename", "sales-manager", "sales-specialist"],
        ["new", "role", "sales-specialist", "--team", "sales"],
    ):
        code, told = handbook(firm, *words)
        assert code == 1
        assert (
            "“sales/roles/sales-specialist.md” is the old address of “sales/roles/expert.md” (facts/moved.yml:3). "
            "Choose another id, or remove that line first."
        ) in told
    assert files(firm) == before


def test_a_link_that_cannot_be_told_from_code_is_left_to_a_person(firm: Path) -> None:
    file = firm / "docs/en/sales/index.md"
    text = file.read_text("utf-8").replace(
        "- The [sales manager](roles/sales-manager.md)",
        "- Write `[x](roles/sales-manager.md)` for the [sales manager](roles/sales-manager.md)",
    )
    file.write_text(text, "utf-8")
    before = files(firm)
    code, told = handbook(firm, "rename", "sales-manager", "boss")
    assert code == 1
    assert told.startswith("docs/en/sales/index.md:24: a link on this line cannot be changed by itself.")
    assert files(firm) == before


@pytest.mark.parametrize(("text", "expected"), [
    ("[a](../x/old.md#part \"title\"), [b](<../x/old.md>)", "[a](../x/new.md#part \"title\"), [b](<../x/new.md>)"),
    ("See [the\nlong name](../x/old.md) here", "See [the\nlong name](../x/new.md) here"),
    ("[a][one] and [b]\n\n[one]: ../x/old.md\n[b]: <../x/old.md#s>", "[a][one] and [b]\n\n[one]: ../x/new.md\n[b]: <../x/new.md#s>"),
    ("| h |\n|---|\n| [a](../x/old.md) |", "| h |\n|---|\n| [a](../x/new.md) |"),
    ("```\n[a](../x/old.md)\n```\n\n[a](../x/old.md)", "```\n[a](../x/old.md)\n```\n\n[a](../x/new.md)"),
    ("!!! note\n    [a](./../x/old.md)", "!!! note\n    [a](../x/new.md)"),
    ("[a](../x/old.mdx) [b](https://x.test/x/old.md) [c](/x/old.md) ../x/old.md", None),
    ("[![p](old.png)](../x/old.md)", "[![p](old.png)](../x/new.md)"),
])  # fmt: skip
def test_targets_are_replaced_in_place_as_the_parser_finds_them(text: str, expected: str | None) -> None:
    goal = after_move("y/here.md", "y/here.md", "x/old.md", "x/new.md")
    assert relink(text, goal) == (expected or text)
    assert relink(text.replace("\n", "\r\n"), goal) == (expected or text).replace("\n", "\r\n")


def test_a_link_among_the_same_words_as_code_is_told_with_its_line() -> None:
    with pytest.raises(UnclearLinkError) as stuck:
        relink("a\n\n`[a](old.md)` [a](old.md)", after_move("here.md", "here.md", "old.md", "new.md"))
    assert stuck.value.args == (3,)
