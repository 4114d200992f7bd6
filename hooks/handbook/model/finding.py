"""What a check has to say: one place, one sentence, one thing to do."""

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
    """A fault at a place: what is and what was expected (`message`), what to do (`fix`).

    `related` is where the other language, or the other end of the fault, stands.
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
        """The whole line in a language: file, line, what is, what to do, rule."""
        told = (WARNING.in_language(code),) if self.severity == "warning" else ()
        return " ".join((f"{self.place}:", *told, self.sentence(code), f"[{self.rule}]"))

    def of_draft(self, draft: bool) -> "Finding":
        """The same; while it is a draft that lacks this, a note of what is still to be done, and no fault."""
        return replace(self, rule="todo", severity="warning") if draft else self

    def sentence(self, code: str) -> str:
        """What is, what was expected and what to do, in a language."""
        return " ".join(said.in_language(code) for said in (self.message, self.fix) if said)
