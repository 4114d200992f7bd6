"""A preview never shows something false: after any edits it holds, byte for byte, what a whole build gives."""

import os
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from random import Random

import pytest

from conftest import ROOT, TESTS
from git import init
from handbook.checks.panel import FILE
from handbook.checks.runner import facts_findings
from handbook.languages.registry import CODES
from handbook.model.errors import RefusedError
from handbook.parity.confirm import confirm
from handbook.reading.load import read
from previewing import Running, copy_of, preview

EDITS = int(os.environ.get("HANDBOOK_EDITS", "8"))
"""How many edits are made; more of them: HANDBOOK_EDITS=200 pytest -n0 tests/test_preview_truth.py."""

Edit = Callable[[Path, Random], dict[str, str | None]]
"""From a handbook's folder to what is saved next, by path; None removes a file."""


GLOSSARY = "# Речник\n\nУвод.\n\n## Појам { #lead }\n\nОно што се тражи. И друго.\n"


def all_pages(root: Path) -> list[Path]:
    return sorted(file for code in CODES for file in (root / "docs" / code).rglob("*.md"))


def some_page(root: Path, rng: Random) -> Path:
    return rng.choice(all_pages(root))


def changed(root: Path, file: Path, number: int, line: str) -> dict[str, str | None]:
    lines = file.read_text("utf-8").split("\n")
    lines[number] = line
    return {file.relative_to(root).as_posix(): "\n".join(lines)}


def lines_of(file: Path, fits: Callable[[str], bool]) -> list[tuple[int, str]]:
    lines = file.read_text("utf-8").split("\n")
    start = lines.index("---", 1) + 1 if lines[0] == "---" else 0
    return [(number, line) for number, line in enumerate(lines) if number >= start and fits(line)]


def edit_line(fits: Callable[[str], bool], edit: Callable[[str, Random], str]) -> Edit:
    def change(root: Path, rng: Random) -> dict[str, str | None]:
        found = [(file, *place) for file in all_pages(root) for place in lines_of(file, fits)]
        if not found:
            return {}
        file, number, line = rng.choice(found)
        return changed(root, file, number, edit(line, rng))

    return change


def is_prose(line: str) -> bool:
    return line[:1].isalpha() and "|" not in line


def linked(line: str, rng: Random) -> str:
    return f"{line} [index](index.md) [нема](nema.md#x) CRM."


def in_glossary(root: Path, rng: Random) -> dict[str, str | None]:
    """Another definition; the smallest handbook has no glossary, so it gets one first."""
    file = root / f"docs/{rng.choice(CODES)}/glossary.md"
    if not file.exists():
        return {file.relative_to(root).as_posix(): GLOSSARY}
    number, line = rng.choice(lines_of(file, is_prose))
    return changed(root, file, number, f"Друго {rng.randrange(100)}. {line}")


def described(root: Path, rng: Random) -> dict[str, str | None]:
    file = some_page(root, rng)
    text = file.read_text("utf-8")
    new = (
        text.replace("description: ", "description: X ", 1)
        if text.startswith("---")
        else f"---\nicon: null\n---\n{text}"
    )
    return {file.relative_to(root).as_posix(): new}


def facts(root: Path, rng: Random) -> dict[str, str | None]:
    text = (root / "facts/exchanges.yml").read_text("utf-8")
    return {
        "facts/exchanges.yml": text.replace("sr: ", "sr: Ново ", 1)
        if "sr: Ново" not in text
        else text.replace("sr: Ново ", "sr: ")
    }


def unreadable(root: Path, rng: Random) -> dict[str, str | None]:
    path = rng.choice(["facts/roles.yml", "facts/teams.yml"])
    return {path: (root / path).read_text("utf-8") + "\nx: [\n"}


def mended(root: Path, rng: Random) -> dict[str, str | None]:
    texts = {path: (root / path).read_text("utf-8") for path in ("facts/roles.yml", "facts/teams.yml")}
    return {path: text.removesuffix("\nx: [\n") for path, text in texts.items()}


