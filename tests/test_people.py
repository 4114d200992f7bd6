"""People: wherever a role is the answer, who holds it follows, with links to write and to call."""

import json
from pathlib import Path

import pytest
from lxml import html

from adapting import facts, write_facts
from handbook.crosslinks.people import addresses, name_in
from handbook.model.document import Marker
from handbook.model.facts import Person
from handbook.pages.compose import GeneratedBlocks
from handbook.pages.context import PageContext
from handbook.pages.elements import Heading
from handbook.pages.footer import FooterInput, footer
from handbook.pages.index import page_index
from handbook.publishing.book.letters import transliterate
from handbook.publishing.search import search_index
from handbook.reading.load import read
from test_book import by_name

PEOPLE = {
    "mira": {"name": "Мира Илић", "roles": ["manager", "seller"], "email": "mira@example.com", "phone": "011/12-34"},
    "john": {"name": "Џон Смит", "latin": "John Smith", "roles": ["promoter"], "first_for": ["promoter"]},
    "ana": {"name": "Ана Перић", "roles": ["promoter"], "email": "ana peric@example.com"},
}
MIRA = "Mira Ilić 011/12-34"
ANSWERS = (
    ("ask", "ask.md", f"Seller · {MIRA}"),
    ("who", "sales/responsibilities/pricing.md", f"Accountable for the outcome: Head of sales · {MIRA}"),
    ("card", "sales/responsibilities/pricing.md", f"Head of sales · {MIRA}"),
    ("org-chart", "org-chart.md", f"Head of sales · {MIRA}"),
    ("decision-table", "together/raci.md", f"Head of sales · {MIRA}"),
    ("decisions", "sales/responsibilities/pricing.md", f"Head of sales · {MIRA}"),
    ("joint-meetings", "together/meetings.md", f"Head of sales · {MIRA}"),
    ("agenda", "together/calendar.md", f"Head of sales · {MIRA}"),
    ("measure-table", "together/raci.md", f"Head of sales · {MIRA}"),
    ("raci", "together/raci.md", f": Head of sales · {MIRA}"),
    ("joint-meetings", "together/meetings.md", "Promoter · John Smith, Ana Perić"),
)


@pytest.fixture
def named(example: Path) -> Path:
    """The example with people, and with a decision inside a responsibility."""
    decisions = facts(example, "decisions")
    decisions["quotas"]["responsibility"] = "pricing"
    write_facts(example, "decisions", decisions)
    write_facts(example, "people", PEOPLE)
    return example


def shown(home: Path, marker: str, path: str, code: str = "en") -> html.HtmlElement:
    """A generated part."""
    blocks = GeneratedBlocks(page_index(read(home), code), path).part(Marker(marker, None, 1)) or ()
    return html.fromstring("<div>" + "".join(one for one in blocks if not isinstance(one, Heading)) + "</div>")


@pytest.mark.parametrize(("marker", "path", "text"), ANSWERS)
def test_who_holds_a_role_follows_it(named: Path, marker: str, path: str, text: str) -> None:
    part = shown(named, marker, path)
    assert text in " ".join(part.text_content().split())


def test_a_name_writes_and_a_number_calls(named: Path) -> None:
    links = shown(named, "ask", "ask.md", "sr").xpath("//*[@class='handbook-holder']/a")
    assert [(link.text_content(), link.get("href")) for link in links[:2]] == [
        ("Мира Илић", "mailto:mira@example.com"),
        ("011/12-34", "tel:0111234"),
    ]


@pytest.mark.parametrize("marker", dict.fromkeys(marker for marker, _, _ in ANSWERS))
def test_without_people_nothing_follows(example: Path, marker: str) -> None:
    path = next(path for name, path, _ in ANSWERS if name == marker)
    assert shown(example, marker, path).xpath("//*[@class='handbook-holder' or @title]") == []


def test_the_head_of_a_column_says_who_holds_the_role(named: Path) -> None:
    heads = shown(named, "raci", "together/raci.md").xpath("//thead//th/@title")
    assert "Head of sales · Mira Ilić" in heads


def test_the_picture_of_the_chart_names_people(named: Path) -> None:
    notes = shown(named, "org-chart", "org-chart.md").xpath("//*[local-name()='text'][@class='note']/text()")
    assert {"Mira Ilić", "John Smith, Ana Perić"} <= set(notes)


def test_the_foot_of_a_page_says_who_looks_after_it(named: Path) -> None:
    context = PageContext(read(named), "en", "ask.md")
    found = footer(context, FooterInput(changed=None, address="", repository=None, editing=False))
    assert "mailto:mira@example.com" in found.holders


def test_a_name_is_in_latin_letters_on_english_pages_and_as_written_on_serbian_ones() -> None:
    ana = Person(id="ana", name="Ана Перић", roles=())
    john = Person(id="john", name="Џон Смит", latin="John Smith", roles=())
    assert [name_in(ana, "sr"), name_in(ana, "en")] == ["Ана Перић", "Ana Perić"]
    assert [name_in(john, "sr"), name_in(john, "en")] == ["Џон Смит", "John Smith"]


def test_addresses_are_safe_in_a_link() -> None:
    person = Person(id="x", name="X", roles=(), email='x"?cc=y@example.com', phone="+381 (0)64;ext=1")
    assert [address for address, _ in addresses(person)] == ["mailto:x%22%3Fcc%3Dy@example.com", "tel:+3810641"]


def test_the_latin_book_uses_the_firms_own_form_of_a_name(named: Path) -> None:
    part = transliterate(shown(named, "org-chart", "org-chart.md", "sr"), by_name("handbook-sr-latn"))
    names = part.xpath("//ul//*[@class='handbook-holder']")
    assert "John Smith, Ana Perić" in {name.text_content() for name in names}


def test_search_finds_a_role_by_the_name_of_a_person(named: Path) -> None:
    page = {"location": "en/sales/roles/manager/", "title": "Manager", "text": ""}
    index = json.loads(search_index(read(named), "en", [page]))
    assert "Mira Ilić" in index["docs"][0]["names"]
    assert index["docs"][0]["people"] == [
        ["Mira Ilić", [["mailto:mira@example.com", "mira@example.com"], ["tel:0111234", "011/12-34"]]]
    ]
