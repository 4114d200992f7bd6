"""`handbook rename` on the example: everything that names a page follows, and the old address leads to the new one.

Renaming is tested by the files that `rename` returns and by the check afterwards; the site by one build after renames
of a role, a responsibility and a guide.
"""

import posixpath
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

import pytest
import yaml
from playwright.sync_api import Browser

from browser import served, window
from conftest import Shared
from drafts import TODAY
from growth import FACTOR, grows_too_fast
from handbook.checks.runner import check
from handbook.editing.relink import UnclearLinkError, after_move, relink
from handbook.editing.rename import rename
from handbook.editing.write import write
from handbook.model.errors import RefusedError
from handbook.model.handbook import Handbook
from handbook.publishing.redirects import redirects
from handbook.reading.load import read
from handbook.reading.locks import parse
from pages import Built, dead_links, page, pages
from sites import Done, build, handbook
from trees import CODES, edit, example_tree, files, settings, smallest_tree

PEOPLE = "ana: {name: Ана Илић, form: f, roles: [seller, manager], first_for: [seller]}\n"


@pytest.fixture(scope="module")
def book(example_copy: Path) -> Handbook:
    """The example, read; nobody writes to its files."""
    return read(example_copy)


def give_name(home: Path, old: str, new: str) -> None:
    """Give a page of a copy another name."""
    write(home, rename(read(home), old, new))


def assert_in_order(home: Path) -> None:
    assert [str(finding) for finding in check(read(home), TODAY)] == []


def moved(home: Path) -> dict[str, str]:
    return {address.id: address.to for address in read(home).facts.moved.values()}


def values(data: Any) -> list[str]:
    """Every key and every string of some YAML data."""
    match data:
        case dict():
            return [*data, *(text for value in data.values() for text in values(value))]
        case list():
            return [text for value in data for text in values(value)]
    return [str(data)]


def changed_lines(before: bytes, after: bytes) -> list[tuple[str, str]]:
    old, new = before.decode().split("\n"), after.decode().split("\n")
    assert len(old) == len(new)
    return [(line, now) for line, now in zip(old, new, strict=True) if line != now]


CASES = [
    ("seller", "vendor", "sales/roles/seller.md", "sales/roles/vendor.md"),
    ("manager", "head-of-sales", "sales/roles/manager.md", "sales/roles/head-of-sales.md"),
    ("promoter", "campaigner", "marketing/roles/promoter.md", "marketing/roles/campaigner.md"),
    ("pricing", "price-setting", "sales/responsibilities/pricing.md", "sales/responsibilities/price-setting.md"),
    ("selling", "trading", "sales/responsibilities/selling.md", "sales/responsibilities/trading.md"),
    ("meetings", "talks", "together/meetings.md", "together/talks.md"),
]


@pytest.mark.parametrize(("old", "new", "path", "path_now"), CASES, ids=[old for old, *_ in CASES])
def test_everything_that_names_a_page_follows_it(example: Path, old: str, new: str, path: str, path_now: str) -> None:
    (example / "facts/people.yml").write_text(PEOPLE, "utf-8")
    before = files(example)
    give_name(example, old, new)
    assert_in_order(example)
    after = files(example)
    for file in (example / "facts").glob("*.yml"):
        if file.name != "moved.yml":
            assert not {old, path} & set(values(yaml.safe_load(file.read_text("utf-8")))), file
    assert {name for name in before if name not in after} == {
        f"docs/sr/{path}",
        f"docs/en/{path}",
        f"parity/{path.removesuffix('.md')}.lock",
    }
    assert after[f"parity/{path_now.removesuffix('.md')}.lock"] == before[f"parity/{path.removesuffix('.md')}.lock"]
    assert moved(example) == {path: path_now}
    for name in before.keys() & after.keys():
        if name.startswith("docs/") or name == "mkdocs.yml":
            stem, stem_now = posixpath.basename(path), posixpath.basename(path_now)
            for line, line_now in changed_lines(before[name], after[name]):
                assert line.replace(stem, stem_now) == line_now, "nothing else of the line is touched"


