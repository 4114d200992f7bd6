"""What is on record in `parity/`: locks, and waivers of known findings until a day.

The lock of a page has the fingerprints of its sections when both languages last agreed, one line per section:

parity-lock 1  algo=1

#measures  sr=p1:3fa9c1d27be0:ab12cd34  en=p1:90ab11c2d3e4:01f289c4  said=no:en2,must:sr

#boundaries  sr=p1:11aa22bb33cc:5e1f  en=p1:44dd55ee66ff:c07a  keep=sr 2026-11-20 "a slip of the pen"

A fingerprint is followed by the marks of the section's blocks, four digits for each; older lines have none. `said` are
the words that only one language had when both were confirmed, such as negations in two English sentences. The empty
lines let git merge two branches that change neighbouring entries.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, ClassVar

from ..languages.messages import Message
from ..languages.phrase import STRICT

HEADER = "parity-lock 1  algo=1"
FOLDER = "parity"
PUBLISHED = f"{FOLDER}/published.txt"
"""The paths of all pages that were published, one per line."""
MAX_KEEPS = 2
"""The limit of consecutive keeps of one section, so that small changes cannot add up unnoticed."""


@dataclass(frozen=True, slots=True)
class Keep:
    """“No new translation needed”: the language that changed, the day of the command, and the reason."""

    language: str
    day: date
    reason: str

    def __str__(self) -> str:
        return f"keep={self.language} {self.day} {json.dumps(self.reason, ensure_ascii=False)}"


@dataclass(frozen=True, slots=True)
class LockEntry:
    """The fingerprints of a section by language; a `seed` was written by a command and not confirmed yet.

    `marks` has the marks of its blocks by language, joined; a language whose marks are unknown is left out.
    `said` has how many sentences of one language had a word of a kind that the others had not: `no:en` is 2.
    """

    fingerprints: Mapping[str, str]
    marks: Mapping[str, str] = field(default_factory=dict)
    seed: bool = False
    keeps: tuple[Keep, ...] = ()
    line: int = 0
    said: Mapping[str, int] = field(default_factory=dict)

    def text(self, id_: str) -> str:
        """Return the line of the section `id_`, without a line end."""
        sides = (f"{code}={self._side(code)}" for code in self.fingerprints)
        said = ",".join(f"{key}{count if count > 1 else ''}" for key, count in sorted(self.said.items()))
        return "  ".join(
            [
                f"#{id_}",
                *sides,
                *([f"said={said}"] if said else []),
                *(["seed"] if self.seed else []),
                *map(str, self.keeps),
            ]
        )

    def _side(self, code: str) -> str:
        return ":".join(filter(None, (self.fingerprints[code], self.marks.get(code))))


@dataclass(frozen=True, slots=True)
class Fault:
    """A line of a lock that cannot be parsed, and why."""

    line: int
    message: Message


@dataclass(frozen=True, slots=True)
class Lock:
    """The entries of one page by section id, and the lines that could not be parsed."""

    entries: Mapping[str, LockEntry] = field(default_factory=dict)
    faults: tuple[Fault, ...] = ()

    @property
    def text(self) -> str:
        """Return the content of the file."""
        lines = (entry.text(id_) for id_, entry in self.entries.items())
        return "\n\n".join((HEADER, *lines)) + "\n"


def lock_path(page: str) -> str:
    """Return the path of a page's lock from the handbook's root."""
    return f"{FOLDER}/{page}.lock"


WAIVERS_FILE = "parity/waivers.yml"
MAX_DAYS = 180
"""The limit of days from today until a waiver ends."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiver:
    """A rule that is waived on a page, or on one section of it (`""`: before the first heading), with a reason.

    It covers the findings of the rule there, and those whose counterpart in another language is there.
    """

    __pydantic_config__: ClassVar[Mapping[str, Any]] = STRICT
    page: str
    section: str | None = None
    rule: str
    reason: str
    until: date
