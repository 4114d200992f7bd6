"""Copies of a handbook that `make bench` builds or checks and compares."""

import re
from collections.abc import Callable, Collection, Mapping, Set
from itertools import product
from pathlib import Path
from string import ascii_uppercase
from typing import Any

import yaml
from click.testing import CliRunner

from handbook.cli.main import commands
from handbook.model.page import Page
from handbook.pages.compose import Blocks, GeneratedBlocks
from handbook.pages.elements import Heading
from handbook.pages.index import PageIndex, mention_links, page_index
from handbook.reading.load import read
from handbook.reading.markdown import outline
from trees import CODES, TESTS, real_tree, settings

READING = "load_and_check.py"
WEAVING = ("add_generated_parts.py", "link_mentions.py")
CHECKING = (READING, "add_placeholder_pages.py", "write_data_files.py")
BESIDE = (
    "write_search_indexes.py",
    "offer_sheets.py",
    "print_books.py",
    "date_pages.py",
    "add_page_footer.py",
    "write_redirects.py",
    "show_findings.py",
    "incremental_preview.py",
)
"""Hooks that need what is read but do no weaving; they are left out of every copy."""


def woven_trees(folder: Path, copy: Callable[[Path], Path] = real_tree) -> dict[str, Path]:
    """A handbook as it is, with its generated parts written into its pages, and that without any of the core."""
    trees = {name: copy(folder / name) for name in ("whole", "woven", "bare")}
    leave_out(trees["whole"], BESIDE)
    for name in ("woven", "bare"):
        write_woven(trees[name])
        leave_out(trees[name], BESIDE + WEAVING)
    read_the_original(trees["woven"], trees["whole"])
    replace_reading(trees["bare"], "no_core.py")
    leave_out(trees["bare"], CHECKING[1:])
    return trees


def without_hooks(home: Path) -> Path:
    """Take our hooks and templates out of a copy."""
    with settings(home) as changed:
        del changed["hooks"], changed["theme"]["custom_dir"]
    return home


def leave_out(home: Path, names: Collection[str]) -> None:
    """Leave hooks out of the settings of a copy."""
    with settings(home) as changed:
        hooks = [hook for hook in changed["hooks"] if Path(hook).name not in names]
        assert len(changed["hooks"]) - len(hooks) == len(names), f"not all of these are hooks: {names}"
        changed["hooks"] = hooks


def read_the_original(home: Path, original: Path) -> None:
    """Let a copy read and check another handbook instead of itself."""
    with settings(home) as changed:
        changed["extra"]["original"] = str(original)
    replace_reading(home, "read_the_original.py")


def replace_reading(home: Path, hook: str) -> None:
    """Put a hook of the tests in the place of the one that reads and checks."""
    with settings(home) as changed:
        changed["hooks"] = [str(TESTS / hook) if Path(name).name == READING else name for name in changed["hooks"]]


def write_woven(home: Path) -> None:
    """Write what the hooks make into the pages."""
    book = read(home)
    for code in CODES:
        threads = page_index(book, code)
        for page in book.in_language(code):
            file = home / page.source
            head, body = split(file.read_text("utf-8"))
            file.write_text(head + with_blocks(with_links(body, page, threads), threads, page.path), "utf-8")


def with_blocks(body: str, threads: PageIndex, path: str) -> str:
    """The text of a page with everything that is generated into it, as an author would have written it."""
    page, read_as, lines = GeneratedBlocks(threads, path), outline(body), body.split("\n")
    for marker in read_as.markers:
        blocks = page.part(marker) if marker.alone else None
        if blocks is not None:
            lines[marker.line - 1] = in_markdown(blocks)
    elsewhere = page.terms_elsewhere()
    for heading in read_as.headings:
        lines[heading.line - 1] += in_markdown(elsewhere.get(heading.id or "", ()))
    title = next((heading.line for heading in read_as.headings if heading.level == 1), 0)
    lines.insert(title, in_markdown(page.banner()))
    return "\n".join([*lines, in_markdown(page.backlinks())])


def in_markdown(blocks: Blocks) -> str:
    """Generated blocks as Markdown: headings as such, the rest as HTML."""
    texts = (
        f"{'#' * block.level} {block.text} {{ #{block.id} }}" if isinstance(block, Heading) else block
        for block in blocks
    )
    content = "\n\n".join(texts)
    return f'\n<div class="handbook-part" markdown>\n\n{content}\n\n</div>\n' if blocks else ""


