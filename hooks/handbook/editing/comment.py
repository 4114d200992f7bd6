"""What a comment under a proposal asks for: `/confirm [PAGE[#ID] …]` and `/keep [PAGE#ID] reason`, one a line."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

SECTION = re.compile(r"[a-z0-9][a-z0-9./-]*#\S*")
"""How a section is called, so that it is not taken for the first word of a reason."""
AROUND = '`“”„",;'
"""What people put around a name, or between two."""


@dataclass(frozen=True, slots=True)
class ToConfirm:
    """Both languages were read and say the same: in the pages and sections named, or in all that wait."""

    names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ToKeep:
    """No new translation is needed: of the section named, or of the only one that is behind."""

    name: str | None
    reason: str


def commands(text: str) -> Iterator[ToConfirm | ToKeep]:
    """The commands at the head of a comment; what follows the first line that is none is talk."""
    for line in text.splitlines():
        match line.split():
            case ["/confirm", *names]:
                yield ToConfirm(tuple(bare for name in names if (bare := name.strip(AROUND))))
            case ["/keep", first, *reason] if SECTION.fullmatch(first.strip(AROUND)):
                yield ToKeep(first.strip(AROUND), _said(reason))
            case ["/keep", *reason]:
                yield ToKeep(None, _said(reason))
            case [_, *_]:
                return


def _said(words: list[str]) -> str:
    """A reason as it stands, or as the `handbook keep` command takes it: `--reason "…"`."""
    match words:
        case ["--reason", *quoted]:
            return " ".join(quoted).strip(AROUND)
    return " ".join(words)
