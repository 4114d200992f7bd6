"""The acts by which people say that both languages agree, as editors give them, and what they are told."""

import json
import subprocess
from pathlib import Path

import pytest

from conftest import run
from handbook.languages.labels import NAMES
from handbook.languages.registry import CODES
from handbook.model.errors import RefusedError
from handbook.parity.confirm import confirm
from handbook.reading.load import read

SELLER = "sales/roles/seller"
LOCK = f"parity/{SELLER}.lock"
PAGE = {"sr": f"docs/sr/{SELLER}.md", "en": f"docs/en/{SELLER}.md"}
WEEK = {
    "sr": ("{ #week }\n\nТекст.", "{ #week }\n\nДруги текст."),
    "en": ("{ #week }\n\nText.", "{ #week }\n\nOther text."),
}


def edit(site: Path, language: str) -> None:
    file = site / PAGE[language]
    text = file.read_text("utf-8")
    assert WEEK[language][0] in text
    file.write_text(text.replace(*WEEK[language]), "utf-8")


def handbook(site: Path, *words: str) -> tuple[int, str]:
    done = run("handbook", *words, "--root", site)
    assert "Traceback" not in done.stderr
    return done.returncode, done.stdout + done.stderr


def line(site: Path, id_: str) -> str:
    lines = (site / LOCK).read_text("utf-8").splitlines()
    return next(one for one in lines if one.startswith(f"#{id_} "))


def files(site: Path) -> dict[str, bytes]:
    return {str(file): file.read_bytes() for file in site.rglob("*") if file.is_file()}


def test_a_translation_is_confirmed_and_the_check_is_clean(site: Path) -> None:
    edit(site, "sr")
    edit(site, "en")
    assert handbook(site, "check")[0] == 1
    assert handbook(site, "confirm", f"{SELLER}#week") == (0, f"{LOCK}\n")
    assert handbook(site, "check")[0] == 0
    assert "seed" not in line(site, "week")
    assert "seed" in line(site, "domains"), "what nobody read stays a seed"


def test_a_whole_page_is_confirmed_at_once_whatever_its_file_is_called(site: Path) -> None:
    assert handbook(site, "confirm", PAGE["en"]) == (0, f"{LOCK}\n")
    assert "seed" not in (site / LOCK).read_text("utf-8")
    assert handbook(site, "confirm", SELLER) == (0, "Nothing had to be written.\n")


@pytest.mark.parametrize(("language", "other"), [("sr", "en"), ("en", "sr")])
def test_a_bump_without_work_is_refused(site: Path, language: str, other: str) -> None:
    edit(site, language)
    before = files(site)
    code, said = handbook(site, "confirm", SELLER)
    assert code == 1
    assert said == (
        f"{SELLER}#week: only the {NAMES[language]} text changed since both agreed. Translate it first, or run "
        f"“handbook keep {SELLER}#week --reason …”.\nNothing was written.\n"
    )
    assert files(site) == before


def test_confirming_is_refused_while_the_files_still_differ(site: Path) -> None:
    edit(site, "sr")
    edit(site, "en")
    (site / PAGE["en"]).write_text(
        (site / PAGE["en"]).read_text("utf-8").replace("Other text.", "Other text 7."), "utf-8"
    )
    code, said = handbook(site, "confirm", f"{SELLER}#week")
    assert code == 1
    assert f"{SELLER}#week: the two files still differ: {PAGE['en']}:25: “7” stands here" in said


@pytest.mark.parametrize(("words", "said"), [
    (["confirm", "sales/roles/selller"], "There is no page “sales/roles/selller” in both languages. Did you mean “sales/roles/seller”?"),
    (["confirm", f"{SELLER}#weak"], "“sales/roles/seller” has no section “#weak” in both languages. Did you mean “week”?"),
    (["keep", SELLER, "--reason", "x"], "“sales/roles/seller” is a page; name one section of it, such as sales/roles/seller#measures."),
    (["keep", f"{SELLER}#week", "--reason", "x"], "sales/roles/seller#week is in step; only a section that one language changed can be kept."),
    (["seed"], "Name at least one page, or say --all."),
])  # fmt: skip
def test_what_cannot_be_done_is_refused_in_a_sentence(site: Path, words: list[str], said: str) -> None:
    before = files(site)
    assert handbook(site, *words) == (1, f"{said}\nNothing was written.\n")
    assert files(site) == before


