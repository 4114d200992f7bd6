"""The real handbook, built and read as its readers get it."""

import subprocess
from pathlib import Path

import pytest

from conftest import ROOT
from handbook.checks.runner import FACTS_RULES, PAGE_RULES, PARITY_RULES, rule_id
from handbook.crosslinks.relations import crosses
from handbook.languages.registry import LANGUAGES
from handbook.model.handbook import Handbook
from handbook.reading.load import read
from pages import Built, page, pages

ROLES = [
    "account-executive",
    "sales-development-representative",
    "sales-specialist",
    "customer-success-representative",
    "sales-manager",
    "marketing-assistant",
    "marketing-associate",
    "marketing-team-lead",
    "marketing-executive",
    "marketing-manager",
    "marketing-director",
    "marketing-strategist",
    "content-writer",
    "graphic-artist",
    "seo-specialist",
    "email-marketing-specialist",
    "ppc-manager",
    "social-media-manager",
]
RESPONSIBILITIES = [
    "sales-strategy",
    "rep-efficiency",
    "team-training",
    "enablement-library",
    "forecast",
    "territories",
    "sales-data",
    "tools-and-crm",
    "analytics",
    "performance-reporting",
    "market-research",
    "ideal-customer-profile",
    "brand-consistency",
    "marketing-plan",
    "campaigns",
    "campaign-tuning",
    "marketing-calendar",
    "events",
    "ongoing-research",
    "budget-and-roi",
    "opportunities",
]
GUIDES = [
    "index",
    "why-two-teams",
    "sales/index",
    "marketing/index",
    "together/index",
    "together/meetings",
    "together/agreement",
    "together/exchanges",
    "together/raci",
    "together/calendar",
    "ask",
    "a-z",
    "org-chart",
    "glossary",
    "about/index",
    "about/changes",
    "about/reading",
    "about/editing",
    "about/translation",
    "about/adapting",
]
WORDS = {"role": 250, "responsibility": 200}


@pytest.fixture(scope="module")
def book() -> Handbook:
    return read(ROOT)


def test_the_catalogue_is_complete_in_both_languages(book: Handbook) -> None:
    assert list(book.facts.roles) == [*ROLES]
    assert list(book.facts.responsibilities) == [*RESPONSIBILITIES]
    paths = {entry.page for entry in book.facts.entries} | {f"{guide}.md" for guide in GUIDES}
    for language in LANGUAGES:
        assert {page.path for page in book.in_language(language.code)} == paths


def test_facts_are_whole(book: Handbook) -> None:
    facts = book.facts
    assert (len(facts.exchanges), len(facts.questions), len(facts.terms)) == (28, 30, 60)
    for language in LANGUAGES:
        glossary = book.page(language.code, "glossary.md")
        assert glossary is not None
        assert set(facts.terms) <= glossary.anchors


@pytest.mark.parametrize("language", ["sr", "en"])
def test_pages_say_enough_besides_their_generated_parts(book: Handbook, language: str) -> None:
    short = {}
    for source in book.in_language(language):
        text = (ROOT / source.source).read_text("utf-8").split("---\n", 2)[-1]
        words = sum(any(sign.isalpha() for sign in word) for word in text.split())
        if words < WORDS.get(source.kind, 0):
            short[source.path] = words
    assert short == {}


def test_every_exchange_between_the_teams_is_a_link_both_ways_in_both_languages(
    book: Handbook, real_build: Path
) -> None:
    crossing = [exchange for exchange in book.facts.exchanges.values() if crosses(book.facts, exchange)]
    assert len(crossing) > 10
    for exchange in crossing:
        first, second = (book.facts.roles[role].page for role in exchange.between)
        for language in ("sr", "en"):
            for here, there in ((first, second), (second, first)):
                assert page(real_build, there, language).path in page(real_build, here, language).targets()


def test_there_is_no_form_editor_unless_a_firm_turns_it_on(real_build: Path) -> None:
    assert not (real_build / "admin").exists()


