"""What a check has to say: one place, one sentence, one thing to do."""

from dataclasses import dataclass
from typing import Literal

Severity = Literal["error", "warning"]


class HandbookError(Exception):
    """The tool itself cannot work here (no docs, no settings); its text is for people."""


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A line (counted from 1) of a file (path from the handbook's root, with `/`)."""

    path: str
    line: int


@dataclass(frozen=True, slots=True)
class Finding:
    """A fault at a place: what is and what was expected (`message`), what to do (`fix`).

    `related` is where the other language, or the other end of the fault, stands.
    """

    place: Place
    rule: str
    message: str
    fix: str | None = None
    severity: Severity = "error"
    related: Place | None = None

    def __str__(self) -> str:
        advice = f" {self.fix}" if self.fix else ""
        mark = "warning: " if self.severity == "warning" else ""
        return f"{self.place.path}:{self.place.line}: {mark}{self.message}{advice} [{self.rule}]"
