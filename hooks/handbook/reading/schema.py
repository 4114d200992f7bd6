"""Validates YAML data against the classes of the model; faults become findings in plain language."""

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
from .yaml_lines import KeyPath, LocatedYaml

if TYPE_CHECKING:  # importing pydantic is slow, so it is imported only where it is used
    from pydantic import TypeAdapter
    from pydantic_core import ErrorDetails

T = TypeVar("T")

# No plugins of pydantic are used, and searching all installed packages for them is slow.
os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")


def adapter(shape: Any) -> "TypeAdapter[Any]":
    """Return the pydantic adapter of a class of the model, for the languages set by `schema_for`."""
    return _adapter(shape, LANGUAGES.get())


@lru_cache(maxsize=64)
def _adapter(shape: Any, languages: tuple[str, ...]) -> "TypeAdapter[Any]":
    from pydantic import TypeAdapter

    return TypeAdapter(shape)


def table(shape: type[T], located: LocatedYaml, path: str) -> tuple[dict[str, T], list[Finding]]:
    """Validate a mapping of id → entry from the file at `path`; the key of each entry becomes its `id`.

    Returns the valid entries, and findings about the others.
    """
    entries: dict[str, T] = {}
    findings: list[Finding] = []
    if not isinstance(located.data, Mapping | None):
        expected = msg("This file was expected to be a list of “id:” lines with keys under each.")
        findings.append(Finding(Place(path, 1), "facts-syntax", expected, msg("Start from an id.")))
        return entries, findings
    for key, data in (located.data or {}).items():
        entry, entry_findings = _entry(shape, str(key), data, located, path)
        entries |= {str(key): entry} if entry is not None else {}
        findings += entry_findings
    return entries, findings


def single(shape: type[T], located: LocatedYaml, path: str) -> tuple[T | None, list[Finding]]:
    """Validate one mapping, such as the front matter of the page at `path`; None if it is invalid."""
    return _validate(shape, located.data or {}, (), located, path)


def _entry(shape: type[T], key: str, data: Any, located: LocatedYaml, path: str) -> tuple[T | None, list[Finding]]:
    if isinstance(data, Mapping):
        if "id" in data:
            place = Place(path, located.lines[key, "id"])
            message = msg("The key “id” is not known here: the id is “{id}”, the key above.", id=key)
            return None, [Finding(place, "unknown-key", message, msg("Remove the line."))]
        data = {"id": key, **data}
    return _validate(shape, data, (key,), located, path)


def _validate(shape: Any, data: Any, key_path: KeyPath, located: LocatedYaml, path: str) -> tuple[Any, list[Finding]]:
    from pydantic import ValidationError

    try:
        return adapter(shape).validate_python(data), []
    except ValidationError as error:
        return None, list(_findings(error.errors(), shape, key_path, located, path))


def _findings(
    faults: list["ErrorDetails"], shape: type, key_path: KeyPath, located: LocatedYaml, path: str
) -> Iterator[Finding]:
    """Yield a finding for each fault of pydantic, but only one per line apart from unknown keys."""
    lines: set[int] = set()
    for fault in faults:
        line = _line(located, (*key_path, *map(str, fault["loc"])))
        rule, message, fix = _explain(fault, shape, key_path)
        if line not in lines or rule == "unknown-key":
            yield Finding(Place(path, line), rule, message, fix)
        lines.add(line)