def test_what_is_refused_and_done_is_told_in_the_language_that_was_asked_for(site: Path) -> None:
    assert handbook(site, "confirm", "sales/roles/selller", "--language", "sr") == (
        1, "Страница „sales/roles/selller“ не постоји на оба језика. Јесте ли мислили „sales/roles/seller“?\n"
        "Ништа није уписано.\n",
    )  # fmt: skip
    assert handbook(site, "keep", f"{SELLER}#week", "--reason", "x", "--language", "sr") == (
        1, f"{SELLER}#week: усклађено. Може да се задржи само одељак који је промењен на једном језику.\n"
        "Ништа није уписано.\n",
    )  # fmt: skip
    edit(site, "sr")
    assert handbook(site, "confirm", f"{SELLER}#week", "--language", "sr")[1].startswith(
        f"{SELLER}#week: откако су се два језика сложила, промењен је само српски текст."
    )
    said = handbook(site, "status", "--language", "sr")[1]
    assert f"{SELLER}: усклађено одељака 7 од 8, касни en 1, још непотврђено 8\n" in said
    assert handbook(site, "fix", "--language", "sr") == (0, "0 исправљених редова.\n")
    (site / PAGE["en"]).write_text((site / PAGE["en"]).read_text("utf-8").replace("Text.", "Other text 7."), "utf-8")
    assert "две датотеке се још разилазе: docs/en/sales/roles/seller.md:" in handbook(
        site, "confirm", f"{SELLER}#week", "--language", "sr")[1]  # fmt: skip
    assert handbook(site, "confirm", "index", "--language", "sr") == (0, "parity/index.lock\n")
    assert handbook(site, "confirm", "index", "--language", "sr") == (0, "Није имало шта да се упише.\n")


def test_a_refusal_can_be_told_in_both_languages_at_once(site: Path) -> None:
    with pytest.raises(RefusedError) as refused:
        confirm(read(site), ["index#nowhere"], [])
    assert [refused.value.in_language(code) for code in CODES] == [
        "Страница „index“ нема одељак „#nowhere“ на оба језика.",
        "“index” has no section “#nowhere” in both languages.",
    ]


def test_confirming_everything_at_once_is_refused(site: Path) -> None:
    code, said = handbook(site, "confirm")
    assert code == 2
    assert "Missing argument" in said


def test_a_change_without_a_new_translation_is_kept_twice_and_not_three_times(site: Path) -> None:
    for number in (1, 2, 3):
        file = site / PAGE["sr"]
        file.write_text(file.read_text("utf-8").replace("{ #week }\n\n", "{ #week }\n\nа "), "utf-8")
        code, said = handbook(site, "keep", f"{SELLER}#week", "--reason", "слово „а“", "--today", f"2026-12-0{number}")
        assert code == (number == 3)
    assert said.startswith(f"{SELLER}#week was kept 2 times since it was last read.")
    assert line(site, "week").endswith('keep=sr 2026-12-01 "слово „а“"  keep=sr 2026-12-02 "слово „а“"')
    edit_en = site / PAGE["en"]
    edit_en.write_text(edit_en.read_text("utf-8").replace("{ #week }\n\n", "{ #week }\n\na a a "), "utf-8")
    assert handbook(site, "confirm", f"{SELLER}#week")[0] == 0
    assert "keep" not in line(site, "week")


def test_the_line_a_message_offers_is_the_line_a_command_writes(site: Path) -> None:
    edit(site, "sr")
    offered = handbook(site, "check")[1].partition(f"that writes this line into {LOCK}: ")[2].partition(" [behind]")[0]
    old = line(site, "week")
    by_hand = (site / LOCK).read_text("utf-8").replace(old, offered.replace("YYYY-MM-DD", "2026-12-01"))
    (site / LOCK).write_text(by_hand, "utf-8")
    assert handbook(site, "check") == (0, "The handbook is in order.\n")


def test_seed_writes_what_is_missing_and_changes_nothing(site: Path) -> None:
    text = (site / LOCK).read_text("utf-8")
    week = line(site, "week")
    (site / LOCK).write_text(text.replace(f"{week}\n", ""), "utf-8")
    edit(site, "sr")
    edit(site, "en")
    assert handbook(site, "seed", SELLER) == (0, f"{LOCK}\n")
    assert line(site, "week") != week
    assert handbook(site, "seed", "--all") == (0, "Nothing had to be written.\n")


def test_a_lock_that_cannot_be_read_is_not_written_over(site: Path) -> None:
    (site / LOCK).write_text("parity-lock 9\nrubbish\n")
    before = files(site)
    code, said = handbook(site, "seed", SELLER)
    assert (code, said.startswith(f"{LOCK}:1: The first line was expected")) == (1, True)
    assert files(site) == before


def test_status_counts_what_is_open(site: Path) -> None:
    edit(site, "sr")
    said = handbook(site, "status")[1]
    assert f"{SELLER}: 7 of 8 sections in step, en owes 1, 8 seeds nobody has confirmed\n" in said
    rows = json.loads(handbook(site, "status", "--format", "json")[1])["pages"]
    assert next(row for row in rows if row["page"] == SELLER) == {
        "page": SELLER, "sections": 8, "in_step": 7, "owes": {"sr": 0, "en": 1}, "to_confirm": 0, "seeds": 8,
        "keeps": 0, "waivers": 0,
    }  # fmt: skip


