"""JSON schemas of `facts/*.yml` for text editors, generated from the classes of the model."""

import json
from collections.abc import Iterator
from types import GenericAlias
from typing import Any

from ..languages.phrase import schema_for
from ..reading.facts import FILES
from ..reading.schema import adapter

FOLDER = "schema"
"""The folder of the schemas, below `facts/` and below `data/` on the site."""
DIALECT = "https://json-schema.org/draft/2020-12/schema"


def schemas(languages: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    """For each file of `facts/`, its schema for some languages, as (path below `facts/` or `data/`, text)."""
    for file, tables in FILES:
        with schema_for(languages):
            schema = _schema({key: shape for key, _, shape in tables})
        text = json.dumps(schema, ensure_ascii=False, indent=1)
        yield f"{FOLDER}/{file}.json", f"{text}\n"


def _schema(tables: dict[str | None, type]) -> dict[str, Any]:
    """The schema of a file: one table of entries by id (key None), or several tables by key; it may be empty."""
    definitions: dict[str, Any] = {}
    properties: dict[str | None, Any] = {}
    for key, shape in tables.items():
        properties[key] = adapter(GenericAlias(dict, (str, shape))).json_schema()
        definitions |= properties[key].pop("$defs")
        remove_id(definitions[shape.__name__])
    schema = properties.get(None, {"properties": properties, "additionalProperties": False})
    return {"$schema": DIALECT, **schema, "type": ["object", "null"], "$defs": definitions}


def remove_id(entry: dict[str, Any]) -> None:
    """Remove the id from the schema of an entry: in the file it is the key of the entry."""
    del entry["properties"]["id"]
    entry["required"] = [key for key in entry["required"] if key != "id"]
