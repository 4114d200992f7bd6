"""Makes the language switch lead to the same page by a relative way, on every page.

The front page needs it: its links would begin at the host's root, which is wrong under a sub-path.
"""

from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page


def on_page_context(context: dict[str, Any], page: Page, config: MkDocsConfig, **_: Any) -> Any:
    """Fill the switch from the pages that static-i18n found to be each other's counterparts."""
    extra: Any = config.extra
    file: Any = page.file
    for alternate in extra.alternate:
        if counterpart := file.alternates.get(alternate["lang"]):
            alternate["link"] = counterpart.url
    return context
