"""Keeps the theme's templates compiled on disk: that saves 0.5 of 5.1 s of processor time per build."""

from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files

from mkdocs_adapter.templates import FOLDER, CompiledTemplates


def on_env(env: Any, config: MkDocsConfig, files: Files) -> None:
    """Let the environment of each language use them."""
    env.bytecode_cache = CompiledTemplates(FOLDER)
