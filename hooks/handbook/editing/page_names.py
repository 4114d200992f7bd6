"""Checks ids and paths of pages: every reason for which `handbook new` and `handbook rename` refuse one."""

import re
from collections.abc import Iterable, Iterator

import yaml

from ..crosslinks.lexicons import GLOSSARY
from ..crosslinks.paths import published_file
from ..languages.messages import Message, msg
from ..model.errors import RefusedError
from ..model.facts import PLACEHOLDER
from ..model.handbook import Handbook
from ..model.lock import lock_path
from ..model.page import Kind
from ..parity.confirm import suggestion
from ..reading.files import exact_text
from ..reading.settings import SETTINGS
from ..reading.yaml_faults import as_messages
from .yaml_nodes import parse

TABLES: dict[Kind, str] = {"role": "roles", "responsibility": "responsibilities", "guide": "guides"}
"""The table of `facts/` in which a page of each kind has its entry."""
ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
RESERVED = ("index", PLACEHOLDER)
FIXED = (GLOSSARY, "about/translation.md", "about/editing.md", "about/adapting.md", "about/reading.md")
"""Pages that the program itself links to, so they cannot be renamed."""
EDITED = ("facts/", "parity/", SETTINGS)
"""Files in which no fault may be left before a command edits them."""


def refuse(refusals: Iterable[Message]) -> None:
    """Raise `RefusedError` with all reasons, if there are any."""
    if reasons := list(dict.fromkeys(refusals)):
        raise RefusedError(*reasons)


def faults_to_fix(book: Handbook) -> Iterator[Message]:
    """Yield the faults because of which files cannot be edited safely."""
    for finding in book.findings:
        if finding.rule == "encoding" or finding.place.path.startswith(EDITED):
            yield msg("Fix this first: {finding}", finding=finding)
    try:
        parse(exact_text(book.root, SETTINGS) if (book.root / SETTINGS).exists() else "")
    except yaml.YAMLError as error:
        yield msg(
            "{file} cannot be read ({why}). Fix it first.", file=SETTINGS, why=as_messages(str(error).splitlines()[0])
        )


def invalid_id(id_: str) -> Iterator[Message]:
    """Yield why an id is not valid; YAML reads `on` and `2026-01-31` as other types than strings."""
    if not ID.fullmatch(id_):
        yield msg(
            "“{id}” cannot be an id: use small Latin letters, digits and single hyphens, such as {example}.",
            id=id_,
            example="sales-trainer",
        )
    elif id_ in RESERVED or not isinstance(yaml.safe_load(id_), str):
        yield msg("“{id}” cannot be an id: it means something else here. Choose another.", id=id_)


def taken(book: Handbook, path: str, old: str = "") -> Iterator[Message]:
    """Yield why a page cannot have a path, because of its id or address; `old` is the path it has now."""
    yield from _id_taken(book, path.removesuffix(".md").rpartition("/")[2], old)
    files = [*(f"docs/{code}/{path}" for code in book.languages), lock_path(path.removesuffix(".md"))]
    for file in files:
        if (book.root / file).exists():
            yield msg(
                "{file} is there already, and nothing is overwritten. Choose another id, or remove it first.", file=file
            )
    for page in book.paths:
        if page not in (path, old) and published_file(page) == published_file(path):
            yield msg("“{path}” would have the address of “{page}”. Choose another id.", path=path, page=page)
    for moved in book.facts.moved.values():
        if published_file(moved.id) == published_file(path) and moved.to != old:
            place = book.facts.place("moved", moved.id)
            yield msg(
                "“{path}” is the old address of “{to}” ({place}). Choose another id, or remove that line first.",
                path=path,
                to=moved.to,
                place=place,
            )


def _id_taken(book: Handbook, id_: str, old: str) -> Iterator[Message]:
    facts = book.facts
    tables = (
        (msg("a role"), facts.roles),
        (msg("a responsibility"), facts.responsibilities),
        (msg("an outside party"), facts.outside_parties),
    )
    for kind, ids in tables:
        if id_ in ids:
            yield msg("“{id}” is already the id of {kind}. Choose another.", id=id_, kind=kind)
    for path in book.paths:
        if path != old and path.removesuffix(".md").rpartition("/")[2] == id_:
            yield msg("“{id}” is already the name of the page {path}. Choose another.", id=id_, path=path)


def unknown(kind: Message, ids: Iterable[str], known: Iterable[str]) -> Iterator[Message]:
    """Yield a message for each id that is not among the known ids of a kind."""
    known_ids = list(known)
    for id_ in ids:
        if id_ not in known_ids:
            yield msg(
                "There is no {kind} “{id}”.{suggestion} Known: {known}.",
                kind=kind,
                id=id_,
                suggestion=suggestion(id_, known_ids),
                known=tuple(known_ids),
            )


def folders(book: Handbook) -> list[str]:
    """Return the folders that guides may be in, sorted."""
    parents = (path.rpartition("/")[0] for path in book.paths)
    return sorted({*book.facts.teams, *(folder for folder in parents if folder and "/" not in folder)})
