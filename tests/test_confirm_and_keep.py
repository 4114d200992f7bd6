"""The commands by which editors say that both languages agree, and what they print."""

import json
import shlex
from pathlib import Path

import pytest

from git import commit, git, init
from growth import is_quick
from handbook.languages.registry import language as language_of
from handbook.model.errors import RefusedError
from handbook.parity.changes.small import small_correction
from handbook.parity.confirm import confirm
from handbook.parity.diff import changes
from handbook.parity.state import section_states
from handbook.reading.load import read
from sites import handbook
from trees import CODES, files

SELLER = "sales/roles/seller"
LOCK = f"parity/{SELLER}.lock"
PAGE = {"sr": f"docs/sr/{SELLER}.md", "en": f"docs/en/{SELLER}.md"}
WEEK = {
    "sr": ("{ #week }\n\nТекст.", "{ #week }\n\nДруги текст."),
    "en": ("{ #week }\n\nText.", "{ #week }\n\nOther text."),
}


def edit(home: Path, language: str) -> None:
    file = home / PAGE[language]
    text = file.read_text("utf-8")
    assert WEEK[language][0] in text
    file.write_text(text.replace(*WEEK[language]), "utf-8")


def command(home: Path, *words: str) -> tuple[int, str]:
    """The exit code of a command and what it prints."""
    done = handbook(home, *words)
    return done.returncode, done.stdout + done.stderr


def line(home: Path, id_: str) -> str:
    """The line of a section in the lock of the seller's page."""
    lines = (home / LOCK).read_text("utf-8").splitlines()
    return next(text for text in lines if text.startswith(f"#{id_} "))


def test_a_translation_is_confirmed_and_the_check_is_clean(smallest: Path) -> None:
    edit(smallest, "sr")
    edit(smallest, "en")
    assert command(smallest, "check")[0] == 1
    assert command(smallest, "confirm", f"{SELLER}#week") == (0, f"{LOCK}\n")
    assert command(smallest, "check")[0] == 0
    assert "seed" not in line(smallest, "week")
    assert "seed" in line(smallest, "domains"), "what nobody read stays a seed"


def test_a_whole_page_is_confirmed_at_once_whatever_its_file_is_called(smallest: Path) -> None:
    assert command(smallest, "confirm", PAGE["en"]) == (0, f"{LOCK}\n")
    assert "seed" not in (smallest / LOCK).read_text("utf-8")
    assert command(smallest, "confirm", SELLER) == (0, "Nothing had to be written.\n")


@pytest.mark.parametrize(("language", "other"), [("sr", "en"), ("en", "sr")])
def test_a_bump_without_work_is_refused(smallest: Path, language: str, other: str) -> None:
    edit(smallest, language)
    before = files(smallest)
    code, output = command(smallest, "confirm", SELLER)
    assert code == 1
    assert output == (
        f"{SELLER}#week: only the {language_of(language).label} text changed since both agreed. Translate it first, or run "
        f"“handbook keep {SELLER}#week --reason …”.\nNothing was written.\n"
    )
    assert files(smallest) == before


def test_confirming_is_refused_while_the_files_still_differ(smallest: Path) -> None:
    edit(smallest, "sr")
    edit(smallest, "en")
    (smallest / PAGE["en"]).write_text(
        (smallest / PAGE["en"]).read_text("utf-8").replace("Other text.", "Other text 7."), "utf-8"
    )
    code, output = command(smallest, "confirm", f"{SELLER}#week")
    assert code == 1
    assert f"{SELLER}#week: the two files still differ: {PAGE['en']}:25: “7” is here" in output


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (
            ["confirm", "sales/roles/selller"],
            "There is no page “sales/roles/selller” in both languages. Did you mean “sales/roles/seller”?",
        ),
        (
            ["confirm", f"{SELLER}#weak"],
            "“sales/roles/seller” has no section “#weak” in both languages. Did you mean “week”?",
        ),
        (
            ["keep", SELLER, "--reason", "x"],
            "“sales/roles/seller” is a page; name one section of it, such as sales/roles/seller#measures.",
        ),
        (
            ["keep", f"{SELLER}#week", "--reason", "x"],
            "sales/roles/seller#week is in step; only a section that one language changed can be kept.",
        ),
        (["confirm"], "Name at least one page or section, or use --all for everything that waits."),
        (["seed"], "Name at least one page, or use --all."),
    ],
)
def test_what_cannot_be_done_is_refused_in_a_sentence(smallest: Path, words: list[str], message: str) -> None:
    before = files(smallest)
    assert command(smallest, *words) == (1, f"{message}\nNothing was written.\n")
    assert files(smallest) == before


