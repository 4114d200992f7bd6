"""The files a build reads, by what is in them: the preview compares them to know what changed."""

import os
from collections.abc import Iterator
from hashlib import blake2b
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig

READ = ("docs", "facts", "parity", "mkdocs.yml", ".git/logs/HEAD")
"""git's log of commits is read too: what git says of pages changes with it."""


def homes(config: MkDocsConfig) -> list[Path]:
    """The files and folders of a handbook that a build reads, and its theme's."""
    root = Path(config.config_file_path).parent
    theme = config.theme.custom_dir
    homes = (*(root / name for name in READ), *([Path(theme)] if theme else []))
    return [home for home in homes if home.exists()]


def contents(config: MkDocsConfig) -> dict[str, bytes]:
    """Each file, by its path from the handbook's folder, with a digest of its bytes."""
    root = Path(config.config_file_path).parent
    files = (file for home in homes(config) for file in _files(home))
    return {_name(file, root): blake2b(file.read_bytes()).digest() for file in files}


def _files(home: Path) -> Iterator[Path]:
    """A file, or every file of a folder that MkDocs would see: it follows links and passes over what is hidden."""
    if home.is_file():
        yield home
    for folder, folders, names in os.walk(home, followlinks=True):
        folders[:] = _visible(folders)
        yield from filter(Path.is_file, (Path(folder, name) for name in _visible(names)))


def _visible(names: list[str]) -> list[str]:
    return [name for name in names if not name.startswith(".")]


def _name(file: Path, root: Path) -> str:
    return file.relative_to(root).as_posix() if file.is_relative_to(root) else file.as_posix()
