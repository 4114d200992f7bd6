"""What a file used to say, as far as git knows; silent where there is no git and no history."""

import subprocess
from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime
from pathlib import Path

PATIENCE = 20
"""Seconds until a git that does not answer is given up."""


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


def _git(root: Path, *words: str) -> str:
    try:
        done = subprocess.run(["git", *words], cwd=root, capture_output=True, check=True, timeout=PATIENCE)
    except (OSError, subprocess.SubprocessError):
        return ""
    return done.stdout.decode("utf-8", "replace")
