"""Gives each language its own search index and the words' endings, in place of the one index of all pages."""

import json
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.plugins import event_priority

from handbook.languages.registry import CODES
from handbook.publishing.search import CODE, indexes, language_file, missing_in_worker

SCRIPTS = "assets/javascripts"


@event_priority(-110)
def on_post_build(config: MkDocsConfig) -> None:
    """Write the indexes once every language is built, after static-i18n has gathered their pages."""
    i18n: Any = config.plugins["i18n"]
    if not i18n.building:
        site = Path(config.site_dir)
        look_at_the_worker(site)
        docs = json.loads((site / "search/search_index.json").read_text("utf-8"))["docs"]
        for code in CODES:
            write_language(site, code)
        write_indexes(config, docs)


def look_at_the_worker(site: Path) -> None:
    """Stop where the theme's search is no longer the one this was written for."""
    workers = (site / SCRIPTS / "workers").glob("search.*.min.js")
    worker = next((file.read_text("utf-8") for file in workers), "")
    if missing := ", ".join(missing_in_worker(worker)):
        written = "it was written for mkdocs-material 9.8.1"
        raise Abort(f"Search would not work: the theme's worker lacks {missing}; {written}.")


def write_language(site: Path, code: str) -> None:
    """Put a language's file where the worker looks for it; without it the search box would wait for ever."""
    file = site / SCRIPTS / f"lunr/min/lunr.{CODE[code]}.min.js"
    if not file.with_name("lunr.stemmer.support.min.js").exists():
        raise Abort("Search would not work: the theme brings no lunr.stemmer.support.min.js.")
    file.write_text(language_file(code), encoding="utf-8")


def write_indexes(config: MkDocsConfig, docs: list[dict[str, Any]]) -> None:
    """Write each language's index beside its front page, and as a script where a site is read without a server."""
    try:
        for path, text in indexes(config["handbook"], docs, scripts=not config.use_directory_urls):
            file = Path(config.site_dir, path)
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8")
    except ValueError as error:
        raise Abort(f"Search would not work: {error}.") from None
