"""Adds the form editor at `/admin/`, for people who do not edit files, if the firm has turned it on."""

import shutil
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig

from handbook.model.errors import HandbookError
from handbook.publishing.forms.files import form_files
from handbook.publishing.forms.options import form_options
from handbook.publishing.forms.packages import fetched_packages
from mkdocs_adapter.build_state import build_state
from mkdocs_adapter.failures import FailedError
from mkdocs_adapter.languages import is_default_language
from mkdocs_adapter.site import write_site_files

LOCK = Path(__file__).parents[1] / "requirements/editor"


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Read the options once per build; stop if the editor is on but cannot work."""
    if is_default_language(config):
        try:
            build_state(config).forms = options = form_options(config.extra.get("editor", {}))
            if options:
                fetched_packages(LOCK)
        except HandbookError as error:
            raise FailedError(str(error)) from None
    return config


def on_post_build(config: MkDocsConfig) -> None:
    """Write `admin/`, once for all languages."""
    state = build_state(config)
    if state.forms and is_default_language(config):
        texts = form_files(state.handbook, state.forms, str(config.theme["favicon"]))
        write_site_files(config, ((f"admin/{name}", text) for name, text in texts))
        for package in fetched_packages(LOCK):
            shutil.copyfile(package, Path(config.site_dir, "admin", package.name))
