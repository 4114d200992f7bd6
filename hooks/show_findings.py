"""Shows findings on the page itself, while previewing only: they are not part of a published site."""

from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files

from handbook.checks.reports.panel import FILE, panel
from handbook.checks.runner import facts_findings
from mkdocs_adapter.build_state import build_state
from mkdocs_adapter.languages import is_default_language
from mkdocs_adapter.site import write_site_files

SCRIPT, STYLE = "assets/javascripts/panel.js", "assets/stylesheets/panel.css"


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Load the panel on every page of a preview."""
    scripts: list[Any] = config.extra_javascript
    if build_state(config).previewing and SCRIPT not in scripts:
        scripts.append(SCRIPT)
        config.extra_css.append(STYLE)
    return config


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Leave the panel out of a site that is published."""
    if not build_state(config).previewing:
        for file in filter(None, map(files.get_file_from_path, (SCRIPT, STYLE))):
            files.remove(file)
    return files


def on_post_build(config: MkDocsConfig) -> None:
    """Write the findings for the panel's script, once for all languages."""
    state = build_state(config)
    if state.previewing and is_default_language(config):
        write_site_files(config, [(FILE, panel(state.handbook, state.findings, facts_findings(state.handbook)))])