def test_results_and_refusals_are_in_the_language_that_was_asked_for(smallest: Path) -> None:
    assert command(smallest, "confirm", "sales/roles/selller", "--language", "sr") == (
        1,
        "Страница „sales/roles/selller“ не постоји на оба језика. Да ли сте мислили на „sales/roles/seller“?\n"
        "Ништа није уписано.\n",
    )
    assert command(smallest, "keep", f"{SELLER}#week", "--reason", "x", "--language", "sr") == (
        1,
        f"{SELLER}#week: усклађено. Може да се задржи само одељак који је промењен на једном језику.\n"
        "Ништа није уписано.\n",
    )
    edit(smallest, "sr")
    assert command(smallest, "confirm", f"{SELLER}#week", "--language", "sr")[1].startswith(
        f"{SELLER}#week: откако су се два језика сложила, промењен је само српски текст."
    )
    output = command(smallest, "status", "--language", "sr")[1]
    assert f"{SELLER}: усклађено одељака 7 од 8, касни en 1, још непотврђено 8\n" in output
    assert command(smallest, "fix", "--language", "sr") == (0, "0 исправљених редова.\n")
    (smallest / PAGE["en"]).write_text(
        (smallest / PAGE["en"]).read_text("utf-8").replace("Text.", "Other text 7."), "utf-8"
    )
    assert (
        "две датотеке се још разилазе: docs/en/sales/roles/seller.md:"
        in command(smallest, "confirm", f"{SELLER}#week", "--language", "sr")[1]
    )
    assert command(smallest, "confirm", "index", "--language", "sr") == (0, "parity/index.lock\n")
    assert command(smallest, "confirm", "index", "--language", "sr") == (0, "Није имало шта да се упише.\n")


def test_a_refusal_has_both_languages_at_once(smallest: Path) -> None:
    with pytest.raises(RefusedError) as refused:
        confirm(read(smallest), ["index#nowhere"], [])
    assert [refused.value.in_language(code) for code in CODES] == [
        "Страница „index“ нема одељак „#nowhere“ на оба језика.",
        "“index” has no section “#nowhere” in both languages.",
    ]


def test_a_change_without_a_new_translation_is_kept_twice_and_not_three_times(smallest: Path) -> None:
    for number in (1, 2, 3):
        file = smallest / PAGE["sr"]
        file.write_text(file.read_text("utf-8").replace("{ #week }\n\n", "{ #week }\n\nа "), "utf-8")
        code, output = command(
            smallest, "keep", f"{SELLER}#week", "--reason", "слово „а“", "--today", f"2026-12-0{number}"
        )
        assert code == (number == 3)
    assert output == (
        f"{SELLER}#week was kept 2 times since it was last read. Read both languages, make them say the same and run "
        f"“handbook confirm {SELLER}#week”.\nNothing was written.\n"
    )
    assert line(smallest, "week").endswith('keep=sr 2026-12-01 "слово „а“"  keep=sr 2026-12-02 "слово „а“"')
    assert (
        f"Read both, make them say the same and run “handbook confirm {SELLER}#week”." in command(smallest, "check")[1]
    )
    assert command(smallest, "confirm", f"{SELLER}#week")[0] == 0
    assert "keep" not in line(smallest, "week")
    assert command(smallest, "check")[0] == 0


