"""The text of the 404 pages in each language, with links to pages where readers can continue."""

from dataclasses import dataclass

from ..languages.labels import LABELS
from ..model.handbook import Handbook

PAGES = (("index.md", "front-page"), ("ask.md", "ask-page"), ("a-z.md", "a-z-page"))
"""The pages that a 404 page links to if they exist, each with the key of its label."""


@dataclass(frozen=True, slots=True)
class NotFound:
    """The text of a 404 page in one language; `folder` is that of the language, `links` are (address, text)."""

    language: str
    folder: str
    title: str
    text: str
    links: tuple[tuple[str, str], ...]


def not_found(handbook: Handbook, first: str) -> list[NotFound]:
    """The texts in all languages, that of the language `first` first."""
    return [_text(handbook, code) for code in sorted(handbook.languages, key=lambda code: code != first)]


def _text(handbook: Handbook, code: str) -> NotFound:
    links = tuple(
        (f"{handbook.folder(code)}{'' if path == 'index.md' else path.removesuffix('.md') + '/'}", label)
        for path, key in PAGES
        if handbook.page(code, path) and (label := LABELS[key].in_language(code))
    )
    title, text = (LABELS[key].in_language(code) for key in ("lost-title", "lost-text"))
    return NotFound(code, handbook.folder(code), title, text, links)
