"""Puts a new folder or file in the place of another one, so that no part of it is ever missing or mixed.

Between the two renames of a folder there is none for some ten microseconds; `rm -rf` and `mv` took up to 0.2 seconds.
"""

import os
import shutil
from pathlib import Path


def put_in_place(new: Path, target: Path, previous: Path) -> None:
    """Rename `new` to `target`; a folder that is there becomes `previous/NAME` first, and is then removed.

    When this is stopped, `restore` completes or undoes it.
    """
    if new.is_dir():
        previous.mkdir(exist_ok=True)
        if target.exists():
            target.rename(previous / target.name)
    new.replace(target)
    restore(target.parent, previous)


def restore(home: Path, previous: Path) -> None:
    """Put back the folders of `previous` that were not replaced, and remove the others."""
    for folder in previous.iterdir() if previous.exists() else ():
        if not (home / folder.name).exists():
            folder.rename(home / folder.name)
    if previous.exists():
        removed = previous.with_name("removed")  # what is partly removed must not be put back
        shutil.rmtree(removed, ignore_errors=True)
        previous.rename(removed)
        shutil.rmtree(removed)


def unsuitable(target: Path) -> str:
    """Return why a result cannot be put at `target`, a file if it has a suffix; an empty text if it can."""
    kind = "file" if target.suffix else "folder"
    if target.is_symlink():
        return f"{target} is a symbolic link, which a build would replace. Remove the link, then build again."
    if target.exists() and target.is_file() is not (kind == "file"):
        return f"{target} is not a {kind}. Remove it, then build again."
    if os.path.ismount(target):
        return f"{target} is a mount point, which cannot be replaced. Unmount it, then build again."
    writable = os.access(target.parent, os.W_OK)
    if not writable or (target.is_dir() and not os.access(target, os.W_OK)):
        return f"You have no permission to replace {target}. Change its permissions, then build again."
    return ""