def test_several_sections_are_kept_in_one_call(smallest: Path) -> None:
    edit(smallest, "sr")
    domains = smallest / PAGE["en"]
    domains.write_text(domains.read_text("utf-8").replace("{ #domains }\n\n", "{ #domains }\n\na "), "utf-8")
    assert command(smallest, "keep", f"{SELLER}#week", f"{SELLER}#domains", "--reason", "x")[0] == 0
    assert [line(smallest, id_).count("keep=") for id_ in ("week", "domains")] == [1, 1]
    assert command(smallest, "check")[0] == 0


def test_everything_that_waits_is_confirmed_and_listed(smallest: Path) -> None:
    for language in CODES:
        edit(smallest, language)
    (smallest / "parity/index.lock").unlink()
    code, output = command(smallest, "confirm", "--all")
    assert (code, output.splitlines()[-2:]) == (0, ["parity/index.lock", LOCK])
    assert {f"{SELLER}#week", "index#"} <= set(output.splitlines())
    assert command(smallest, "check")[0] == 0
    assert command(smallest, "confirm", "--all") == (0, "Nothing had to be written.\n")


@pytest.mark.parametrize(
    ("before", "now", "what"),
    [
        ("Састанак је одредјен.", "Састанак је одређен.", "одредјен → одређен"),
        ('Они кажу "да", увек', "Они кажу: „да“, увек.", "only punctuation or capital letters"),
        ("У року од 5 дана", "У року од 6 дана", None),
        ("Цена је 1,5 динар", "Цена је 15 динара", None),
        ("Ово је важно", "Ово је неважно", None),
        ("Он не ради", "Он ради", None),
        ("Он на томе ради", "Он не томе ради", None),
        ("Купац зове продавца", "Продавац зове купца", None),
    ],
)
def test_a_small_correction_keeps_values_and_words(before: str, now: str, what: str | None) -> None:
    found = small_correction(before, now, "sr")
    assert (None if found is None else str(found)) == what


def test_for_a_small_correction_the_keep_is_offered_ready_to_run(smallest: Path) -> None:
    init(smallest, "2026-11-01")
    file = smallest / PAGE["sr"]
    file.write_text(file.read_text("utf-8").replace("{ #week }\n\nТекст.", "{ #week }\n\nТексст."), "utf-8")
    offered = f"handbook keep {SELLER}#week --reason 'Текст → Тексст'"
    assert f"“{offered}”" in command(smallest, "check")[1]
    assert command(smallest, *shlex.split(offered)[1:])[0] == 0
    assert line(smallest, "week").endswith('"Текст → Тексст"')


def test_the_line_a_message_offers_is_the_line_a_command_writes(smallest: Path) -> None:
    edit(smallest, "sr")
    offered = command(smallest, "check")[1].splitlines()[-2]
    old = line(smallest, "week")
    by_hand = (smallest / LOCK).read_text("utf-8").replace(old, offered.replace("YYYY-MM-DD", "2026-12-01"))
    (smallest / LOCK).write_text(by_hand, "utf-8")
    assert command(smallest, "check") == (0, "The handbook is in order.\n")


def test_seed_writes_what_is_missing_and_changes_nothing(smallest: Path) -> None:
    text = (smallest / LOCK).read_text("utf-8")
    week = line(smallest, "week")
    (smallest / LOCK).write_text(text.replace(f"{week}\n", ""), "utf-8")
    edit(smallest, "sr")
    edit(smallest, "en")
    assert command(smallest, "seed", SELLER) == (0, f"{LOCK}\n")
    assert line(smallest, "week") != week
    assert command(smallest, "seed", "--all") == (0, "Nothing had to be written.\n")


def test_a_lock_that_cannot_be_read_is_not_written_over(smallest: Path) -> None:
    (smallest / LOCK).write_text("parity-lock 9\nrubbish\n")
    before = files(smallest)
    code, output = command(smallest, "seed", SELLER)
    assert (code, output.startswith(f"{LOCK}:1: The first line was expected")) == (1, True)
    assert files(smallest) == before


