"""A preview never shows something false: after any edits it holds, byte for byte, what a whole build gives."""

import os
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path
from random import Random

import pytest
import yaml

from git import init
from handbook.checks.reports.panel import FILE
from handbook.checks.runner import facts_findings
from handbook.model.errors import RefusedError
from handbook.pages.index import page_index
from handbook.parity.confirm import confirm
from handbook.reading.load import read
from preview.affected import affected_pages, page_inputs
from previewing import Running, preview
from trees import CODES, settings

EDITS = int(os.environ.get("HANDBOOK_EDITS", "8"))
"""How many edits the long tests make; more of them: HANDBOOK_EDITS=200 pytest -n0 -m long tests/test_preview_truth.py."""

Saved = dict[str, str | None]
"""What is saved, by path; None removes a file."""
Edit = Callable[[Path, Random], Saved]
"""From a handbook's folder to what is saved next."""

GLOSSARY = "# Речник\n\nУвод.\n\n## Појам { #lead }\n\nОно што се тражи. И друго.\n"
FACTS = ("facts/roles.yml", "facts/teams.yml")
UNREADABLE = "\nx: [\n"


def all_pages(home: Path) -> list[Path]:
    return sorted((home / "docs").glob("*/**/*.md"))


def with_line(home: Path, file: Path, number: int, line: str) -> Saved:
    lines = file.read_text("utf-8").split("\n")
    lines[number] = line
    return {file.relative_to(home).as_posix(): "\n".join(lines)}


def lines_of(file: Path, fits: Callable[[str], bool]) -> list[tuple[int, str]]:
    lines = file.read_text("utf-8").split("\n")
    start = lines.index("---", 1) + 1 if lines[0] == "---" else 0
    return [(number, line) for number, line in enumerate(lines) if number >= start and fits(line)]


def edit_line(
    fits: Callable[[str], bool], edit: Callable[[str, Random], str], pages: Callable[[Path], list[Path]] = all_pages
) -> Edit:
    """An edit of one line that fits, on any of some pages."""

    def change(home: Path, rng: Random) -> Saved:
        found = [(file, *place) for file in pages(home) for place in lines_of(file, fits)]
        if not found:
            return {}
        file, number, line = rng.choice(found)
        return with_line(home, file, number, edit(line, rng))

    return change


def is_prose(line: str) -> bool:
    return line[:1].isalpha() and "|" not in line


def is_heading(line: str) -> bool:
    return line.startswith("## ") and "{ #" in line


def in_glossary(home: Path, rng: Random) -> Saved:
    """Another definition; the smallest handbook has no glossary, so it gets one first."""
    file = home / f"docs/{rng.choice(CODES)}/glossary.md"
    if not file.exists():
        return {file.relative_to(home).as_posix(): GLOSSARY}
    number, line = rng.choice(lines_of(file, is_prose))
    return with_line(home, file, number, f"Друго {rng.randrange(100)}. {line}")


def description(home: Path, rng: Random) -> Saved:
    file = rng.choice(all_pages(home))
    text = file.read_text("utf-8")
    if text.startswith("---"):
        text = text.replace("description: ", "description: X ", 1)
    else:
        text = f"---\nicon: null\n---\n{text}"
    return {file.relative_to(home).as_posix(): text}


def facts(home: Path, rng: Random) -> Saved:
    path = "facts/exchanges.yml"
    data = yaml.safe_load((home / path).read_text("utf-8"))
    rng.choice([*data.values()])["gives"]["sr"] = f"Ново {rng.randrange(100)}"
    return {path: yaml.safe_dump(data, allow_unicode=True)}


def navigation(home: Path, rng: Random) -> Saved:
    with settings(home) as changed:
        section = rng.choice([entry for entry in changed["nav"] if isinstance(entry, dict)])
        title, pages = section.popitem()
        section[f"{title} {rng.randrange(100)}"] = pages
    return {"mkdocs.yml": (home / "mkdocs.yml").read_text("utf-8")}


def unreadable_facts(home: Path, rng: Random) -> Saved:
    path = rng.choice(FACTS)
    return {path: (home / path).read_text("utf-8") + UNREADABLE}


def readable_facts(home: Path, _: Random) -> Saved:
    return {path: (home / path).read_text("utf-8").replace(UNREADABLE, "") for path in FACTS}


def removed_page(home: Path, rng: Random) -> Saved:
    return {rng.choice(all_pages(home)).relative_to(home).as_posix(): None}


def added_page(home: Path, rng: Random) -> Saved:
    return {f"docs/{rng.choice(CODES)}/new-{rng.randrange(1000)}.md": "# Ново\n\nТекст са CRM.\n"}


def added_picture(home: Path, rng: Random) -> Saved:
    return {"docs/sr/picture.svg": f"<svg><!-- {rng.random()} --></svg>"}


def confirmed_page(home: Path, rng: Random) -> Saved:
    """The lock of some page that has something to confirm."""
    book = read(home)
    paths = [path for path in book.paths if all(book.page(code, path) for code in CODES)]
    for path in rng.sample(paths, len(paths)):
        with suppress(RefusedError):
            if writes := confirm(book, [path.removesuffix(".md")], []):
                return dict(writes)
    return {}


