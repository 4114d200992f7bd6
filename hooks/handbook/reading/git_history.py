"""Reads the Git history: former texts of a file, and the day of the last change of files.

Without Git, or where a shallow clone lacks the history, there is no result instead of an error.
"""

import subprocess
from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime
from pathlib import Path

TIMEOUT = 20
"""Seconds until a Git command is stopped."""

EARLIEST = date(1980, 1, 1)
"""The date of a file whose text has no known date: the earliest that a zip archive can hold."""

COMMIT = ">"
"""The prefix of a line of the log with a commit: its day and its refs."""
BOUNDARY = "grafted"
"""The ref of a commit whose parents are missing in a shallow clone: its changes are unknown."""


def versions(root: Path, path: str) -> Iterator[str]:
    """Yield the texts of a file (path from the handbook's root), the newest commit first."""
    for commit in _git(root, "log", "--format=%H", "--follow", "--", path).split():
        if text := _git(root, "show", f"{commit}:./{path}"):
            yield text


def text_date(root: Path, environment: Mapping[str, str]) -> date | None:
    """Return the day of the text: SOURCE_DATE_EPOCH, else the day of the last commit; None in a shallow clone."""
    if (epoch := environment.get("SOURCE_DATE_EPOCH", "")).isdecimal():
        return datetime.fromtimestamp(int(epoch), UTC).date()
    if _git(root, "rev-parse", "--is-shallow-repository").strip() != "false":
        return None
    day = _git(root, "log", "-1", "--format=%cs").strip()
    return date.fromisoformat(day) if day else None


def last_changes(root: Path, folder: str) -> Mapping[str, date]:
    """Return the day of the last change of each file of a folder, by path from the handbook's root.

    Files with an unknown day are left out: those with uncommitted changes, and those last changed before
    the history of a shallow clone begins. Moving a file without changing its text does not count.
    """
    log = _git(
        root,
        "log",
        "--date-order",
        "--date=short",
        f"--format={COMMIT}%ad %D",
        "--no-show-signature",
        *PATHS,
        "--name-status",
        "-M100%",
        "-c",
        "--",
        folder,
    )
    changed = _git(root, "diff", *PATHS, "--name-only", "HEAD", "--", folder).splitlines() if log else []
    return {path: day for path, day in _days(log).items() if day and path not in changed}


PATHS = ("--relative", "--no-ext-diff")
"""Options for paths from the handbook's root, which may be a subfolder of the repository."""


def _days(log: str) -> dict[str, date | None]:
    """Return the newest day of each file; None where it is unknown or the file was deleted."""
    days: dict[str, date | None] = {}
    present_paths: dict[str, str] = {}
    day: date | None = None
    for line in log.splitlines():
        match line.split("\t"):
            case [head] if head.startswith(COMMIT):
                day = _day(head.removeprefix(COMMIT))
            case ["R100", old, new]:
                present_paths[old] = present_paths.pop(new, new)
            case [status, path]:
                days.setdefault(present_paths.get(path, path), None if {*status} == {"D"} else day)
    return days


def _day(commit: str) -> date | None:
    """Return the day of a commit, None for the first one of a shallow clone."""
    day, _, refs = commit.partition(" ")
    return None if BOUNDARY in refs.split(", ") else date.fromisoformat(day)


def _git(root: Path, *arguments: str) -> str:
    """Return the output of a Git command, empty if it fails."""
    command = ["git", "-c", "core.quotePath=false", *arguments]
    try:
        result = subprocess.run(command, cwd=root, capture_output=True, check=True, timeout=TIMEOUT)
    except (OSError, subprocess.SubprocessError):
        return ""
    return result.stdout.decode("utf-8", "replace")
