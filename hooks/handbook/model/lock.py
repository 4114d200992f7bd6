"""The lock of a page: what both languages last agreed on, one line a section, in a form that git can merge.

parity-lock 1  algo=1
#measures    sr=p1:3fa9c1d27be0  en=p1:90ab11c2d3e4
#boundaries  sr=p1:11aa22bb33cc  en=p1:44dd55ee66ff  keep=sr 2026-11-20 "a slip of the pen"
"""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType

from ..languages.messages import Message, msg

HEAD = "parity-lock 1  algo=1"
FOLDER = "parity"
MOST_KEEPS = 2
"""Keeps in a row on one section; one more would let small changes add up unseen."""

FINGERPRINT = r"p1:[0-9a-f]{12}"
LINE = re.compile(
    r"#(?P<id>\S*)(?P<digests>(?:\s+[a-z]{2,8}=" + FINGERPRINT + r")+)(?P<seed>\s+seed)?(?P<keeps>(?:\s+keep=.*)?)\s*"
)
FINGERPRINTS = re.compile(r"([a-z]{2,8})=(" + FINGERPRINT + ")")
KEEP = re.compile(r'\s+keep=([a-z]{2,8}) (\d{4}-\d{2}-\d{2}) ("(?:[^"\\]|\\.)*")')


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


def parse(text: str) -> Lock:
    """Read a lock; lines that do not fit are left out and told."""
    lines = text.split("\n")
    found: dict[str, LockEntry] = {}
    head = msg("The first line was expected to be “{line}”.", line=HEAD)
    faults = [] if lines[0].rstrip() == HEAD else [Fault(1, head)]
    for number, line in enumerate(lines[1:], start=2):
        match = LINE.fullmatch(line)
        agreement = match and _agreement(match, number)
        if line.strip() and not agreement:
            faults.append(Fault(number, msg("This line cannot be read.")))
        elif match and agreement and match["id"] in found:
            faults.append(Fault(number, msg("“#{id}” stands here a second time.", id=match["id"])))
        elif match and agreement:
            found[match["id"]] = agreement
    return Lock(MappingProxyType(found), tuple(faults))


def _agreement(match: re.Match[str], line: int) -> LockEntry | None:
    fingerprints = dict(FINGERPRINTS.findall(match["digests"]))
    try:
        keeps = tuple(
            Keep(one[1], date.fromisoformat(one[2]), json.loads(one[3])) for one in KEEP.finditer(match["keeps"])
        )
    except ValueError:
        return None
    if KEEP.sub("", match["keeps"]).strip() or len(fingerprints) != len(FINGERPRINTS.findall(match["digests"])):
        return None
    return LockEntry(MappingProxyType(fingerprints), bool(match["seed"]), keeps, line)
