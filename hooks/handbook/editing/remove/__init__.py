"""The files that change when a page is removed: its heir takes its place in facts, links and the navigation."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from ...crosslinks.moves import with_published
from ...crosslinks.paths import published_file, relative_link, resolve
from ...languages.messages import Message, msg
from ...model.handbook import Handbook
from ...model.lock import Lock, lock_path
from ...parity.new_locks import Writes
from ...reading.files import exact_text
from ...reading.settings import SETTINGS
from .. import page_names, yaml_edit, yaml_nodes
from ..move import Move, page_named
from ..relink import NewTarget, relink_page
from ..rename import MOVED
from .facts import handed_over


@dataclass(frozen=True, slots=True)
class Removal:
    """The files that change, and the former names of the page, by language."""

    writes: Writes
    former: Mapping[str, str]


def remove(book: Handbook, name: str, heir: str) -> Removal:
    """Return what changes when a page is removed and another of the same kind takes its place.

    Both are named by an id or a path. Raises `RefusedError` if the page cannot be removed.
    """
    page_names.refuse(page_names.faults_to_fix(book))
    old, new = page_named(book, name), page_named(book, heir)
    kinds = {page.path: page.kind for page in book.pages.values()}
    move = Move(kinds[old], old, new)
    page_names.refuse(_refusals(book, move, kinds[new] == move.kind))
    facts, ended = handed_over(book, move)
    former = {code: page.title for code in book.languages if (page := book.page(code, old))}
    writes = {
        **_pages(book, move),
        **facts,
        **_navigation(book, old),
        **_locks(book, move, ended),
        MOVED: _redirect(book, move, former),
        **with_published(book, [old]),
    }
    return Removal(writes, former)


def _refusals(book: Handbook, move: Move, same_kind: bool) -> list[Message]:
    reasons = []
    if move.old in page_names.FIXED or move.old.endswith("index.md"):
        reasons.append(msg("“{page}” stays: other parts of the handbook link to it.", page=move.old))
    if move.old == move.new:
        reasons.append(msg("A page cannot take over from itself: name another one after --heir."))
    if not same_kind:
        reasons.append(
            msg("“{heir}” is a page of another kind than “{page}”: name one of the same.", heir=move.new, page=move.old)
        )
    for _, waiver in book.waivers:
        if waiver.page == move.lock_names[0]:
            reasons.append(msg("A waiver names “{page}”. Remove the waiver first.", page=waiver.page))
    return reasons


def _pages(book: Handbook, move: Move) -> Writes:
    """Return the pages with links to the heir in place of the page that is removed."""
    writes: dict[str, str | None] = {}
    for page in book.pages.values():
        if page.path == move.old:
            writes[page.source] = None
            continue
        text = exact_text(book.root, page.source)
        heir = book.page(page.language, move.new)
        to_heir = _to_heir(page.path, move, heir.anchors if heir else frozenset())
        new = relink_page(page, text, to_heir, msg("Change it by hand, then try again."))
        if new != text:
            writes[page.source] = new
    return writes


def _to_heir(page: str, move: Move, anchors: frozenset[str]) -> NewTarget:
    """Return the new targets of a page's links; an anchor that the heir's page does not have is left out."""

    def new_target(target: str) -> str | None:
        match resolve(page, target):
            case (path, anchor) if path == move.old:
                return relative_link(page, move.new) + (f"#{anchor}" if anchor in anchors else "")
        return None

    return new_target


def _navigation(book: Handbook, path: str) -> Writes:
    """Return the settings without the page, and without the sections of the navigation that it leaves empty."""
    text = exact_text(book.root, SETTINGS)
    nav = yaml_nodes.value_at(yaml_nodes.parse(text), ["nav"])
    edits = [yaml_edit.delete_item(SETTINGS, text, item) for item in yaml_nodes.items_left_empty(nav, path)]
    return {SETTINGS: yaml_edit.apply_edits(SETTINGS, text, edits)} if edits else {}


def _locks(book: Handbook, move: Move, ended: Mapping[str, set[str]]) -> Writes:
    """Return the locks of facts without the entries that have ended; the lock of the page is removed."""
    writes: dict[str, str | None] = {}
    if (book.root / (lock := lock_path(move.lock_names[0]))).exists():
        writes[lock] = None
    table = page_names.TABLES[move.kind]
    for name in {table, *ended}:
        before = book.locks.get(f"facts/{name}", Lock())
        left = {
            _renamed(id_, move): entry
            for id_, entry in before.entries.items()
            if _first(id_) not in ended.get(name, ())
        }
        if left != before.entries:
            writes[lock_path(f"facts/{name}")] = replace(before, entries=left).text if left else None
    return writes


def _first(section: str) -> str:
    """Return the id of the entry to which a section of the facts belongs."""
    return section.lstrip("#").partition(".")[0]


def _renamed(section: str, move: Move) -> str:
    """Return the id of a section of the facts with the heir in place of the page: `designer.dotted.seller.purpose`."""
    first, *parts = section.split(".")
    return ".".join([first, *(move.ids[1] if part == move.ids[0] else part for part in parts)])


def _redirect(book: Handbook, move: Move, former: Mapping[str, str]) -> str:
    """Return `moved.yml` with the old address, which leads to the heir, and the names that the page had."""
    text = exact_text(book.root, MOVED)
    top = yaml_nodes.parse(text)
    older = [yaml_nodes.value_at(top, (entry.id, "to")) for entry in book.facts.moved.values() if entry.to == move.old]
    obsolete = [id_ for id_ in book.facts.moved if published_file(id_) == published_file(move.old)]
    edits = [
        *(yaml_edit.replace_scalar(node, move.new) for node in older if node),
        *(yaml_edit.delete_entry(MOVED, text, id_) for id_ in obsolete),
    ]
    text = yaml_edit.apply_edits(MOVED, text, edits)
    names = ", ".join(f"{code}: [{yaml_edit.quoted(title)}]" for code, title in former.items())
    line = f"{move.old}: {{to: {move.new}, former: {{{names}}}}}"
    return yaml_edit.apply_edits(MOVED, text, [yaml_edit.insert_entry(text, None, [line])])