def edits_of_words(pages: Callable[[Path], list[Path]] = all_pages) -> dict[str, Edit]:
    """Edits of single pages, by what they change."""
    return {
        "a number": edit_line(is_prose, lambda line, rng: f"{line} Измена {rng.randrange(100)}.", pages),
        "a sentence": edit_line(is_prose, lambda line, _: f"{line} Допис.", pages),
        "a heading": edit_line(is_heading, lambda line, _: line.replace(" {", " друкчије {"), pages),
        "an id": edit_line(is_heading, lambda line, _: line.replace("{ #", "{ #o-"), pages),
        "links": edit_line(is_prose, lambda line, _: f"{line} [index](index.md) [нема](nema.md#x) CRM.", pages),
        "an item of a list": edit_line(lambda line: line.startswith("- "), lambda line, _: "", pages),
        "a lock": confirmed_page,
    }


WORDS = edits_of_words()
AROUND: dict[str, Edit] = {
    "a title": edit_line(lambda line: line.startswith("# "), lambda line, rng: f"{line} {rng.randrange(100)}"),
    "the glossary": in_glossary,
    "a description": description,
    "facts": facts,
    "the navigation": navigation,
    "a removed page": removed_page,
    "a new page": added_page,
    "a new picture": added_picture,
}
"""Edits that other pages may show."""

READABILITY: dict[str, Edit] = {"unreadable facts": unreadable_facts, "readable facts": readable_facts}
ANYTHING = WORDS | AROUND | READABILITY


def save(running: Running, edit: Edit, rng: Random) -> Saved:
    """Make an edit; what was saved."""
    saved = edit(running.home, rng)
    for path, text in saved.items():
        running.save(path, text)
    return saved


def edited(running: Running, names: Iterable[str], rng: Random) -> list[str]:
    """Make one edit of each kind; what was saved, for the message of a test that fails."""
    return [f"{name}: {[*save(running, ANYTHING[name], rng)]}" for name in names]


def differing(running: Running, expected: dict[str, bytes]) -> list[str]:
    shows = running.shows
    return sorted(name for name in {*shows, *expected} if shows.get(name) != expected.get(name))


def some_pages(home: Path) -> list[Path]:
    """Pages of the example that other pages mention and list."""
    return [home / "docs/sr" / path for path in ("sales/roles/manager.md", "sales/responsibilities/pricing.md")]


def test_after_edits_of_words_the_preview_is_what_a_whole_build_gives(example: Path) -> None:
    init(example, "2026-10-01")  # with history, pages show when they last changed
    with preview(example) as running:
        assert "1. октобар 2026." in running.text("ask/index.html")
        first, rng, done = running.builder.config, Random(1), list[str]()
        for name, edit in edits_of_words(some_pages).items():
            saved = save(running, edit, rng)
            assert saved, f"the example has no place for an edit of {name}"
            assert running.builder.config is first, f"an edit of {name} was not shown without building everything"
            done += saved
        assert differing(running, running.whole()) == [], done


@pytest.mark.parametrize("name", AROUND)
def test_an_edit_that_other_pages_may_show_touches_every_page(smallest: Path, name: str) -> None:
    before = {code: page_inputs(page_index(read(smallest), code)) for code in CODES}
    saved = AROUND[name](smallest, Random(2))
    assert saved
    for path, text in saved.items():
        file = smallest / path
        file.unlink() if text is None else file.write_text(text, "utf-8")
        for code in CODES:
            assert (
                affected_pages(before[code], page_inputs(page_index(read(smallest), code)), frozenset([path])) is None
            )


def test_after_edits_of_all_other_kinds_the_preview_is_what_a_whole_build_gives(smallest: Path) -> None:
    with preview(smallest) as running:
        rng = Random(3)
        done = edited(running, AROUND, rng)
        expected = running.whole()
        assert differing(running, expected) == [], done
        done += edited(running, ["unreadable facts", "a sentence"], rng)
        assert differing(running, expected) == [FILE], done
        done += edited(running, ["readable facts"], rng)
        assert differing(running, running.whole()) == [], done


@pytest.mark.long
@pytest.mark.parametrize("seed", [1, 2])
def test_after_each_random_edit_the_preview_is_what_a_whole_build_gives(smallest: Path, seed: int) -> None:
    with preview(smallest) as running:
        expected, rng = running.whole(), Random(seed)
        for _ in range(EDITS):
            done = edited(running, [rng.choice([*ANYTHING])], rng)
            if facts_findings(read(running.home)):
                expected[FILE] = running.shows[FILE]
            else:
                expected = running.whole()
            assert differing(running, expected) == [], done


@pytest.mark.long
def test_after_random_edits_the_preview_of_the_real_handbook_is_what_a_whole_build_gives(real: Path) -> None:
    init(real, "2026-10-01")
    with preview(real) as running:
        rng = Random(7)
        done = edited(running, rng.choices([*WORDS], k=EDITS), rng)
        assert differing(running, running.whole()) == [], done
        done += edited(running, [*rng.choices([*ANYTHING], k=2), "readable facts"], rng)
        assert differing(running, running.whole()) == [], done
