"""What the core knows of Serbian: the alphabet's own order, and plain letters."""

import pytest

from handbook.languages.english.stop_words import STOP_WORDS
from handbook.languages.serbian import SERBIAN, alphabetical, plain_latin


def test_the_alphabet_has_its_own_order() -> None:
    words = ["шема", "ђак", "ефикасност", "љубав", "лист", "њива", "ново", "џак", "чек", "да"]
    assert sorted(words, key=alphabetical) == [
        "да",
        "ђак",
        "ефикасност",
        "лист",
        "љубав",
        "ново",
        "њива",
        "чек",
        "џак",
        "шема",
    ]


def test_latin_words_come_after_cyrillic_ones() -> None:
    assert sorted(["AE", "шема", "CRM", "аутор"], key=alphabetical) == ["аутор", "шема", "AE", "CRM"]


def test_a_shorter_word_and_a_space_come_first() -> None:
    names = ["продаја", "продаја робе", "продавац", "продајни"]
    assert sorted(names, key=alphabetical) == ["продавац", "продаја", "продаја робе", "продајни"]


def test_plain_letters() -> None:
    assert plain_latin("Џак и Љиљана чешу шљиву") == "dzak i ljiljana cesu sljivu"


@pytest.mark.parametrize("part", SERBIAN.spelling.true_pairs)
def test_a_part_in_which_two_letters_are_right_has_two_such_letters(part: str) -> None:
    assert any(two in part for two in SERBIAN.spelling.pairs)


def test_the_words_that_show_that_a_text_is_serbian_are_not_english() -> None:
    assert SERBIAN.spelling.latin_words.isdisjoint(STOP_WORDS)
    assert {"koji", "što", "sto", "već", "vec"} <= SERBIAN.spelling.latin_words
