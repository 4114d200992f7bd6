"""What weaving costs: the build with the hooks against the same tree with their work already written in.

Prints ratios, each measured side by side in this one run: the build / the build of the woven copy that
reads and checks the same; the same without any of the core; the core's time for 20 times as many pages.
"""

import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from handbook.languages.registry import CODES
from handbook.model.page import Page
from handbook.pages.compose import compose
from handbook.pages.index import PageIndex, mention_links, page_index
from handbook.reading.load import read

ROOT = Path(__file__).parent.parent
ROUNDS = 7
WEAVING = ("add_generated_parts.py", "link_mentions.py")
CHECKING = ("load_and_check.py", "add_placeholder_pages.py", "write_data_files.py")
BESIDE = (
    "write_search_indexes.py", "print_books.py", "add_page_footer.py",
    "write_redirects.py", "show_findings.py", "incremental_preview.py",
)  # fmt: skip
"""Hooks that need what is read but do no weaving; they are left out of every copy."""


def main() -> None:
    """Measure and print; nothing is left behind."""
    with tempfile.TemporaryDirectory() as folder:
        trees = copies(Path(folder))
        times = best_times(list(trees.values()))
        whole, woven, bare = (times[tree] for tree in trees.values())
        print(f"weaving: the build / the build of the woven copy = {whole / woven:.3f} (at most 1.10)")
        print(f"all of the core, with reading and checking = {whole / bare:.3f}")
        small, large = (core_time(grown(Path(folder, str(times)), times)) for times in (1, 20))
        print(f"growth: core time for 20 times the pages = {large / small:.1f} times (linear is 20)")


def copies(folder: Path) -> dict[str, Path]:
    """The handbook as it is, with its generated parts written in, and with nothing of the core besides."""
    trees = {name: folder / name for name in ("whole", "woven", "bare")}
    for tree in trees.values():
        copy(tree)
        without(tree, BESIDE)
    for name in ("woven", "bare"):
        write_woven(trees[name])
    without(trees["woven"], WEAVING)
    read_elsewhere(trees["woven"], trees["whole"])
    without(trees["bare"], WEAVING + CHECKING)
    return trees


def copy(to: Path) -> None:
    for name in ("docs", "facts", "parity", "hooks", "overrides"):
        shutil.copytree(ROOT / name, to / name)
    shutil.copy(ROOT / "mkdocs.yml", to)


def write_woven(tree: Path) -> None:
    """Write what the hooks make into the pages, and take the hooks out."""
    book = read(tree)
    for code in CODES:
        threads = page_index(book, code)
        for page in book.in_language(code):
            file = tree / page.source
            head, body = split(file.read_text("utf-8"))
            file.write_text(head + compose(with_links(body, page, threads), threads, page.path), "utf-8")


def without(tree: Path, hooks: tuple[str, ...]) -> None:
    """Take hooks out of a copy's settings."""
    settings = (tree / "mkdocs.yml").read_text("utf-8")
    kept = (line for line in settings.split("\n") if not line.endswith(hooks))
    (tree / "mkdocs.yml").write_text("\n".join(kept), "utf-8")


def read_elsewhere(tree: Path, whole: Path) -> None:
    """Let the woven copy read and check the same pages as the other, and spin no threads of its own."""
    hook = tree / "hooks/load_and_check.py"
    text = hook.read_text("utf-8").replace("Path(config.config_file_path).parent", f'Path("{whole}")')
    hook.write_text(text.partition("def on_pre_build")[0], "utf-8")


def split(text: str) -> tuple[str, str]:
    if not text.startswith("---\n"):
        return "", text
    head, rest = text[4:].split("\n---\n", 1)
    return f"---\n{head}\n---\n", rest


def with_links(body: str, page: Page, threads: PageIndex) -> str:
    """The links of the mentions as an author would have written them."""
    runs = list(page.outline.runs)
    found = list(mention_links(threads, page.path, runs))
    starts, cursor = [], 0
    for run in runs:
        cursor = body.index(run.text, cursor)
        starts.append(cursor)
        cursor += len(run.text)
    for index, mark in reversed(found):
        start, end = starts[index] + mark.start, starts[index] + mark.end
        tip = f' "{mark.tooltip}"' if mark.tooltip and '"' not in mark.tooltip else ""
        body = f"{body[:start]}[{body[start:end]}]({mark.href}{tip}){body[end:]}"
    return body


def best_times(trees: list[Path]) -> dict[Path, float]:
    """All builds in turn; the quickest of each counts, as noise only ever adds."""
    times: dict[Path, list[float]] = {tree: [] for tree in trees}
    for _ in range(ROUNDS):
        for tree in trees:
            times[tree].append(build_time(tree))
    return {tree: min(some) for tree, some in times.items()}


def build_time(tree: Path) -> float:
    mkdocs = str(Path(sys.executable).parent / "mkdocs")
    command = [mkdocs, "build", "--quiet", "--site-dir", str(tree / "site")]
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    before = os.times()
    subprocess.run(command, cwd=tree, check=True, capture_output=True, env=environment)
    after = os.times()
    return after.children_user - before.children_user


def grown(tree: Path, times: int) -> Path:
    """The real tree with its pages repeated as further guides, but for the one that lists every page."""
    copy(tree)
    for code in CODES:
        home = tree / "docs" / code
        pages = [
            page for page in home.rglob("*.md") if "<!-- handbook/translation-status" not in page.read_text("utf-8")
        ]
        for number in range(1, times):
            for page in pages:
                target = home / f"copy-{number}" / page.relative_to(home)
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_text(page.read_text("utf-8"), "utf-8")
    return tree


def core_time(tree: Path) -> float:
    """Reading, finding every mention and weaving every page, as one build does it."""
    start = time.process_time()
    book = read(tree)
    for code in CODES:
        threads = page_index(book, code)
        for page in book.in_language(code):
            compose((tree / page.source).read_text("utf-8"), threads, page.path)
            list(mention_links(threads, page.path, list(page.outline.runs)))
    return time.process_time() - start


if __name__ == "__main__":
    main()
