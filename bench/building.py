"""What checks and builds cost beside a stock build of the real handbook, and how they grow with it.

The stock build is MkDocs with the theme and static-i18n, without our hooks and templates. A handbook grows by whole
generations of roles and responsibilities, see `tests/bench_trees.py`.
"""

import tempfile
from collections.abc import Iterator
from math import log
from pathlib import Path

from figures import ROOT, Cost, Figure, build, costs, show, size

from bench_trees import grown, without_hooks
from handbook.reading.load import read
from trees import real_tree

MEMORY = 1.5
"""Of a build after the first one, which takes 1.75: it parses every page. Lxml takes a tenth of a stock build's memory,
the code of the program and the handbook a fifth each."""
SITE = 1.1
GENERATIONS = (5, 24)
"""About 250 and 1,000 pairs of pages."""


def figures() -> Iterator[Figure]:
    """Compare the check and the build with a stock build, and a large handbook with a larger one."""
    with tempfile.TemporaryDirectory() as folder:
        ours, stock = real_tree(Path(folder, "ours")), without_hooks(real_tree(Path(folder, "stock")))
        measured = costs({"check": ["handbook", "check", "--root", ROOT], "build": build(ours), "stock": build(stock)})
        whole = measured["stock"]
        yield Figure("check / stock build, processor time", measured["check"].cpu / whole.cpu, 0.5)
        yield Figure(
            "build / stock build, processor time", measured["build"].cpu / whole.cpu, 1.5, note=seconds(measured)
        )
        yield Figure("build / stock build, memory", measured["build"].memory / whole.memory, MEMORY)
        yield Figure("site / stock site, bytes", size(ours / "site") / size(stock / "site"), SITE)
    with tempfile.TemporaryDirectory() as folder:
        yield from growth([grown(Path(folder, str(number)), number) for number in GENERATIONS])


def seconds(measured: dict[str, Cost]) -> str:
    return f"{measured['build'].cpu:.2f} s / {measured['stock'].cpu:.2f} s"


def growth(homes: list[Path]) -> Iterator[Figure]:
    """How the costs of two handbooks grow, as exponents: 1 is in proportion to the pages, 2 with their square."""
    small, large = (len(read(home).paths) for home in homes)
    checks = costs({str(home): ["handbook", "check", "--root", home] for home in homes}, rounds=3)
    builds = costs({str(home): build(home) for home in homes}, rounds=1)

    def exponent(name: str, values: list[float], limit: float | None = 1.1) -> Figure:
        grown_by = log(values[1] / values[0]) / log(large / small)
        return Figure(f"growth from {small} to {large} pairs: {name}", grown_by, limit)

    yield exponent("check, processor time", [checks[str(home)].cpu for home in homes])
    yield exponent("build, processor time", [builds[str(home)].cpu for home in homes])
    yield exponent("build, memory", [builds[str(home)].memory for home in homes])
    yield exponent("site, bytes", [size(home / "site") for home in homes])


if __name__ == "__main__":
    show(figures())
