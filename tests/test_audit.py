"""`handbook audit`: pairs of sentences that may differ in meaning, with what differs, at their lines."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from handbook.languages.registry import language
from handbook.parity.audit.report import KINDS
from sites import handbook
from trees import CODES

PAGE = "sales/roles/seller"
LINE = {"sr": 27, "en": 25}
"""Where the text of the section about the week begins in the smallest handbook."""

DIFFERENT = {
    "never": ("Не пише онима који су то одбили.", "They never write to those who have refused.", {"never:en"}),
    "must": ("Директор може да одобри понуду.", "The director must approve the offer.", {"may:sr", "must:en"}),
    "likely": ("Такве фирме чешће расту.", "Such firms are likelier to grow.", {"often:sr", "likely:en"}),
    "others": ("Остали предлажу.", "Anyone may propose.", {"others:sr", "any:en", "may:en"}),
    "make sure": ("Прати да ли су решени.", "They make sure that they are solved.", {"sure:en"}),
    "negation": ("Шаље понуду без печата.", "They send the offer with a stamp.", {"no:sr"}),
    "only": ("Само директор мења цене.", "The director changes the prices.", {"only:sr"}),
    "at least": ("Позовите бар једног купца.", "Call one buyer.", {"least:sr"}),
    "should": ("Пошаље понуду.", "They should send the offer.", {"should:en"}),
    "weekday": ("Извештај шаље петком.", "They send the report on Mondays.", {"friday:sr", "monday:en"}),
    "frequency": ("Листу прегледа месечно.", "They review the list weekly.", {"month:sr", "week:en"}),
    "quantifier": ("Сви купци добијају имејл.", "Some customers get an email.", {"all:sr", "some:en"}),
    "already": ("Неко крши правила.", "Somebody already breaks the rules.", {"already:en"}),
    "potential": ("Пита потенцијалног купца.", "They ask a buyer.", {"possible:sr"}),
    "role": ("О томе одлучује промотер.", "They decide on it.", {"role:sr"}),
    "order": ("Прво позове купца.", "They call the buyer.", {"first:sr"}),
    "sentence": ("Позове купца.", "They call the buyer. Nothing is recorded before that.", {"sentence:en"}),
}
"""By its kind: a sentence in both languages, and what must be listed."""

SAME = (
    ("Не зове купце.", "They do not call buyers."),
    ("Нико никад не шаље ништа.", "Nobody ever sends anything."),
    ("Потребна је сагласност.", "They must agree."),
    ("Сваког петка шаље извештај.", "They send the report every Friday."),
    ("Само промотер сме да мења цене.", "Only the promoter may change the prices."),
    ("Бар једном недељно зове купца.", "They call the buyer at least once a week."),
    ("Ако купац пита, одговара одмах.", "If the buyer asks, they answer at once."),
)


def planted(home: Path, *sentences: tuple[str, str]) -> None:
    """Write sentences into the section about the week, each as a paragraph: in both languages from the same line."""
    for side, code in enumerate(CODES):
        text = "\n\n".join(pair[side] for pair in sentences)
        file = home / f"docs/{code}/{PAGE}.md"
        head, heading, rest = file.read_text("utf-8").partition("{ #week }\n\n")
        file.write_text(head + heading + rest.replace(("Текст.", "Text.")[side], text, 1), "utf-8")


def listed(home: Path, *pages: str) -> list[dict[str, Any]]:
    """What is listed for pages, by default for the one with the planted sentences."""
    done = handbook(home, "audit", "--format", "json", *(pages or [PAGE]))
    assert done.returncode == 0
    items: list[dict[str, Any]] = json.loads(done.stdout)["items"]
    return items


def kinds(item: dict[str, Any]) -> set[str]:
    return {f"{one['kind']}:{one['language']}" for one in item["differences"]}


@pytest.mark.parametrize("name", DIFFERENT)
def test_a_difference_is_listed_with_its_kind_at_its_lines(smallest: Path, name: str) -> None:
    serbian, english, expected = DIFFERENT[name]
    planted(smallest, ("Купац пита.", "The buyer asks."), (serbian, english))
    (item,) = listed(smallest)
    assert kinds(item) >= expected
    assert item["sentences"] == [
        {"path": f"docs/{code}/{PAGE}.md", "line": LINE[code] + 2, "text": text}
        for code, text in zip(CODES, (serbian, english), strict=True)
    ]


def test_what_says_the_same_is_not_listed(smallest: Path) -> None:
    planted(smallest, *SAME)
    assert listed(smallest) == []


def test_a_word_that_has_a_counterpart_elsewhere_is_missed(smallest: Path) -> None:
    things = (("цену", "price"), ("понуду", "offer"), ("уговор", "contract"), ("опис", "description"))
    actors = [("Купац", "buyer"), ("Партнер", "partner"), ("Колега", "colleague"), ("Возач", "driver")]
    actors += [("Власник", "owner"), ("Уредник", "editor")]
    same = [(f"{who} шаље {what}.", f"The {by} sends the {it}.") for who, by in actors for what, it in things]
    same *= 3
    planted(smallest, *same, ("Купац шаље опис, уговор.", "The buyer sends the contract."))
    (item,) = listed(smallest)
    assert item["differences"] == [{"kind": "word", "language": "sr", "words": ["опис"], "elsewhere": "description"}]
    assert item["sentences"][0]["line"] == LINE["sr"] + 2 * len(same)


def test_a_role_that_both_name_in_any_case_is_not_listed(smallest: Path) -> None:
    planted(smallest, ("Пита промотера.", "They ask the promoter."))
    assert listed(smallest) == []


def test_the_most_likely_comes_first_and_all_of_a_sentence_is_one_item(smallest: Path) -> None:
    planted(smallest, DIFFERENT["already"][:2], DIFFERENT["must"][:2], DIFFERENT["never"][:2])
    first, *rest = listed(smallest)
    likelihoods = [item["likelihood"] for item in (first, *rest)]
    assert likelihoods == sorted(likelihoods, reverse=True)
    assert kinds(first) >= {"may:sr", "must:en"}
    assert len(rest) == 2
    assert listed(smallest, "--limit", "1") == [first]


def test_a_word_that_is_new_since_both_agreed_is_more_likely_a_difference(smallest: Path) -> None:
    planted(smallest, DIFFERENT["never"][:2])
    (new,) = listed(smallest)
    handbook(smallest, "confirm", PAGE)
    (known,) = listed(smallest)
    assert known["likelihood"] < new["likelihood"]


def test_without_a_page_only_what_probably_differs_is_listed(smallest: Path) -> None:
    planted(smallest, DIFFERENT["already"][:2], DIFFERENT["must"][:2])
    done = handbook(smallest, "audit")
    assert done.stdout.endswith("1 of 1 pair of sentences that may differ in meaning.\n")
    assert DIFFERENT["must"][1] in done.stdout
    assert len(listed(smallest, PAGE)) == 2


def test_only_the_named_pages_and_sections_are_listed(smallest: Path) -> None:
    planted(smallest, DIFFERENT["must"][:2])
    assert len(listed(smallest, PAGE)) == len(listed(smallest, f"{PAGE}#week")) == 1
    assert listed(smallest, f"{PAGE}#measures") == []
    assert listed(smallest, "index") == []


def test_a_name_of_no_page_is_refused(smallest: Path) -> None:
    done = handbook(smallest, "audit", "sales/roles/saller")
    assert done.returncode == 1
    assert "Did you mean “sales/roles/seller”?" in done.stderr


def test_what_cannot_be_read_ends_with_2(tmp_path: Path) -> None:
    assert handbook(tmp_path / "nothing", "audit").returncode == 2


def test_the_text_shows_both_sentences_below_what_differs(smallest: Path) -> None:
    planted(smallest, DIFFERENT["must"][:2])
    assert handbook(smallest, "audit").stdout.splitlines() == [
        f"docs/sr/{PAGE}.md:{LINE['sr']}, docs/en/{PAGE}.md:{LINE['en']}: only the Serbian text has “may” or “can” "
        "(“може”), only the English text has “must” (“must”).",
        "    Директор може да одобри понуду.",
        "    The director must approve the offer.",
        "1 of 1 pair of sentences that may differ in meaning.",
    ]
    assert "само енглески текст садржи „мора“ („must“)" in handbook(smallest, "audit", "--language", "sr").stdout


def test_the_check_takes_no_notice(smallest: Path) -> None:
    planted(smallest, DIFFERENT["must"][:2])
    handbook(smallest, "confirm", PAGE)
    assert handbook(smallest, "check").returncode == 0


def test_no_other_command_loads_the_audit() -> None:
    program = "import handbook.cli.main, sys; print([m for m in sys.modules if 'parity.audit' in m])"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"


def test_languages_know_the_same_kinds_and_each_has_a_name() -> None:
    first, second = (language(code) for code in CODES)
    assert [*first.audited] == [*second.audited]
    assert {*first.audited, *first.signals.patterns, *first.periods.patterns} <= KINDS.keys()