def test_the_command_lists_what_it_wrote_and_removed(example: Path) -> None:
    done = handbook(example, "rename", "pricing", "price-setting")
    assert done.returncode == 0
    old, new = "sales/responsibilities/pricing", "sales/responsibilities/price-setting"
    assert done.stdout.splitlines() == [
        f"wrote docs/en/{new}.md",
        f"removed docs/en/{old}.md",
        f"wrote docs/sr/{new}.md",
        f"removed docs/sr/{old}.md",
        "wrote facts/moved.yml",
        "wrote facts/questions.yml",
        "wrote facts/responsibilities.yml",
        "wrote mkdocs.yml",
        "wrote parity/facts/responsibilities.lock",
        f"wrote parity/{new}.lock",
        f"removed parity/{old}.lock",
        "Next: run “handbook check”. Old addresses redirect as listed in facts/moved.yml.",
    ]
    assert_in_order(example)


RENAMED = {
    "sales/roles/seller.md": "sales/roles/vendor.md",
    "marketing/responsibilities/promoting.md": "marketing/responsibilities/advertising.md",
    "together/meetings.md": "together/talks.md",
}


@pytest.fixture(scope="session")
def renamed_site(shared: Shared) -> Path:
    """The example after a role, a responsibility and a guide have got other names, built."""

    def build_into(into: Path) -> Done:
        home = example_tree(into.parent / f"{into.name}-tree")
        for old, new in RENAMED.items():
            give_name(home, old, posixpath.basename(new))
        return build(home, into, SITE_URL="https://handbook.example/renamed/")

    return shared("renamed", build_into)


def test_no_link_of_the_built_site_is_dead(renamed_site: Path) -> None:
    assert dead_links(renamed_site) == []


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize(("old", "new"), RENAMED.items(), ids=["role", "responsibility", "guide"])
def test_every_old_address_leads_to_the_new_one(renamed_site: Path, old: str, new: str, code: str) -> None:
    was, now = page(renamed_site, old, code), page(renamed_site, new, code)
    assert was.targets("//body//a/@href") == {now.path}
    (refresh,) = was.tree.xpath("//meta[@http-equiv='refresh']/@content")
    assert urljoin(f"/{was.path}", refresh.partition("url=")[2]) == f"/{now.path.removesuffix('index.html')}"
    (canonical,) = was.tree.xpath("//link[@rel='canonical']/@href")
    assert canonical == f"https://handbook.example/renamed/{now.path.removesuffix('index.html')}"
    assert was.tree.xpath("//meta[@name='robots']/@content") == ["noindex"]
    assert was.language == code
    (title,) = now.tree.xpath("//article//h1/text()")
    assert title.strip() in was.text("//body")
    linking = {built.path for built in pages(renamed_site) if was.path in built.targets("//@href")}
    assert linking == set(), "no page links to the old address"


@pytest.mark.parametrize(
    "file", ["sitemap.xml", "search/search_index.json", "en/search/search_index.json", "data/handbook.json"]
)
def test_the_old_addresses_are_in_no_index(renamed_site: Path, file: str) -> None:
    text = (renamed_site / file).read_text("utf-8")
    assert "sales/roles/vendor" in text
    for old in RENAMED:
        assert posixpath.splitext(old)[0] not in text


def test_the_browser_is_led_to_the_section_under_a_path(renamed_site: Path, browser: Browser) -> None:
    with served(renamed_site.parent) as address, window(browser) as reader:
        seen = reader.new_page()
        for code in ("", "en/"):
            seen.goto(f"{address}/renamed/{code}sales/roles/seller/#week")
            seen.wait_for_url(f"{address}/renamed/{code}sales/roles/vendor/#week")


def test_a_browser_without_scripts_is_led_to_the_page(renamed_site: Path, browser: Browser) -> None:
    with served(renamed_site.parent) as address, window(browser, java_script_enabled=False) as reader:
        seen = reader.new_page()
        seen.goto(f"{address}/renamed/en/sales/roles/seller/")
        seen.wait_for_url(f"{address}/renamed/en/sales/roles/vendor/")


