"""The files of a new page: both languages from templates, the entry in the facts, the navigation, and the lock."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from ..crosslinks.moves import with_published
from ..languages.labels import GIVE_A_TITLE, UNTITLED
from ..languages.messages import msg
from ..model.errors import RefusedError
from ..model.facts import PLACEHOLDER
from ..model.handbook import Handbook
from ..model.page import Kind
from ..model.sections import sections
from ..parity.confirm import seed
from ..parity.new_locks import Writes
from ..reading.files import exact_text
from ..reading.pages import build_page
from ..reading.settings import SETTINGS
from . import yaml_edit, yaml_nodes
from .page_names import TABLES

Titles = Mapping[str, str | None]
"""The title in each language; None where none is given."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A new page: its kind, id, path and titles, the lines of its entry in the facts, and where they are inserted.

    `previous` is the id of the entry above; None: the last. `nav_after` are tests of a path: the page is inserted
    into the navigation after the last page that passes the first of them. `shared` are the lines of its first entry in
    other files of facts, by file.
    """

    kind: Kind
    id: str
    path: str
    titles: Titles
    lines: Sequence[str]
    previous: str | None
    nav_after: Sequence[Callable[[str], bool]]
    shared: Mapping[str, Sequence[str]] = field(default_factory=dict)


def draft_files(book: Handbook, draft: Draft) -> Writes:
    """Return the files of a draft. Raises `RefusedError` if a template is missing or a YAML file cannot be edited."""
    texts = {code: _page_text(book, draft, code) for code in book.languages}
    pages = {
        (code, draft.path): build_page(text.replace("\r\n", "\n"), code, draft.path)[0] for code, text in texts.items()
    }
    with_page = replace(book, pages={**book.pages, **pages})
    with_sections = replace(with_page, sections=sections(with_page))
    shared = (_with_entry(book, file, None, lines) for file, lines in draft.shared.items())
    return {
        **{f"docs/{code}/{draft.path}": text for code, text in texts.items()},
        **_with_entry(book, TABLES[draft.kind], draft.previous, draft.lines),
        **{path: text for writes in shared for path, text in writes.items()},
        **_navigation(book, draft),
        **seed(with_sections, [draft.path]),
        **with_published(book, [draft.path]),
    }


def _with_entry(book: Handbook, file: str, previous: str | None, lines: Sequence[str]) -> Writes:
    """Return a file of facts with a new entry below another one, or else at its end."""
    path = f"facts/{file}.yml"
    text = exact_text(book.root, path)
    return {path: yaml_edit.apply_edits(path, text, [yaml_edit.insert_entry(text, previous, lines)])}


def _page_text(book: Handbook, draft: Draft, code: str) -> str:
    template = f"templates/{code}/{draft.kind}.md"
    if not (book.root / template).exists():
        raise RefusedError(msg("{file} is missing, from which new pages are made. Restore it.", file=template))
    text = exact_text(book.root, template)
    title = " ".join((draft.titles.get(code) or "").split())
    if title:
        return text.replace("{title}", title)
    name = draft.id.replace("-", " ").capitalize()
    gap = yaml_edit.newline(text) * 2
    untitled = UNTITLED[draft.kind].format(name=name).in_language(code)
    return text.replace("{title}", f"{untitled}{gap}<!-- handbook/{PLACEHOLDER} {GIVE_A_TITLE.in_language(code)} -->")


def _navigation(book: Handbook, draft: Draft) -> Writes:
    """Return the settings with the page in the navigation; nothing if they have none: then MkDocs shows every page."""
    text = exact_text(book.root, SETTINGS) if book.nav else ""
    scalars = list(yaml_nodes.list_scalars(yaml_nodes.value_at(yaml_nodes.parse(text), ["nav"])))
    if not scalars:
        return {}
    candidates = ([scalar for scalar in scalars if test(scalar.text)] for test in draft.nav_after)
    previous = next(filter(None, candidates), scalars)[-1]
    return {SETTINGS: yaml_edit.apply_edits(SETTINGS, text, [yaml_edit.insert_list_item(text, previous, draft.path)])}
