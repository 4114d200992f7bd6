"""A git repository with commits of chosen days, and clones of it as build servers make them."""

import os
import subprocess
from pathlib import Path

AUTHOR = ("-c", "user.name=Ана", "-c", "user.email=ana@example.com", "-c", "commit.gpgsign=false")


def git(root: Path, *words: str | Path, day: str = "2027-01-01") -> str:
    """Run git in a folder; commits are made at noon of a day."""
    noon = f"{day}T12:00:00+01:00"
    dates = {
        "GIT_AUTHOR_DATE": noon,
        "GIT_COMMITTER_DATE": noon,
        "GIT_CONFIG_GLOBAL": "/dev/null",
        "PATH": os.environ["PATH"],
    }
    done = subprocess.run(["git", *AUTHOR, *words], cwd=root, capture_output=True, text=True, check=True, env=dates)
    return done.stdout


def commit(root: Path, day: str) -> None:
    """Commit everything that is there, on a day."""
    git(root, "add", "--all")
    git(root, "commit", "--quiet", "--message", day, day=day)


def init(root: Path, day: str) -> None:
    """Make a folder a repository whose first commit is of a day."""
    git(root, "init", "--quiet", "--template=", "--initial-branch", "main")
    commit(root, day)


def clone(root: Path, to: Path, depth: int) -> Path:
    """A shallow clone."""
    git(root, "clone", "--quiet", "--template=", "--depth", str(depth), root.as_uri(), to)
    return to
