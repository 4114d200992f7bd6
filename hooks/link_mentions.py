"""Turns every first mention of a role, a responsibility or a term into a link, while pages are rendered."""

from functools import partial
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page

from handbook.pages.index import marks
from handbook.pages.mention_links import LinkMentions


def on_pre_build(config: MkDocsConfig) -> None:
    """Give Python-Markdown the extension, once for all passes of a build."""
    if "mentions" not in config:
        config["mentions"] = LinkMentions()
        config.markdown_extensions.append(config["mentions"])


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, **_: Any) -> None:
    """Tell the extension which page is rendered next; MkDocs then checks the links like any other."""
    path = page.file.src_uri.partition("/")[2]
    config["mentions"].find = partial(marks, config["loom"], path)
