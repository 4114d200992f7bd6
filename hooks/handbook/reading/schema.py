"""Checks YAML data against the classes of the model, and says in plain words what does not fit."""

import dataclasses
import os
import typing
from collections.abc import Hashable, Iterator, Mapping
from functools import lru_cache
from typing import TYPE_CHECKING, Any, TypeVar

from ..languages.messages import Message, msg
from ..languages.phrase import LANGUAGES, ByLanguage
from ..model.facts import Term, TermForms
from ..model.finding import Finding, Place
from .yaml_lines import LocatedYaml

if TYPE_CHECKING:  # loading pydantic takes as long as reading a hundred pages: it is done while they are read
    from pydantic import TypeAdapter
    from pydantic_core import ErrorDetails

T = TypeVar("T")

# No plugin of pydantic has a part in this, and looking for one in every installed package takes its time.
os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")


def adapter(shape: Any) -> "TypeAdapter[Any]":
    """The validator of one class of the model, for the languages of `schema_for`; it also gives the JSON schema."""
    return _adapter(shape, LANGUAGES.get())


@lru_cache(maxsize=64)
def _adapter(shape: Any, languages: tuple[str, ...]) -> "TypeAdapter[Any]":
    from pydantic import TypeAdapter

    return TypeAdapter(shape)


def table(shape: type[T], located: LocatedYaml, path: str) -> tuple[dict[str, T], list[Finding]]:
    """Read a mapping of id → entry from the file at `path`; each entry takes its key as `id`.

    Entries that do not fit are left out and told about.
    """
    entries: dict[str, T] = {}
    findings: list[Finding] = []
    if not isinstance(located.data, Mapping | None):
        expected = msg("This file was expected to be a list of “id:” lines with keys under each.")
        findings.append(Finding(Place(path, 1), "facts-syntax", expected, msg("Start from an id.")))
        return entries, findings
    for key, data in (located.data or {}).items():
        entry, told = _entry(shape, str(key), data, located, path)
        entries |= {str(key): entry} if entry is not None else {}
        findings += told
    return entries, findings


def single(shape: type[T], located: LocatedYaml, path: str) -> tuple[T | None, list[Finding]]:
    """Read one mapping, such as the front matter of the page at `path`."""
    return _validate(shape, located.data or {}, (), located, path)


def _entry(shape: type[T], key: str, data: Any, located: LocatedYaml, path: str) -> tuple[T | None, list[Finding]]:
    if isinstance(data, Mapping):
        if "id" in data:
            place = Place(path, located.lines[key, "id"])
            said = msg("The key “id” is not known here: the id is “{id}”, the key above.", id=key)
            return None, [Finding(place, "unknown-key", said, msg("Remove the line."))]
        data = {"id": key, **data}
    return _validate(shape, data, (key,), located, path)


def _validate(
    shape: Any, data: Any, way: tuple[str, ...], located: LocatedYaml, path: str
) -> tuple[Any, list[Finding]]:
    from pydantic import ValidationError

    try:
        return adapter(shape).validate_python(data), []
    except ValidationError as error:
        return None, list(_told(error.errors(), shape, way, located, path))


def _told(
    faults: list["ErrorDetails"], shape: type, way: tuple[str, ...], located: LocatedYaml, path: str
) -> Iterator[Finding]:
    told: set[int] = set()
    for fault in faults:
        line = _line(located, (*way, *map(str, fault["loc"])))
        rule, message, fix = _words(fault, shape, way)
        if line not in told or rule == "unknown-key":
            yield Finding(Place(path, line), rule, message, fix)
        told.add(line)


