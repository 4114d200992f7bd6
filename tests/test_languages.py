"""The languages of a handbook are data: German takes the place of English without a change of code."""

import json
import re
import shutil
from collections.abc import Iterator
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.pofile import write_po
from playwright.sync_api import Browser

from browser import ask, open_search, served
from handbook.checks.runner import check
from handbook.languages import catalogues
from handbook.languages.language import Edition, Language
from handbook.languages.messages import msg
from handbook.languages.number_words import NumberWords
from handbook.languages.registry import KNOWN
from handbook.languages.value_patterns import common_patterns, plain_patterns
from handbook.reading.load import read
from pages import Built, page
from sites import build, handbook
from trees import settings

MONTHS = (
    "Januar",
    "Februar",
    "März",
    "April",
    "Mai",
    "Juni",
    "Juli",
    "August",
    "September",
    "Oktober",
    "November",
    "Dezember",
)
GERMAN = Language(
    code="de",
    name="Deutsch",
    label=msg("German"),
    in_label=msg("in German"),
    letters="A-Za-zÄÖÜäöüß",
    stem=str.lower,
    date=lambda day: f"{day.day}. {MONTHS[day.month - 1]} {day.year}",
    sort_key=str.casefold,
    value_patterns=(*common_patterns({"€": "EUR"}, "%", ".", ","), *plain_patterns(".", ",")),
    decimal=",",
    numbers=NumberWords(
        values={"eins": 1, "zwei": 2, "drei": 3},
        multipliers={"hundert": 100},
        joint="und",
        loose={},
        percent=re.compile(" Prozent"),
        half=re.compile("einhalb"),
    ),
    search={
        "fold": {},
        "alike": (),
        "yat": (),
        "firm": {},
        "endings": (),
        "alternations": (),
        "shortest": 3,
        "stop": (),
    },
    editions=(Edition("de", "handbook-de", "Das Handbuch als PDF", str.casefold),),
)  # a record as a contributor would write it, with as much as a test needs
CATALOGUE = {
    "Accountable for the outcome": "Verantwortet das Ergebnis",
    "The handbook is in order.": "Alles in Ordnung.",
}
PAGES = {
    "Sell goods": "Waren verkaufen",
    "Promote goods": "Waren bewerben",
    "Seller": "Verkäufer",
    "Promoter": "Werber",
    "Section": "Abschnitt",
    "# Start": "# Anfang",
}


@pytest.fixture
def german(smallest: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The smallest handbook in Serbian and German: a record, a catalogue, and `docs/de/`."""
    monkeypatch.setitem(KNOWN, "de", GERMAN)
    locale = shutil.copytree(catalogues.LOCALE, tmp_path / "locale")
    write_catalogue(locale / "de/LC_MESSAGES/handbook.po")
    monkeypatch.setattr(catalogues, "LOCALE", locale)
    catalogues.catalogue.cache_clear()
    translate(smallest)
    yield smallest
    catalogues.catalogue.cache_clear()


def write_catalogue(file: Path) -> None:
    catalogue = Catalog(locale="de")
    for english, text in CATALOGUE.items():
        catalogue.add(english, text)
    file.parent.mkdir(parents=True)
    with file.open("wb") as output:
        write_po(output, catalogue)


def translate(home: Path) -> None:
    """Put German in the place of English: pages, phrases of the facts, settings, locks."""
    (home / "docs/en").rename(home / "docs/de")
    for file in (home / "docs/de").rglob("*.md"):
        text = file.read_text("utf-8")
        for english, other in PAGES.items():
            text = text.replace(english, other)
        file.write_text(text, "utf-8")
    for file in (home / "facts").glob("*.yml"):
        file.write_text(re.sub(r"\ben:", "de:", file.read_text("utf-8")), "utf-8")
    with settings(home) as changed:
        changed["plugins"][1]["i18n"]["languages"][1] |= {"locale": "de", "name": "Deutsch"}
    shutil.rmtree(home / "parity")
    assert handbook(home, "seed", "--all").returncode == 0


def test_it_is_checked(german: Path) -> None:
    assert check(read(german), date(2026, 11, 24)) == []
    (german / "docs/de/sales/roles/seller.md").unlink()
    assert "docs/de/sales/roles/seller.md was expected" in handbook(german, "check").stdout


def test_a_key_of_another_language_is_unknown_in_the_facts(german: Path) -> None:
    teams = german / "facts/teams.yml"
    teams.write_text(teams.read_text("utf-8").replace("de: Sales", "en: Sales"), "utf-8")
    (finding,) = [finding for finding in check(read(german), date(2026, 11, 24)) if finding.rule == "unknown-key"]
    assert str(finding.fix) == "Known keys: sr, de."


def test_it_is_built_and_searchable(german: Path, browser: Browser) -> None:
    built = build(german, german / "site")
    assert (built.returncode, built.stderr) == (0, "")
    seller = page(german / "site", "sales/roles/seller.md", "de")
    assert seller.language == "de"
    assert "Verantwortet das Ergebnis" in seller.text()
    assert "de/marketing/roles/promoter/index.html" in seller.targets()
    index = json.loads((german / "site/de/search/search_index.json").read_text("utf-8"))
    assert any(doc["title"] == "Verkäufer" for doc in index["docs"])
    assert (german / "site/de/search/engine.js").exists()
    assert Built(german / "site", "de/404.html").tree.xpath("//article//section/@lang") == ["de", "sr"]
    with served(german / "site") as address, closing(browser.new_page()) as shown:
        open_search(shown, f"{address}/de/")
        assert ask(shown, "Verkäufer")[0].startswith(f"{address}/de/sales/roles/seller/")
