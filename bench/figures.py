"""What the benches share: figures with their limits, one table of them, and costs measured in turn."""

import os
import shutil
import statistics
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TypeVar

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT / "tests"))
ROUNDS = 5

Value = TypeVar("Value")


@dataclass(frozen=True)
class Figure:
    """What was measured, its value and its limit: at most that, or with `least` at least that; None: no limit."""

    name: str
    value: float
    limit: float | None = None
    least: bool = False
    note: str = ""

    @property
    def kept(self) -> bool:
        """Whether the value is within its limit."""
        if self.limit is None:
            return True
        return self.value >= self.limit if self.least else self.value <= self.limit

    @property
    def row(self) -> tuple[str, str, str, str]:
        limit = "" if self.limit is None else f"{'≥' if self.least else '≤'} {self.limit:g}"
        return self.name, f"{self.value:.3g}", limit if self.kept else f"{limit} OUTSIDE", self.note


@dataclass(frozen=True)
class Cost:
    """What a command took: seconds of processor time, and MiB of memory at its peak."""

    cpu: float
    memory: float


def show(figures: Iterable[Figure]) -> None:
    """Print figures as one table; ends with 1 if one is outside its limit."""
    measured = [*figures]
    rows = [("figure", "value", "limit", ""), *(figure.row for figure in measured)]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        print("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip())
    sys.exit(not all(figure.kept for figure in measured))


def in_turn(measures: Mapping[str, Callable[[], Value]], rounds: int = ROUNDS) -> dict[str, list[Value]]:
    """Measure several things again and again, one after the other, so that all meet the same machine."""
    values: dict[str, list[Value]] = {name: [] for name in measures}
    for _ in range(rounds):
        for name, measure in measures.items():
            values[name].append(measure())
    return values


def costs(commands: Mapping[str, Sequence[str | Path]], rounds: int = ROUNDS) -> dict[str, Cost]:
    """Run commands of this environment in turn; returns the median cost of each.

    Each is run once before, so that Python's modules and the theme's templates are compiled, as they are at work.
    """
    in_turn({name: partial(cost, command) for name, command in commands.items()}, rounds=1)
    measured = in_turn({name: partial(cost, command) for name, command in commands.items()}, rounds)
    return {name: _median(some) for name, some in measured.items()}


def cost(command: Sequence[str | Path]) -> Cost:
    """Run a command of this environment and return what it took. Raises `RuntimeError` if it fails.

    A build writes into a folder that is not there yet: removing the last site would count in every build.
    """
    if "--site-dir" in command:
        shutil.rmtree(command[-1], ignore_errors=True)
    program = Path(sys.executable).parent / command[0]
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    output = [(os.POSIX_SPAWN_OPEN, stream, os.devnull, os.O_WRONLY, 0) for stream in (1, 2)]
    process = os.posix_spawn(
        program, [*map(str, command)], environment | {"NO_MKDOCS_2_WARNING": "1"}, file_actions=output
    )
    _, status, used = os.wait4(process, 0)
    if status:
        raise RuntimeError(f"{command} failed")
    kilobytes = used.ru_maxrss / (1024 if sys.platform == "darwin" else 1)
    return Cost(used.ru_utime + used.ru_stime, kilobytes / 1024)


def _median(some: list[Cost]) -> Cost:
    return Cost(statistics.median(one.cpu for one in some), statistics.median(one.memory for one in some))


def build(home: Path) -> list[str | Path]:
    """The command that builds a handbook into a folder inside it."""
    return ["mkdocs", "build", "--quiet", "--config-file", home / "mkdocs.yml", "--site-dir", home / "site"]


def size(folder: Path) -> int:
    """The bytes of all files below a folder."""
    return sum(file.stat().st_size for file in folder.rglob("*") if file.is_file())
