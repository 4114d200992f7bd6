"""What a file used to say and when it last changed, as far as git knows; silent where git is not sure."""

import subprocess
from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime
from pathlib import Path

PATIENCE = 20
"""Seconds until a git that does not answer is given up."""

COMMIT = ">"
"""What a line of the log begins with that tells a commit: its day and what it is called."""
BOUNDARY = "grafted"
"""What git calls a commit whose parents a shallow clone left out: nobody can tell what that commit changed."""


def versions(root: Path, path: str) -> Iterator[str]:
    """The texts of a file (path from the handbook's root), the newest commit first, as long as git has them."""
    for commit in _git(root, "log", "--format=%H", "--follow", "--", path).split():
        if text := _git(root, "show", f"{commit}:./{path}"):
            yield text


def day_of_text(root: Path, environment: Mapping[str, str]) -> date | None:
    """The day of the text: SOURCE_DATE_EPOCH, else that of the last commit where the history is whole, else none."""
    if (epoch := environment.get("SOURCE_DATE_EPOCH", "")).isdecimal():
        return datetime.fromtimestamp(int(epoch), UTC).date()
    if _git(root, "rev-parse", "--is-shallow-repository").strip() != "false":
        return None
    said = _git(root, "log", "-1", "--format=%cs").strip()
    return date.fromisoformat(said) if said else None


def last_changes(root: Path, folder: str) -> Mapping[str, date]:
    """The day on which each file of a folder last changed, by its path from the handbook's root.

    A file is left out where that day is not certain: it is not committed as it is, or its last change lies
    where a shallow clone begins. Moving a file without a change of its text is no change.
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
"""Paths from the handbook's root, wherever it lies in its repository, whatever the reader's own settings are."""


def _days(log: str) -> dict[str, date | None]:
    """The newest day of each file; None where it is not certain or the file is gone."""
    days: dict[str, date | None] = {}
    now: dict[str, str] = {}
    day: date | None = None
    for line in log.splitlines():
        match line.split("\t"):
            case [head] if head.startswith(COMMIT):
                day = _day(head.removeprefix(COMMIT))
            case ["R100", old, new]:
                now[old] = now.pop(new, new)
            case [what, path]:
                days.setdefault(now.get(path, path), None if {*what} == {"D"} else day)
    return days


def _day(said: str) -> date | None:
    """The day of a commit, None for one at which a shallow clone begins."""
    day, _, names = said.partition(" ")
    return None if BOUNDARY in names.split(", ") else date.fromisoformat(day)


def _git(root: Path, *words: str) -> str:
    command = ["git", "-c", "core.quotePath=false", *words]
    try:
        done = subprocess.run(command, cwd=root, capture_output=True, check=True, timeout=PATIENCE)
    except (OSError, subprocess.SubprocessError):
        return ""
    return done.stdout.decode("utf-8", "replace")
