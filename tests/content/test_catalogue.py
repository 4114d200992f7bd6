"""The content that is published is whole: every entry of `facts/` has its pages, every page enough text, every link a target."""

from pathlib import Path

import pytest

from handbook.checks.runner import FACTS_RULES, PAGE_RULES, PARITY_RULES, rule_id
from handbook.crosslinks.relations import crosses
from handbook.model.handbook import Handbook
from pages import Built, dead_links, page, pages
from trees import CODES

WORDS = {"role": 100, "responsibility": 100}
"""How many words a page of a kind has at least, besides its generated parts."""


def test_every_entry_of_the_facts_has_a_page_in_both_languages(content: Handbook) -> None:
    entries = {entry.page for entry in content.facts.entries} | set(content.facts.guides)
    for code in CODES:
        assert {page.path for page in content.in_language(code)} == entries


def test_every_term_is_explained_in_both_languages(content: Handbook) -> None:
    for code in CODES:
        glossary = content.page(code, "glossary.md")
        assert glossary is not None
        assert set(content.facts.terms) <= glossary.anchors


@pytest.mark.parametrize("code", CODES)
def test_pages_say_enough_besides_their_generated_parts(content: Handbook, code: str) -> None:
    short = {}
    for source in content.in_language(code):
        text = (content.root / source.source).read_text("utf-8").split("---\n", 2)[-1]
        words = sum(any(character.isalpha() for character in word) for word in text.split())
        if words < WORDS.get(source.kind, 0) and not content.facts.is_draft(source.path):
            short[source.path] = words
    assert short == {}


def test_every_exchange_between_teams_is_a_link_in_both_directions_and_languages(
    content: Handbook, content_site: Path
) -> None:
    crossing = [exchange for exchange in content.facts.exchanges.values() if crosses(content.facts, exchange)]
    assert crossing
    for exchange in crossing:
        first, second = (content.facts.roles[role].page for role in exchange.between)
        for code in CODES:
            for here, there in ((first, second), (second, first)):
                assert page(content_site, there, code).path in page(content_site, here, code).targets()


def test_html_lang_is_right_everywhere(content_site: Path) -> None:
    for built in pages(content_site):
        assert built.language == ("en" if built.path.startswith("en/") else "sr"), built.path


def test_no_link_and_no_anchor_is_broken(content_site: Path) -> None:
    assert dead_links(content_site) == []


def test_nothing_is_asked_of_a_third_party(content_site: Path) -> None:
    requested = "//link[@rel!='canonical'][@rel!='alternate'][@rel!='prev'][@rel!='next']/@href | //@src"
    for built in pages(content_site):
        outside = [address for address in built.tree.xpath(requested) if "//" in address]
        assert outside == [], built.path
    for style in content_site.rglob("*.css"):
        assert "url(http" not in style.read_text("utf-8").replace('"', "")


def test_navigation_is_in_the_language_of_the_page(content: Handbook, content_site: Path) -> None:
    tabs = "//nav[contains(@class, 'md-tabs')]//a"
    titles = {(title.language, title.text) for title in content.titles}
    for code in CODES:
        shown = [" ".join(tab.text_content().split()) for tab in page(content_site, "index.md", code).tree.xpath(tabs)]
        assert shown
        assert all((code, text) in titles for text in shown), shown


def test_the_site_map_lists_every_page(content: Handbook, content_site: Path) -> None:
    text = (content_site / "sitemap.xml").read_text("utf-8")
    for code in CODES:
        for source in content.in_language(code):
            path = page(content_site, source.path, code).path.removesuffix("index.html")
            assert f"/{path}</loc>" in text or not path


def test_the_404_pages_lead_to_pages(content_site: Path) -> None:
    for path in ("404.html", "en/404.html"):
        for target in Built(content_site, path).tree.xpath("//article//a/@href"):
            inside = target.removeprefix("/team/")
            assert (content_site / inside / "index.html").exists(), target


def test_every_rule_is_in_the_manual_in_both_languages(content: Handbook) -> None:
    compared = {*map(rule_id, PARITY_RULES), "waiver"}
    others = {*map(rule_id, FACTS_RULES + PAGE_RULES)} | {"facts-syntax", "unknown-key", "encoding", "path", "todo"}
    for code in CODES:
        manual = content.page(code, "about/translation.md")
        assert manual is not None
        assert compared <= manual.anchors
        editing = (content.root / f"docs/{code}/about/editing.md").read_text("utf-8")
        assert [rule for rule in others - compared if f"| `{rule}` |" not in editing] == []
