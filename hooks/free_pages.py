"""Frees the text and the HTML of each page once it is written: they take 4 MiB of memory.

MkDocs keeps them to the end, and the pages of one language are still there while the next one is built.
"""

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs.structure.pages import Page

from mkdocs_adapter.build_state import build_state


@event_priority(-120)
def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:
    """Forget what only writing the page needed; a preview writes pages again."""
    if not build_state(config).previewing:
        page.markdown = page.content = ""  # not None: MkDocs would then not know the title any more
    return output
