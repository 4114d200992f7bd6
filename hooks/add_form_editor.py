"""Offers forms at `/admin/` to those who would rather not edit files, where a firm has turned them on."""

import shutil
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort

from handbook.model.finding import HandbookError
from handbook.publishing.forms.files import form_files
from handbook.publishing.forms.options import form_options
from handbook.publishing.forms.packages import fetched_packages

LOCK = Path(__file__).parents[1] / "requirements/editor"


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Find out, once a build, what is wanted; stop where the editor is on and could not work."""
    if "form_editor" in config:
        return config
    try:
        wanted = form_options(config.extra.get("editor", {}))
        config["form_editor"] = (wanted, fetched_packages(LOCK)) if wanted else None
    except HandbookError as error:
        raise Abort(str(error)) from None
    return config


def on_post_build(config: MkDocsConfig) -> None:
    """Write `admin/`, once, in the default language's pass: one editor serves every language."""
    i18n: Any = config.plugins["i18n"]
    if config["form_editor"] and i18n.current_language == i18n.default_language:
        wanted, fetched = config["form_editor"]
        folder = Path(config.site_dir, "admin")
        folder.mkdir(parents=True, exist_ok=True)
        for name, text in form_files(config["handbook"], wanted, str(config.theme["favicon"])):
            (folder / name).write_text(text, encoding="utf-8")
        for part in fetched:
            shutil.copyfile(part, folder / part.name)