def test_status_counts_what_is_open(smallest: Path) -> None:
    edit(smallest, "sr")
    output = command(smallest, "status")[1]
    assert f"{SELLER}: 7 of 8 sections in step, en is behind in 1, 8 not confirmed yet\n" in output
    rows = json.loads(command(smallest, "status", "--format", "json")[1])["pages"]
    assert next(row for row in rows if row["page"] == SELLER) == {
        "page": SELLER,
        "sections": 8,
        "in_step": 7,
        "owes": {"sr": 0, "en": 1},
        "to_confirm": 0,
        "seeds": 8,
        "keeps": 0,
        "waivers": 0,
    }


def test_status_counts_the_waivers_that_are_valid_on_a_date(smallest: Path) -> None:
    (smallest / "parity/waivers.yml").write_text(
        f"- {{rule: length, page: {SELLER}, reason: Later., until: 2026-12-01}}\n", "utf-8"
    )

    def waivers(today: str) -> int:
        pages = json.loads(command(smallest, "status", "--format", "json", "--today", today)[1])["pages"]
        return sum(row["waivers"] for row in pages if row["page"] == SELLER)

    assert (waivers("2026-12-01"), waivers("2026-12-02")) == (1, 0)


def test_diff_shows_the_words_that_changed_where_git_has_them(smallest: Path) -> None:
    init(smallest, "2026-11-01")
    edit(smallest, "sr")
    code, output = command(smallest, "diff", f"{SELLER}#week")
    assert code == 0
    assert output.splitlines() == [
        f"{PAGE['sr']}:25-28: {SELLER}#week",
        f"  {PAGE['sr']}:27: [-Текст.-] {{+Други текст.+}}",
        f"  {PAGE['en']}:25: Text.",
    ]


def test_diff_shows_the_words_of_facts_and_what_the_other_language_says(smallest: Path) -> None:
    init(smallest, "2026-11-01")
    facts = smallest / "facts/exchanges.yml"
    facts.write_text(facts.read_text("utf-8").replace("gives: {sr: упите", "gives: {sr: нове упите"), "utf-8")
    assert command(smallest, "diff", "facts/exchanges#leads.gives")[1].splitlines() == [
        "facts/exchanges.yml:3: facts/exchanges#leads.gives",
        "  facts/exchanges.yml:3: {+нове+} упите",
        "  facts/exchanges.yml:3: leads",
    ]


def test_diff_shows_the_paragraphs_where_there_is_no_history(smallest: Path) -> None:
    edit(smallest, "sr")
    output = command(smallest, "diff", SELLER)[1]
    assert "The text that was agreed on is not in the history here" in output
    assert f"{PAGE['sr']}:27: Други текст." in output


def test_diff_of_a_long_section_shows_the_words_and_is_quick(smallest: Path) -> None:
    for code, word in (("sr", "исто"), ("en", "same")):
        file, week = smallest / PAGE[code], WEEK[code][0]
        long = "\n\n".join([" ".join([word] * 1500)] * 4)
        file.write_text(file.read_text("utf-8").replace(week, f"{week} {long}"), "utf-8")
    init(smallest, "2026-11-01")
    assert command(smallest, "confirm", SELLER)[0] == 0
    file.write_text(file.read_text("utf-8").replace(long, f"{long} end"), "utf-8")
    book = read(smallest)
    (section,) = (section for section in section_states(book) if section.name == f"{SELLER}#week")
    assert any(str(line).endswith("same {+end+}") for line in changes(book, section))
    assert is_quick(lambda section: [*changes(book, section)], section, 2)


def test_diff_of_a_section_in_step_says_so(smallest: Path) -> None:
    assert command(smallest, "diff", f"{SELLER}#week") == (
        0,
        f"{SELLER}#week: nothing has changed since both languages agreed.\n",
    )


def test_fix_writes_the_id_that_one_language_lacks_and_leaves_the_rest(smallest: Path) -> None:
    file = smallest / PAGE["en"]
    whole = file.read_bytes().replace(b"\n", b"\r\n")
    file.write_bytes(whole.replace(b" { #week }", b""))
    assert command(smallest, "fix") == (0, f"{PAGE['en']}:23: ## Section week {{ #week }}\n1 line repaired.\n")
    assert file.read_bytes() == whole


