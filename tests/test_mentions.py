"""Mentions: found in any grammatical case, the longest first, and linked where the core predicted."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from conftest import ROOT
from handbook.crosslinks.mentions import find, lexicon
from handbook.languages.registry import STEMS
from handbook.model.document import Outline, Run
from handbook.model.handbook import Handbook
from handbook.model.page import FrontMatter, Page
from handbook.pages.index import linked_paths
from handbook.reading.load import read
from pages import page as built_page

Find = Callable[..., list[tuple[str, str]]]


@pytest.fixture(scope="module")
def book() -> Handbook:
    return read(ROOT)


@pytest.fixture
def mentioned(book: Handbook) -> Find:
    """What is marked in texts, as (words, where they lead); each text is a section of its own."""

    def found(
        *texts: str, language: str = "sr", path: str = "ask.md", plain: tuple[str, ...] = ()
    ) -> list[tuple[str, str]]:
        here = Page(language, path, Outline(), FrontMatter(plain=plain))
        runs = [Run(text, str(number)) for number, text in enumerate(texts)]
        return [(runs[index].text[one.start : one.end], one.target)
                for index, one in find(runs, lexicon(book, language), here)]  # fmt: skip

    return found


MANAGER = "sales/roles/sales-manager.md"


@pytest.mark.parametrize(
    ("text", "words", "target"),
    [
        ("Јавите се менаџеру продаје.", "менаџеру продаје", MANAGER),
        ("Разговарајте са менаџерком продаје.", "менаџерком продаје", MANAGER),
        ("Дајте то комерцијалистима.", "комерцијалистима", "sales/roles/account-executive.md"),
        (
            "Питајте сараднике за развој продаје.",
            "сараднике за развој продаје",
            "sales/roles/sales-development-representative.md",
        ),
        (
            "Она је руководитељка маркетинга за територију.",
            "руководитељка маркетинга за територију",
            "marketing/roles/marketing-executive.md",
        ),
        ("Бавимо се израдом кампања.", "израдом кампања", "marketing/responsibilities/campaigns.md"),
        ("Лист стоји у CRM-у.", "CRM-у", "sales/responsibilities/tools-and-crm.md"),
    ],
)
def test_a_name_is_found_in_any_case(mentioned: Find, text: str, words: str, target: str) -> None:
    assert mentioned(text) == [(words, target)]


def test_english_names_are_found_in_the_plural_and_the_possessive(mentioned: Find) -> None:
    assert mentioned("Ask the sales managers.", "The sales manager’s goal.", language="en") == [
        ("sales managers", MANAGER),
        ("sales manager’s", MANAGER),
    ]


def test_a_page_is_linked_once_a_section_and_a_term_once_a_page(mentioned: Find) -> None:
    text = "Менаџер продаје и менаџер продаје гледају стопу освајања."
    assert mentioned(text, text) == [
        ("Менаџер продаје", MANAGER),
        ("стопу освајања", "glossary.md#win-rate"),
        ("Менаџер продаје", MANAGER),
    ]


def test_the_longest_name_wins(mentioned: Find) -> None:
    assert mentioned("Ово ради специјалиста за имејл маркетинг.") == [
        ("специјалиста за имејл маркетинг", "marketing/roles/email-marketing-specialist.md")
    ]


def test_a_page_never_links_to_itself(mentioned: Find) -> None:
    assert mentioned("Менаџер продаје одлучује.", path=MANAGER) == []


def test_the_author_can_keep_a_name_plain(mentioned: Find) -> None:
    assert mentioned("Менаџеру продаје треба рећи.", plain=("менаџер продаје",)) == []


def test_everyday_words_are_not_marked(mentioned: Find) -> None:
    assert mentioned("Купац је добио понуду у кампањи.") == []


def test_a_name_across_a_comma_is_no_name(mentioned: Find) -> None:
    assert mentioned("Дошао је менаџер, продаје кола.") == []


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
        "CRM CRM-а crm",
    ],
)
def test_the_forms_of_a_word_have_one_stem(forms: str) -> None:
    assert len({STEMS["sr"](form) for form in forms.split()}) == 1


@pytest.mark.parametrize(("one", "other"), [("стратег", "стратегија"), ("продаја", "продавац"), ("план", "пленум")])
def test_different_words_have_different_stems(one: str, other: str) -> None:
    assert STEMS["sr"](one) != STEMS["sr"](other)


@pytest.mark.parametrize("language", ["sr", "en"])
def test_the_built_pages_carry_the_links_the_core_predicted(book: Handbook, real_build: Path, language: str) -> None:
    names = lexicon(book, language)
    for source in book.in_language(language):
        built = built_page(real_build, source.path, language)
        links = built.tree.xpath("//a[@class='handbook-mention' or @class='handbook-term']")
        targets = [path for link in links for path, _ in built.inner_of(link)]
        predicted = [one.target.partition("#")[0] for _, one in find(source.outline.runs, names, source)]
        assert targets == [built_page(real_build, path, language).path for path in predicted], source.path


def test_a_term_carries_its_definition(real_build: Path) -> None:
    agreement = built_page(real_build, "together/agreement.md", "en")
    (mql,) = [link for link in agreement.tree.xpath("//a[@class='handbook-term']") if link.text == "MQL"][:1]
    assert mql.get("title") == "A lead that meets the agreed criteria, so marketing hands it to sales."


def test_a_page_that_is_mentioned_carries_none(real_build: Path) -> None:
    manager = built_page(real_build, "sales/roles/sales-manager.md")
    links = manager.tree.xpath("//a[@class='handbook-mention' or @class='handbook-term']")
    defined = {path for link in links if link.get("title") for path, _ in manager.inner_of(link)}
    assert defined == {"glossary/index.html"}


def test_backlinks_say_who_mentions_a_page_and_stay_out_of_search(book: Handbook, real_build: Path) -> None:
    names = lexicon(book, "sr")
    forecast = built_page(real_build, "sales/responsibilities/forecast.md")
    footer = forecast.text("//h2[@id='mentioned-in']/following-sibling::ul")
    mentioning = [one.title for one in book.in_language("sr")
                  if "sales/responsibilities/forecast.md" in linked_paths(one, names) and one.id != "forecast"]  # fmt: skip
    assert mentioning
    assert all(title in footer for title in mentioning)
    assert "Где се помиње" not in (real_build / "search/search_index.json").read_text("utf-8")


def test_the_sample_marked_by_reading_is_found_as_promised() -> None:
    done = subprocess.run([sys.executable, ROOT / "bench/mentions.py"], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout
    assert "on 246 marked mentions" in done.stdout
