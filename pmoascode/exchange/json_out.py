"""Tables as JSON, with the JSON Schema (2020-12) that every file holds to.

The version is in the address and in each file. Within a version fields are only ever added.
"""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import msgspec

from pmoascode.exchange.table import Column, Table

FORMAT_VERSION = "1.0"
DIALECT = "https://json-schema.org/draft/2020-12/schema"
_ENCODER = msgspec.json.Encoder(decimal_format="number")
_TYPES: Mapping[str, dict[str, Any]] = {
    "text": {"type": ["string", "null"]},
    "integer": {"type": ["integer", "null"]},
    "number": {"type": ["number", "null"]},
    "money": {"type": ["number", "null"]},
    "date": {"type": ["string", "null"], "format": "date"},
    "boolean": {"type": ["boolean", "null"]},
}


@dataclass(frozen=True)
class Edition:
    """What every file says of where it comes from."""

    organisation: str
    currency: str  # ISO 4217 code of all money; empty where it is unknown
    as_of: dt.date
    revision: str  # the id of the commit shown; empty for a working tree

    @property
    def head(self) -> dict[str, Any]:
        """The fields that every file has."""
        return {
            "format_version": FORMAT_VERSION,
            "organisation": self.organisation,
            "currency": self.currency,
            "as_of": self.as_of,
            "revision": self.revision,
        }


def as_json(table: Table, edition: Edition) -> bytes:
    """The table as one object with a list of rows."""
    names = [column.name for column in table.columns]
    rows = [dict(zip(names, row, strict=True)) for row in table.rows]
    return written({**edition.head, "table": table.name, "title": table.title, "rows": rows})


def index(tables: Iterable[Table], edition: Edition, files: Mapping[str, Any]) -> bytes:
    """What there is: each table with its files, then the other files."""
    listed = [
        {
            "table": table.name,
            "title": table.title,
            "description": table.description,
            "rows": len(table.rows),
            "json": f"{table.name}.json",
            "csv": f"../csv/{table.name}.csv",
        }
        for table in tables
    ]
    return written({**edition.head, "schema": "schema.json", "tables": listed, **files})


def schema(tables: Iterable[Table]) -> bytes:
    """The schema of the tables: a file is held to the definition that its `table` names."""
    known = list(tables)
    return written(
        {
            "$schema": DIALECT,
            "title": "The open data of a portfolio",
            "description": "Every table file holds to the definition of its name.",
            "type": "object",
            "required": ["format_version", "as_of", "table", "rows"],
            "properties": {"table": {"enum": [table.name for table in known]}},
            "allOf": [
                {
                    "if": {"properties": {"table": {"const": table.name}}},
                    "then": {"$ref": f"#/$defs/{table.name}"},
                }
                for table in known
            ],
            "$defs": {table.name: _definition(table) for table in known},
        }
    )


def written(data: Mapping[str, Any]) -> bytes:
    """The data as JSON text; amounts keep every digit."""
    return msgspec.json.format(_ENCODER.encode(data), indent=1) + b"\n"


def _definition(table: Table) -> dict[str, Any]:
    head = {
        "format_version": {"const": FORMAT_VERSION},
        "organisation": {"type": "string"},
        "currency": {"type": "string"},
        "as_of": {"type": "string", "format": "date"},
        "revision": {"type": "string"},
        "table": {"const": table.name},
        "title": {"type": "string"},
    }
    columns = {column.name: _property(column) for column in table.columns}
    row = {
        "type": "object",
        "properties": columns,
        "required": list(columns),
        "additionalProperties": False,
    }
    return {
        "title": table.title,
        "description": table.description,
        "type": "object",
        "properties": {**head, "rows": {"type": "array", "items": row}},
        "required": [*head, "rows"],
        "additionalProperties": False,
    }


def _property(column: Column) -> dict[str, Any]:
    about = {**_TYPES[column.type], "description": column.description}
    return about | ({"enum": [*column.choices, None]} if column.choices else {})
