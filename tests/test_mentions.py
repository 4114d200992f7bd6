"""Mentions: found in any grammatical case, the longest first, and linked where the core predicted."""

from pathlib import Path

import pytest

from handbook.crosslinks.lexicons import lexicon
from handbook.crosslinks.mentions import find
from handbook.languages.registry import language
from handbook.model.document import Outline, Run
from handbook.model.handbook import Handbook
from handbook.model.page import FrontMatter, Page
from handbook.pages.backlinks import FEWEST, backlinks
from handbook.pages.context import PageContext
from handbook.pages.index import linked_paths
from handbook.reading.load import read
from handbook.reading.markdown import outline
from pages import page as built_page
from trees import CODES, ROOT

SELLER = "sales/roles/seller.md"
MANAGER = "sales/roles/manager.md"
DESIGNER = "marketing/roles/designer.md"
LINKS = "//a[@class='handbook-mention' or @class='handbook-term']"


@pytest.fixture(scope="module")
def book(example_copy: Path) -> Handbook:
    return read(example_copy)


def mentions(
    book: Handbook, *texts: str, language: str = "sr", path: str = "ask.md", plain: tuple[str, ...] = ()
) -> list[tuple[str, str]]:
    """What is marked in texts, as (words, where they lead); each text is a section of its own."""
    page = Page(language, path, Outline(), FrontMatter(plain=plain))
    runs = [Run(text, str(number)) for number, text in enumerate(texts)]
    return [
        (runs[index].text[mention.start : mention.end], mention.target)
        for index, mention in find(runs, lexicon(book, language), page)
    ]


@pytest.mark.parametrize(
    ("text", "words", "target"),
    [
        ("Јавите се шефу продаје.", "шефу продаје", MANAGER),
        ("Разговарајте са шефицом продаје.", "шефицом продаје", MANAGER),
        ("Дајте то дизајнерима.", "дизајнерима", DESIGNER),
        ("Питајте директоре радње.", "директоре радње", MANAGER),
        ("Послушајте продавца у радњи.", "продавца у радњи", SELLER),
        ("Она је промотерка.", "промотерка", "marketing/roles/promoter.md"),
        ("Бавимо се одређивањем цена.", "одређивањем цена", "sales/responsibilities/pricing.md"),
        ("Лист стоји у CRM-у.", "CRM-у", "glossary.md#crm"),
        ("Нађите га у записима о купцима.", "записима о купцима", "glossary.md#crm"),
    ],
)
def test_a_name_is_found_in_any_case(book: Handbook, text: str, words: str, target: str) -> None:
    assert mentions(book, text) == [(words, target)]


def test_english_names_are_found_in_the_plural_and_the_possessive(book: Handbook) -> None:
    assert mentions(book, "Ask the shop directors.", "The shop director’s goal.", language="en") == [
        ("shop directors", MANAGER),
        ("shop director’s", MANAGER),
    ]


def test_a_page_is_linked_once_a_section_and_a_term_once_a_page(book: Handbook) -> None:
    text = "Шеф продаје и шеф продаје читају упит."
    assert mentions(book, text, text) == [
        ("Шеф продаје", MANAGER),
        ("упит", "glossary.md#lead"),
        ("Шеф продаје", MANAGER),
    ]


def test_in_tables_and_in_bold_every_name_is_a_link(book: Handbook) -> None:
    """Rows are read on their own, and of two bold names side by side both are links or neither is."""
    text = "**Шеф продаје и шеф продаје** чекају.\n\n| Ко |\n|---|\n| Шеф продаје |\n| Шеф продаје |\n"
    found = find(outline(text).runs, lexicon(book, "sr"), Page("sr", "ask.md", Outline(), FrontMatter()))
    assert [mention.target for _, mention in found] == [MANAGER] * 4


def test_the_longest_name_wins(example: Path) -> None:
    page = example / "docs/sr" / DESIGNER
    page.write_text(page.read_text("utf-8").replace("\n---\n", "\naliases: [дизајнер промоције]\n---\n", 1), "utf-8")
    assert mentions(read(example), "Ово ради дизајнер промоције.") == [("дизајнер промоције", DESIGNER)]