def split(text: str) -> tuple[str, str]:
    """The front matter of a page, and the rest."""
    if not text.startswith("---\n"):
        return "", text
    head, line, body = text.partition("\n---\n")
    return head + line, body


def with_links(body: str, page: Page, threads: PageIndex) -> str:
    """The links of the mentions as an author would have written them."""
    runs = list(page.outline.runs)
    starts, cursor = [], 0
    for run in runs:
        cursor = body.index(run.text, cursor)
        starts.append(cursor)
        cursor += len(run.text)
    for index, mark in reversed(list(mention_links(threads, page.path, runs))):
        start, end = starts[index] + mark.start, starts[index] + mark.end
        tip = f' "{mark.tooltip}"' if mark.tooltip and '"' not in mark.tooltip else ""
        body = f"{body[:start]}[{body[start:end]}]({mark.href}{tip}){body[end:]}"
    return body


def grown(home: Path, generations: int) -> Path:
    """The real handbook with so many more generations of its roles and responsibilities.

    Each generation has ids, titles, facts, places in the navigation and locks of its own; its roles report to one
    another. Everything is in order, so that it can be built.
    """
    book = read(real_tree(home))
    names = {entry.id: entry.page.removesuffix(".md") for entry in book.facts.entries}
    for number in range(1, generations + 1):
        copy_pages(home, names, number)
    grow_facts(home, set(names), generations)
    with settings(home) as changed:
        pages = {f"{path}.md" for path in names.values()}
        changed["nav"] = grown_navigation(changed["nav"], pages, generations)
    CliRunner().invoke(commands, ["seed", "--all", "--root", str(home)], catch_exceptions=False)
    return home


def word(code: str, number: int) -> str:
    """A word that tells a generation from the others: a letter of the language, and two that no other word ends with."""
    letters, end = ("АБВГДЕЗИЈКЛЉМНЊОПРСТУФХЦЏ", "гх") if code == "sr" else (ascii_uppercase, "gh")
    return f"{letters[number]}{end}"


def copy_pages(home: Path, names: Mapping[str, str], number: int) -> None:
    """Copy the pages of entries for a generation; they have no names but their titles, which end with its word."""
    for path, code in product(names.values(), CODES):
        head, body = split((home / f"docs/{code}/{path}.md").read_text("utf-8"))
        description = {"description": yaml.safe_load(head.strip("-\n")).get("description", "")} if head else {}
        body = re.sub(r"^# .*$", rf"\g<0> {word(code, number)}", body, count=1, flags=re.M)
        write(
            home / f"docs/{code}/{path}-g{number}.md",
            f"---\n{yaml.safe_dump(description, allow_unicode=True)}---\n{body}",
        )


def grow_facts(home: Path, ids: Set[str], generations: int) -> None:
    """Copy the entries of facts for each generation, with the ids of that generation, and phrases that end with it."""
    for name in ("roles", "responsibilities", "exchanges", "decisions", "measures", "meetings"):
        file = home / f"facts/{name}.yml"
        entries = yaml.safe_load(file.read_text("utf-8"))
        copies = {
            f"{key}-g{number}": renamed(entry, ids, number)
            for number in range(1, generations + 1)
            for key, entry in entries.items()
        }
        file.write_text(yaml.safe_dump(entries | copies, allow_unicode=True, sort_keys=False), "utf-8")


def renamed(value: Any, ids: Set[str], number: int) -> Any:
    """A fact in which each id is that of a generation, and the name of which ends with its word."""
    match value:
        case dict():
            return {key: named(key, renamed(one, ids, number), number) for key, one in value.items()}
        case list():
            return [renamed(one, ids, number) for one in value]
        case str() if value in ids:
            return f"{value}-g{number}"
    return value


def named(key: str, value: Any, number: int) -> Any:
    """The value of a key of a fact; a name or a phrase in each language is that of a generation."""
    if key in ("name", "phrase"):
        return {code: f"{text} {word(code, number)}" for code, text in value.items()}
    return value


def grown_navigation(items: list[Any], pages: Set[str], generations: int) -> list[Any]:
    """The navigation with each page followed by its copies."""
    grown: list[Any] = []
    for item in items:
        if isinstance(item, dict):
            item = {title: grown_navigation(below, pages, generations) for title, below in item.items()}
        grown.append(item)
        if not isinstance(item, dict) and item in pages:
            path = item.removesuffix(".md")
            grown += [f"{path}-g{number}.md" for number in range(1, generations + 1)]
    return grown


def write(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, "utf-8")
