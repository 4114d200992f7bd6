"""Says at the foot of each page who looks after it, when its text last changed, and where to report a mistake."""

from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page
from mkdocs.utils import get_build_datetime

from handbook.pages.context import PageContext
from handbook.pages.footer import FooterInput, footer
from handbook.reading.git_history import last_changes


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Ask git once a build, for all pages of all languages."""
    if "last_changes" not in config:
        config["last_changes"] = last_changes(Path(config.config_file_path).parent, "docs")
    return config


def on_page_context(context: dict[str, Any], page: Page, config: MkDocsConfig, **_: Any) -> dict[str, Any]:
    """Hand the foot of the page to `partials/source-file.html`, the theme's own place for it."""
    source = f"docs/{page.file.src_uri}"
    language, _slash, path = page.file.src_uri.partition("/")
    context["foot"] = footer(
        PageContext(config["handbook"], language, path),
        FooterInput(
            today=get_build_datetime().date(),
            changed=config["last_changes"].get(source),
            address=page.canonical_url or source,
            repository=config["repository"],
            editing=bool(config["repository"]) or config["previewing"],
        ),
    )
    return context
