"""Writes a redirect at the old address of each page that has moved, in each language."""

from mkdocs.config.defaults import MkDocsConfig

from handbook.publishing.redirects import redirects
from mkdocs_adapter.build_state import build_state
from mkdocs_adapter.languages import current_language
from mkdocs_adapter.site import write_site_files


def on_post_build(config: MkDocsConfig) -> None:
    """Write the redirects of the language just built; search and site map do not list them."""
    handbook, language = build_state(config).handbook, current_language(config)
    write_site_files(config, redirects(handbook, language, config.use_directory_urls, config.site_url or ""))
