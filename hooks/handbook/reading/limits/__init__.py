"""Limits on files: whatever a text contains, a check and a build take time in proportion to its length.

The parsers of Markdown and of HTML take the square of the length of one block, of the brackets in it, or of the
footnotes of a page, and they call themselves at each level of nesting. Each limit is many times what the pages of this
handbook have (up to 13 kB, 122 blocks, 61 headings; 460 characters and 3 brackets in a block; lists in lists), and any
text within the limits is checked and rendered in at most 0.1 s per kB. A file beyond a limit is not read any further:
the finding `size` is the only one about it.
"""

from ...languages.messages import Message, msg
from ...model.errors import HandbookError
from ...model.finding import Finding, Place

PAGE_BYTES = 250_000
"""A page: 20 times the longest one, more than two hours of reading."""
FILE_BYTES = 2_000_000
"""Any other text file: 3,000 responsibilities, or the lock of 10,000 sections."""
LINE = 10_000
"""The characters of a line of any file."""
BLOCK = 10_000
"""The characters of a paragraph, heading, list item, table cell or block of HTML."""
OPENERS = "[<{"
"""Characters after each of which a parser may look through the whole rest of the block."""
OPENERS_IN_BLOCK = 200
BLOCKS = 5_000
"""The paragraphs, headings, list items and table cells of a page."""
HEADINGS = 500
NOTES = 300
"""The uses and definitions of footnotes on a page; also its abbreviations."""
DEPTH = 18
"""The levels of lists (two each), quotes, tags and emphasis in one another; the parser itself stops at 20."""


class TooLargeError(HandbookError):
    """A text beyond a limit: `line` is where, `advice` what to do."""

    def __init__(self, line: int, message: Message, advice: Message) -> None:
        super().__init__(message)
        self.line, self.advice = line, advice

    def __reduce__(self) -> tuple[type["TooLargeError"], tuple[int, Message, Message]]:
        """Return how pickle makes it again: an exception of Python remembers only what `super().__init__` got."""
        return TooLargeError, (self.line, self.args[0], self.advice)

    def finding(self, path: str) -> Finding:
        """Return the finding on the file at `path`."""
        return Finding(Place(path, self.line), "size", self.args[0], self.advice)


def check_file(data: bytes, limit: int) -> None:
    """Raise `TooLargeError` for a file with more bytes than the limit."""
    if len(data) > limit:
        message = msg("This file has more than {limit} bytes, so it was not read.", limit=limit)
        raise TooLargeError(1, message, msg("Split it, or remove what is too much."))


def check_lines(text: str) -> None:
    """Raise `TooLargeError` for a text with a line that is too long."""
    for number, line in enumerate(text.split("\n"), start=1):
        if len(line) > LINE:
            message = msg("This line has more than {limit} characters, so the file was not read.", limit=LINE)
            raise TooLargeError(number, message, msg("Break it into several lines."))
