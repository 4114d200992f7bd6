"""The lock of a page: what both languages last agreed on, one line a section, in a form that git can merge.

parity-lock 1  algo=1
#measures    sr=p1:3fa9c1d27be0  en=p1:90ab11c2d3e4
#boundaries  sr=p1:11aa22bb33cc  en=p1:44dd55ee66ff  keep=sr 2026-11-20 "a slip of the pen"
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from ..languages.messages import Message

HEAD = "parity-lock 1  algo=1"
FOLDER = "parity"
MOST_KEEPS = 2
"""Keeps in a row on one section; one more would let small changes add up unseen."""


@dataclass(frozen=True, slots=True)
class Keep:
    """“No new translation needed”: the language that was changed, when that was said, and why."""

    language: str
    day: date
    reason: str

    def __str__(self) -> str:
        return f"keep={self.language} {self.day} {json.dumps(self.reason, ensure_ascii=False)}"


@dataclass(frozen=True, slots=True)
class LockEntry:
    """The digest of a section in each language; `seed`: written down, yet confirmed by nobody."""

    fingerprints: Mapping[str, str]
    seed: bool = False
    keeps: tuple[Keep, ...] = ()
    line: int = 0

    def text(self, id_: str) -> str:
        """Its line of the lock, without a line end."""
        said = [f"{code}={fingerprint}" for code, fingerprint in self.fingerprints.items()]
        return "  ".join([f"#{id_}", *said, *(["seed"] if self.seed else []), *map(str, self.keeps)])


@dataclass(frozen=True, slots=True)
class Fault:
    """A line of a lock that cannot be read, and why."""

    line: int
    said: Message


@dataclass(frozen=True, slots=True)
class Lock:
    """The agreements of one page by section id, and the lines that could not be read."""

    agreements: Mapping[str, LockEntry] = field(default_factory=dict)
    faults: tuple[Fault, ...] = ()

    @property
    def text(self) -> str:
        """The whole file, sorted by id."""
        lines = (self.agreements[id_].text(id_) for id_ in sorted(self.agreements))
        return "".join(f"{line}\n" for line in (HEAD, *lines))


def path(page: str) -> str:
    """The file of a page's lock, from the handbook's root."""
    return f"{FOLDER}/{page}.lock"
