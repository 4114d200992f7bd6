"""What weaving costs: the build with the hooks against the same handbook with their work already written in."""

import tempfile
from collections.abc import Iterator
from pathlib import Path

from figures import Figure, build, costs, show

from bench_trees import woven_trees

ROUNDS = 7


def figures() -> Iterator[Figure]:
    """Compare the build with that of the woven copy, which reads and checks the same, and with one without the core."""
    with tempfile.TemporaryDirectory() as folder:
        measured = costs({name: build(home) for name, home in woven_trees(Path(folder)).items()}, ROUNDS)
    yield Figure("weaving: build / build of the woven copy", measured["whole"].cpu / measured["woven"].cpu, 1.1)
    yield Figure("all of the core: build / build without it", measured["whole"].cpu / measured["bare"].cpu)


if __name__ == "__main__":
    show(figures())