def test_the_browser_is_led_to_the_section_from_a_folder(tmp_path: Path, browser: Browser) -> None:
    home, site = smallest_tree(tmp_path), tmp_path / "offline"
    give_name(home, "seller", "vendor")
    with settings(home) as changed:
        del changed["site_url"]
    assert build(home, site, HANDBOOK_OFFLINE="1") == Done(0, "", "")
    with window(browser) as reader:
        seen = reader.new_page()
        for code in ("", "en/"):
            seen.goto(f"{site.as_uri()}/{code}sales/roles/seller.html#week")
            seen.wait_for_url(f"{site.as_uri()}/{code}sales/roles/vendor.html#week")
    offline = Built(site, "sales/roles/seller.html")
    assert offline.targets("//body//a/@href") == {"sales/roles/vendor.html"}
    assert offline.tree.xpath("//link[@rel='canonical']") == []


def test_a_guide_may_move_to_another_folder_and_its_own_links_still_lead(example: Path) -> None:
    for code, words in (("sr", "Види [размене](exchanges.md)."), ("en", "See the [exchanges](exchanges.md).")):
        with (example / f"docs/{code}/together/meetings.md").open("a", encoding="utf-8") as file:
            file.write(f"\n{words}\n")
    assert handbook(example, "confirm", "together/meetings").returncode == 0
    give_name(example, "docs/sr/together/meetings.md", "sales/our-meetings")
    assert_in_order(example)
    assert moved(example) == {"together/meetings.md": "sales/our-meetings.md"}
    for code in CODES:
        assert "(../together/exchanges.md)" in (example / f"docs/{code}/sales/our-meetings.md").read_text("utf-8")
    assert "sales/our-meetings.md" in read(example).facts.guides


def test_a_second_name_and_the_first_again_leave_no_chain_and_no_circle(example: Path) -> None:
    before = files(example)
    first, second, third = (f"sales/roles/{name}.md" for name in ("seller", "vendor", "shop-assistant"))
    give_name(example, "seller", "vendor")
    give_name(example, "vendor", "shop-assistant")
    assert moved(example) == {first: third, second: third}
    assert_in_order(example)
    give_name(example, "shop-assistant", "seller")
    assert moved(example) == {second: first, third: first}
    assert_in_order(example)
    after = files(example)
    assert after.keys() == before.keys()
    assert {path for path in after if after[path] != before[path]} == {"facts/moved.yml"}


@pytest.fixture
def phrased(example: Path) -> Path:
    """The example with a phrase of the seller in the lock of the facts, beside those of the designer."""
    edit(
        example,
        "facts/roles.yml",
        (
            "  deputies: [promoter]\n",
            "  deputies: [promoter]\n  deputies_phrase: {sr: или агенција, en: or an agency}\n",
        ),
    )
    assert handbook(example, "seed", "facts/roles").returncode == 0
    return example


def test_the_lock_of_the_facts_and_the_waivers_follow_the_id(phrased: Path) -> None:
    waivers = (
        "# Шта чека.\n"
        "- page: sales/roles/seller\n  section: measures\n  rule: numbers\n  reason: а\n  until: 2027-01-15\n"
        "- {page: facts/roles, section: seller.deputies_phrase, rule: terms, reason: б, until: 2027-01-15}\n"
        "- {page: facts/exchanges, section: seller.gives, rule: terms, reason: в, until: 2027-01-15}\n"
    )
    (phrased / "parity/waivers.yml").write_text(waivers, "utf-8")
    before = parse((phrased / "parity/facts/roles.lock").read_text("utf-8")).entries
    give_name(phrased, "seller", "agent")
    after = (phrased / "parity/facts/roles.lock").read_text("utf-8")
    assert parse(after).entries["agent.deputies_phrase"].fingerprints == before["seller.deputies_phrase"].fingerprints
    assert "seller" not in after
    assert after.index("#agent.") < after.index("#designer.")
    assert after == read(phrased).locks["facts/roles"].text, "sorted as every lock is"
    assert (phrased / "parity/waivers.yml").read_text("utf-8") == waivers.replace(
        "sales/roles/seller", "sales/roles/agent"
    ).replace("facts/roles, section: seller.", "facts/roles, section: agent.")
    assert {finding.rule for finding in check(read(phrased), TODAY)} == {"waiver"}, "they cover nothing here"


