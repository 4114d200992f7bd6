"""Splitting a text into sentences."""

import pytest

from handbook.languages.sentences import sentences

CASES = {
    "Прво. Друго! Треће? Четврто…": 4,
    "Рок је 24. децембра 2026. године.": 1,
    "Рок је 24. 12. 2026. Тада се шаље.": 2,
    "Алати, нпр. CRM, помажу.": 1,
    "Рекао је: „Долазим.“ И дошао је.": 2,
    "(Прва.) Друга.": 2,
    "Без тачке на крају": 1,
    "Прво.\nДруго у новом реду.": 2,
    "": 0,
    "...": 1,
}


@pytest.mark.parametrize("text", CASES)
def test_serbian_sentences_are_counted(text: str) -> None:
    assert len(sentences(text, "sr")) == CASES[text]


def test_an_abbreviation_ends_no_english_sentence() -> None:
    assert [sentence.text for sentence in sentences("Tools, e.g. CRM, help. They do.", "en")] == [
        "Tools, e.g. CRM, help.",
        "They do.",
    ]


def test_a_sentence_may_begin_with_code() -> None:
    """Code is left out of texts, so that two spaces remain."""
    assert len(sentences("Run it.  prints the rest.", "en")) == 2


def test_each_sentence_has_its_index() -> None:
    text = "First. Second."
    assert [text[sentence.start :] for sentence in sentences(text, "en")] == [text, "Second."]
