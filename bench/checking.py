"""What the check costs: the real tree from process start, and 2,000 pairs of pages against 100.

The pairs are copies of the real pages as further guides, with their locks; both sizes are checked in turn.
"""

import shutil
import subprocess
import sys
import tempfile
import time
from itertools import cycle, islice
from pathlib import Path

from handbook.languages.registry import CODES
from handbook.reading.load import read

ROOT = Path(__file__).parent.parent
ROUNDS = 3
FEW, MANY = 100, 2000


def main() -> None:
    """Measure and print; nothing is left behind."""
    print(
        f"check of the real tree: {min(wall(ROOT) for _ in range(2 * ROUNDS)):.2f} s from process start (at most 1.0)"
    )
    with tempfile.TemporaryDirectory() as folder:
        trees = [grown(Path(folder, str(pairs)), pairs) for pairs in (FEW, MANY)]
        few, many = (min(times) for times in zip(*([wall(tree) for tree in trees] for _ in range(ROUNDS)), strict=True))
        print(f"growth: check of {MANY} pairs / check of {FEW} pairs = {many / few:.1f} (at most 30)")


def grown(tree: Path, pairs: int) -> Path:
    """The real tree with its pages repeated as guides; their markers and links give it findings to tell, too."""
    for name in ("docs", "facts", "parity"):
        shutil.copytree(ROOT / name, tree / name)
    shutil.copy(ROOT / "mkdocs.yml", tree)
    book = read(ROOT)
    for number, path in enumerate(islice(cycle(book.paths), pairs - len(book.paths))):
        for code in CODES:
            text = (ROOT / f"docs/{code}/{path}").read_text("utf-8")
            put(tree / f"docs/{code}/copies/{number}/{path}", text.replace("](", "](../../"))
        put(tree / f"parity/copies/{number}/{path.removesuffix('.md')}.lock", book.locks[path.removesuffix(".md")].text)
    return tree


def put(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, "utf-8")


def wall(tree: Path) -> float:
    """Seconds of `handbook check` on a tree, whatever it finds."""
    begin = time.monotonic()
    command = [str(Path(sys.executable).parent / "handbook"), "check", "--root", str(tree)]
    subprocess.run(command, capture_output=True, check=False)
    return time.monotonic() - begin


if __name__ == "__main__":
    main()