def _words(fault: "ErrorDetails", shape: type, way: tuple[str, ...]) -> tuple[str, Message, Message]:
    """The rule, what is wrong, and what to do, for one fault of pydantic."""
    key, syntax = fault["loc"][-1] if fault["loc"] else 0, "facts-syntax" if way else "front-matter"
    whole = way[-1] if way else msg("this entry")
    name = next((part for part in reversed(fault["loc"]) if part in _names(shape)), whole)
    match fault["type"]:
        case "unexpected_keyword_argument" | "extra_forbidden":
            said = msg("The key “{key}” is not known here.", key=key)
            return "unknown-key", said, msg("Known keys: {known}.", known=_known(shape, fault["loc"]))
        case "missing" | "missing_argument" if isinstance(key, str):
            return syntax, msg("The key “{key}” is missing.", key=key), msg("Add it.")
        case "literal_error":
            said = msg("“{word}” cannot stand for “{name}”.", word=str(fault["input"]), name=name)
            known = tuple(fault["ctx"]["expected"].replace(" or ", ", ").split(", "))
            return syntax, said, msg("Use one of: {known:or}.", known=known)
    return syntax, *_kind(fault, name)


def _kind(fault: "ErrorDetails", name: Hashable) -> tuple[Message, Message]:
    """What is wrong with the kind of a value, and what to do."""
    match fault["type"]:
        case "missing":
            return msg("“{name}” has too few items.", name=name), msg("Add what is missing.")
        case "too_long":
            return msg("“{name}” has too many items.", name=name), msg("Remove what is too much.")
        case "string_type":
            return msg("“{name}” holds no text.", name=name), msg("Write text here, in quotes if it is a number.")
        case "date_from_datetime_parsing" | "date_parsing" | "date_type":
            return msg("“{name}” is not a day.", name=name), msg("Write it as 2027-01-31.")
        case "bool_type" | "bool_parsing":
            return msg("“{name}” is neither yes nor no.", name=name), msg("Write “true” or “false”.")
        case "int_type" | "int_parsing" | "int_from_float":
            return msg("“{name}” is not a whole number.", name=name), msg("Write it as 6.")
        case "dict_type" | "dataclass_type":
            advice = msg("Write them on the lines below, set in, as “key: value”.")
            return msg("“{name}” has no keys.", name=name), advice
        case "tuple_type":
            return msg("“{name}” is not a list.", name=name), msg("Write it as [one, two] or as lines with “- ”.")
    return msg("“{name}” does not fit.", name=name), msg("{reason}.", reason=fault["msg"])


def _line(located: LocatedYaml, way: tuple[str, ...]) -> int:
    while way and way not in located.lines:
        way = way[:-1]
    return located.lines.get(way, min(located.lines.values(), default=1))


def _names(shape: type) -> frozenset[str]:
    nested = (inner for _, inner in _fields(shape) if dataclasses.is_dataclass(inner))
    own = frozenset(name for name, _ in _fields(shape))
    return own.union(*(_names(inner) for inner in nested))


def _known(shape: type, loc: tuple[int | str, ...]) -> tuple[str, ...]:
    """The keys known where the way `loc` ends, found by walking the classes along it."""
    for part in loc[:-1]:
        shape = dict(_fields(shape)).get(str(part), shape)
    return tuple(name for name, _ in _fields(shape) if name != "id")


def _fields(shape: type) -> Iterator[tuple[str, type]]:
    """Each key of a class with the class inside its annotation (`tuple[OutsideHelp, ...]` → `OutsideHelp`)."""
    if issubclass(shape, ByLanguage):
        yield from dict.fromkeys(LANGUAGES.get(), object).items()
        return
    if shape is Term:
        yield from dict.fromkeys(LANGUAGES.get(), TermForms).items()
    hints = typing.get_type_hints(shape) if dataclasses.is_dataclass(shape) else {}
    for name, hint in hints.items():
        if typing.get_origin(hint) is not typing.ClassVar and (shape, name) != (Term, "forms"):
            yield name, next(_classes(hint), object)


def _classes(hint: Any) -> Iterator[type]:
    if dataclasses.is_dataclass(hint):
        yield hint  # type: ignore[misc]  # is_dataclass also narrows to instances; a hint is a class
    for inner in typing.get_args(hint):
        yield from _classes(inner)