def test_a_page_never_links_to_itself(book: Handbook) -> None:
    assert mentions(book, "Шеф продаје одлучује.", path=MANAGER) == []


def test_the_author_can_keep_a_name_plain(book: Handbook) -> None:
    assert mentions(book, "Шефу продаје треба рећи.", plain=("шеф продаје",)) == []


def test_a_part_of_a_name_is_not_marked(book: Handbook) -> None:
    assert mentions(book, "Купац је у радњи питао директора за цену, а шефа за продају.") == []


def test_a_name_across_a_comma_is_no_name(book: Handbook) -> None:
    assert mentions(book, "Дошао је шеф, продаје кола.") == []


@pytest.mark.parametrize(
    "forms",
    [
        "купац купца купцу купцем купци купаца купцима",
        "задатак задатка задаци задатака задацима",
        "обилазак обиласка обиласци",
        "руководилац руководиоца руководиоци руководилаца",
        "доследност доследности доследношћу",
        "менаџер менаџера menadžerima menadzeru",
        "вођа вође вођи vođom vodjom",
        "посао посла послу послови",
        "стратег стратега стратези",
        "улоговати улогујем улогује улоговао улоговала",
        "CRM CRM-а crm",
    ],
)
def test_the_forms_of_a_word_have_one_stem(forms: str) -> None:
    assert len({language("sr").stem(form) for form in forms.split()}) == 1


@pytest.mark.parametrize(
    ("word", "other"), [("стратег", "стратегија"), ("продаја", "продавац"), ("план", "пленум"), ("улога", "улогујем")]
)
def test_different_words_have_different_stems(word: str, other: str) -> None:
    assert language("sr").stem(word) != language("sr").stem(other)


def assert_links_are_as_predicted(book: Handbook, site: Path, language: str) -> None:
    """Every page of a site links exactly the mentions that the core finds in its source, in order."""
    names = lexicon(book, language)
    for source in book.in_language(language):
        built = built_page(site, source.path, language)
        targets = [path for link in built.tree.xpath(LINKS) for path, _ in built.inner_of(link)]
        predicted = [mention.target.partition("#")[0] for _, mention in find(source.outline.runs, names, source)]
        assert targets == [built_page(site, path, language).path for path in predicted], source.path


@pytest.mark.parametrize("language", CODES)
def test_the_built_pages_carry_the_links_the_core_predicted(book: Handbook, example_site: Path, language: str) -> None:
    assert_links_are_as_predicted(book, example_site, language)


@pytest.mark.long
@pytest.mark.parametrize("language", CODES)
def test_the_real_pages_carry_the_links_the_core_predicted(real_site: Path, language: str) -> None:
    assert_links_are_as_predicted(read(ROOT), real_site, language)


def test_a_term_carries_its_definition(example_site: Path) -> None:
    meetings = built_page(example_site, "together/meetings.md", "en")
    (crm,) = [link for link in meetings.tree.xpath("//a[@class='handbook-term']") if link.text == "CRM"]
    assert crm.get("title") == "A program with a record of every customer."


def test_a_page_that_is_mentioned_carries_none(example_site: Path) -> None:
    meetings = built_page(example_site, "together/meetings.md")
    links = {path: link.get("title") for link in meetings.tree.xpath(LINKS) for path, _ in meetings.inner_of(link)}
    assert {path for path, title in links.items() if title} == {"glossary/index.html"}
    assert {path for path, title in links.items() if not title} == {
        "sales/roles/manager/index.html",
        "marketing/roles/promoter/index.html",
    }


def test_backlinks_say_who_mentions_a_page_and_stay_out_of_search(book: Handbook, example_site: Path) -> None:
    names = lexicon(book, "sr")
    mentioning = tuple(page for page in book.in_language("sr") if SELLER in linked_paths(page, names))
    few = backlinks(PageContext(book, "sr", SELLER), mentioning[: FEWEST - 1])
    assert [*few] == []
    (foot,) = backlinks(PageContext(book, "sr", SELLER), mentioning * FEWEST)
    assert f"· {FEWEST * len(mentioning)}" in str(foot)
    assert all(page.title in str(foot) for page in mentioning)
    assert "Где се помиње" not in (example_site / "search/search_index.json").read_text("utf-8")
