"""Which language a build is at: mkdocs-static-i18n builds once per language inside one run."""

from typing import Any

from mkdocs.config.defaults import MkDocsConfig


def i18n(config: MkDocsConfig) -> Any:
    """The plugin mkdocs-static-i18n, which publishes no types."""
    return config.plugins["i18n"]


def current_language(config: MkDocsConfig) -> str:
    """The code of the language whose pages are being built."""
    return str(i18n(config).current_language)


def default_language(config: MkDocsConfig) -> str:
    """The code of the default language, whose pages have no folder on the site."""
    return str(i18n(config).default_language)


def is_default_language(config: MkDocsConfig) -> bool:
    """Whether the language being built is the default one, which comes first: what all languages share is done then."""
    plugin = i18n(config)
    return plugin.current_language in (None, plugin.default_language)  # None: static-i18n has yet to begin


def all_languages_built(config: MkDocsConfig) -> bool:
    """Whether the last language has been built; true only in the last `on_post_build`."""
    return not i18n(config).building