def test_html_lang_is_right_everywhere(real_build: Path) -> None:
    for built in pages(real_build):
        assert built.language == ("en" if built.path.startswith("en/") else "sr"), built.path


def test_no_link_and_no_anchor_is_broken(real_build: Path) -> None:
    everything = {built.path: built for built in pages(real_build)}
    broken = []
    for built in everything.values():
        if not built.path.endswith("404.html"):  # its links begin at the site's address
            for path, anchor in built.inner():
                target = everything.get(path)
                if not (real_build / path).exists() or (anchor and target and anchor not in target.ids):
                    broken.append((built.path, path, anchor))
    assert broken == []


def test_nothing_is_asked_of_a_third_party(real_build: Path) -> None:
    asked = "//link[@rel!='canonical'][@rel!='alternate'][@rel!='prev'][@rel!='next']/@href | //@src"
    for built in pages(real_build):
        outside = [address for address in built.tree.xpath(asked) if "//" in address]
        assert outside == [], built.path
    for style in real_build.rglob("*.css"):
        assert "url(http" not in style.read_text("utf-8").replace('"', "")


def test_the_pencil_opens_the_page_in_the_reader_s_language(real_build: Path) -> None:
    for language in ("sr", "en"):
        (pencil,) = page(real_build, "ask.md", language).tree.xpath("//a[@rel='edit']/@href")
        assert pencil == f"https://git.example/team/book/edit/main/docs/{language}/ask.md"


def test_navigation_is_in_the_reader_s_language(real_build: Path) -> None:
    tabs = "//nav[contains(@class, 'md-tabs')]//a"
    assert page(real_build, "index.md").text(tabs) == "Почетак Продаја Маркетинг Заједно Ко је ко О приручнику"
    assert page(real_build, "index.md", "en").text(tabs) == "Start Sales Marketing Together Who is who About"


def test_the_card_says_where_a_role_stands(real_build: Path) -> None:
    card = page(real_build, "sales/roles/sales-manager.md").text("//*[@class='handbook-card']")
    assert "Женски облик Менаџерка продаје" in card
    assert "Руководилац Власник или директор предузећа" in card


def test_the_site_map_knows_both_languages(real_build: Path) -> None:
    text = (real_build / "sitemap.xml").read_text("utf-8")
    assert "<loc>https://handbook.example/team/en/sales/roles/sales-manager/</loc>" in text
    assert "<loc>https://handbook.example/team/sales/roles/sales-manager/</loc>" in text


def test_both_404_pages_exist(real_build: Path) -> None:
    for path in ("404.html", "en/404.html"):
        lost = Built(real_build, path)
        for target in lost.tree.xpath("//article//a/@href"):
            inside = target.removeprefix("/team/")
            assert (real_build / inside / "index.html").exists(), target


def test_the_map_in_the_readme_matches_the_tree() -> None:
    readme = (ROOT / "README.md").read_text("utf-8")
    drawn = readme.split("## Map\n\n```\n")[1].split("```")[0]
    named = {word for line in drawn.splitlines() for word in line.split("   ")[0].split()}
    listed = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True)
    tracked = listed.stdout.splitlines()
    for place in named:
        assert any(file.startswith(place) for file in tracked), place
    tops = {file.split("/")[0] for file in tracked if "/" in file}
    assert tops <= {place.split("/")[0] for place in named}


def test_every_rule_stands_in_the_manual_in_both_languages(book: Handbook) -> None:
    both = {*map(rule_id, PARITY_RULES), "waiver"}
    others = (
        {*map(rule_id, FACTS_RULES + PAGE_RULES)} | {"facts-syntax", "unknown-key", "encoding", "path", "todo"}
    ) - both
    for language in LANGUAGES:
        manual = book.page(language.code, "about/translation.md")
        assert manual is not None
        assert both <= manual.anchors
        editing = (ROOT / f"docs/{language.code}/about/editing.md").read_text("utf-8")
        assert [rule for rule in others if f"| `{rule}` |" not in editing] == []
