"""Installs Decap CMS with npm, at the locked versions, unless it is installed already."""

import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

from ...languages.messages import msg
from ...model.errors import HandbookError

FILES = ("decap-cms/dist/decap-cms.js", "decap-cms/dist/decap-cms.js.LICENSE.txt", "js-yaml/dist/js-yaml.min.js")
"""The files of the packages that a browser loads, and their licences."""


def fetched_packages(folder: Path) -> tuple[Path, ...]:
    """The files to copy to `admin/`, from the packages in the lock file of `folder`, installed if necessary.

    Raises `HandbookError` if they cannot be installed.
    """
    if _hashes(folder / "node_modules/.package-lock.json") != _hashes(folder / "package-lock.json"):
        fetch(folder)
    return tuple(folder / "node_modules" / file for file in FILES)


def fetch(folder: Path) -> None:
    """Install the packages in the lock file of `folder`; npm refuses a package with another hash.

    Raises `HandbookError` if npm is missing or fails.
    """
    npm = shutil.which("npm")
    if not npm:
        raise HandbookError(
            msg(
                "The form editor is made with {npm}, which is not installed: install {node} "
                "(on Debian: {command}), or leave {setting} empty.",
                npm="npm",
                node="Node.js",
                command="apt install npm",
                setting="HANDBOOK_EDITOR",
            )
        )
    process = subprocess.run([npm, "ci", "--loglevel=error"], cwd=folder, capture_output=True, text=True, check=False)
    if process.returncode:
        why = " ".join(line.removeprefix("npm error ") for line in process.stderr.splitlines()[:2])
        raise HandbookError(
            msg("{npm} could not fetch the form editor: {why}", npm="npm", why=why or str(process.returncode))
        )


def _hashes(lock: Path) -> dict[str, str]:
    """The hash of each package in a lock file, by its folder; empty if there is no such file."""
    if not lock.exists():
        return {}
    packages: dict[str, Any] = json.loads(lock.read_text("utf-8"))["packages"]
    return {name: package["integrity"] for name, package in packages.items() if name}
