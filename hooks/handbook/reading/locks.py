"""Parses the lock of a page."""

import json
import re
from datetime import date
from types import MappingProxyType

from ..languages.messages import msg
from ..model.lock import HEADER, Fault, Keep, Lock, LockEntry

FINGERPRINT = r"p1:[0-9a-f]{12}"
MARKS = r"(?:[0-9a-f]{4})+"
LINE = re.compile(
    rf"\A#(?P<id>\S*)(?P<sides>(?:\s+[a-z]{{2,8}}={FINGERPRINT}(?::{MARKS})?)+)"
    r"(?P<said>\s+said=[a-z0-9:,]+)?(?P<seed>\s+seed)?(?P<keeps>(?:\s+keep=.*)?)\s*"
)
SIDE = re.compile(rf"([a-z]{{2,8}})=({FINGERPRINT})(?::({MARKS}))?")
SAID = re.compile(r"(?<![a-z])([a-z]{2,16}:[a-z]{2,8})(\d{0,3})(?:,|\Z)")
KEEP = re.compile(r'(?<!\s)\s+keep=([a-z]{2,8}) (\d{4}-\d{2}-\d{2}) ("(?:[^"\\]|\\.)*")')


def parse(text: str) -> Lock:
    """Parse the text of a lock; invalid lines are left out and become faults."""
    lines = text.split("\n")
    entries: dict[str, LockEntry] = {}
    wrong_header = msg("The first line was expected to be “{line}”.", line=HEADER)
    faults = [] if lines[0].rstrip() == HEADER else [Fault(1, wrong_header)]
    for number, line in enumerate(lines[1:], start=2):
        match = LINE.fullmatch(line)
        entry = match and _entry(match, number)
        if line.strip() and not entry:
            faults.append(Fault(number, msg("This line cannot be read.")))
        elif match and entry and match["id"] in entries:
            faults.append(Fault(number, msg("“#{id}” is here a second time.", id=match["id"])))
        elif match and entry:
            entries[match["id"]] = entry
    return Lock(MappingProxyType(entries), tuple(faults))


def _entry(match: re.Match[str], line: int) -> LockEntry | None:
    sides = SIDE.findall(match["sides"])
    fingerprints = {code: fingerprint for code, fingerprint, _ in sides}
    marks = {code: marks for code, _, marks in sides if marks}
    written = (match["said"] or "").strip().removeprefix("said=")
    said = MappingProxyType({key: int(count or 1) for key, count in SAID.findall(written)})
    try:
        keeps = tuple(
            Keep(keep[1], date.fromisoformat(keep[2]), json.loads(keep[3])) for keep in KEEP.finditer(match["keeps"])
        )
    except ValueError:
        return None
    if KEEP.sub("", match["keeps"]).strip() or len(fingerprints) != len(sides):
        return None
    return LockEntry(MappingProxyType(fingerprints), MappingProxyType(marks), bool(match["seed"]), keeps, line, said)
