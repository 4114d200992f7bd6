"""Works out what a new name of a page changes: the page, all that names it, its lock, and the old address."""

import posixpath
from collections.abc import Iterator
from dataclasses import dataclass

from ..crosslinks.paths import published_file
from ..crosslinks.references import KINDS, references
from ..languages.messages import Message, msg
from ..model.errors import RefusedError
from ..model.handbook import Handbook
from ..model.lock import lock_path
from ..model.page import Kind
from ..model.waiver import WAIVERS_FILE
from ..parity.confirm import Writes, suggestion
from ..reading.project import SETTINGS
from . import page_names, yaml_edit
from .relink import UnclearLinkError, moving, relink
from .write import whole
from .yaml_edit import Way

TABLES: dict[Kind, str] = {"role": "roles", "responsibility": "responsibilities", "guide": "guides"}
"""The file of `facts/` in which a page of a kind has its entry."""
MOVED = "facts/moved.yml"

Change = tuple[Way, str]
"""The way to a value of a YAML file, and what stands there afterwards."""


@dataclass(frozen=True, slots=True)
class Move:
    """A page under its old and its new path."""

    kind: Kind
    old: str
    new: str

    @property
    def ids(self) -> tuple[str, str]:
        """What `facts/` calls it, before and after: a guide by its path, the others by their id."""
        if self.kind == "guide":
            return self.old, self.new
        return _stem(self.old), _stem(self.new)

    @property
    def names(self) -> tuple[str, str]:
        """What its lock is called, before and after."""
        return self.old.removesuffix(".md"), self.new.removesuffix(".md")


def rename(book: Handbook, old: str, new: str) -> Writes:
    """Every file that a page's new name changes. Raises `RefusedError` where the name cannot be given.

    A page is named by its id or its path; a new path may put a guide into another folder.
    """
    page_names.refuse(page_names.unready(book))
    move = _move(book, _found(book, old), new)
    page_names.refuse(
        (*page_names.unfit(_stem(move.new)), *_misplaced(book, move), *page_names.taken(book, move.new, move.old))
    )
    return {
        **_pages(book, move),
        **_facts(book, move),
        **_settings(book, move),
        **_locks(book, move),
        **_waivers(book, move),
        **_old_addresses(book, move),
    }


def _found(book: Handbook, name: str) -> str:
    """The path of the page that an id or a path names."""
    path = _path(book, name)
    pages = [one for one in book.paths if one == path or ("/" not in path and _stem(one) == _stem(path))]
    exact = [one for one in pages if one == path] or pages
    match exact:
        case [page]:
            return page
        case []:
            known = [*map(_stem, book.paths), *(one.removesuffix(".md") for one in book.paths)]
            raise RefusedError(msg("There is no page “{name}”.{near}", name=name, near=suggestion(name, known)))
    raise RefusedError(
        msg("“{name}” names several pages: {pages}. Write the path of one.", name=name, pages=tuple(exact))
    )


def _path(book: Handbook, name: str) -> str:
    for code in book.languages:
        name = name.removeprefix(f"docs/{code}/")
    return f"{name.removesuffix('.md')}.md"


def _stem(path: str) -> str:
    return posixpath.basename(path).removesuffix(".md")


def _move(book: Handbook, old: str, new: str) -> Move:
    path = _path(book, new)
    kind = next(page.kind for (_, there), page in book.pages.items() if there == old)
    return Move(kind, old, path if "/" in path else posixpath.join(posixpath.dirname(old), path))


def _misplaced(book: Handbook, move: Move) -> Iterator[Message]:
    folder, before = posixpath.dirname(move.new), posixpath.dirname(move.old)
    if move.old in page_names.FIXED or _stem(move.old) == "index":
        yield msg("“{page}” keeps its name: the program itself leads there. Change its title instead.", page=move.old)
    elif move.kind != "guide" and folder != before:
        yield msg("This page stays in its team and folder: write only the new id, such as {id}.", id=_stem(move.new))
    elif move.kind == "guide" and folder:
        yield from page_names.unknown(msg("folder"), [folder], page_names.folders(book))


def _pages(book: Handbook, move: Move) -> Writes:
    writes: dict[str, str | None] = {}
    for page in book.pages.values():
        here = move.new if page.path == move.old else page.path
        text = whole(book.root, page.source)
        try:
            new = relink(text, moving(page.path, here, move.old, move.new))
        except UnclearLinkError as stuck:
            said = msg(
                "{file}:{line}: a link on this line cannot be changed by itself. Take it out, rename, then "
                "put it in again.",
                file=page.source,
                line=stuck.args[0],
            )
            raise RefusedError(said) from None
        if page.path == move.old:
            writes |= {f"docs/{page.language}/{move.new}": new, page.source: None}
        elif new != text:
            writes[page.source] = new
    return writes


