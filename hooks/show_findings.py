"""Shows what is amiss on the page itself, while previewing only: a published site has nothing of it."""

from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files

from handbook.checks.panel import FILE, broken, panel

SCRIPT, STYLE = "assets/javascripts/panel.js", "assets/stylesheets/panel.css"


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Link the panel from every page of a preview."""
    scripts: list[Any] = config.extra_javascript
    if config["previewing"] and SCRIPT not in scripts:
        scripts.append(SCRIPT)
        config.extra_css.append(STYLE)
    return config


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Leave the panel out of a site that is published."""
    if not config["previewing"]:
        for file in filter(None, map(files.get_file_from_path, (SCRIPT, STYLE))):
            files.remove(file)
    return files


def on_post_build(config: MkDocsConfig) -> None:
    """Write the findings for the panel's script, once, in the default language's pass: they hold every language."""
    i18n: Any = config.plugins["i18n"]
    if config["previewing"] and i18n.current_language == i18n.default_language:
        book, file = config["handbook"], Path(config.site_dir, FILE)
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(panel(book, config["findings"], broken(book)), encoding="utf-8")
