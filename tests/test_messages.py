"""Messages and their Serbian: the same gaps, one script, the quotation marks of the language, nothing left in English."""

import re
from collections.abc import Iterator
from string import Formatter

import pytest
from babel.messages.pofile import read_po

from handbook.languages.catalogues import LOCALE
from handbook.languages.messages import Message, msg, plural, quoted
from handbook.model.errors import HandbookError
from handbook.model.finding import Finding, Place

GAP = re.compile(r"\{[^{}]*\}")
QUOTED = re.compile("„[^“]*“")
TECHNICAL = re.compile(
    r"[A-Z]+[-+]?[0-9A-F]*|--[a-z-]+|\S*/\S*|Tab|UTF-8|true|false|\S+\.(json|csv)|PDF|CRM|RACI|Git|HANDBOOK_[A-Z]+=1"
)
"""What stays as it is in every language: acronyms, options, paths, values, keys of the keyboard, a program."""


def entries() -> Iterator[tuple[str, str]]:
    """Every English text of the catalogue with its Serbian; of several forms, each Serbian one with the plural."""
    with (LOCALE / "sr/LC_MESSAGES/handbook.po").open("rb") as file:
        for entry in read_po(file, locale="sr"):
            if entry.pluralizable:
                yield from ((entry.id[1], text) for text in entry.string or ())
            elif entry.id:
                yield str(entry.id), str(entry.string)


ENTRIES = [*entries()]


def gaps(template: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(template) if name}


def plain(template: str) -> str:
    """A Serbian text without its gaps, its literal braces, its markers and what it quotes."""
    text = re.sub("<!--.*?-->", "", template)
    return QUOTED.sub("", GAP.sub("", text.replace("{{", "").replace("}}", "")))


def test_a_translation_has_no_gap_that_its_message_does_not_fill() -> None:
    filled_beside = {"in_language"}  # given where the English names the language in another form
    assert [(en, sr) for en, sr in ENTRIES if gaps(sr) - gaps(en) - filled_beside] == []


def test_no_translation_contains_an_english_word() -> None:
    words = [(word, text) for _, text in ENTRIES for word in plain(text).split() if re.search("[A-Za-z]", word)]
    assert words, "acronyms and options are there: the search finds Latin letters"
    assert [(word, text) for word, text in words if not TECHNICAL.fullmatch(word.strip(".,;:()*"))] == []


def test_no_word_mixes_scripts() -> None:
    assert [text for _, text in ENTRIES if re.search("[A-Za-z][А-Яа-яЂ-џ]|[А-Яа-яЂ-џ][A-Za-z]", text)] == []


def test_serbian_quotation_marks_open_low_and_close_high() -> None:
    for _, text in ENTRIES:
        marks = re.findall('[„“”"]', text)
        assert marks == ["„", "“"] * (len(marks) // 2), text


def test_a_message_ends_alike_in_both_languages() -> None:
    assert [en for en, sr in ENTRIES if (en[-1] in ".?") != (sr[-1] in ".?")] == []


@pytest.mark.parametrize(
    ("number", "sr", "en"),
    [
        (0, "0 грешака", "0 errors"),
        (1, "1 грешка", "1 error"),
        (2, "2 грешке", "2 errors"),
        (4, "4 грешке", "4 errors"),
        (5, "5 грешака", "5 errors"),
        (11, "11 грешака", "11 errors"),
        (12, "12 грешака", "12 errors"),
        (14, "14 грешака", "14 errors"),
        (21, "21 грешка", "21 errors"),
        (22, "22 грешке", "22 errors"),
        (101, "101 грешка", "101 errors"),
        (111, "111 грешака", "111 errors"),
        (112, "112 грешака", "112 errors"),
    ],
)
def test_a_noun_agrees_with_its_number(number: int, sr: str, en: str) -> None:
    counted = plural("{number} error", "{number} errors", number=number)
    assert (counted.in_language("sr"), str(counted)) == (sr, en)


def test_a_message_inside_a_message_is_translated_too() -> None:
    waiver = msg("The waiver of {what} gives no reason.", what=msg("“{rule}” on {page}", rule="length", page="ask"))
    assert str(waiver) == "The waiver of “length” on ask gives no reason."
    assert waiver.in_language("sr") == "Одлагање правила „length“ за страницу ask нема разлог."


def test_several_values_are_joined_as_the_language_does() -> None:
    known = msg("Use one of: {known:or}.", known=("a", "b", "c"))
    assert (str(known), known.in_language("sr")) == ("Use one of: a, b or c.", "Упишите једно од овога: a, b или c.")
    assert [text.in_language("sr") for text in quoted(["a", "b"])] == ["„a“", "„b“"]


def test_values_are_inserted_as_they_are_whatever_braces_they_contain() -> None:
    assert str(msg("Write “{name}”.", name="{0} {name} {{ #x }}")) == "Write “{0} {name} {{ #x }}”."


def test_a_message_without_a_translation_stays_english() -> None:
    assert Message("Only {here}.", (("here", 1),)).in_language("sr") == "Only 1."


def test_a_finding_is_one_value_and_a_whole_line_in_each_language() -> None:
    one, same = (
        Finding(Place("docs/sr/a.md", 4), "x", msg("The page is empty."), msg("Write its text."), "warning")
        for _ in range(2)
    )
    assert len({one, same}) == 1
    assert one.in_language("en") == str(one) == "docs/sr/a.md:4: warning: The page is empty. Write its text. [x]"
    assert one.in_language("sr") == "docs/sr/a.md:4: упозорење: Страница је празна. Напишите његов текст. [x]"


def test_an_error_has_all_its_sentences_in_each_language() -> None:
    error = HandbookError(msg("Nothing was written."), msg("This line cannot be read."))
    assert str(error) == "Nothing was written.\nThis line cannot be read."
    assert error.in_language("sr") == "Ништа није уписано.\nОвај ред не може да се прочита."