def _facts(book: Handbook, move: Move) -> Writes:
    changes: dict[str, list[Change]] = {}
    before, after = move.ids
    for file, way, kind, _, used in references(book.facts):
        if (kind, used) == (KINDS.get(move.kind), before):
            changes.setdefault(file, []).append((way, after))
    for question in book.facts.questions.values():
        path, hash_, anchor = question.page.partition("#")
        if path == move.old:
            changes.setdefault("questions", []).append(((question.id, "page"), f"{move.new}{hash_}{anchor}"))
    table = TABLES[move.kind]
    files = sorted({*changes, *([table] if before in getattr(book.facts, table) else [])})
    return {
        f"facts/{file}.yml": _changed(
            book, f"facts/{file}.yml", changes.get(file, []), move.ids if file == table else None
        )
        for file in files
    }


def _changed(book: Handbook, file: str, changes: list[Change], renamed: tuple[str, str] | None = None) -> str:
    """A YAML file with other values at the end of some ways and, if need be, another key at its top."""
    text = whole(book.root, file)
    top = yaml_edit.tree(text)
    ends = [(yaml_edit.at(top, way), value) for way, value in changes]
    if renamed:
        ends.append((yaml_edit.key(top, renamed[0]), renamed[1]))
    return yaml_edit.apply_edits(file, text, (yaml_edit.replaced(node, value) for node, value in ends if node))


def _settings(book: Handbook, move: Move) -> Writes:
    if not any(path == move.old for path, _ in book.nav):
        return {}
    text = whole(book.root, SETTINGS)
    nav = yaml_edit.at(yaml_edit.tree(text), ["nav"])
    lines = [one.node for one in yaml_edit.scalars(nav) if one.text == move.old]
    return {SETTINGS: yaml_edit.apply_edits(SETTINGS, text, (yaml_edit.replaced(node, move.new) for node in lines))}


def _locks(book: Handbook, move: Move) -> Writes:
    """The page's lock under its new name, as it is; in the lock of the facts, the lines of the entry."""
    writes: dict[str, str | None] = {}
    old, new = map(lock_path, move.names)
    if (book.root / old).exists():
        writes |= {new: whole(book.root, old), old: None}
    said = lock_path(f"facts/{TABLES[move.kind]}")
    if move.kind != "guide" and (book.root / said).exists():
        text = whole(book.root, said)
        before, after = (f"#{id_}." for id_ in move.ids)
        head, *lines = text.rstrip("\r\n").replace("\r\n", "\n").split("\n")
        moved = [after + line.removeprefix(before) if line.startswith(before) else line for line in lines]
        if moved != lines:
            ordered = sorted(moved, key=lambda line: line.partition(" ")[0])
            writes[said] = "".join(f"{line}{yaml_edit.newline(text)}" for line in (head, *ordered))
    return writes


def _waivers(book: Handbook, move: Move) -> Writes:
    (old, new), (before, after) = move.names, move.ids
    changes: list[Change] = []
    for number, (_, waiver) in enumerate(book.waivers):
        if waiver.page == old:
            changes.append(((number, "page"), new))
        elif waiver.page == f"facts/{TABLES[move.kind]}" and (waiver.section or "").startswith(f"{before}."):
            changes.append(((number, "section"), f"{after}.{(waiver.section or '').removeprefix(f'{before}.')}"))
    return {WAIVERS_FILE: _changed(book, WAIVERS_FILE, changes)} if changes else {}


def _old_addresses(book: Handbook, move: Move) -> Writes:
    """Where the page was leads to where it is; so does every address that led to it before."""
    text = whole(book.root, MOVED)
    top = yaml_edit.tree(text)
    moved = book.facts.moved.values()
    again = [one.id for one in moved if published_file(one.id) == published_file(move.new)]
    led = [yaml_edit.at(top, (one.id, "to")) for one in moved if one.to == move.old and one.id not in again]
    text = yaml_edit.apply_edits(
        MOVED,
        text,
        [
            *(yaml_edit.replaced(node, move.new) for node in led if node),
            *(yaml_edit.without(MOVED, text, id_) for id_ in again),
        ],
    )
    line = f"{move.old}: {{to: {move.new}}}"
    return {MOVED: yaml_edit.apply_edits(MOVED, text, [yaml_edit.entry(text, None, [line])])}
