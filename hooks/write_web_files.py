"""Writes what search engines and hosts read of a site: `sitemap.xml` and `robots.txt`."""

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files

from handbook.publishing.web.sitemap import search_engine_files
from mkdocs_adapter.build_state import build_state
from mkdocs_adapter.languages import is_default_language
from mkdocs_adapter.site import write_site_files


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Leave out the theme's site map, which also lists pages of a site without an address."""
    config.theme.static_templates.discard("sitemap.xml")
    return config


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Do not publish the text of that template."""
    if template := files.get_file_from_path("sitemap.xml"):
        files.remove(template)
    return files


def on_post_build(config: MkDocsConfig) -> None:
    """Write the files once for all languages; a copy that opens from a folder needs none."""
    state, extra = build_state(config), config.extra
    if is_default_language(config) and config.use_directory_urls and not state.previewing:
        listed = not extra.get("noindex")
        write_site_files(config, search_engine_files(state.handbook, config.site_url or "", state.last_changes, listed))
