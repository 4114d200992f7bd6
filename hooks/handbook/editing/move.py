"""The move that `handbook rename` makes: which page an argument names, and the path it moves to."""

import posixpath
from collections.abc import Iterator
from dataclasses import dataclass

from ..languages.messages import Message, msg
from ..model.errors import RefusedError
from ..model.handbook import Handbook
from ..model.page import Kind
from ..parity.confirm import suggestion
from . import page_names


@dataclass(frozen=True, slots=True)
class Move:
    """A page with its old and its new path."""

    kind: Kind
    old: str
    new: str

    @property
    def ids(self) -> tuple[str, str]:
        """The old and the new id in `facts/`: for a guide its path, else the name of its file."""
        return (self.old, self.new) if self.kind == "guide" else (_stem(self.old), _stem(self.new))

    @property
    def lock_names(self) -> tuple[str, str]:
        """The old and the new name of its lock."""
        return self.old.removesuffix(".md"), self.new.removesuffix(".md")


def plan_move(book: Handbook, name: str, new: str) -> Move:
    """Return the move of the page with an id or path to a new id or path.

    Raises `RefusedError` if no page or several have that name.
    """
    old, path = page_named(book, name), _path(book, new)
    kind = next(page.kind for (_, page_path), page in book.pages.items() if page_path == old)
    return Move(kind, old, path if "/" in path else posixpath.join(posixpath.dirname(old), path))


def refusals(book: Handbook, move: Move) -> Iterator[Message]:
    """Yield why a move is not possible."""
    yield from page_names.invalid_id(_stem(move.new))
    folder, old_folder = posixpath.dirname(move.new), posixpath.dirname(move.old)
    if move.old in page_names.FIXED or _stem(move.old) == "index":
        yield msg("“{page}” keeps its name: the program links to it. Change its title instead.", page=move.old)
    elif move.kind != "guide" and folder != old_folder:
        yield msg("This page stays in its team and folder: write only the new id, such as {id}.", id=_stem(move.new))
    elif move.kind == "guide" and folder:
        yield from page_names.unknown(msg("folder"), [folder], page_names.folders(book))
    yield from page_names.taken(book, move.new, move.old)


def page_named(book: Handbook, name: str) -> str:
    """Return the path of the page that an id or a path names."""
    path = _path(book, name)
    pages = [page for page in book.paths if page == path or ("/" not in path and _stem(page) == _stem(path))]
    match [page for page in pages if page == path] or pages:
        case [page]:
            return page
        case []:
            known = [*map(_stem, book.paths), *(page.removesuffix(".md") for page in book.paths)]
            raise RefusedError(
                msg("There is no page “{name}”.{suggestion}", name=name, suggestion=suggestion(name, known))
            )
    raise RefusedError(
        msg("“{name}” names several pages: {pages}. Write the path of one.", name=name, pages=tuple(pages))
    )


def _path(book: Handbook, name: str) -> str:
    for code in book.languages:
        name = name.removeprefix(f"docs/{code}/")
    return f"{name.removesuffix('.md')}.md"


def _stem(path: str) -> str:
    return posixpath.basename(path).removesuffix(".md")
