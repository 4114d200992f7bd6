"""Two builds of one commit have the same bytes in every file, wherever, whenever and by whomever they are made.

Nothing is set that would fix the day: no SOURCE_DATE_EPOCH.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from datetime import date
from hashlib import blake2b
from pathlib import Path
from zipfile import ZipFile

import pytest

from git import git, init
from handbook.publishing.archive import pack
from sites import ADDRESS, environment
from trees import link_program
from with_history import HUB, with_history

LATER = "+400 days"
FOLDER = "Мој приручник, нов"


@pytest.fixture(scope="session")
def locales(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a Serbian locale, which not every machine has: letter forms must not depend on it."""
    folder = tmp_path_factory.mktemp("locales")
    subprocess.run(["localedef", "-i", "sr_RS", "-f", "UTF-8", folder / "sr_RS.UTF-8"], check=True)
    return folder


def elsewhere(locales: Path) -> dict[str, str]:
    """The environment of the second build; together with `faketime` and a umask, all that a machine may have otherwise."""
    return {
        "LOCPATH": str(locales),
        "LC_ALL": "sr_RS.UTF-8",
        "LANGUAGE": "ru",
        "TZ": "Pacific/Kiritimati",
        "PYTHONHASHSEED": "5",
        "USER": "somebody",
        "HOME": "/nowhere",
    }


HERE = {"LC_ALL": "C", "TZ": "UTC", "PYTHONHASHSEED": "1"}


def build(home: Path, into: Path, words: tuple[str, ...], umask: int, chosen: Mapping[str, str]) -> None:
    """Build as a process of its own; `words` come before the command."""
    mkdocs = str(Path(sys.executable).with_name("mkdocs"))
    inherited = {name: value for name, value in os.environ.items() if name not in environment()}
    done = subprocess.run(
        [*words, mkdocs, "build", "--strict", "--quiet", "--site-dir", into],
        cwd=home,
        env={**inherited, "PYTHONUTF8": "1", "NO_MKDOCS_2_WARNING": "1", "SITE_URL": ADDRESS, **chosen},
        umask=umask,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done


def digests(folder: Path) -> dict[str, str]:
    """The digest of every file below a folder, by its path."""
    files = (file for file in folder.rglob("*") if file.is_file())
    return {file.relative_to(folder).as_posix(): blake2b(file.read_bytes()).hexdigest() for file in files}


def twice(home: Path, folder: Path, locales: Path, **chosen: str) -> tuple[Path, Path]:
    """Build a repository here, and a clone of it elsewhere; returns both sites."""
    clone = folder / FOLDER / "tests/copy"  # the settings of the smallest handbook name ../../hooks
    clone.parent.mkdir(parents=True)
    link_program(folder / FOLDER)
    git(folder, "clone", "--quiet", "--template=", home.as_uri(), clone)
    first, second = folder / "first", clone / "built here"
    build(home, first, (), 0o022, HERE | chosen)
    build(clone, second, ("faketime", "-f", LATER), 0o077, elsewhere(locales) | chosen)
    return first, second


def test_a_site_has_the_same_bytes_elsewhere_and_on_another_day(tmp_path: Path, locales: Path) -> None:
    first, second = twice(with_history(tmp_path / "home"), tmp_path, locales)
    assert (first / "sitemap.xml").exists()
    assert digests(second) == digests(first)


def test_an_archive_has_the_same_bytes_for_the_same_files(tmp_path: Path) -> None:
    names = ("b/a.html", "a.html", "b/њ.html")
    for folder, order, umask in (("first", names, 0o022), ("second", reversed(names), 0o077)):
        for name in order:
            file = tmp_path / folder / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(name, "utf-8")
            file.chmod(0o666 & ~umask)
            os.utime(file, (umask * 10**6, umask * 10**6))
        pack(tmp_path / folder, tmp_path / f"{folder}.zip", date(2027, 3, 5))
    assert (tmp_path / "first.zip").read_bytes() == (tmp_path / "second.zip").read_bytes()
    with ZipFile(tmp_path / "first.zip") as packed:
        entries = packed.infolist()
    assert [entry.filename for entry in entries] == sorted(names)
    assert {(entry.date_time, entry.external_attr >> 16) for entry in entries} == {((2027, 3, 5, 0, 0, 0), 0o100644)}


def test_an_archive_of_a_text_without_a_date_has_the_earliest(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "folder/a.html").touch()
    pack(tmp_path / "folder", tmp_path / "a.zip", None)
    with ZipFile(tmp_path / "a.zip") as packed:
        assert [entry.date_time for entry in packed.infolist()] == [(1980, 1, 1, 0, 0, 0)]


@pytest.mark.long
def test_books_and_the_offline_copy_have_the_same_bytes_elsewhere(example: Path, tmp_path: Path, locales: Path) -> None:
    """The pictures of the Serbian books have italic letters, whose forms depend on the language."""
    init(example, "2026-10-01")
    first, second = twice(example, tmp_path, locales, HANDBOOK_OFFLINE="1", HANDBOOK_PDF="required", REPO_URL=HUB)
    assert len([*first.glob("pdf/*.pdf")]) == 3
    assert digests(second) == digests(first)


@pytest.mark.long
def test_a_copy_without_git_has_the_same_bytes_on_another_day(example: Path, tmp_path: Path, locales: Path) -> None:
    """A downloaded copy: nothing knows the day of its text."""
    copy = shutil.copytree(example, tmp_path / FOLDER, symlinks=True)
    build(example, tmp_path / "first", (), 0o022, HERE)
    build(copy, tmp_path / "second", ("faketime", "-f", LATER), 0o077, elsewhere(locales))
    assert digests(tmp_path / "second") == digests(tmp_path / "first")
