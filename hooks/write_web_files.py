"""Writes what search engines and hosts read of a site: `sitemap.xml`, `robots.txt` and `_headers`."""

from typing import Any

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig

from handbook.publishing.forms.files import content_security_policy
from handbook.publishing.web.policy import POLICY, headers
from handbook.publishing.web.sitemap import search_engine_files
from mkdocs_adapter.build_state import build_state
from mkdocs_adapter.languages import is_default_language
from mkdocs_adapter.site import write_site_files


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Leave out the theme's site map, which also lists pages of a site without an address."""
    config.theme.static_templates.discard("sitemap.xml")
    return config


def on_env(env: Environment, config: MkDocsConfig, **_: Any) -> Environment:
    """Tell the templates the policy of all pages; a preview adds a script to the text of each page that it serves."""
    env.globals["policy"] = POLICY if _is_served(config) else ""
    return env


def on_post_build(config: MkDocsConfig) -> None:
    """Write the files once for all languages; a copy that opens from a folder needs none."""
    state, listed = build_state(config), not config.extra.get("noindex")
    if is_default_language(config) and _is_served(config):
        forms_policy = content_security_policy(state.forms) if state.forms else ""
        write_site_files(config, search_engine_files(state.handbook, config.site_url or "", state.last_changes, listed))
        write_site_files(config, [("_headers", headers(state.handbook, forms_policy, listed))])


def _is_served(config: MkDocsConfig) -> bool:
    """Return whether the site is for a host: no preview, and no copy that opens from a folder."""
    return bool(config.use_directory_urls) and not build_state(config).previewing
