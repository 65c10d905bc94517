"""The shipped schemas are those of the records, and both validators agree on them."""

import copy
import datetime as dt
import json
import random
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema
import jsonschema_rs
import pytest
from jsonschema import ValidationError, validators

from pmoascode.document import parse
from pmoascode.records.json_schema import text
from pmoascode.records.kinds import KINDS, Kind
from pmoascode.schema import FOLDER, schema

OFFICE = Path(__file__).parents[1] / "valid_office"
PORTFOLIO = Path(__file__).parents[2] / "portfolio"
each_kind = pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)


@each_kind
def test_the_shipped_schema_is_that_of_the_record(kind: Kind) -> None:
    shipped = (FOLDER / f"{kind.name}.schema.json").read_text(encoding="utf-8")
    assert shipped == text(kind), "run `make schemas`"


@each_kind
def test_the_schema_is_a_schema(kind: Kind) -> None:
    jsonschema.Draft202012Validator.check_schema(schema(kind.name))


@each_kind
def test_every_object_is_closed_and_every_field_explained(kind: Kind) -> None:
    for where, part in parts(schema(kind.name)):
        if "properties" in part and not where.endswith("anyOf"):
            assert part.get("additionalProperties") is False, where
            for name, field in part["properties"].items():
                lacking = {"title", "description", "examples"} - set(field)
                assert not lacking, f"{where}/{name}"
        if part.get("type") == "array":
            assert "maxItems" in part, where


def parts(part: Any, where: str = "") -> Iterator[tuple[str, dict[str, Any]]]:
    if isinstance(part, dict):
        yield where, part
        for key, value in part.items():
            if key != "examples":
                yield from parts(value, f"{where}/{key}")
    elif isinstance(part, list):
        for value in part:
            yield from parts(value, where)


def to_the_end(_: Any, pattern: str, instance: Any, __: Any) -> Iterator[ValidationError]:
    """`$` is the end of the text, as in JSON Schema; for Python it may come before a line break."""
    if isinstance(instance, str) and not re.search(
        re.sub(r"\$(?=\)?$)", r"\\Z", pattern), instance
    ):
        yield ValidationError(f"{instance!r} does not match {pattern!r}")


Reference: Any = validators.extend(  # type: ignore[no-untyped-call]
    jsonschema.Draft202012Validator, {"pattern": to_the_end}
)


def test_the_fast_validator_agrees_with_the_reference_on_damaged_records() -> None:
    checker = jsonschema.FormatChecker(["date"])
    files = sorted(PORTFOLIO.glob("projects/*/project.yaml"))
    reference = Reference(schema("project"), format_checker=checker)
    fast = jsonschema_rs.Draft202012Validator(schema("project"), validate_formats=True)
    chance = random.Random(7)
    seen = {True: 0, False: 0}
    for number in range(1000):
        file = files[number % len(files)]
        data = damaged(parse(file.name, file.read_bytes()).data, chance)
        verdict = fast.is_valid(data)
        assert verdict == reference.is_valid(data), json.dumps(data, default=str)
        seen[verdict] += 1
    assert min(seen.values()) > 100


VALUES: tuple[Any, ...] = (
    None,
    True,
    0,
    -1,
    "",
    " ",
    "x",
    "2026-02-30",
    "5 %",
    "a\n",
    [],
    ["x"],
    {},
    {"x": 1},
)


def damaged(data: dict[str, Any], chance: random.Random) -> dict[str, Any]:
    """The data with one value taken away, replaced or added; sometimes as it is."""
    data = copy.deepcopy(data)
    if chance.random() < 0.2:
        return data
    boxes = [part for _, part in parts(data)]
    box = chance.choice(boxes)
    key = chance.choice(list(box) or ["x"])
    match chance.randrange(3):
        case 0:
            box.pop(key, None)
        case 1:
            box[key] = chance.choice(VALUES)
        case _:
            box[chance.choice(["x_own", "titel", "name"])] = chance.choice(VALUES)
    return data


def test_no_date_of_a_record_is_read_as_a_date_by_the_parser() -> None:
    document = parse("x.yaml", b"name: Apollo\nstart: {actual: 2026-01-12}\n")
    assert document.data["start"]["actual"] == "2026-01-12"
    assert not isinstance(document.data["start"]["actual"], dt.date)
