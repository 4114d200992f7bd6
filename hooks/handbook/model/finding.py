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
class LineToCopy:
    """A line that someone who edits by hand can copy into a file, as the advised command would write it."""

    path: str
    text: str

    def in_language(self, code: str) -> str:
        """Return the name of the file, and below it the line, alone so that it is easily selected."""
        return "\n".join((msg("The line for {file}:", file=self.path).in_language(code), self.text))


@dataclass(frozen=True, slots=True)
class Finding:
    """A fault at a place: what is there and what was expected (`message`), and what to do (`fix`).

    `related` is the corresponding place in the other language, or the other place of the same fault; `copy` is a line
    that does what `fix` says. `comment` says what to do with a comment under a proposal, and `written` is the place of
    the text that somebody changed, where that is not `place`.
    """

    place: Place
    rule: str
    message: Message
    fix: Message | None = None
    severity: Severity = "error"
    related: Place | None = None
    copy: LineToCopy | None = None
    comment: Message | None = None
    written: Place | None = None

    def __str__(self) -> str:
        return self.in_language(SOURCE)

    def in_language(self, code: str, address: str = "") -> str:
        """Return all of it in a language: file, line, message, advice, rule, an address; below them what to copy."""
        severity = WARNING.in_language(code) if self.severity == "warning" else ""
        parts = (f"{self.place}:", severity, self.sentence(code), f"[{self.rule}]", address)
        return self.with_copy(" ".join(filter(None, parts)), code)

    def with_copy(self, text: str, code: str) -> str:
        """Return a text about the finding with the line to copy, if there is one, below it."""
        return f"{text}\n{self.copy.in_language(code)}" if self.copy else text

    def under_proposal(self) -> "Finding":
        """Return the finding as a proposal shows it: where its author wrote, with the comment before the command."""
        if not self.comment:
            return self
        fix = msg("{comment} In a terminal: {fix}", comment=self.comment, fix=self.fix) if self.fix else self.comment
        related = self.place if self.written else self.related
        return replace(self, place=self.written or self.place, related=related, fix=fix)

    def as_todo_if(self, draft: bool) -> "Finding":
        """Return the finding; for a draft, as a warning of the rule `todo`."""
        return replace(self, rule="todo", severity="warning") if draft else self

    def sentence(self, code: str) -> str:
        """Return the message and the advice in a language."""
        return " ".join(part.in_language(code) for part in (self.message, self.fix) if part)
