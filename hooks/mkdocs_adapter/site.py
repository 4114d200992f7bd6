"""The paths of pages, and writing files into the built site."""

from collections.abc import Iterable
from pathlib import Path
from urllib.parse import urlsplit

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page


def source_path(page: Page) -> tuple[str, str]:
    """Return the language of a page and its path inside that language's folder, such as (`sr`, `sales/index.md`)."""
    language, _, path = page.file.src_uri.partition("/")
    return language, path


def root(config: MkDocsConfig) -> Path:
    """Return the folder of the handbook, which holds `mkdocs.yml`."""
    return Path(config.config_file_path).parent


def site_root(config: MkDocsConfig) -> str:
    """Return the path of the site on its host, such as `/team/`; `/` if no address is set."""
    return f"{urlsplit(config.site_url or '').path.rstrip('/')}/"


def write_site_files(config: MkDocsConfig, files: Iterable[tuple[str, str]]) -> None:
    """Write files given as (path below the site's folder, text), in UTF-8 and with the text's own line endings."""
    for path, text in files:
        file = Path(config.site_dir, path)
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text.encode("utf-8"))
