"""`python -m site_build TARGET COMMAND…`: runs a build and puts its result at TARGET as a whole, or not at all.

TARGET is a folder, or a ZIP file of it. COMMAND gets one more word, the private folder to build into. Two builds at
once run one after the other. The exit code is that of COMMAND, or 2 if its result cannot be put at TARGET.
"""

import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path
from tempfile import mkdtemp
from typing import NoReturn

from handbook.editing.write.process_lock import BusyError, process_lock
from handbook.model.errors import HandbookError
from handbook.publishing.archive import READ_ME, SITE, pack, read_me
from handbook.reading.git_history import text_date

from .settings import faults
from .swap import put_in_place, restore, unsuitable

PRIVATE = Path(".site-next")
PREVIOUS = PRIVATE / "previous"
WAIT_SECONDS = 1800


def main(target: Path, command: list[str]) -> int:
    """Build while no other build runs in this folder; return the exit code."""
    if why := unsuitable(target):
        fail(why)
    try:
        if why := faults():
            print(f"{why}\nNothing was built; the previous site is as it was.", file=sys.stderr)
            return 1
        PRIVATE.mkdir(exist_ok=True)
        with process_lock(PRIVATE, WAIT_SECONDS, PRIVATE / "holder", on_wait) as lock:
            remove_leftovers()
            return build(target, command, lock)
    except HandbookError as error:
        fail(str(error))
    except BusyError as error:
        fail(f"Another build (process {error}) has been running here for half an hour. Stop it, then build again.")
    except OSError as error:
        place = error.filename2 or error.filename or target
        fail(f"{place} cannot be written: {error.strerror}. Nothing was replaced.")


def build(target: Path, command: list[str], lock: int) -> int:
    """Run the command; it keeps the lock, even if this process is killed."""
    os.umask(0o022)  # a web server that runs as another user must be able to read the site
    private = Path(mkdtemp(dir=PRIVATE))
    try:
        new = private / "built" / SITE
        code = subprocess.run([*command, new], check=False, pass_fds=[lock]).returncode
        if code == 0 and target.suffix == ".zip":
            (new.parent / READ_ME).write_text(read_me(new.parent), "utf-8")
            pack(new.parent, new := private / target.name, text_date(Path(), os.environ))
        if code == 0:
            put_in_place(new, target, PREVIOUS)
        return code if code >= 0 else 128 - code
    finally:
        shutil.rmtree(private, ignore_errors=True)


def remove_leftovers() -> None:
    """Complete or undo the swap of a killed build, and remove the private folders of others."""
    restore(Path(), PREVIOUS)
    for folder in PRIVATE.iterdir():
        shutil.rmtree(folder, ignore_errors=True)


def on_wait(other: str) -> None:
    """Say why nothing happens yet."""
    print(f"Another build (process {other}) is running here; this one begins when it has ended.", file=sys.stderr)


def fail(why: str) -> NoReturn:
    """Print one line and end with exit code 2."""
    print(why, file=sys.stderr)
    sys.exit(2)


if __name__ == "__main__":
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))  # the command is stopped, too
    try:
        sys.exit(main(Path(sys.argv[1]), sys.argv[2:]))
    except KeyboardInterrupt:
        sys.exit(130)
