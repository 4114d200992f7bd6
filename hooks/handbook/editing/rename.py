"""The files that change when a page is renamed: the page, all links and ids that name it, its lock, old addresses."""

from ..crosslinks.moves import with_published
from ..crosslinks.paths import published_file
from ..crosslinks.references import KINDS, references
from ..languages.messages import msg
from ..model.handbook import Handbook
from ..model.lock import WAIVERS_FILE, lock_path
from ..parity.new_locks import Writes
from ..reading.files import exact_text
from ..reading.settings import SETTINGS
from . import page_names, yaml_edit, yaml_nodes
from .move import Move, plan_move, refusals
from .relink import after_move, relink_page
from .yaml_nodes import KeyPath

MOVED = "facts/moved.yml"

Change = tuple[KeyPath, str]
"""The key path of a value in a YAML file, and its new value."""


def rename(book: Handbook, old: str, new: str) -> Writes:
    """Return every file that changes when a page is renamed. Raises `RefusedError` if the new name cannot be used.

    A page is named by its id or its path; a new path may move a guide to another folder.
    """
    page_names.refuse(page_names.faults_to_fix(book))
    move = plan_move(book, old, new)
    page_names.refuse(refusals(book, move))
    return {
        **_pages(book, move),
        **_facts(book, move),
        **_settings(book, move),
        **_locks(book, move),
        **_waivers(book, move),
        **_redirects(book, move),
        **with_published(book, [move.old, move.new]),
    }


def _pages(book: Handbook, move: Move) -> Writes:
    writes: dict[str, str | None] = {}
    for page in book.pages.values():
        page_now = move.new if page.path == move.old else page.path
        text = exact_text(book.root, page.source)
        moved = after_move(page.path, page_now, move.old, move.new)
        new = relink_page(page, text, moved, msg("Remove it, rename, then add it again."))
        if page.path == move.old:
            writes |= {f"docs/{page.language}/{move.new}": new, page.source: None}
        elif new != text:
            writes[page.source] = new
    return writes


def _facts(book: Handbook, move: Move) -> Writes:
    changes: dict[str, list[Change]] = {}
    old, new = move.ids
    for file, key_path, kind, _, used in references(book.facts):
        if (kind, used) == (KINDS.get(move.kind), old):
            changes.setdefault(file, []).append((key_path, new))
    for file, id_, page in book.facts.named_pages:
        path, hash_, anchor = page.partition("#")
        if path == move.old:
            changes.setdefault(file, []).append(((id_, "page"), f"{move.new}{hash_}{anchor}"))
    table = page_names.TABLES[move.kind]
    files = sorted({*changes, *([table] if old in getattr(book.facts, table) else [])})
    return {
        f"facts/{file}.yml": _edited(
            book, f"facts/{file}.yml", changes.get(file, []), move.ids if file == table else None
        )
        for file in files
    }


def _edited(book: Handbook, file: str, changes: list[Change], renamed: tuple[str, str] | None = None) -> str:
    """Return a YAML file with new values and, if given, one renamed key (old, new) of its top mapping."""
    text = exact_text(book.root, file)
    top = yaml_nodes.parse(text)
    replacements = [(yaml_nodes.value_at(top, key_path), value) for key_path, value in changes]
    if renamed:
        replacements.append((yaml_nodes.key_node(top, renamed[0]), renamed[1]))
    return yaml_edit.apply_edits(
        file, text, (yaml_edit.replace_scalar(node, value) for node, value in replacements if node)
    )


def _settings(book: Handbook, move: Move) -> Writes:
    if not any(path == move.old for path, _ in book.nav):
        return {}
    text = exact_text(book.root, SETTINGS)
    nav = yaml_nodes.value_at(yaml_nodes.parse(text), ["nav"])
    nodes = [scalar.node for scalar in yaml_nodes.list_scalars(nav) if scalar.text == move.old]
    edits = (yaml_edit.replace_scalar(node, move.new) for node in nodes)
    return {SETTINGS: yaml_edit.apply_edits(SETTINGS, text, edits)}


def _locks(book: Handbook, move: Move) -> Writes:
    """Return the page's lock under its new name and, if it changes, the lock of the facts table with the entry."""
    writes: dict[str, str | None] = {}
    old, new = map(lock_path, move.lock_names)
    if (book.root / old).exists():
        writes |= {new: exact_text(book.root, old), old: None}
    facts_lock = lock_path(f"facts/{page_names.TABLES[move.kind]}")
    if move.kind != "guide" and (book.root / facts_lock).exists():
        text = exact_text(book.root, facts_lock)
        renamed = _renamed_lines(text, move)
        if renamed != text:
            writes[facts_lock] = renamed
    return writes


def _renamed_lines(text: str, move: Move) -> str:
    """Return the text of a lock with an id renamed where it begins the id of a phrase or names an item of its list."""
    return "".join(_renamed_line(line, *move.ids) for line in text.splitlines(keepends=True))


def _renamed_line(line: str, old: str, new: str) -> str:
    id_, space, rest = line.partition(" ")
    first, *parts = id_.split(".")
    names = ("#" + new if first == "#" + old else first, *(new if part == old else part for part in parts))
    return ".".join(names) + space + rest


def _waivers(book: Handbook, move: Move) -> Writes:
    (old, new), (old_id, new_id) = move.lock_names, move.ids
    changes: list[Change] = []
    for index, (_, waiver) in enumerate(book.waivers):
        section = waiver.section or ""
        if waiver.page == old:
            changes.append(((index, "page"), new))
        elif waiver.page == f"facts/{page_names.TABLES[move.kind]}" and section.startswith(f"{old_id}."):
            changes.append(((index, "section"), f"{new_id}.{section.removeprefix(f'{old_id}.')}"))
    return {WAIVERS_FILE: _edited(book, WAIVERS_FILE, changes)} if changes else {}


def _redirects(book: Handbook, move: Move) -> Writes:
    """Return `moved.yml` with a redirect to the new path from the old one and from every path that redirected to it."""
    text = exact_text(book.root, MOVED)
    top = yaml_nodes.parse(text)
    moved = book.facts.moved.values()
    obsolete = [entry.id for entry in moved if published_file(entry.id) == published_file(move.new)]
    entries = [entry for entry in moved if entry.to == move.old and entry.id not in obsolete]
    targets = [yaml_nodes.value_at(top, (entry.id, "to")) for entry in entries]
    edits = [
        *(yaml_edit.replace_scalar(node, move.new) for node in targets if node),
        *(yaml_edit.delete_entry(MOVED, text, id_) for id_ in obsolete),
    ]
    text = yaml_edit.apply_edits(MOVED, text, edits)
    line = f"{move.old}: {{to: {move.new}}}"
    return {MOVED: yaml_edit.apply_edits(MOVED, text, [yaml_edit.insert_entry(text, None, [line])])}
