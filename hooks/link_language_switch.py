"""Makes the language switch a relative link to the same page in the other language, on every page.

On the front page, the theme's own links begin at the host's root, which is wrong under a sub-path.
"""

from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page


def on_page_context(context: dict[str, Any], page: Page, config: MkDocsConfig, **_: Any) -> Any:
    """Fill the switch with the counterparts that static-i18n found."""
    extra: Any = config.extra
    file: Any = page.file
    for alternate in extra.alternate:
        if counterpart := file.alternates.get(alternate["lang"]):
            alternate["link"] = counterpart.url
    return context
