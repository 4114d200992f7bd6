"""Reads the Git history: former texts of a file, and the day of the last change of files.

Without Git, or where a shallow clone lacks the history, there is no result instead of an error; `fault` says why.
"""

import os
import re
import shlex
import subprocess
from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime
from pathlib import Path

from ..languages.messages import Message, msg

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


def common_commit(root: Path, name: str) -> str:
    """Return the last commit that a branch or another name of a commit shares with the present one; empty if none."""
    commit = _git(root, "rev-parse", "--verify", "--quiet", f"{name}^{{commit}}").strip()
    return _git(root, "merge-base", commit, "HEAD").strip() if commit else ""


def changed_since(root: Path, commit: str, folder: str) -> Mapping[str, str | None]:
    """Return the text that each file of a folder that has changed since a commit had there; None if it had none."""
    paths = _git(root, "diff", *PATHS, "--no-renames", "--name-only", "-z", commit, "--", folder).split("\0")
    there = {*_git(root, "ls-tree", "-r", "-z", "--name-only", commit, "--", folder).split("\0")}
    return {path: _git(root, "show", f"{commit}:./{path}") if path in there else None for path in paths if path}


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
    log = _git(root, *CHANGES, *PATHS, "--name-status", "-M100%", "-c", "--", folder)
    changed = _git(root, "diff", *PATHS, "--name-only", "HEAD", "--", folder).splitlines() if log else []
    return {path: day for path, day in _days(log).items() if day and path not in changed}


CHANGES = ("log", "--date-order", "--date=short", f"--format={COMMIT}%ad %D", "--no-show-signature")
"""A log of commits with their days, the newest first."""
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


def added_lines(root: Path, folder: str) -> Iterator[tuple[str, date, list[str], list[str]]]:
    """Yield each change of a file of a folder, the newest first: its path, the day, the lines removed and added.

    A file that was moved is named as it is now. Changes of the first commit of a shallow clone are left out.
    """
    log = _git(root, *CHANGES, *PATHS, "--patch", "--unified=0", "--find-renames", "--diff-merges=off", "--", folder)
    present_paths: dict[str, str] = {}
    for commit in re.split(rf"^{COMMIT}", log, flags=re.MULTILINE)[1:]:
        head, *files = re.split(r"^diff --git .*\n", commit, flags=re.MULTILINE)
        day = _day(head.splitlines()[0])
        for patch in files:
            names: dict[str, str] = dict(
                re.findall(r"^(rename from|rename to|\+\+\+) (?:b/)?(.+)$", patch, flags=re.MULTILINE)
            )
            path = names.get("rename to") or names.get("+++") or ""
            now = present_paths.get(path, path)
            if "rename from" in names:
                present_paths[names["rename from"]] = now
            if day:
                lines = patch.partition("\n@@")[2].splitlines()
                removed, added = ([line[1:] for line in lines if line.startswith(sign)] for sign in "-+")
                yield now, day, removed, added


def _day(commit: str) -> date | None:
    """Return the day of a commit, None for the first one of a shallow clone."""
    day, _, refs = commit.partition(" ")
    return None if BOUNDARY in refs.split(", ") else date.fromisoformat(day)


def fault(root: Path) -> Message | None:
    """Return why Git could not be asked about a folder in this run; None if it could, or if no repository is there."""
    why = _faults.get(root)
    return why and msg("No dates and no former texts are known, as Git cannot be asked: {why}", why=why)


_faults: dict[Path, Message] = {}
"""Why Git cannot be asked, by folder: it is not asked again, so that a Git that hangs costs `TIMEOUT` once."""


def _git(root: Path, *arguments: str) -> str:
    """Return the output of a Git command, empty if it fails; what would fail again becomes the folder's fault."""
    if root in _faults or not _in_repository(root):
        return ""
    command = ["git", "-c", "core.quotePath=false", *arguments]
    environment = {**os.environ, "LC_ALL": "C"}
    try:
        result = subprocess.run(command, cwd=root, capture_output=True, check=True, timeout=TIMEOUT, env=environment)
    except subprocess.CalledProcessError as error:
        if why := _refusal(root, arguments[0], error.stderr.decode("utf-8", "replace")):
            _faults[root] = why
    except FileNotFoundError:
        _faults[root] = msg("it is not installed")
    except subprocess.TimeoutExpired:
        _faults[root] = msg("it did not answer in {seconds} seconds", seconds=TIMEOUT)
    except OSError as error:
        _faults[root] = msg("{text}", text=error.strerror)
    else:
        return result.stdout.decode("utf-8", "replace")
    return ""


def _in_repository(root: Path) -> bool:
    """Return whether a folder is meant to have a history: a copy that was downloaded has none."""
    home = root.absolute()
    return any((folder / ".git").exists() for folder in (home, *home.parents)) or "GIT_DIR" in os.environ


def _refusal(root: Path, command: str, said: str) -> Message | None:
    """Return why Git refuses to be asked at all; None if it only does not have what was asked for."""
    if "dubious ownership" in said:
        allow = f"git config --global --add safe.directory {shlex.quote(str(root.absolute()))}"
        return msg("the folder belongs to another user; allow it with: {command}", command=allow)
    if command == "show" or "does not have any commits yet" in said:
        return None
    lines = said.strip().splitlines()
    return msg("it says “{text}”", text=lines[-1]) if lines else msg("it ends with an error")
