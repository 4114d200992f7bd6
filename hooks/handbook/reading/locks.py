"""Reads locks: those of a handbook, and those of another folder or commit that it is compared with."""

import json
import re
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from types import MappingProxyType

from ..languages.messages import msg
from ..model.errors import HandbookError
from ..model.finding import Finding
from ..model.lock import FOLDER, HEADER, Fault, Keep, Lock, LockEntry, lock_path
from .files import read_text
from .git_history import added_lines, changed_since, common_commit, fault
from .limits.paths import walk

FINGERPRINT = r"p1:[0-9a-f]{12}"
MARKS = r"(?:[0-9a-f]{4})+"
LINE = re.compile(
    rf"\A#(?P<id>\S*)(?P<sides>(?:\s+[a-z]{{2,8}}={FINGERPRINT}(?::{MARKS})?)+)"
    r"(?P<said>\s+said=[a-z0-9:,]+)?(?P<seed>\s+seed)?(?P<keeps>(?:\s+keep=.*)?)\s*"
)
SIDE = re.compile(rf"([a-z]{{2,8}})=({FINGERPRINT})(?::({MARKS}))?")
SAID = re.compile(r"(?<![a-z])([a-z]{2,16}:[a-z]{2,8})(\d{0,3})(?:,|\Z)")
NOTHING: Mapping[str, int] = MappingProxyType({})
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
    said = MappingProxyType({key: int(count or 1) for key, count in SAID.findall(written)}) if written else NOTHING
    try:
        keeps = tuple(
            Keep(keep[1], date.fromisoformat(keep[2]), json.loads(keep[3])) for keep in KEEP.finditer(match["keeps"])
        )
    except ValueError:
        return None
    if KEEP.sub("", match["keeps"]).strip() or len(fingerprints) != len(sides):
        return None
    return LockEntry(MappingProxyType(fingerprints), MappingProxyType(marks), bool(match["seed"]), keeps, line, said)


def read_locks(root: Path, parse: Callable[[str], Lock] = parse) -> tuple[Mapping[str, Lock], list[Finding]]:
    """Return every lock by the name of its page, and findings about the files."""
    locks: dict[str, Lock] = {}
    findings: list[Finding] = []
    for path, finding in walk(root, FOLDER) if (root / FOLDER).exists() else ():
        if finding:
            findings.append(finding)
        elif path.endswith(".lock"):
            source = read_text(root, path)
            locks[path.removeprefix(f"{FOLDER}/").removesuffix(".lock")] = parse(source.text)
            findings += source.findings
    return MappingProxyType(locks), findings


def locks_against(root: Path, locks: Mapping[str, Lock], against: str) -> Mapping[str, Lock]:
    """Return the locks of the folder or commit `against`; `locks` are those in `root` now.

    Of a branch, it is the last commit that it shares with the present one: what was added to it since does not count.
    Raises `HandbookError` if there is neither such a folder nor such a commit.
    """
    if (Path(against) / "docs").is_dir():
        return read_locks(Path(against))[0]
    commit = common_commit(root, against)
    changed = changed_since(root, commit, FOLDER) if commit else {}
    if not commit or fault(root):
        raise HandbookError(
            msg(
                "“{against}” is neither the folder of a handbook nor a commit that shares a history with this one. In "
                "a clone without its whole history, run “git fetch --unshallow” first.",
                against=against,
            )
        )
    unchanged = {page: lock for page, lock in locks.items() if lock_path(page) not in changed}
    former = {path: text for path, text in changed.items() if path.endswith(".lock") and text is not None}
    return {**unchanged, **{_page(path): parse(text) for path, text in former.items()}}


def _page(path: str) -> str:
    return path.removeprefix(f"{FOLDER}/").removesuffix(".lock")


def last_readings(root: Path) -> Mapping[str, date]:
    """Return the day on which each page was last read in both languages, by its path, as the history of its lock says.

    A section that is confirmed gets new fingerprints, so a corrected link, which changes no words, is no reading, and
    neither is a change that was kept. Pages whose locks have no known history are left out.
    """
    days: dict[str, date] = {}
    for path, day, removed, added in added_lines(root, FOLDER):
        page = path.removeprefix(f"{FOLDER}/").removesuffix(".lock") + ".md"
        if page not in days and _confirmed("\n".join(added)) - _confirmed("\n".join(removed)):
            days[page] = day
    return days


def _confirmed(lines: str) -> set[tuple[str, str]]:
    """Return the ids and fingerprints of the sections that lines of a lock record as confirmed."""
    entries = parse(f"{HEADER}\n{lines}").entries.items()
    return {(id_, str(entry.fingerprints)) for id_, entry in entries if not entry.keeps}
