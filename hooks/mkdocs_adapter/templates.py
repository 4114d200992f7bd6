"""The theme's templates, compiled once for all languages and all builds with the same `.venv`."""

import os
import sys
from contextlib import suppress
from functools import partial
from pathlib import Path

from jinja2 import Environment, FileSystemBytecodeCache, FileSystemLoader
from jinja2.bccache import Bucket
from mkdocs.theme import Theme

FOLDER = Path(sys.prefix, "var/cache/handbook-templates")
"""Where compiled templates are kept: beside the packages of the theme, as Python keeps its own in `__pycache__`."""


class CompiledTemplates(FileSystemBytecodeCache):
    """Compiled templates on disk; where they cannot be read or written, templates are compiled as without it."""

    def __init__(self, folder: Path) -> None:
        """Make the folder, if that is possible."""
        with suppress(OSError):
            folder.mkdir(parents=True, exist_ok=True)
        super().__init__(str(folder), "%s.cache")

    def get_cache_key(self, name: str, filename: str | None = None) -> str:
        """Return the same key for a template in every copy of a handbook; its text is compared before it is used."""
        return super().get_cache_key(name)

    def load_bytecode(self, bucket: Bucket) -> None:
        """Read a template; a damaged file counts as none."""
        try:
            super().load_bytecode(bucket)
        except Exception:  # whatever pickle raises
            bucket.reset()

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Write a template, if that is possible."""
        with suppress(OSError):
            super().dump_bytecode(bucket)


class VisibleTemplates(FileSystemLoader):
    """Lists the files of a theme without hidden folders, of which MkDocs uses none: 14,000 icons, twice per build."""

    def list_templates(self) -> list[str]:
        """Return the paths of all files that are not in a hidden folder."""
        found: set[str] = set()
        for top in self.searchpath:
            for folder, folders, names in os.walk(top):
                folders[:] = [name for name in folders if not name.startswith(".")]
                below = os.path.relpath(folder, top).replace(os.sep, "/")
                found.update(name if below == "." else f"{below}/{name}" for name in names)
        return sorted(found)


def use_quick_environments(theme: Theme) -> None:
    """Let a theme make environments with compiled templates, which list visible files only."""
    theme.get_env = partial(_environment, theme)  # type: ignore[method-assign]  # MkDocs has no option for it


def _environment(theme: Theme) -> Environment:
    env = Theme.get_env(theme)
    env.loader, env.bytecode_cache = VisibleTemplates(theme.dirs), CompiledTemplates(FOLDER)
    return env
