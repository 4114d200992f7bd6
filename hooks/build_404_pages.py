"""Builds a 404 page for each language; the theme alone builds one, in the language built last."""

from copy import deepcopy
from typing import Any

from mkdocs.config.defaults import MkDocsConfig

from handbook.pages.not_found import not_found
from mkdocs_adapter.build_state import build_state
from mkdocs_adapter.languages import current_language, i18n, is_default_language
from mkdocs_adapter.site import write_site_files


def on_template_context(context: dict[str, Any], template_name: str, config: MkDocsConfig) -> dict[str, Any]:
    """Add the texts; point the language switch at the front pages, not at the page built before this one."""
    extra: Any = config.extra
    extra.alternate = deepcopy(i18n(config).extra_alternate)
    context["not_found"] = not_found(build_state(config).handbook, current_language(config))
    return context


def on_post_template(output: str, template_name: str, config: MkDocsConfig) -> str:
    """Keep `404.html` for the default language; write that of another language to `<language>/404.html`."""
    if template_name != "404.html" or is_default_language(config):
        return output
    write_site_files(config, [(f"{current_language(config)}/404.html", output)])
    return ""
