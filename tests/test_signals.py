"""Words that carry the meaning of a sentence: what only one language has, and what is new since both agreed."""

from pathlib import Path

from handbook.languages.registry import language
from handbook.model.document import Prose
from handbook.model.lock import HEADER
from handbook.model.section import Section
from handbook.parity.sentences.signals import counts, gained, one_sided
from handbook.reading.load import read
from handbook.reading.locks import parse
from sites import handbook
from trees import CODES

PAGE = "sales/roles/seller"


def section(language: str, *texts: str) -> Section:
    prose = tuple(Prose(text, "week", number) for number, text in enumerate(texts, start=3))
    return Section(PAGE, "week", language, f"docs/{language}/{PAGE}.md", 1, 9, prose)


def keys(serbian: str, english: str) -> list[str]:
    return [signal.key for signal in one_sided(section("sr", serbian), section("en", english))]


def test_a_negation_in_one_language_is_found() -> None:
    assert keys("Шаље понуду.", "They do not send the offer.") == ["no:en"]


def test_a_negation_in_both_is_none_however_often_serbian_says_it() -> None:
    assert keys("Нико никада не шаље ништа.", "Nobody sends anything.") in (["never:sr"], [])


def test_another_word_may_answer_a_signal() -> None:
    assert keys("Потребна је сагласност.", "They must agree.") == []


def test_the_sentence_is_named_with_its_line_in_both_languages() -> None:
    (signal,) = one_sided(section("sr", "Једно.", "Шаље понуду."), section("en", "One.", "They may send it."))
    assert (str(signal.place), str(signal.other)) == (f"docs/en/{PAGE}.md:4", f"docs/sr/{PAGE}.md:4")


def test_only_what_is_new_is_told() -> None:
    found = [*one_sided(section("sr", "Шаље.", "Прима."), section("en", "They must send.", "They must receive."))]
    assert counts(found) == {"must:en": 2}
    assert gained(found, {"must:en": 2}) == []
    assert gained(found, {"must:en": 1}) == found[1:]


def test_a_lock_keeps_what_stood_in_one_language_only() -> None:
    line = "#week  sr=p1:000000000000  en=p1:000000000000  said=must:sr,no:en2"
    entry = parse(f"{HEADER}\n\n{line}\n").entries["week"]
    assert entry.said == {"must:sr": 1, "no:en": 2}
    assert entry.text("week") == line


def test_a_confirmation_names_the_sentence_and_records_it(smallest: Path) -> None:
    for code, old, new in (("sr", "Текст.", "Шаље понуду."), ("en", "Text.", "They do not send the offer.")):
        file = smallest / f"docs/{code}/{PAGE}.md"
        head, heading, rest = file.read_text("utf-8").partition("{ #week }")
        file.write_text(head + heading + rest.replace(old, new, 1), "utf-8")
    done = handbook(smallest, "confirm", f"{PAGE}#week")
    assert f"only the English text has a negation (docs/en/{PAGE}.md:25)" in done.stdout
    assert done.returncode == 0
    assert read(smallest).locks[PAGE].entries["week"].said == {"no:en": 1}
    assert "negation" not in handbook(smallest, "confirm", f"{PAGE}#week").stdout


WITHOUT_ANSWERS = {"already", "both"}


def test_languages_know_the_same_signals() -> None:
    first, second = (language(code) for code in CODES)
    assert [*first.signals.patterns] == [*second.signals.patterns]
    assert [*first.answers.patterns] == [*second.answers.patterns]
    assert {*first.answers.patterns} == {*first.signals.patterns, *first.audited} - WITHOUT_ANSWERS
