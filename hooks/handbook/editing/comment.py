"""Parses the commands in a comment: `/confirm [PAGE[#ID] …]`, `/keep [PAGE#ID …] reason`, one per line."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import takewhile

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


def commands(text: str) -> Iterator[ConfirmCommand | KeepCommand]:
    """Yield the commands at the start of a comment, up to the first line that is neither a command nor blank."""
    for line in text.splitlines():
        match line.split():
            case ["/confirm", *names]:
                yield ConfirmCommand(tuple(name for quoted in names if (name := quoted.strip(QUOTES))))
            case ["/keep", *words]:
                sections = tuple(takewhile(SECTION.fullmatch, (word.strip(QUOTES) for word in words)))
                yield KeepCommand(sections, _reason(words[len(sections) :]))
            case [_, *_]:
                return


def _reason(words: list[str]) -> str:
    """Return a reason, which may also be written as for the command `handbook keep`: `--reason "…"`."""
    match words:
        case ["--reason", *quoted]:
            return " ".join(quoted).strip(QUOTES)
    return " ".join(words)
