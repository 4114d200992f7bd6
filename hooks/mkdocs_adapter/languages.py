"""The current language of a build: mkdocs-static-i18n builds once per language inside one run."""

from typing import Any

from mkdocs.config.defaults import MkDocsConfig


def i18n(config: MkDocsConfig) -> Any:
    """Return the plugin mkdocs-static-i18n, which has no type hints."""
    return config.plugins["i18n"]


def current_language(config: MkDocsConfig) -> str:
    """Return the code of the language whose pages are being built."""
    return str(i18n(config).current_language)


def default_language(config: MkDocsConfig) -> str:
    """Return the code of the default language, whose pages have no folder on the site."""
    return str(i18n(config).default_language)


def is_default_language(config: MkDocsConfig) -> bool:
    """Return whether the default language is being built: it comes first, so hooks do then what all languages share."""
    plugin = i18n(config)
    return plugin.current_language in (None, plugin.default_language)  # None: before static-i18n begins


def all_languages_built(config: MkDocsConfig) -> bool:
    """Return whether the last language has been built; true only in the last `on_post_build`."""
    return not i18n(config).building
