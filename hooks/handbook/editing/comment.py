"""Parses the commands in a comment: `/confirm [PAGE[#ID] …]`, `/keep [PAGE#ID …] reason`, one per line.

A command may be written as people type: in any case, after spaces, in backticks, with a dot or a colon behind it, and
with sentences on the lines around it. Lines that quote another comment and blocks of code hold no commands.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import takewhile

COMMAND = re.compile(
    r" {0,3}(?P<quote>`{0,3})/(?P<word>[kк][eе]{2}[pрп]|[cсцк][oо][nн][fф][iи][rр][mм])(?!\w)[.:,;!]*(?P<rest>.*)",
    re.IGNORECASE,
)
"""A command at the start of a line, also in Cyrillic letters: those that look alike, or the same keys and sounds."""
FENCE = re.compile(r" {0,3}(```|~~~)")
SECTION = re.compile(r"\A[a-z0-9][a-z0-9./-]*#\S*")
"""The name of a section, as opposed to the first word of a reason."""
QUOTES = '`“”„",;'
"""Characters that people put around a name or between two names."""


@dataclass(frozen=True, slots=True)
class ConfirmCommand:
    """Confirm that both languages say the same, in the named pages and sections or in all that wait for it."""

    names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class KeepCommand:
    """Keep the translation of the named sections, or of the only section that is behind, for a reason."""

    names: tuple[str, ...]
    reason: str


@dataclass(frozen=True, slots=True)
class CyrillicCommand:
    """A command that is written, in part, in Cyrillic letters: `word` as typed, `latin` as it should be."""

    word: str
    latin: str


Command = ConfirmCommand | KeepCommand | CyrillicCommand


def commands(text: str) -> Iterator[Command]:
    """Yield the commands of a comment in order; the lines that hold none are skipped."""
    in_code = False
    for line in text.splitlines():
        in_code ^= bool(FENCE.match(line))
        if not in_code and (found := COMMAND.fullmatch(line)):
            yield _command(found["word"], found["rest"].rstrip("` " if found["quote"] else " ").split())


def _command(typed: str, words: list[str]) -> Command:
    match typed.lower():
        case "confirm":
            return ConfirmCommand(tuple(name for quoted in words if (name := quoted.strip(QUOTES + "."))))
        case "keep":
            sections = tuple(takewhile(SECTION.fullmatch, (word.strip(QUOTES) for word in words)))
            return KeepCommand(sections, _reason(words[len(sections) :]))
    return CyrillicCommand(typed, "keep" if typed[0].lower() in "kк" and len(typed) == 4 else "confirm")


def _reason(words: list[str]) -> str:
    """Return a reason, which may also be written as for the command `handbook keep`: `--reason "…"`."""
    match words:
        case ["--reason", *quoted]:
            return " ".join(quoted).strip(QUOTES)
    reason = " ".join(words)
    return reason[1:-1].strip() if reason.startswith("<") and reason.endswith(">") else reason