def _explain(fault: "ErrorDetails", shape: type, key_path: KeyPath) -> tuple[str, Message, Message]:
    """Return the rule, the message and the advice for one fault of pydantic."""
    key, syntax = fault["loc"][-1] if fault["loc"] else 0, "facts-syntax" if key_path else "front-matter"
    entry = key_path[-1] if key_path else msg("this entry")
    name = next((part for part in reversed(fault["loc"]) if part in _names(shape)), entry)
    match fault["type"]:
        case "unexpected_keyword_argument" | "extra_forbidden":
            message = msg("The key “{key}” is not known here.", key=key)
            return "unknown-key", message, msg("Known keys: {known}.", known=_known(shape, fault["loc"]))
        case "missing" | "missing_argument" if isinstance(key, str):
            return syntax, msg("The key “{key}” is missing.", key=key), msg("Add it.")
        case "literal_error":
            message = msg("“{word}” is not a value of “{name}”.", word=str(fault["input"]), name=name)
            known = tuple(fault["ctx"]["expected"].replace(" or ", ", ").split(", "))
            return syntax, message, msg("Use one of: {known:or}.", known=known)
        case "greater_than_equal":
            advice = msg("It may not be below {limit}.", limit=str(fault["ctx"]["ge"]))
            return syntax, msg("“{name}” is out of range.", name=name), advice
        case "less_than_equal":
            advice = msg("It may not be above {limit}.", limit=str(fault["ctx"]["le"]))
            return syntax, msg("“{name}” is out of range.", name=name), advice
        case "string_pattern_mismatch":
            advice = msg("Write it in quotes, as “09:30”.")
            return syntax, msg("“{name}” is not a time of day.", name=name), advice
    return syntax, *_explain_type(fault, name)


def _explain_type(fault: "ErrorDetails", name: Hashable) -> tuple[Message, Message]:
    """Return the message and the advice for a value of a wrong type."""
    match fault["type"]:
        case "missing":
            return msg("“{name}” has too few items.", name=name), msg("Add what is missing.")
        case "too_long":
            return msg("“{name}” has too many items.", name=name), msg("Remove what is left over.")
        case "string_type":
            return msg("“{name}” has no text.", name=name), msg("Write text here, in quotes if it is a number.")
        case "date_from_datetime_parsing" | "date_parsing" | "date_type":
            return msg("“{name}” is not a date.", name=name), msg("Write it as 2027-01-31.")
        case "bool_type" | "bool_parsing":
            return msg("“{name}” is neither true nor false.", name=name), msg("Write “true” or “false”.")
        case "int_type" | "int_parsing" | "int_from_float":
            return msg("“{name}” is not a whole number.", name=name), msg("Write it as 6.")
        case "float_type" | "float_parsing":
            return msg("“{name}” is not a number.", name=name), msg("Write it as 1.5.")
        case "dict_type" | "dataclass_type":
            advice = msg("Write them indented on the lines below, as “key: value”.")
            return msg("“{name}” has no keys.", name=name), advice
        case "tuple_type":
            return msg("“{name}” is not a list.", name=name), msg("Write it as [one, two] or as lines with “- ”.")
    return msg("“{name}” does not fit.", name=name), msg("{reason}.", reason=fault["msg"])


def _line(located: LocatedYaml, key_path: KeyPath) -> int:
    """Return the line of a key or of the nearest enclosing one."""
    while key_path and key_path not in located.lines:
        key_path = key_path[:-1]
    return located.lines[key_path] if key_path in located.lines else min(located.lines.values(), default=1)


def _names(shape: type) -> frozenset[str]:
    """Return all keys of a class and of the classes nested in it."""
    nested = (inner for _, inner in _fields(shape) if dataclasses.is_dataclass(inner))
    own = frozenset(name for name, _ in _fields(shape))
    return own.union(*(_names(inner) for inner in nested))


def _known(shape: type, loc: tuple[int | str, ...]) -> tuple[str, ...]:
    """Return the known keys of the mapping that contains the key at `loc`."""
    for part in loc[:-1]:
        shape = dict(_fields(shape)).get(str(part), shape)
    return tuple(name for name, _ in _fields(shape) if name != "id")


def _fields(shape: type) -> Iterator[tuple[str, type]]:
    """Yield each key of a class with the class inside its annotation (`tuple[OutsideHelp, ...]` → `OutsideHelp`)."""
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