def test_fix_deletes_characters_that_cannot_be_seen_and_leaves_the_rest(smallest: Path) -> None:
    file = smallest / PAGE["en"]
    whole = file.read_bytes().replace(b"\n", b"\r\n")
    file.write_bytes(whole.replace(b"## Section", "## Sec\u00adtion\u200b".encode(), 1))
    assert "U+00AD SOFT HYPHEN, U+200B ZERO WIDTH SPACE" in command(smallest, "check")[1]
    code, output = command(smallest, "fix")
    assert (code, output.splitlines()[-1]) == (0, "1 line repaired.")
    assert file.read_bytes() == whole


def test_fix_copies_code_from_the_language_that_is_named_and_keeps_comments(smallest: Path) -> None:
    code = "```\nmake {} # {}\n```"
    for language, text in (("sr", code.format("serve", "покажи")), ("en", code.format("smallest", "show"))):
        file = smallest / PAGE[language]
        file.write_text(file.read_text("utf-8").replace(WEEK[language][0], f"{WEEK[language][0]}\n\n{text}"), "utf-8")
    assert command(smallest, "fix") == (0, "0 lines repaired.\n"), "without a language nobody knows which is right"
    assert command(smallest, "fix", "--from", "sr") == (0, f"{PAGE['en']}:28: make serve # show\n1 line repaired.\n")
    rules = [word for word in command(smallest, "check")[1].split() if word.startswith("[")]
    assert rules == ["[to-confirm]"], "the comments are new"


def test_two_branches_that_confirm_different_pages_merge(smallest: Path) -> None:
    init(smallest, "2026-11-01")
    for branch, page in (("seller", SELLER), ("promoter", "marketing/roles/promoter")):
        git(smallest, "switch", "--quiet", "--create", branch, "main")
        command(smallest, "confirm", page)
        commit(smallest, "2026-11-02")
    git(smallest, "merge", "seller")
    assert "seed" not in (smallest / LOCK).read_text("utf-8")
    assert command(smallest, "check") == (0, "The handbook is in order.\n")


@pytest.mark.parametrize(
    ("language", "words", "other"),
    [
        ("sr", "до 24. децембра 2026.", "до 25. децембра 2026."),
        ("sr", "1.234,56 евра", "1.234,65 евра"),
        ("sr", "у 18.00 h", "у 18.30 h"),
        ("sr", "ana@primer.rs", "anna@primer.rs"),
        ("sr", "15 одсто", "16 одсто"),
        ("en", "by 24 December 2026", "by 24 November 2026"),
        ("en", "€1,234.56", "€1,234.57"),
        ("en", "at 6 pm", "at 6 am"),
        ("en", "+381 11 123 4567", "+381 11 123 4568"),
        ("en", "15%", "15"),
    ],
)
def test_values_are_compared_in_either_writing(smallest: Path, language: str, words: str, other: str) -> None:
    both = {
        "sr": "Стиже до 24. децембра 2026. у 18.00 h, по 1.234,56 евра (15 одсто), ana@primer.rs, +381 11 123 4567.",
        "en": "It comes by 24 December 2026 at 6 pm, for €1,234.56 (15%), ana@primer.rs, +381 11 123 4567.",
    }
    for code, sentence in both.items():
        file = smallest / PAGE[code]
        file.write_text(file.read_text("utf-8").replace("{ #week }\n", f"{{ #week }}\n\n{sentence}\n"), "utf-8")
    assert command(smallest, "confirm", f"{SELLER}#week")[0] == 0, "in each language the same, in its own writing"
    file = smallest / PAGE[language]
    file.write_text(file.read_text("utf-8").replace(words, other), "utf-8")
    rule = "contacts" if "@" in words or "+" in words else "numbers"
    assert f"[{rule}]" in command(smallest, "check")[1]
