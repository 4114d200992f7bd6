"""Gives each language its own search index and the words' endings, in place of the one index of all pages."""

import json
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.plugins import event_priority

from handbook.model import CODES
from handbook.search import CODE, index, language_file, missing_in_worker

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
            write_index(config, code, docs)


def look_at_the_worker(site: Path) -> None:
    """Stop where the theme's search is no longer the one this was written for."""
    workers = (site / SCRIPTS / "workers").glob("search.*.min.js")
    worker = next((file.read_text("utf-8") for file in workers), "")
    if lacking := ", ".join(missing_in_worker(worker)):
        written = "it was written for mkdocs-material 9.8.1"
        raise Abort(f"Search would not work: the theme's worker lacks {lacking}; {written}.")


def write_language(site: Path, code: str) -> None:
    """Put a language's file where the worker looks for it; without it the search box would wait for ever."""
    file = site / SCRIPTS / f"lunr/min/lunr.{CODE[code]}.min.js"
    if not file.with_name("lunr.stemmer.support.min.js").exists():
        raise Abort("Search would not work: the theme brings no lunr.stemmer.support.min.js.")
    file.write_text(language_file(code), encoding="utf-8")


def write_index(config: MkDocsConfig, code: str, docs: list[dict[str, Any]]) -> None:
    """Write one language's index beside its front page, and as a script where a site is read without a server."""
    folder = Path(config.site_dir, "" if code == CODES[0] else code, "search")
    folder.mkdir(parents=True, exist_ok=True)
    try:
        text = index(config["handbook"], code, docs)
    except ValueError as error:
        raise Abort(f"Search would not work: {error}.") from None
    (folder / "search_index.json").write_text(text, encoding="utf-8")
    if not config.use_directory_urls:
        (folder / "search_index.js").write_text(f"var __index = {text}", encoding="utf-8")
