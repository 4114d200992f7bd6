"""Reads the locks that a handbook is compared with: those of a folder, or of a commit of its own repository."""

from collections.abc import Mapping
from pathlib import Path

from ..languages.messages import msg
from ..model.errors import HandbookError
from ..model.lock import FOLDER, Lock, lock_path
from .git_history import changed_since, common_commit, fault
from .locks import parse
from .project import read_locks


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
