"""What the software says is said in every language: nothing is missing, nothing is left over, nothing is lost."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from string import Formatter

import pytest
from handbook.languages.translations import SERBIAN

import handbook
from handbook.languages import english, serbian
from handbook.languages.messages import Message, msg, quoted
from handbook.model.errors import HandbookError
from handbook.model.finding import Finding, Place

CORE = Path(handbook.__file__).parent
GAP = re.compile(r"\{[^{}]*\}")
QUOTED = re.compile("„[^“]*“")
TECHNICAL = re.compile(r"[A-Z]+[-+]?[0-9A-F]*|--[a-z]+|\S*/\S*")
"""What stays as it is in every language: acronyms, options, paths."""


def sentences() -> Iterator[tuple[str, ast.expr]]:
    """Where the core says something, and what: the first word of each call of `say`."""
    for file in sorted(CORE.rglob("*.py")):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "say":
                yield f"{file.name}:{node.lineno}", node.args[0]


def gaps(template: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(template) if name}


def specs(template: str) -> Iterator[list[str]]:
    """The forms by number that a template gives."""
    return (spec.split("|") for _, _, spec, _ in Formatter().parse(template) if spec and re.search(r"\w\|", spec))


def plain(template: str) -> str:
    """A Serbian template without its gaps, its literal braces and what it quotes."""
    return QUOTED.sub("", GAP.sub("", template.replace("{{", "").replace("}}", "")))


def test_everything_said_stands_whole_where_it_is_said() -> None:
    assert [where for where, said in sentences() if not isinstance(said, ast.Constant)] == []


def test_everything_said_is_said_in_serbian_and_nothing_else_is() -> None:
    said = {one.value for _, one in sentences() if isinstance(one, ast.Constant)}
    assert said - SERBIAN.keys() == set()
    assert SERBIAN.keys() - said == set()


def test_both_languages_have_the_same_gaps() -> None:
    assert {key: gaps(sr) for key, sr in SERBIAN.items()} == {key: gaps(key) for key in SERBIAN}


def test_a_count_has_as_many_forms_as_the_language() -> None:
    assert {len(forms) for template in SERBIAN for forms in specs(template)} == {2}
    assert {len(forms) for template in SERBIAN.values() for forms in specs(template)} == {3}


def test_no_serbian_sentence_holds_an_english_word() -> None:
    words = [(word, text) for text in SERBIAN.values() for word in plain(text).split() if re.search("[A-Za-z]", word)]
    assert words, "acronyms and options are there: the search finds Latin letters"
    assert [(word, text) for word, text in words if not TECHNICAL.fullmatch(word.strip(".,;:()"))] == []


def test_no_word_mixes_scripts() -> None:
    assert [text for text in SERBIAN.values() if re.search("[A-Za-z][А-Яа-яЂ-џ]|[А-Яа-яЂ-џ][A-Za-z]", text)] == []


def test_serbian_quotation_marks_open_low_and_close_high() -> None:
    for text in SERBIAN.values():
        marks = re.findall('[„“”"]', text)
        assert marks == ["„", "“"] * (len(marks) // 2), text


def test_a_sentence_ends_alike_in_both_languages() -> None:
    assert [key for key, sr in SERBIAN.items() if (key[-1] in ".?") != (sr[-1] in ".?")] == []


@pytest.mark.parametrize(("number", "sr", "en"), [
    (0, "0 грешака", "0 errors"), (1, "1 грешка", "1 error"), (2, "2 грешке", "2 errors"), (4, "4 грешке", "4 errors"),
    (5, "5 грешака", "5 errors"), (11, "11 грешака", "11 errors"), (12, "12 грешака", "12 errors"),
    (14, "14 грешака", "14 errors"), (21, "21 грешка", "21 errors"), (22, "22 грешке", "22 errors"),
    (101, "101 грешка", "101 errors"), (111, "111 грешака", "111 errors"), (112, "112 грешака", "112 errors"),
])  # fmt: skip
def test_a_noun_agrees_with_its_number(number: int, sr: str, en: str) -> None:
    assert f"{number} {('грешка', 'грешке', 'грешака')[serbian.form(number)]}" == sr
    assert f"{number} {('error', 'errors')[english.form(number)]}" == en
    counted = msg("{errors} {errors:error|errors}, {warnings} {warnings:warning|warnings}.", errors=number, warnings=1)
    assert str(counted) == f"{en}, 1 warning."
    assert counted.in_language("sr") == f"{sr}, 1 упозорење."


def test_words_that_are_sentences_are_said_in_the_language_too() -> None:
    one = msg("{one} stands here, {other} in {there}.", one=msg("“{name}”", name="# A"),
              other=msg("no further heading"), there=Place("docs/en/a.md", 3))  # fmt: skip
    assert str(one) == "“# A” stands here, no further heading in docs/en/a.md:3."
    assert one.in_language("sr") == "Овде стоји „# A“, а у docs/en/a.md:3 нема више наслова."


@pytest.mark.parametrize(
    ("names", "sr", "en"),
    [
        (["a"], "На овом језику зове се „a“.", "Call it “a”."),
        (["a", "b"], "На овом језику зове се „a“ или „b“.", "Call it “a” or “b”."),
    ],
)
def test_names_are_joined_and_quoted_as_the_language_does(names: list[str], sr: str, en: str) -> None:
    said = msg("Call it {names: or }.", names=quoted(names))
    assert (said.in_language("sr"), str(said)) == (sr, en)


def test_the_last_of_several_may_be_joined_otherwise() -> None:
    some = msg("Use one of: {known:, | or }.", known=("a", "b", "c"))
    assert (str(some), some.in_language("sr")) == ("Use one of: a, b or c.", "Упишите једно од овога: a, b или c.")


def test_words_are_put_in_as_they_are_whatever_braces_they_hold() -> None:
    assert str(msg("Write “{name}”.", name="{0} {name} {{ #x }}")) == "Write “{0} {name} {{ #x }}”."


def test_a_sentence_that_is_not_translated_is_said_in_english() -> None:
    assert Message("Only {here}.", (("here", 1),)).in_language("sr") == "Only 1."


def test_a_finding_is_one_value_and_a_whole_line_in_each_language() -> None:
    one, same = (
        Finding(Place("docs/sr/a.md", 4), "length", msg("This section has {here} letters, {place} has {there}.",
                here=22, place="docs/en/a.md:1-9", there=150), msg("See whether something is missing here."), "warning")
        for _ in range(2)
    )  # fmt: skip
    assert len({one, same}) == 1
    assert one.in_language("en") == str(one) == (
        "docs/sr/a.md:4: warning: This section has 22 letters, docs/en/a.md:1-9 has 150. "
        "See whether something is missing here. [length]"
    )  # fmt: skip
    assert one.in_language("sr") == (
        "docs/sr/a.md:4: упозорење: Овај одељак има 22 слова, а docs/en/a.md:1-9 има 150. "
        "Погледајте да ли овде нешто недостаје. [length]"
    )


def test_an_error_says_each_of_its_sentences_in_each_language() -> None:
    error = HandbookError(msg("Nothing was written."), msg("This line cannot be read."))
    assert str(error) == "Nothing was written.\nThis line cannot be read."
    assert error.in_language("sr") == "Ништа није уписано.\nОвај ред не може да се прочита."
