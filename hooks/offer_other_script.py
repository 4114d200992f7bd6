"""Lets readers see the pages of a language in its other script: writes the script for it, and names it to templates."""

from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page

from handbook.languages.registry import language
from handbook.publishing.respelling import respelling_file, respelling_scripts
from mkdocs_adapter.build_state import build_state
from mkdocs_adapter.languages import current_language, is_default_language
from mkdocs_adapter.site import write_site_files


def on_page_context(context: dict[str, Any], page: Page, config: MkDocsConfig, **_: Any) -> dict[str, Any]:
    """Add the other script of the page's language, if it has one."""
    return _with_script(context, config)


def on_template_context(context: dict[str, Any], template_name: str, config: MkDocsConfig) -> dict[str, Any]:
    """Add it for the 404 page, too."""
    return _with_script(context, config)


def on_post_build(config: MkDocsConfig) -> None:
    """Write the scripts, once for all languages."""
    if is_default_language(config):
        first = str(config.extra.get("script") or "")
        write_site_files(config, respelling_scripts(build_state(config).handbook, first))


def _with_script(context: dict[str, Any], config: MkDocsConfig) -> dict[str, Any]:
    code = current_language(config)
    files = {code: respelling_file(code) for code in build_state(config).handbook.languages}
    return {**context, "other_script": language(code).other_script, "script_files": files, "script_file": files[code]}
