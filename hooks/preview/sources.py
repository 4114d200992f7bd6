"""The files that a build reads, with digests: the preview compares them to find what changed."""

import os
from collections.abc import Iterator
from hashlib import blake2b
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig

INPUTS = ("docs", "facts", "parity", "mkdocs.yml", ".git/logs/HEAD")
"""The files and folders that a build reads; pages show dates from git, which change with its log of commits."""


def input_paths(config: MkDocsConfig) -> list[Path]:
    """Return the existing files and folders that a build reads, the theme's folder included."""
    root = Path(config.config_file_path).parent
    theme = config.theme.custom_dir
    paths = (*(root / name for name in INPUTS), *([Path(theme)] if theme else []))
    return [path for path in paths if path.exists()]


def file_digests(config: MkDocsConfig) -> dict[str, bytes]:
    """Return a digest of each file that a build reads, by its path from the handbook's folder."""
    root = Path(config.config_file_path).parent
    files = (file for path in input_paths(config) for file in _files(path))
    return {_name(file, root): blake2b(file.read_bytes()).digest() for file in files}


def _files(path: Path) -> Iterator[Path]:
    """Yield a file, or every file of a folder that MkDocs sees; links to folders are findings, and not followed."""
    if path.is_file():
        yield path
    for folder, folders, names in os.walk(path):
        folders[:] = _visible(folders)
        yield from filter(Path.is_file, (Path(folder, name) for name in _visible(names)))


def _visible(names: list[str]) -> list[str]:
    return [name for name in names if not name.startswith(".")]


def _name(file: Path, root: Path) -> str:
    return file.relative_to(root).as_posix() if file.is_relative_to(root) else file.as_posix()
