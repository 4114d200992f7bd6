"""Writes a search index and the search data of its language for each language, instead of one index of all pages."""

import json
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.plugins import event_priority

from handbook.languages.registry import language
from handbook.publishing.search import language_file, missing_in_worker, search_indexes
from mkdocs_adapter.build_state import build_state
from mkdocs_adapter.languages import all_languages_built
from mkdocs_adapter.site import write_site_files

SCRIPTS = "assets/javascripts"


@event_priority(-110)
def on_post_build(config: MkDocsConfig) -> None:
    """Write the indexes once every language is built, after static-i18n has collected their pages."""
    if not all_languages_built(config):
        return
    check_worker(Path(config.site_dir, SCRIPTS))
    documents = json.loads(Path(config.site_dir, "search/search_index.json").read_text("utf-8"))["docs"]
    codes = build_state(config).handbook.languages
    scripts = ((f"{SCRIPTS}/lunr/min/lunr.{language(code).search['lang']}.min.js", code) for code in codes)
    write_site_files(config, ((path, language_file(code)) for path, code in scripts))
    try:
        write_site_files(config, search_indexes(build_state(config).handbook, documents, not config.use_directory_urls))
    except ValueError as error:
        raise Abort(f"Search would not work: {error}.") from None


def check_worker(scripts: Path) -> None:
    """Stop if the theme's search script is not the one that the language files are written for."""
    worker = next((file.read_text("utf-8") for file in (scripts / "workers").glob("search.*.min.js")), "")
    if missing := ", ".join(missing_in_worker(worker)):
        raise Abort(f"Search would not work: the theme's worker lacks {missing}; mkdocs-material 9.8.1 has it.")
    if not (scripts / "lunr/min/lunr.stemmer.support.min.js").exists():
        raise Abort("Search would not work: the theme has no lunr.stemmer.support.min.js.")
