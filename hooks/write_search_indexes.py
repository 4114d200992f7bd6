"""Writes a search index and the search data of its language for each language, instead of one index of all pages."""

from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority

from handbook.languages.registry import language
from handbook.publishing.search import language_file, search_indexes
from mkdocs_adapter.build_state import build_state
from mkdocs_adapter.failures import FailedError
from mkdocs_adapter.languages import all_languages_built
from mkdocs_adapter.search import SCRIPTS, check_worker, search_entries, use_search_entries
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
    check_worker(Path(config.site_dir, SCRIPTS))
    handbook = build_state(config).handbook
    languages = (
        (f"{SCRIPTS}/lunr/min/lunr.{language(code).search['lang']}.min.js", code) for code in handbook.languages
    )
    write_site_files(config, ((path, language_file(code)) for path, code in languages))
    try:
        write_site_files(config, search_indexes(handbook, search_entries(config), not config.use_directory_urls))
    except ValueError as error:
        raise FailedError(f"Search would not work: {error}.") from None
