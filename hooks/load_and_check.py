"""Reads the handbook once a build and checks it: faults stop the build before anything is written.

What is read is kept in the build's own settings, for the hooks that follow: under `handbook`, `findings` and
`loom`, and under `previewing` whether the build is a preview.
"""

from datetime import date
from pathlib import Path
from typing import Any

import click
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort

from handbook.checks.reports import as_text
from handbook.checks.rule_docs import manual
from handbook.checks.runner import check, errors
from handbook.model.finding import HandbookError
from handbook.pages.index import page_index
from handbook.reading.load import read

serving = False
"""What this run is, not what it read: MkDocs tells it once, before there are settings to keep it in."""


def on_startup(command: str, dirty: bool) -> None:
    """Learn whether this run only previews: a preview goes on with faults, and tells them."""
    global serving
    serving = command == "serve"


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Read and check in the first language's pass; the passes that follow find the value there."""
    config["previewing"] = serving
    if "handbook" in config:
        return config
    try:
        config["handbook"] = read(Path(config.config_file_path).parent)
    except HandbookError as error:
        raise Abort(str(error)) from None
    findings = config["findings"] = check(config["handbook"], date.today(), publishing=not serving)
    told = as_text(findings, manual(config["handbook"]))
    if errors(findings) and not serving:
        raise Abort(f"{told}\nNothing was built; the previous site is as it was.")
    if findings:
        click.echo(told, err=True)
    return config


def on_pre_build(config: MkDocsConfig) -> None:
    """Work out, in each language's pass, what its pages say of one another."""
    i18n: Any = config.plugins["i18n"]
    config["loom"] = page_index(config["handbook"], i18n.current_language, config.use_directory_urls)
