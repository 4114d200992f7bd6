"""What the tool cannot do, as exceptions whose texts are written for people, in every language."""

from ..languages.messages import SOURCE, Message


class HandbookError(Exception):
    """The tool itself cannot work here (no docs, no settings); what it says is for people, a line each."""

    def __init__(self, *lines: Message) -> None:
        super().__init__(*lines)

    def __str__(self) -> str:
        return self.in_language(SOURCE)

    def in_language(self, code: str) -> str:
        """All that was said, in a language."""
        return "\n".join(line.in_language(code) for line in self.args)


class RefusedError(HandbookError):
    """A command was refused and changed nothing; the text says what to do instead."""
