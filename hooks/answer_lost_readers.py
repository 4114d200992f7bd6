"""Gives each language its own 404 page: the theme would leave one, in the language built last."""

from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig


def on_post_template(output: str, template_name: str, config: MkDocsConfig) -> str:
    """The default language keeps `404.html`; another language's goes to `<language>/404.html`."""
    language = config.plugins["i18n"].current_language
    if template_name != "404.html" or language == config.plugins["i18n"].default_language:
        return output
    page = Path(config.site_dir, language, template_name)
    page.parent.mkdir(parents=True, exist_ok=True)
    page.write_text(output, encoding="utf-8")
    return ""
