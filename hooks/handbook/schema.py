"""Checks YAML data against the classes of the model, and says in plain words what does not fit."""

import dataclasses
import typing
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Any, TypeVar

from pydantic import TypeAdapter, ValidationError
from pydantic_core import ErrorDetails

from .finding import Finding, Place
from .located import Located

T = TypeVar("T")


@lru_cache(maxsize=32)
def adapter(shape: Any) -> TypeAdapter[Any]:
    """The validator of one class of the model; it also gives the JSON schema for editors."""
    return TypeAdapter(shape)


def table(shape: type[T], located: Located, path: str) -> tuple[dict[str, T], list[Finding]]:
    """Read a mapping of id → entry from the file at `path`; each entry takes its key as `id`.

    Entries that do not fit are left out and told about.
    """
    entries: dict[str, T] = {}
    findings: list[Finding] = []
    if not isinstance(located.data, Mapping | None):
        expected = "This file was expected to be a list of “id:” lines with keys under each."
        findings.append(Finding(Place(path, 1), "facts-syntax", expected, "Start from an id."))
        return entries, findings
    for key, data in (located.data or {}).items():
        entry, told = _entry(shape, str(key), data, located, path)
        entries |= {str(key): entry} if entry is not None else {}
        findings += told
    return entries, findings


def single(shape: type[T], located: Located, path: str) -> tuple[T | None, list[Finding]]:
    """Read one mapping, such as the front matter of the page at `path`."""
    return _validate(shape, located.data or {}, (), located, path)


def _entry(shape: type[T], key: str, data: Any, located: Located, path: str) -> tuple[T | None, list[Finding]]:
    if isinstance(data, Mapping):
        if "id" in data:
            place = Place(path, located.lines[key, "id"])
            said = f"The key “id” is not known here: the id is “{key}”, the key above."
            return None, [Finding(place, "unknown-key", said, "Remove the line.")]
        data = {"id": key, **data}
    return _validate(shape, data, (key,), located, path)


def _validate(shape: Any, data: Any, way: tuple[str, ...], located: Located, path: str) -> tuple[Any, list[Finding]]:
    try:
        return adapter(shape).validate_python(data), []
    except ValidationError as error:
        return None, list(_told(error.errors(), shape, way, located, path))


def _told(
    faults: list[ErrorDetails], shape: type, way: tuple[str, ...], located: Located, path: str
) -> Iterator[Finding]:
    told: set[int] = set()
    for fault in faults:
        line = _line(located, (*way, *map(str, fault["loc"])))
        rule, message, fix = _words(fault, shape, "facts-syntax" if way else "front-matter")
        if line not in told or rule == "unknown-key":
            yield Finding(Place(path, line), rule, message, fix)
        told.add(line)


def _words(fault: ErrorDetails, shape: type, syntax: str) -> tuple[str, str, str]:
    """The rule, what is wrong, and what to do, for one fault of pydantic."""
    name = next((part for part in reversed(fault["loc"]) if part in _names(shape)), "this entry")
    match fault["type"]:
        case "unexpected_keyword_argument":
            known = ", ".join(_known(shape, fault["loc"]))
            said = f"The key “{fault['loc'][-1]}” is not known here."
            return "unknown-key", said, f"Known keys: {known}."
        case "missing" | "missing_argument":
            return syntax, f"The key “{fault['loc'][-1]}” is missing.", "Add it."
        case "literal_error":
            said = f"“{fault['input']}” cannot stand for “{name}”."
            return syntax, said, f"Use one of: {fault['ctx']['expected']}."
        case "string_type":
            return (
                syntax,
                f"“{name}” holds no text.",
                "Write text here, in quotes if it is a number.",
            )
        case "date_from_datetime_parsing" | "date_parsing" | "date_type":
            return syntax, f"“{name}” is not a day.", "Write it as 2027-01-31."
        case "tuple_type":
            return (
                syntax,
                f"“{name}” is not a list.",
                "Write it as [one, two] or as lines with “- ”.",
            )
    return syntax, f"“{name}” does not fit.", f"{fault['msg']}."


def _line(located: Located, way: tuple[str, ...]) -> int:
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
    """Each field of a class with the class inside its annotation (`tuple[Help, ...]` → `Help`)."""
    hints = typing.get_type_hints(shape) if dataclasses.is_dataclass(shape) else {}
    for name, hint in hints.items():
        if typing.get_origin(hint) is not typing.ClassVar:
            yield name, next(_classes(hint), object)


def _classes(hint: Any) -> Iterator[type]:
    if dataclasses.is_dataclass(hint):
        yield hint  # type: ignore[misc]  # is_dataclass also narrows to instances; a hint is a class
    for inner in typing.get_args(hint):
        yield from _classes(inner)
