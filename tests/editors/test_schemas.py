"""The editor's copy offers more than the schemas and judges the same."""

import copy
import datetime as dt
import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import jsonschema_rs
import pytest

from pmoascode.editors.schemas import editor_schemas
from pmoascode.records.kinds import KINDS, Kind
from pmoascode.records.person import Person
from pmoascode.schema import schema
from pmoascode.workspace import of_folder
from tests.full_records import full, leaves

OFFICE = of_folder(Path(__file__).parents[1] / "valid_office").office
COPY = {name: json.loads(text) for name, text in editor_schemas(OFFICE).items()}
# Kinds whose every field cannot be made of the examples alone.
WRITTEN = {"report": "projects/apollo/reports/2026-10.yaml", "policy": "policy/policy.yaml"}
STRANGE: tuple[Any, ...] = (
    "",
    "Two Words",
    "x",
    -1,
    2.5,
    None,
    True,
    [],
    {},
    "2026-02-30",
    "5 %",
    10**9,
)


def whole_file(kind: Kind) -> dict[str, Any]:
    """A file of the kind with every field."""
    known = OFFICE.documents.get(WRITTEN.get(kind.name, ""))
    data = json.loads(json.dumps(known.data if known else full(kind.name), default=float))
    if kind.shape == "record":
        return dict(data)
    return {"an-id": [data] if kind.shape == "assignments" else data}


def mutants(data: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """The file with another value in the place of each, without it, and with one field more."""
    for keys, _ in leaves(data):
        for value in STRANGE:
            other = copy.deepcopy(data)
            _holder(other, keys)[keys[-1]] = value
            yield other
        other = copy.deepcopy(data)
        del _holder(other, keys)[keys[-1]]
        yield other
        holder = _holder(other, keys)
        if isinstance(holder, dict):
            yield data | {"Not Known": 1}
            holder["not_known"] = 1
            yield other


def _holder(data: Any, keys: tuple[str | int, ...]) -> Any:
    for key in keys[:-1]:
        data = data[key]
    return data


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_the_copy_judges_as_the_schema_does(kind: Kind) -> None:
    def found(address: str) -> Any:
        return COPY[address.rpartition("/")[2]]

    judge = jsonschema_rs.Draft202012Validator(schema(kind.name), validate_formats=True)
    given = COPY[f"{kind.name}.schema.json"]
    copied = jsonschema_rs.Draft202012Validator(given, validate_formats=True, retriever=found)
    data = whole_file(kind)
    assert judge.is_valid(data)
    verdicts = [(judge.is_valid(each), copied.is_valid(each)) for each in (data, *mutants(data))]
    assert [was for was, now in verdicts if was != now] == []
    assert {was for was, _ in verdicts} == {True, False}


def test_the_copy_is_the_same_each_time() -> None:
    again = of_folder(Path(__file__).parents[1] / "valid_office").office
    assert editor_schemas(again) == editor_schemas(OFFICE)


def scopes(name: str) -> set[str]:
    """The files to which the schema gives ids of their own."""
    added = COPY[f"{name}.schema.json"].get("allOf", ())
    return {each["if"].get("filePatternAssociation", "") for each in added}


def test_what_has_ended_gets_no_ids_of_its_own() -> None:
    files = ("programmes/front-door", "projects/apollo", "projects/hermes")  # mercury is closed
    assert scopes("issue") == {f"*/{each}/issues.yaml" for each in files}


def test_every_field_of_a_record_is_explained() -> None:
    for name, given in COPY.items():
        for field, part in given.get("properties", {}).items():
            assert part["markdownDescription"].startswith(part["description"]), (name, field)


def test_whoever_has_left_comes_last() -> None:
    tom = Person(id="tom-berg", name="Tom Berg", active_until=dt.date(2026, 3, 31))
    office = replace(OFFICE, records={Person: {("", "tom-berg"): tom}})
    (offered,) = json.loads(editor_schemas(office)["ids.json"])["$defs"]["person"][
        "defaultSnippets"
    ]
    assert offered["sortText"] == "~tom-berg"
    assert offered["description"] == "Tom Berg\n\nUntil 2026-03-31."


def test_an_id_that_yaml_would_read_otherwise_is_quoted() -> None:
    apollo = {("", "2026"): Person(id="2026", name="Année")}
    office = replace(OFFICE, records={Person: apollo})
    (offered,) = json.loads(editor_schemas(office)["ids.json"])["$defs"]["person"][
        "defaultSnippets"
    ]
    assert (offered["label"], offered["body"]) == ("2026 (Année)", '"2026"')
