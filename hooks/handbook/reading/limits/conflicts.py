"""Finds the marks that git leaves in a file which it could not merge, and the two versions between them."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from ...languages.messages import Message, msg, plural
from ...model.finding import Finding, Place

MARK = re.compile(r"^(?:<{7}|\|{7}|={7}|>{7})(?![^ \r\n])", re.MULTILINE)
EDGES = ("<" * 7, ">" * 7)
MOST_LINES = 9
"""How many lines with marks a message names."""


class Part(NamedTuple):
    """Lines of a file: those outside of conflicts are `ours` alone; `conflict` says which they are."""

    conflict: bool
    ours: list[str]
    theirs: list[str]


def conflict(path: str, text: str) -> Finding | None:
    """Return the finding about all conflict marks of a file; None if it has none.

    Seven equals signs alone are a heading in Markdown, so there they count only beside other marks.
    """
    marks = [*MARK.finditer(text)]
    if not marks or (path.endswith(".md") and not any(mark[0] in EDGES for mark in marks)):
        return None
    numbers = [text.count("\n", 0, mark.start()) + 1 for mark in marks[:MOST_LINES]]
    lines = ", ".join(map(str, numbers)) + (" …" if len(marks) > MOST_LINES else "")
    message = plural(
        "Git could not merge this file: there is a conflict mark on line {lines}.",
        "Git could not merge this file: there are conflict marks on lines {lines}.",
        number=len(marks),
        lines=lines,
    )
    return Finding(Place(path, numbers[0]), "conflict", message, _advice(path))


def parts(text: str) -> Iterator[Part]:
    """Yield the parts of a text with conflict marks, in order; what both versions came from is left out."""
    part, side = Part(False, [], []), 0
    for line in text.split("\n"):
        mark = MARK.match(line)
        match mark and mark[0][0]:
            case "<" | ">" as edge:
                yield part
                part, side = Part(edge == "<", [], []), 0
            case "|" | "=" as middle if part.conflict:
                side = 1 if middle == "=" else 2
            case _:
                (part.ours, part.theirs, [])[side].append(line)
    yield part


def _advice(path: str) -> Message:
    if path.endswith(".lock"):
        return msg(
            "Merge the texts first. Then run “handbook fix”, or delete these lines and all between them and confirm "
            "the sections again."
        )
    return msg("Keep what is right in the two versions between the marks, and delete the lines with the marks.")
