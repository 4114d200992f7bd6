"""Two branches of one page: what each confirms merges, and what git cannot merge is resolved or reported once."""

import subprocess
from collections.abc import Callable
from datetime import date
from itertools import combinations, pairwise
from pathlib import Path

import pytest

from git import commit, git, init
from handbook.checks.runner import check
from handbook.editing.merge_locks import resolved_locks
from handbook.editing.rename import rename
from handbook.editing.write import write
from handbook.model.errors import RefusedError
from handbook.model.lock import lock_path
from handbook.parity.confirm import confirm, keep
from handbook.reading.load import read

TODAY = date(2026, 11, 24)
SELLER = "sales/roles/seller"
LOCK = lock_path(SELLER)
SECTIONS = ("", "responsibilities", "domains", "week", "works-with", "measures", "boundaries", "first-30-days")
WORDS = {"sr": "Додато.", "en": "Added."}
NEIGHBOURS, PAIRS = list(pairwise(SECTIONS)), list(combinations(SECTIONS, 2))


def edit(home: Path, section: str, *languages: str, words: str = "") -> None:
    """Add a paragraph to a section of the seller's page, in these languages."""
    for code in languages:
        file = home / f"docs/{code}/{SELLER}.md"
        head = f"{{ #{section} }}\n" if section else ("# Продавац\n" if code == "sr" else "# Seller\n")
        text = file.read_text("utf-8")
        assert head in text
        file.write_text(text.replace(head, f"{head}\n{words or WORDS[code]}\n"), "utf-8")


def both_confirmed(section: str, words: str = "") -> Callable[[Path], None]:
    def change(home: Path) -> None:
        edit(home, section, "sr", "en", words=words)
        write(home, confirm(read(home), [f"{SELLER}#{section}"], []))

    return change


def kept(section: str) -> Callable[[Path], None]:
    def change(home: Path) -> None:
        file = home / f"docs/sr/{SELLER}.md"
        head = f"{{ #{section} }}\n\n"
        file.write_text(file.read_text("utf-8").replace(head, f"{head}А "), "utf-8")
        write(home, keep(read(home), [f"{SELLER}#{section}"], "a word more", TODAY))

    return change


def new_section(id_: str, before: str) -> Callable[[Path], None]:
    def change(home: Path) -> None:
        for code, words in WORDS.items():
            file = home / f"docs/{code}/{SELLER}.md"
            text = file.read_text("utf-8")
            heading = next(line for line in text.splitlines() if line.endswith(f"{{ #{before} }}"))
            new = text.replace(heading, f"## {words} {{ #{id_} }}\n\n{words}\n\n{heading}")
            file.write_text(new, "utf-8")
        write(home, confirm(read(home), [f"{SELLER}#{id_}"], []))

    return change


def renamed(home: Path) -> None:
    write(home, rename(read(home), "seller", "merchant"))


def branch(home: Path, name: str, change: Callable[[Path], None]) -> None:
    git(home, "switch", "--quiet", "--create", name, "main")
    change(home)
    commit(home, "2026-11-02")


@pytest.mark.parametrize("pairs", [NEIGHBOURS, pytest.param(PAIRS, marks=pytest.mark.long)], ids=["neighbours", "all"])
def test_what_two_branches_confirm_in_two_sections_merges(smallest: Path, pairs: list[tuple[str, str]]) -> None:
    init(smallest, "2026-11-01")
    for section in SECTIONS:
        branch(smallest, f"in-{section}", both_confirmed(section))
    for one, other in pairs:
        git(smallest, "switch", "--quiet", "--detach", f"in-{one}")
        git(smallest, "merge", "--quiet", f"in-{other}")
        assert check(read(smallest), TODAY) == [], (one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (both_confirmed("week"), kept("works-with")),
        (kept("boundaries"), both_confirmed("domains")),
        (kept("domains"), kept("boundaries")),
        (new_section("one", "week"), new_section("other", "works-with")),
        (renamed, both_confirmed("week")),
        (kept("week"), renamed),
    ],
)
def test_different_changes_of_one_page_merge(
    smallest: Path, one: Callable[[Path], None], other: Callable[[Path], None]
) -> None:
    init(smallest, "2026-11-01")
    branch(smallest, "one", one)
    branch(smallest, "other", other)
    git(smallest, "merge", "--quiet", "one")
    found = [finding for finding in check(read(smallest), TODAY) if finding.rule != "sections"]
    assert found == [], "a role has the sections of every role, whatever the branches say"


def test_fix_resolves_what_conflicts_in_the_lock_alone(smallest: Path) -> None:
    """A new line of the lock stands just before one that changed: git cannot tell them apart, but the texts can."""
    init(smallest, "2026-11-01")
    branch(smallest, "one", new_section("new", "domains"))
    branch(smallest, "other", both_confirmed("week"))
    with pytest.raises(subprocess.CalledProcessError):
        git(smallest, "merge", "--quiet", "one")
    assert [finding.place.path for finding in check(read(smallest), TODAY) if finding.rule == "conflict"] == [LOCK]
    write(smallest, resolved_locks(read(smallest)))
    assert {finding.rule for finding in check(read(smallest), TODAY)} == {"sections"}


def conflict(home: Path) -> None:
    """Two branches add the same sentence to one section; one of them adds another that only its text has."""
    init(home, "2026-11-01")
    branch(home, "one", both_confirmed("week"))
    branch(home, "other", both_confirmed("week", words="7."))
    with pytest.raises(subprocess.CalledProcessError):
        git(home, "merge", "--quiet", "one")


def test_each_file_with_conflict_marks_is_told_once(smallest: Path) -> None:
    conflict(smallest)
    found = [(finding.rule, finding.place.path) for finding in check(read(smallest), TODAY)]
    assert found == [("conflict", f"docs/{code}/{SELLER}.md") for code in ("en", "sr")] + [("conflict", LOCK)]


def test_nothing_is_confirmed_on_a_page_with_conflict_marks(smallest: Path) -> None:
    conflict(smallest)
    with pytest.raises(RefusedError, match="Fix this first"):
        confirm(read(smallest), [SELLER], [])
    assert resolved_locks(read(smallest)) == {}


@pytest.mark.parametrize("side", ["one", "other"])
def test_fix_keeps_the_lock_line_that_fits_the_merged_text(smallest: Path, side: str) -> None:
    conflict(smallest)
    git(smallest, "checkout", side, "--", "docs")
    write(smallest, resolved_locks(read(smallest)))
    assert check(read(smallest), TODAY) == []
    assert (smallest / LOCK).read_text("utf-8") == git(smallest, "show", f"{side}:{LOCK}")


def test_fix_keeps_no_lock_line_if_none_fits(smallest: Path) -> None:
    conflict(smallest)
    git(smallest, "checkout", "one", "--", "docs")
    edit(smallest, "week", "sr", "en")
    write(smallest, resolved_locks(read(smallest)))
    assert [str(finding).partition("; ")[0] for finding in check(read(smallest), TODAY)] == [
        f"docs/sr/{SELLER}.md:25: #week: this section is new"
    ]


def test_facts_that_cannot_be_read_are_not_confirmed_to_be_gone(smallest: Path) -> None:
    facts = smallest / "facts/teams.yml"
    facts.write_text(facts.read_text("utf-8").replace("title: {sr: Власник", "titel: {sr: Власник"), "utf-8")
    with pytest.raises(RefusedError, match=r"Fix this first: facts/teams\.yml:"):
        confirm(read(smallest), ["facts/teams"], [])
