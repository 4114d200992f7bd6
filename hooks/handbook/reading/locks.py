"""Parses the lock of a page; lines that cannot be read become faults."""

import json
import re
from datetime import date
from types import MappingProxyType

from ..languages.messages import msg
from ..model.lock import HEADER, Fault, Keep, Lock, LockEntry

FINGERPRINT = r"p1:[0-9a-f]{12}"
LINE = re.compile(
    r"#(?P<id>\S*)(?P<digests>(?:\s+[a-z]{2,8}=" + FINGERPRINT + r")+)(?P<seed>\s+seed)?(?P<keeps>(?:\s+keep=.*)?)\s*"
)
FINGERPRINTS = re.compile(r"([a-z]{2,8})=(" + FINGERPRINT + ")")
KEEP = re.compile(r'\s+keep=([a-z]{2,8}) (\d{4}-\d{2}-\d{2}) ("(?:[^"\\]|\\.)*")')


def parse(text: str) -> Lock:
    """Parse the text of a lock; lines that cannot be read are left out and become faults."""
    lines = text.split("\n")
    found: dict[str, LockEntry] = {}
    head = msg("The first line was expected to be “{line}”.", line=HEADER)
    faults = [] if lines[0].rstrip() == HEADER else [Fault(1, head)]
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
