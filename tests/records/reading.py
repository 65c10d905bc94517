"""How these tests read YAML, judge it by its schema and look into the record."""

from typing import Any

import jsonschema

from pmoascode.document import parse
from pmoascode.records.json_schema import json_schema
from pmoascode.records.kinds import Kind
from pmoascode.records.record import Record


def read(text: str) -> dict[str, Any]:
    document = parse("record.yaml", text.encode())
    assert not document.findings
    return document.data


def schema_of(record: type[Record]) -> dict[str, Any]:
    return json_schema(Kind(record.kind, record.kind, record, record.kind + ".yaml"))


def errors(record: type[Record], data: dict[str, Any]) -> list[jsonschema.ValidationError]:
    return sorted(
        jsonschema.Draft202012Validator(schema_of(record)).iter_errors(data),
        key=lambda problem: list(map(str, problem.absolute_path)),
    )


def follow(value: object, path: str) -> object:
    for name in path.split("."):
        if isinstance(value, dict):
            value = value[name]
        elif isinstance(value, tuple):
            value = value[int(name)]
        else:
            value = getattr(value, name)
    return value
