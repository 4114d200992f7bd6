"""What weaving costs: the build with the hooks against the same handbook with their work already written in.

Prints ratios, each measured side by side in this one run: the build / the build of the woven copy that
reads and checks the same; the same without any of the core; the core's time for 20 times as many pages.
"""

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from handbook.pages.compose import generated_blocks
from handbook.pages.index import mention_links, page_index
from handbook.reading.load import read
from trees import CODES

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT / "tests"))

from bench_trees import grown, woven_trees  # noqa: E402  # the path to it is set just above

ROUNDS = 7
TIMES = 20


def main() -> None:
    """Measure and print; nothing is left behind."""
    with tempfile.TemporaryDirectory() as folder:
        trees = woven_trees(Path(folder))
        times = best_times(list(trees.values()))
        whole, woven, bare = (times[tree] for tree in trees.values())
        print(f"weaving: the build / the build of the woven copy = {whole / woven:.3f} (at most 1.10)")
        print(f"all of the core, with reading and checking = {whole / bare:.3f}")
        pages = len(read(ROOT).paths)
        small, large = (core_time(grown(Path(folder, str(pairs)), pairs)) for pairs in (pages, TIMES * pages))
        print(f"growth: core time for {TIMES} times the pages = {large / small:.1f} times (linear is {TIMES})")


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


def core_time(tree: Path) -> float:
    """Reading, finding every mention and weaving every page, as one build does it."""
    start = time.process_time()
    book = read(tree)
    for code in CODES:
        threads = page_index(book, code)
        for page in book.in_language(code):
            generated_blocks(threads, page)
            list(mention_links(threads, page.path, list(page.outline.runs)))
    return time.process_time() - start


if __name__ == "__main__":
    main()
