"""What the core knows of Serbian: the alphabet's own order, and plain letters."""

from handbook.languages.serbian import alphabetical, plain_latin


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
