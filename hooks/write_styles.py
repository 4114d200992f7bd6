"""Writes the styles of the theme and of the handbook as one file, and publishes no file of the theme itself."""

from pathlib import Path
from posixpath import dirname
from typing import Any, cast

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

from mkdocs_adapter.build_state import build_state
from mkdocs_adapter.languages import is_default_language
from mkdocs_adapter.site import write_site_files
from mkdocs_adapter.theme import FIRM, firm_style, style_sheet, theme_styles

STYLES = "assets/stylesheets/site.css"
FIRM_STYLES = "assets/stylesheets/firm.css"


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Take the style sheets in that folder out of the pages; others and the firm's keep a link of their own."""
    if is_default_language(config):
        state, extra = build_state(config), cast(Any, config.extra)
        extra["firm_style"] = FIRM_STYLES if firm_style(config.theme) else ""
        state.styles = tuple(path for path in config.extra_css if dirname(path) == dirname(STYLES))
        config.extra_css = [path for path in config.extra_css if path not in state.styles]
    return config


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Leave out the files of the theme and those that become part of the one style sheet."""
    state = build_state(config)
    own = [file for path in state.styles if (file := files.get_file_from_path(path))]
    firm = [file for file in files if file.src_uri == FIRM]
    if is_default_language(config):
        state.style_sheet = style_sheet(theme_styles(config.theme), [file.content_string for file in own])
    for file in (*own, *firm, *(file for file in files if _of_theme(file, config))):
        files.remove(file)
    return files


def on_post_build(config: MkDocsConfig) -> None:
    """Write the style sheet and the firm's own, once for all languages."""
    if is_default_language(config):
        firm = firm_style(config.theme)
        write_site_files(config, [(STYLES, build_state(config).style_sheet), *([(FIRM_STYLES, firm)] if firm else [])])


def _of_theme(file: File, config: MkDocsConfig) -> bool:
    """Return whether a file comes from the packages of the theme, and not from the handbook."""
    own = (config.docs_dir, config.theme.custom_dir)
    return bool(file.src_dir) and all(Path(str(file.src_dir)) != Path(folder) for folder in own if folder)
