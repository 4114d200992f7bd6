"""What the check costs: the real handbook from process start, and 2,000 pairs of pages against 100.

The pairs are copies of the real pages as further guides, with their locks; both sizes are checked in turn.
"""

import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT / "tests"))

from bench_trees import grown  # noqa: E402  # the path to it is set just above

ROUNDS = 3
FEW, MANY = 100, 2000


def main() -> None:
    """Measure and print; nothing is left behind."""
    best = min(wall(ROOT) for _ in range(2 * ROUNDS))
    print(f"check of the real handbook: {best:.2f} s from process start (at most 1.0)")
    with tempfile.TemporaryDirectory() as folder:
        trees = [grown(Path(folder, str(pairs)), pairs) for pairs in (FEW, MANY)]
        few, many = (min(times) for times in zip(*([wall(tree) for tree in trees] for _ in range(ROUNDS)), strict=True))
        print(f"growth: check of {MANY} pairs / check of {FEW} pairs = {many / few:.1f} (at most 30)")


def wall(tree: Path) -> float:
    """Seconds of `handbook check` on a tree, whatever it finds."""
    begin = time.monotonic()
    command = [str(Path(sys.executable).parent / "handbook"), "check", "--root", str(tree)]
    subprocess.run(command, capture_output=True, check=False)
    return time.monotonic() - begin


if __name__ == "__main__":
    main()
