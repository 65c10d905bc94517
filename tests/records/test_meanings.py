"""Whoever chooses a value is told what it means."""

from collections.abc import Iterator
from typing import Any, get_args

from pmoascode.records.json_schema import json_schema
from pmoascode.records.kinds import KINDS
from pmoascode.records.meanings import MEANINGS
from pmoascode.records.site_policy import PageName, Section

# Scales and names that need no words; what else a field chooses from stands in the meanings.
SAY_THEMSELVES = (
    ("low", "medium", "high"),
    ("none", "low", "medium", "high"),
    ("low", "medium", "high", "critical"),
    ("low", "medium", "high", "urgent"),
    ("short", "medium", "long"),
    ("time", "cost", "scope", "quality", "benefits", "risk"),
    ("entry", "intermediate", "senior", "executive"),
    ("executive-office", "department", "pmo", "team"),
    ("executive", "department-head", "manager", "staff"),
    ("error", "warning"),
    get_args(PageName),
    get_args(Section),
    (1,),
)


def choices(part: Any) -> Iterator[tuple[tuple[Any, ...], tuple[str, ...]]]:
    """The values of each field that chooses, with what is said of them; keys of maps aside."""
    if isinstance(part, list):
        for each in part:
            yield from choices(each)
    if isinstance(part, dict):
        if "enum" in part:
            yield tuple(part["enum"]), tuple(part.get("enumDescriptions", ()))
        for name, each in part.items():
            if name != "propertyNames":
                yield from choices(each)


FOUND = {values: said for kind in KINDS for values, said in choices(json_schema(kind))}


def test_every_value_is_explained_or_says_itself() -> None:
    unexplained = [values for values, said in FOUND.items() if not said]
    assert sorted(map(str, unexplained)) == sorted(map(str, SAY_THEMSELVES))


def test_every_meaning_is_of_values_that_some_field_takes() -> None:
    assert [tuple(each) for each in MEANINGS if tuple(each) not in FOUND] == []


def test_values_stand_in_the_order_of_their_type() -> None:
    rating = ("green", "amber-green", "amber", "amber-red", "red")
    assert FOUND[rating][0] == "On course."
