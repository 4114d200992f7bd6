"""What a page may be called: every reason for which `handbook new` and `handbook rename` refuse a name."""

import re
from collections.abc import Iterable, Iterator

import yaml

from ..crosslinks.mentions import GLOSSARY
from ..crosslinks.paths import published_file
from ..languages.messages import Message, msg
from ..model.errors import RefusedError
from ..model.facts import PLACEHOLDER
from ..model.handbook import Handbook
from ..model.lock import lock_path
from ..parity.confirm import suggestion
from ..reading.project import SETTINGS
from ..reading.yaml_faults import as_messages
from .write import whole
from .yaml_edit import tree

ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
RESERVED = ("index", PLACEHOLDER)
FIXED = (GLOSSARY, "about/translation.md", "about/editing.md", "about/adapting.md", "about/reading.md")
"""Pages that the program itself leads to."""
NEEDED = ("facts/", "parity/", SETTINGS)
"""Files that must be read whole before anything is put into them."""


def refuse(refusals: Iterable[Message]) -> None:
    """Raise `RefusedError` if there is a reason to."""
    if said := list(dict.fromkeys(refusals)):
        raise RefusedError(*said)


def unready(book: Handbook) -> Iterator[Message]:
    """What has to be mended before files can be changed safely."""
    for finding in book.findings:
        if finding.rule == "encoding" or finding.place.path.startswith(NEEDED):
            yield msg("Mend this first: {finding}", finding=finding)
    try:
        tree(whole(book.root, SETTINGS) if (book.root / SETTINGS).exists() else "")
    except yaml.YAMLError as error:
        yield msg(
            "{file} cannot be read ({why}). Mend it first.", file=SETTINGS, why=as_messages(str(error).splitlines()[0])
        )


def unfit(id_: str) -> Iterator[Message]:
    """Why an id cannot be one; YAML takes `on` and `2026-01-31` for something else than a name."""
    if not ID.fullmatch(id_):
        yield msg(
            "“{id}” cannot be an id: use small Latin letters, digits and single hyphens, such as {example}.",
            id=id_,
            example="sales-trainer",
        )
    elif id_ in RESERVED or not isinstance(yaml.safe_load(id_), str):
        yield msg("“{id}” cannot be an id: it means something else here. Choose another.", id=id_)


def taken(book: Handbook, path: str, old: str = "") -> Iterator[Message]:
    """Why a page cannot be put at a path; `old` is where it is now."""
    yield from _same_id(book, path.removesuffix(".md").rpartition("/")[2], old)
    files = [*(f"docs/{code}/{path}" for code in book.languages), lock_path(path.removesuffix(".md"))]
    for file in files:
        if (book.root / file).exists():
            yield msg(
                "{file} is there already, and nothing is overwritten. Choose another id, or remove it first.", file=file
            )
    for page in book.paths:
        if page not in (path, old) and published_file(page) == published_file(path):
            yield msg("“{path}” would have the address of “{page}”. Choose another id.", path=path, page=page)
    for one in book.facts.moved.values():
        if published_file(one.id) == published_file(path) and one.to != old:
            place = book.facts.place("moved", one.id)
            yield msg(
                "“{path}” is the old address of “{to}” ({place}). Choose another id, or remove that line first.",
                path=path,
                to=one.to,
                place=place,
            )


def _same_id(book: Handbook, id_: str, old: str) -> Iterator[Message]:
    facts = book.facts
    known = (
        (msg("a role"), facts.roles),
        (msg("a responsibility"), facts.responsibilities),
        (msg("an outside party"), facts.outside_parties),
    )
    for kind, ids in known:
        if id_ in ids:
            yield msg("“{id}” is already the id of {kind}. Choose another.", id=id_, kind=kind)
    for path in book.paths:
        if path != old and path.removesuffix(".md").rpartition("/")[2] == id_:
            yield msg("“{id}” is already the name of the page {path}. Choose another.", id=id_, path=path)


def unknown(kind: Message, ids: Iterable[str], known: Iterable[str]) -> Iterator[Message]:
    """Ids that name nothing."""
    some = list(known)
    for id_ in ids:
        if id_ not in some:
            yield msg(
                "There is no {kind} “{id}”.{near} Known: {known}.",
                kind=kind,
                id=id_,
                near=suggestion(id_, some),
                known=tuple(some),
            )


def folders(book: Handbook) -> list[str]:
    """The folders that guides may stand in."""
    inside = (path.rpartition("/")[0] for path in book.paths)
    return sorted({*book.facts.teams, *(one for one in inside if one and "/" not in one)})
