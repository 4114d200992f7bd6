"""Extensions of Python-Markdown that are made by a build."""

from markdown.extensions import Extension
from mkdocs.config.defaults import MkDocsConfig


def use_extension(config: MkDocsConfig, extension: Extension) -> None:
    """Add an extension to those with which pages are rendered, once for all languages of a build."""
    extensions: list[Extension | str] = config.markdown_extensions  # type: ignore[assignment]  # MkDocs says: names
    if extension not in extensions:
        extensions.append(extension)
