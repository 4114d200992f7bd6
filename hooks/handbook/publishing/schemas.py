"""Tells an editor's program what may stand in `facts/*.yml`: JSON schemas made from the classes of the model."""

import json
from collections.abc import Iterator
from types import GenericAlias
from typing import Any

from ..languages.phrase import schema_for
from ..reading.facts import FILES
from ..reading.schema import adapter

FOLDER = "schema"
"""Below `facts/`, and below `data/` on the site."""
DIALECT = "https://json-schema.org/draft/2020-12/schema"


def schemas(languages: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    """The schema of each file of `facts/`, as (path below the folder, text), for the languages of a handbook."""
    for file, tables in FILES:
        with schema_for(languages):
            schema = _schema({key: shape for key, _, shape in tables})
        text = json.dumps(schema, ensure_ascii=False, indent=1)
        yield f"{FOLDER}/{file}.json", f"{text}\n"


def _schema(tables: dict[str | None, type]) -> dict[str, Any]:
    """A file is one table of entries by id, or several, each under its key; an empty file is fine."""
    defs: dict[str, Any] = {}
    inside: dict[str | None, Any] = {}
    for key, shape in tables.items():
        inside[key] = adapter(GenericAlias(dict, (str, shape))).json_schema()
        defs |= inside[key].pop("$defs")
        _without_id(defs[shape.__name__])
    whole = inside.get(None, {"properties": inside, "additionalProperties": False})
    return {"$schema": DIALECT, **whole, "type": ["object", "null"], "$defs": defs}


def _without_id(entry: dict[str, Any]) -> None:
    """The id is the key above an entry, never a key in it."""
    del entry["properties"]["id"]
    entry["required"] = [key for key in entry["required"] if key != "id"]
