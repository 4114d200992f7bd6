"""A finding: the result of a check, with its place, message and advice."""

from dataclasses import dataclass, replace
from typing import Literal

from ..languages.messages import SOURCE, Message, msg

Severity = Literal["error", "warning"]
WARNING = msg("warning:")


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A line (counted from 1) of a file (path from the handbook's root, with `/`)."""

    path: str
    line: int

    def __str__(self) -> str:
        return f"{self.path}:{self.line}"


@dataclass(frozen=True, slots=True)
class Finding:
    """A fault at a place: what is there and what was expected (`message`), and what to do (`fix`).

    `related` is the corresponding place in the other language, or the other place of the same fault.
    """

    place: Place
    rule: str
    message: Message
    fix: Message | None = None
    severity: Severity = "error"
    related: Place | None = None

    def __str__(self) -> str:
        return self.in_language(SOURCE)

    def in_language(self, code: str) -> str:
        """Return the whole line in a language: file, line, message, advice, rule."""
        severity = (WARNING.in_language(code),) if self.severity == "warning" else ()
        return " ".join((f"{self.place}:", *severity, self.sentence(code), f"[{self.rule}]"))

    def as_todo_if(self, draft: bool) -> "Finding":
        """Return the finding; for a draft, as a warning of the rule `todo`."""
        return replace(self, rule="todo", severity="warning") if draft else self

    def sentence(self, code: str) -> str:
        """Return the message and the advice in a language."""
        return " ".join(part.in_language(code) for part in (self.message, self.fix) if part)