def test_only_values_that_are_ids_follow_and_line_ends_stay(phrased: Path) -> None:
    crlf = ("facts/exchanges.yml", "facts/roles.yml", "mkdocs.yml", "docs/sr/sales/index.md")
    edit(
        phrased,
        "facts/exchanges.yml",
        ("leads:\n", "seller:  # seller\n"),
        ("{sr: белешка, en: a note}", "{sr: белешка, en: seller}"),
    )
    for path in (*crlf, "parity/facts/roles.lock"):
        (phrased / path).write_bytes((phrased / path).read_bytes().replace(b"\n", b"\r\n"))
    with_mark = "docs/en/sales/index.md"
    (phrased / with_mark).write_bytes(b"\xef\xbb\xbf" + (phrased / with_mark).read_bytes())
    before = files(phrased)
    give_name(phrased, "seller", "vendor")
    after = files(phrased)
    for path in (*crlf, with_mark):
        changed = changed_lines(before[path], after[path])
        assert changed
        end = ".md" if path.startswith("docs/") else ""  # the words of a link stay
        assert all(line.replace(f"seller{end}", f"vendor{end}") == line_now for line, line_now in changed), path
    exchanges = after["facts/exchanges.yml"].decode()
    assert "seller:  # seller\r\n" in exchanges, "an exchange of that name is another thing"
    assert "en: seller}" in exchanges, "a word that readers see is no id"
    lock = "parity/facts/roles.lock"
    assert b"#vendor.deputies_phrase" in after[lock]
    assert after[lock].count(b"\r\n") == before[lock].count(b"\r\n")


@pytest.mark.parametrize(
    ("old", "new", "question", "page_now"),
    [
        ("seller", "vendor", "discount", "sales/roles/vendor.md#domains"),
        ("together/meetings", "talks", "new-here", "together/talks.md#weekly"),
    ],
    ids=["role", "guide"],
)
def test_a_question_keeps_its_section(example: Path, old: str, new: str, question: str, page_now: str) -> None:
    edit(example, "facts/questions.yml", ("page: org-chart.md", "page: together/meetings.md#weekly"))
    give_name(example, old, new)
    assert read(example).facts.questions[question].page == page_now


REFUSALS = [
    ("manger", "boss", "There is no page “manger”. Did you mean “manager”?"),
    ("index", "start", "“index.md” keeps its name: the program links to it."),
    ("sales/index", "start", "“sales/index.md” keeps its name: the program links to it."),
    ("glossary", "words", "“glossary.md” keeps its name: the program links to it."),
    ("manager", "Boss", "“Boss” cannot be an id: use small Latin letters, digits and single hyphens"),
    ("manager", "шеф", "“шеф” cannot be an id"),
    ("manager", "../boss", "This page stays in its team and folder: write only the new id, such as boss."),
    ("manager", "marketing/roles/boss", "This page stays in its team and folder"),
    ("manager", "promoter", "“promoter” is already the id of a role. Choose another."),
    ("manager", "selling", "“selling” is already the id of a responsibility. Choose another."),
    ("manager", "manager", "“manager” is already the id of a role. Choose another."),
    ("manager", "owner", "“owner” is already the id of an outside party. Choose another."),
    ("meetings", "selling", "“selling” is already the id of a responsibility. Choose another."),
    ("meetings", "together/calendar", "“calendar” is already the name of the page together/calendar.md."),
    ("meetings", "somewhere/talks", "There is no folder “somewhere”."),
    ("meetings", "sales/roles/talks", "There is no folder “sales/roles”."),
]


@pytest.mark.parametrize(("old", "new", "reason"), REFUSALS, ids=[f"{old} to {new}" for old, new, _ in REFUSALS])
def test_a_name_that_cannot_be_given_is_refused(book: Handbook, old: str, new: str, reason: str) -> None:
    with pytest.raises(RefusedError) as refused:
        rename(book, old, new)
    assert reason in str(refused.value)


def test_a_refused_command_ends_with_1_and_writes_nothing(example: Path) -> None:
    before = files(example)
    done = handbook(example, "rename", "manager", "owner")
    assert (done.returncode, done.stdout, done.stderr) == (
        1,
        "",
        "“owner” is already the id of an outside party. Choose another.\nNothing was written.\n",
    )
    assert files(example) == before


