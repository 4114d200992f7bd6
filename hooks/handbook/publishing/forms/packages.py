"""Fetches Decap CMS with npm, at the locked versions, where it is not there yet."""

import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

from ...languages.messages import msg
from ...model.errors import HandbookError

PARTS = ("decap-cms/dist/decap-cms.js", "decap-cms/dist/decap-cms.js.LICENSE.txt", "js-yaml/dist/js-yaml.min.js")
"""The files of the packages that a browser loads, and what they say of licences; the rest is for other uses."""


def fetched_packages(folder: Path) -> tuple[Path, ...]:
    """The files to put into `admin/`, from the packages that the lock in `folder` names.

    Raises `HandbookError` where they are not there and cannot be fetched.
    """
    if _hashes(folder / "node_modules/.package-lock.json") != _hashes(folder / "package-lock.json"):
        fetch(folder)
    return tuple(folder / "node_modules" / part for part in PARTS)


def fetch(folder: Path) -> None:
    """Install exactly what the lock in `folder` names; npm refuses whatever has another hash."""
    npm = shutil.which("npm")
    if not npm:
        raise HandbookError(
            msg(
                "The form editor is made with {npm}, which is not on this machine: install {node} "
                "(on Debian: {command}), or leave {setting} empty.",
                npm="npm",
                node="Node.js",
                command="apt install npm",
                setting="HANDBOOK_EDITOR",
            )
        )
    done = subprocess.run([npm, "ci", "--loglevel=error"], cwd=folder, capture_output=True, text=True, check=False)
    if done.returncode:
        why = " ".join(line.removeprefix("npm error ") for line in done.stderr.splitlines()[:2])
        raise HandbookError(
            msg("{npm} could not fetch the form editor: {why}", npm="npm", why=why or str(done.returncode))
        )


def _hashes(lock: Path) -> dict[str, str]:
    """The hash of each package by its folder, as npm noted it; nothing where there is no such note."""
    if not lock.exists():
        return {}
    packages: dict[str, Any] = json.loads(lock.read_text("utf-8"))["packages"]
    return {name: one["integrity"] for name, one in packages.items() if name}
