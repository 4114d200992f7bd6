"""A hook of a woven copy: reads and checks the handbook from which the copy was made, and prepares no weaving."""

from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig

import load_and_check


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Do what the hook of the original does, with the path of the original."""
    path = config.config_file_path
    config.config_file_path = str(Path(config.extra["original"], "mkdocs.yml"))
    load_and_check.on_config(config)
    config.config_file_path = path
    return config