def git(site: Path, *words: str) -> None:
    author = ["-c", "user.name=a", "-c", "user.email=a@example.com"]
    subprocess.run(["git", *author, *words], cwd=site, check=True, capture_output=True)


def test_diff_shows_the_words_that_changed_where_git_has_them(site: Path) -> None:
    git(site, "init")
    git(site, "add", ".")
    git(site, "commit", "-m", "first")
    edit(site, "sr")
    code, said = handbook(site, "diff", f"{SELLER}#week")
    assert code == 0
    assert said.splitlines() == [f"{PAGE['sr']}:25-28: {SELLER}#week", "  Одељак недеља [-Текст.-] {+Други текст.+}"]


def test_diff_shows_the_paragraphs_where_there_is_no_history(site: Path) -> None:
    edit(site, "sr")
    said = handbook(site, "diff", SELLER)[1]
    assert "The text that was agreed on is not in the history here" in said
    assert f"{PAGE['sr']}:27: Други текст." in said


def test_diff_of_a_section_in_step_says_so(site: Path) -> None:
    assert handbook(site, "diff", f"{SELLER}#week") == (
        0,
        f"{SELLER}#week: nothing has changed since both languages agreed.\n",
    )


def test_fix_writes_the_id_that_one_language_lacks_and_leaves_the_rest(site: Path) -> None:
    file = site / PAGE["en"]
    whole = file.read_bytes().replace(b"\n", b"\r\n")
    file.write_bytes(whole.replace(b" { #week }", b""))
    assert handbook(site, "fix") == (0, f"{PAGE['en']}:23: ## Section week {{ #week }}\n1 line repaired.\n")
    assert file.read_bytes() == whole


def test_fix_copies_code_from_the_language_that_is_named_and_keeps_comments(site: Path) -> None:
    code = "```\nmake {} # {}\n```"
    for language, text in (("sr", code.format("serve", "покажи")), ("en", code.format("site", "show"))):
        file = site / PAGE[language]
        file.write_text(file.read_text("utf-8").replace(WEEK[language][0], f"{WEEK[language][0]}\n\n{text}"), "utf-8")
    assert handbook(site, "fix") == (0, "0 lines repaired.\n"), "without a language nobody knows which is right"
    assert handbook(site, "fix", "--from", "sr") == (0, f"{PAGE['en']}:28: make serve # show\n1 line repaired.\n")
    assert handbook(site, "check")[0] == 0


def test_two_branches_that_confirm_different_pages_merge(site: Path) -> None:
    git(site, "init", "--initial-branch=main")
    git(site, "add", ".")
    git(site, "commit", "-m", "first")
    for branch, page in (("one", SELLER), ("two", "marketing/roles/promoter")):
        git(site, "switch", "-c", branch, "main")
        handbook(site, "confirm", page)
        git(site, "commit", "-am", branch)
    git(site, "merge", "one")
    assert "seed" not in (site / LOCK).read_text("utf-8")
    assert handbook(site, "check") == (0, "The handbook is in order.\n")


@pytest.mark.parametrize(("language", "words", "other"), [
    ("sr", "до 24. децембра 2026.", "до 25. децембра 2026."), ("sr", "1.234,56 евра", "1.234,65 евра"),
    ("sr", "у 18.00 h", "у 18.30 h"), ("sr", "ana@primer.rs", "anna@primer.rs"), ("sr", "15 одсто", "16 одсто"),
    ("en", "by 24 December 2026", "by 24 November 2026"), ("en", "€1,234.56", "€1,234.57"),
    ("en", "at 6 pm", "at 6 am"), ("en", "+381 11 123 4567", "+381 11 123 4568"), ("en", "15%", "15"),
])  # fmt: skip
def test_values_are_compared_in_either_writing(site: Path, language: str, words: str, other: str) -> None:
    both = {"sr": "Стиже до 24. децембра 2026. у 18.00 h, по 1.234,56 евра (15 одсто), ana@primer.rs, +381 11 123 4567.",
            "en": "It comes by 24 December 2026 at 6 pm, for €1,234.56 (15%), ana@primer.rs, +381 11 123 4567."}  # fmt: skip
    for code, sentence in both.items():
        file = site / PAGE[code]
        file.write_text(file.read_text("utf-8").replace("{ #week }\n", f"{{ #week }}\n\n{sentence}\n"), "utf-8")
    assert handbook(site, "confirm", f"{SELLER}#week")[0] == 0, "in each language the same, in its own writing"
    file = site / PAGE[language]
    file.write_text(file.read_text("utf-8").replace(words, other), "utf-8")
    rule = "contacts" if "@" in words or "+" in words else "numbers"
    assert f"[{rule}]" in handbook(site, "check")[1]