def test_a_name_of_two_pages_is_asked_for_as_a_path(example: Path) -> None:
    for code, title in (("sr", "# Састанци\n"), ("en", "# Meetings\n")):
        (example / f"docs/{code}/about/meetings.md").write_text(title, "utf-8")
    with pytest.raises(RefusedError) as refused:
        rename(read(example), "meetings", "talks")
    assert str(refused.value) == (
        "“meetings” names several pages: about/meetings.md, together/meetings.md. Write the path of one."
    )


def test_only_old_addresses_that_are_in_order_are_published(smallest: Path) -> None:
    (smallest / "facts/moved.yml").write_text(
        "sales/roles/seller.md: {to: index.md}\n../evil.md: {to: index.md}\na.md: {to: gone.md}\nb.md: {to: index.md}\n"
    )
    published = [path for path, _ in redirects(read(smallest), "en", folders=True, site_url="")]
    assert published == ["en/b/index.html"], "a preview goes on with faults, and no page is overwritten"


@pytest.mark.parametrize(
    "words", [["rename", "manager", "seller"], ["new", "role", "seller", "--team", "sales"]], ids=["rename", "new"]
)
def test_an_old_address_is_not_given_to_another_page(example: Path, words: list[str]) -> None:
    give_name(example, "seller", "vendor")
    before = files(example)
    done = handbook(example, *words)
    assert done.returncode == 1
    assert (
        "“sales/roles/seller.md” is the old address of “sales/roles/vendor.md” (facts/moved.yml:2). "
        "Choose another id, or remove that line first."
    ) in done.stderr
    assert files(example) == before


def test_a_link_that_looks_like_code_on_its_line_is_left_to_a_person(example: Path) -> None:
    edit(
        example,
        "docs/en/sales/index.md",
        (
            "the [seller](roles/seller.md) talks",
            "write `[x](roles/seller.md)` for the [seller](roles/seller.md); it talks",
        ),
    )
    with pytest.raises(RefusedError) as refused:
        rename(read(example), "seller", "vendor")
    assert str(refused.value).startswith("docs/en/sales/index.md:7: a link on this line cannot be changed by itself.")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('[a](../x/old.md#part "title"), [b](<../x/old.md>)', '[a](../x/new.md#part "title"), [b](<../x/new.md>)'),
        ("See [the\nlong name](../x/old.md) here", "See [the\nlong name](../x/new.md) here"),
        (
            "[a][one] and [b]\n\n[one]: ../x/old.md\n[b]: <../x/old.md#s>",
            "[a][one] and [b]\n\n[one]: ../x/new.md\n[b]: <../x/new.md#s>",
        ),
        ("| h |\n|---|\n| [a](../x/old.md) |", "| h |\n|---|\n| [a](../x/new.md) |"),
        ("```\n[a](../x/old.md)\n```\n\n[a](../x/old.md)", "```\n[a](../x/old.md)\n```\n\n[a](../x/new.md)"),
        ("!!! note\n    [a](./../x/old.md)", "!!! note\n    [a](../x/new.md)"),
        ("[a](../x/old.mdx) [b](https://x.test/x/old.md) [c](/x/old.md) ../x/old.md", None),
        ("[![p](old.png)](../x/old.md)", "[![p](old.png)](../x/new.md)"),
    ],
)
def test_targets_are_replaced_in_place_as_the_parser_finds_them(text: str, expected: str | None) -> None:
    goal = after_move("y/here.md", "y/here.md", "x/old.md", "x/new.md")
    assert relink(text, goal) == (expected or text)
    assert relink(text.replace("\n", "\r\n"), goal) == (expected or text).replace("\n", "\r\n")


def test_links_of_one_block_are_replaced_in_a_time_in_proportion_to_their_number() -> None:
    def replace_links(text: str) -> None:
        assert relink(text, goal).count("new.md") == text.count("old.md")

    goal = after_move("here.md", "here.md", "old.md", "new.md")
    short, long = ("\n".join(f"[a](old.md#s{n})" for n in range(number)) for number in (50, 50 * FACTOR))
    assert not grows_too_fast(replace_links, short, long)


def test_a_link_among_the_same_words_as_code_is_told_with_its_line() -> None:
    with pytest.raises(UnclearLinkError) as stuck:
        relink("a\n\n`[a](old.md)` [a](old.md)", after_move("here.md", "here.md", "old.md", "new.md"))
    assert stuck.value.args == (3,)
