"""Exceptions with a message for the user, in every language."""

from ..languages.messages import SOURCE, Message


class HandbookError(Exception):
    """The tool cannot run here (no docs, no settings); its arguments are the lines of the message."""

    def __init__(self, *lines: Message) -> None:
        super().__init__(*lines)

    def __str__(self) -> str:
        return self.in_language(SOURCE)

    def in_language(self, code: str) -> str:
        """Return the message in a language."""
        return "\n".join(line.in_language(code) for line in self.args)


class RefusedError(HandbookError):
    """A command was refused and changed nothing; the message says what to do instead."""
