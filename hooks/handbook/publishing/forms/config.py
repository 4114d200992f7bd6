"""The configuration of Decap CMS: one collection per language and kind of page, one form per page.

Each form names its file. Decap's folder collections can neither separate kinds of pages nor pair
`docs/sr/x/y.md` with `docs/en/x/y.md`, and would allow new pages without facts and without a counterpart.
"""

from collections.abc import Iterator
from typing import Any, get_args

import yaml

from ...crosslinks.paths import published_link
from ...languages.labels import LABELS
from ...model.handbook import Handbook
from ...model.page import Kind, Page
from .options import FormOptions

TEXTS = ("title", "title_f", "source_title", "description")
LISTS = ("aliases", "plain")
"""The keys of the front matter that have a field; those for the theme do not."""


def decap_config(handbook: Handbook, options: FormOptions, logo: str) -> str:
    """The text of `admin/config.yml`."""
    config = {
        "backend": {**options.backend, "commit_messages": {"update": "Измена странице {{path}}"}},
        "locale": handbook.default_language,
        "publish_mode": "editorial_workflow",
        "media_folder": "docs/assets",  # Decap requires it; unused, as the forms have no images
        "media_library": {"name": "none"},
        "logo": {"src": f"../{logo}"},
        "collections": list(_collections(handbook)),
    }
    return yaml.safe_dump(config, allow_unicode=True, sort_keys=False)


def _collections(handbook: Handbook) -> Iterator[dict[str, Any]]:
    for language in handbook.languages:
        for kind in get_args(Kind):
            if pages := [page for page in _pages(handbook, kind, language) if page]:
                yield _collection(handbook, kind, language, pages)


def _pages(handbook: Handbook, kind: Kind, language: str) -> Iterator[Page | None]:
    """The pages of a kind in the order of the facts or, for guides, of the navigation."""
    facts = handbook.facts
    match kind:
        case "role":
            paths = [role.page for role in facts.roles.values()]
        case "responsibility":
            paths = [duty.page for duty in facts.responsibilities.values()]
        case "guide":
            paths = list(dict.fromkeys([*(path for path, _ in handbook.nav), *handbook.paths]))
    found = (handbook.page(language, path) for path in paths)
    return (page for page in found if page and page.kind == kind)


def _collection(handbook: Handbook, kind: Kind, language: str, pages: list[Page]) -> dict[str, Any]:
    used = [key for key in (*TEXTS, *LISTS) if any(getattr(page.front, key) for page in pages)]
    return {
        "name": f"{kind}-{language}",
        "label": LABELS[f"{kind}-pages"].in_language(language),
        "format": "handbook",
        "extension": "md",
        "delete": False,
        "publish": False,
        "editor": {"preview": False},
        "files": [
            {
                "name": page.path.removesuffix(".md").replace("/", "_"),
                "label": page.title,
                "file": page.source,
                "preview_path": published_link("index.md", f"{handbook.folder(language)}{page.path}"),
                "fields": [_body(language), *(_field(key, language) for key in used)],
            }
            for page in pages
        ],
    }


def _field(key: str, language: str) -> dict[str, Any]:
    return {
        "name": key,
        "label": LABELS[f"form-{key}"].in_language(language),
        "required": False,
        "widget": "lines" if key in LISTS else "string",
    }


def _body(language: str) -> dict[str, Any]:
    return {
        "name": "body",
        "label": LABELS["form-body"].in_language(language),
        "hint": LABELS["form-hint"].in_language(language),
        "widget": "text",
    }
