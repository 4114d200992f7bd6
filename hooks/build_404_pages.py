"""Gives each language its own 404 page: the theme would leave one, in the language built last."""

from copy import deepcopy
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig


def on_template_context(context: dict[str, Any], template_name: str, config: MkDocsConfig) -> dict[str, Any]:
    """Point the language switch of a 404 page at the front pages, not at the page built before it."""
    i18n: Any = config.plugins["i18n"]
    extra: Any = config.extra
    extra.alternate = deepcopy(i18n.extra_alternate)
    return context


def on_post_template(output: str, template_name: str, config: MkDocsConfig) -> str:
    """The default language keeps `404.html`; another language's goes to `<language>/404.html`."""
    i18n: Any = config.plugins["i18n"]
    if template_name != "404.html" or i18n.current_language == i18n.default_language:
        return output
    page = Path(config.site_dir, i18n.current_language, template_name)
    page.parent.mkdir(parents=True, exist_ok=True)
    page.write_text(output, encoding="utf-8")
    return ""
