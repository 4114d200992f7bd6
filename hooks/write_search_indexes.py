"""Writes the search index and the search engine of each language, instead of one index of all pages."""

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority

from handbook.publishing.search import search_engines, search_indexes
from mkdocs_adapter.build_state import build_state
from mkdocs_adapter.failures import FailedError
from mkdocs_adapter.languages import all_languages_built
from mkdocs_adapter.search import search_entries, use_search_entries
from mkdocs_adapter.site import write_site_files


@event_priority(-110)
def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Collect the documents of each language, after the theme's plugin has made an index for them."""
    use_search_entries(config)
    return config


@event_priority(-110)
def on_post_build(config: MkDocsConfig) -> None:
    """Write the indexes once every language is built, after static-i18n has collected their pages."""
    if not all_languages_built(config):
        return
    handbook = build_state(config).handbook
    write_site_files(config, search_engines(handbook))
    try:
        write_site_files(config, search_indexes(handbook, search_entries(config), not config.use_directory_urls))
    except ValueError as error:
        raise FailedError(f"Search would not work: {error}.") from None
