"""Extensions of Python-Markdown that are made by a build."""

from typing import cast

from markdown.extensions import Extension
from mkdocs.config.defaults import MkDocsConfig


def use_extension(config: MkDocsConfig, extension: Extension) -> None:
    """Add an extension to those with which pages are rendered, once for all languages of a build."""
    # MkDocs annotates its list as one of names; Python-Markdown, which gets it, takes extensions as well.
    extensions = cast("list[Extension | str]", config.markdown_extensions)
    if extension not in extensions:
        extensions.append(extension)
