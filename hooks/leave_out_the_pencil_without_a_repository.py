"""Leaves the pencil out where no repository is set: MkDocs would point it at nothing."""

from mkdocs.config.defaults import MkDocsConfig


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Without `repo_url` there is nothing to edit in."""
    if not config.repo_url:
        config.edit_uri = None
        config.edit_uri_template = None
    return config
