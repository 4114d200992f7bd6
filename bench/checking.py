"""What the check costs: the real handbook against a stock build of it, and 2,000 pairs of pages against 100.

The stock build is MkDocs with the theme and static-i18n, without our hooks and templates. The pairs are copies of the
real pages as further guides, with their locks. What is compared is run in turn.
"""

import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT / "tests"))

from bench_trees import grown  # noqa: E402  # the path to it is set just above
from trees import real_tree, settings  # noqa: E402

ROUNDS = 3
FEW, MANY = 100, 2000


def main() -> None:
    """Measure and print; nothing is left behind."""
    with tempfile.TemporaryDirectory() as folder:
        stock = without_hooks(Path(folder, "stock"))
        check, build = (["handbook", "check", "--root", str(ROOT)], stock_build(stock))
        times = [(user_time(check), user_time(build)) for _ in range(ROUNDS)]
        share = min(own for own, _ in times) / min(other for _, other in times)
        print(f"check of the real handbook / stock build of it = {share:.2f} of the processor time (at most 0.5)")
    with tempfile.TemporaryDirectory() as folder:
        trees = [grown(Path(folder, str(pairs)), pairs) for pairs in (FEW, MANY)]
        few, many = (min(times) for times in zip(*([wall(tree) for tree in trees] for _ in range(ROUNDS)), strict=True))
        print(f"growth: check of {MANY} pairs / check of {FEW} pairs = {many / few:.1f} (at most 30)")


def without_hooks(home: Path) -> Path:
    """Copy the real handbook into `home`, without our hooks and templates."""
    home.mkdir()
    real_tree(home)
    with settings(home) as stock:
        del stock["hooks"], stock["theme"]["custom_dir"]
    return home


def stock_build(home: Path) -> list[str]:
    """The command that builds a copy."""
    return ["mkdocs", "build", "--quiet", "--config-file", str(home / "mkdocs.yml"), "--site-dir", str(home / "site")]


def user_time(command: list[str]) -> float:
    """Seconds of processor time of a command of this environment, with its own child processes."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime
    subprocess.run([Path(sys.executable).parent / command[0], *command[1:]], capture_output=True, check=True)
    return resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime - before


def wall(tree: Path) -> float:
    """Seconds of `handbook check` on a tree, whatever it finds."""
    begin = time.monotonic()
    command = [str(Path(sys.executable).parent / "handbook"), "check", "--root", str(tree)]
    subprocess.run(command, capture_output=True, check=False)
    return time.monotonic() - begin


if __name__ == "__main__":
    main()
