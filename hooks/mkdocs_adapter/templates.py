"""The theme's templates, compiled once for all languages and all builds with the same `.venv`."""

import sys
from contextlib import suppress
from pathlib import Path

from jinja2 import FileSystemBytecodeCache
from jinja2.bccache import Bucket

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
