"""Values as Serbian and English write them: what is equal in another spelling, and what is not."""

import pytest

from handbook.model.handbook import Handbook
from handbook.reading.load import read
from one_page import changed, findings, pair
from trees import SMALLEST

EQUAL = (
    ("педесетак купаца", "some fifty customers"),
    ("петнаестак минута", "about 15 minutes"),
    ("крајем трећег квартала", "at the end of Q3"),
    ("у 9.30", "at 9:30"),
    ("у 18.00 h", "at 6 pm"),
    ("24.12.", "24 December"),
    ("24. 12. у подне", "24 December at noon"),
    ("24. децембра 2026.", "24 December 2026"),
    ("5. март", "5 Mar"),
    ("у мају", "during May"),
    ("6 000 000 RSD", "6,000,000 RSD"),
    ("6\u00a0000 комада", "6,000 pieces"),
    ("1.500,00", "1,500"),
    ("2,5", "2.50"),
    ("петнаест дана", "15 days"),
    ("тридесет пет", "35"),
    ("двадесет и пет", "twenty-five"),
    ("двадесет пети дан", "the twenty-fifth day"),
    ("сто", "100"),
    ("триста четрдесет пет", "three hundred and forty-five"),
    ("две хиљаде", "2,000"),
    ("два милиона", "2 million"),
    ("2,5 милиона", "2,500,000"),
    ("четворо", "4"),
    ("петорица", "five"),
    ("трипут", "3 times"),
    ("трећина", "a third"),
    ("III квартал", "Q3"),
    ("четврти квартал", "Q4"),
    ("двадесет одсто", "20%"),
    ("20 %", "twenty percent"),
    ("десетопроцентни попуст", "a 10% discount"),
    ("12 h", "noon"),
    ("24.00", "midnight"),
    ("пола десет", "half past nine"),
    ("пола десет", "9:30"),
    ("пола сата", "30 minutes"),
    ("пола сата", "half an hour"),
    ("разговор од пола сата", "a half-hour call"),
    ("четврт сата", "15 minutes"),
    ("четврт сата", "a quarter of an hour"),
    ("у девет и петнаест", "at 9:15"),
    ("у девет и петнаест", "at nine fifteen"),
    ("у девет и четврт", "at quarter past nine"),
    ("у десет и четрдесет пет", "at 10:45"),
    ("између девет и петнаест дана", "between 9 and 15 days"),
    ("у девет и петнаест градова", "in nine and fifteen cities"),
    ("тридесетодневни рок", "a 30-day limit"),
    ("тродневна обука", "three-day training"),
    ("двадесетчетворочасовна служба", "a 24-hour service"),
    ("четрдесетпетоминутни састанак", "a 45-minute meeting"),
    ("свакодневни позиви", "daily calls"),
    ("до понедељника", "by Monday"),
    ("дан и по", "1.5 days"),
    ("деведесетих", "the 1990s"),
    ("1990-их", "the 1990s"),
    ("60 s", "60s"),
    ("Мај доноси попуст", "May brings a discount"),
    ("у девет и по", "at half past nine"),
    ("у девет и по", "at 9:30"),
    ("за девет и по сати", "in 9.5 hours"),
    ("почетак мај, током маја", "start in May. During May"),
    ("6 милиона евра", "6m euros"),
    ("2,5 милиона", "€2.5m"),
    ("6 m", "6m"),
    ("III кв.", "Q3"),
    ("60 m²", "60 m²"),
    ("3x брже", "3x faster"),
    ("011/123-45-67", "+381 11 123 45 67"),
    ("https://example.com/sr/cene", "https://example.com/en/cene"),
    ("два или три", "two or 3"),
)
DIFFERENT = (
    ("пет", "four"),
    ("двадесет пет", "twenty-six"),
    ("петорица", "6"),
    ("у 9.30", "at 9:40"),
    ("24.12.", "25 December"),
    ("6 000 000 RSD", "6,000 RSD"),
    ("1.500,50", "1,500"),
    ("III квартал", "Q2"),
    ("двадесет одсто", "30%"),
    ("две хиљаде", "3,000"),
    ("пола десет", "half past ten"),
    ("пола сата", "20 minutes"),
    ("пола сата", "a quarter of an hour"),
    ("у девет и петнаест", "at 9:20"),
    ("у девет и по", "at half past ten"),
    ("6 милиона евра", "7m euros"),
    ("тридесетодневни рок", "a 60-day limit"),
    ("двадесетчетворочасовна служба", "a 48-hour service"),
    ("деведесетих", "the 1980s"),
    ("1890-их", "the 1990s"),
    ("60 s", "70s"),
    ("011/123-45-67", "+381 21 123 45 67"),
    ("десетопроцентни попуст", "a 15% discount"),
)
PAGE = "sales/roles/seller.md"


@pytest.fixture(scope="module")
def seller() -> Handbook:
    """The smallest handbook with one page in both languages."""
    return pair(read(SMALLEST), PAGE)


def value_findings(book: Handbook, serbian: str, english: str) -> list[str]:
    """What is said of the values when these words stand in the same section of the two languages."""
    for code, old, new in (("sr", "Текст.", serbian), ("en", "Text.", english)):
        text = (SMALLEST / f"docs/{code}/{PAGE}").read_text("utf-8").replace(old, f"{old} {new}.", 1)
        book = changed(book, code, PAGE, text.split("\n"))
    return [finding.rule for finding in findings(book) if finding.rule in ("numbers", "contacts")]


@pytest.mark.parametrize(("serbian", "english"), EQUAL)
def test_values_are_equal_in_another_spelling(seller: Handbook, serbian: str, english: str) -> None:
    assert not value_findings(seller, serbian, english)


@pytest.mark.parametrize(("serbian", "english"), DIFFERENT)
def test_values_that_differ_are_found(seller: Handbook, serbian: str, english: str) -> None:
    assert value_findings(seller, serbian, english)