def removed(root: Path, rng: Random) -> dict[str, str | None]:
    return {some_page(root, rng).relative_to(root).as_posix(): None}


def added(root: Path, rng: Random) -> dict[str, str | None]:
    name = f"docs/{rng.choice(CODES)}/new-{rng.randrange(1000)}.md"
    return {name: "# Ново\n\nТекст са CRM.\n", "docs/sr/picture.svg": f"<svg><!-- {rng.random()} --></svg>"}


def agreed(root: Path, rng: Random) -> dict[str, str | None]:
    book = read(root)
    pages = sorted(path for path in book.paths if all(book.page(code, path) for code in CODES))
    with suppress(RefusedError):
        return dict(confirm(book, [rng.choice(pages).removesuffix(".md")], []))
    return {}


def titled_navigation(root: Path, rng: Random) -> dict[str, str | None]:
    text = (root / "mkdocs.yml").read_text("utf-8")
    return {
        "mkdocs.yml": text.replace("Продаја", "Сва продаја")
        if "Сва продаја" not in text
        else text.replace("Сва продаја", "Продаја")
    }


WORDS: tuple[Edit, ...] = (
    edit_line(is_prose, lambda line, rng: f"{line} Измена {rng.randrange(100)}."),
    edit_line(is_prose, lambda line, rng: f"{line} Допис."),
    edit_line(lambda line: line.startswith("## ") and "{" in line, lambda line, rng: line.replace(" {", " друкчије {")),
    edit_line(lambda line: line.startswith("## ") and "{ #" in line, lambda line, rng: line.replace("{ #", "{ #o-")),
    edit_line(is_prose, linked),
    edit_line(lambda line: line.startswith("- "), lambda line, rng: ""),
    agreed,
)
"""These touch single pages."""

ANYTHING: tuple[Edit, ...] = (
    *WORDS,
    edit_line(lambda line: line.startswith("# "), lambda line, rng: f"{line} {rng.randrange(100)}"),
    in_glossary, described, facts, unreadable, mended, removed, added, titled_navigation,
)  # fmt: skip


def differing(running: Running, expected: dict[str, bytes]) -> list[str]:
    shows = running.shows
    return sorted(name for name in {*shows, *expected} if shows.get(name) != expected.get(name))


def edited(running: Running, edits: tuple[Edit, ...], rng: Random, times: int) -> Iterator[str]:
    """Make edits and say after each what was done."""
    for _ in range(times):
        edit = rng.choice(edits)
        saved = edit(running.root, rng)
        for path, text in saved.items():
            running.save(path, text)
        yield f"{getattr(edit, '__name__', edit)} {[*saved]}"


@pytest.mark.parametrize("seed", [1, 2])
def test_after_any_edit_the_preview_is_what_a_whole_build_gives(tmp_path: Path, seed: int) -> None:
    with preview(copy_of(TESTS / "smallest", tmp_path)) as running:
        expected = running.clean()
        for done in edited(running, ANYTHING, Random(seed), EDITS):
            if facts_findings(read(running.root)):
                expected[FILE] = running.shows[FILE]
            else:
                expected = running.clean()
            assert differing(running, expected) == [], done


def test_after_edits_of_words_the_real_preview_is_what_a_whole_build_gives(tmp_path: Path) -> None:
    init(copy_of(ROOT, tmp_path), "2026-10-01")  # with history, pages tell when they last changed
    with preview(tmp_path) as running:
        assert "1. октобар 2026." in running.text("ask/index.html")
        done = [*edited(running, WORDS, Random(7), EDITS)]
        assert differing(running, running.clean()) == [], done
        done += edited(running, ANYTHING, Random(8), 2)
        for path, text in mended(running.root, Random(9)).items():
            running.save(path, text)
        assert differing(running, running.clean()) == [], done
