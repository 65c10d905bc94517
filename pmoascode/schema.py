"""A document against the JSON Schema of its kind: what is missing or malformed, and where."""

import json
import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import replace
from decimal import Decimal
from difflib import get_close_matches
from functools import cache
from pathlib import Path
from typing import Any, cast

import jsonschema_rs

from pmoascode.document import Document, Keys
from pmoascode.finding import Defect, Finding, Severity

_SHIPPED = Path(__file__).parent / "schemas"
FOLDER = _SHIPPED if _SHIPPED.is_dir() else Path(__file__).parent.parent / "schema"

DEFECTS = (
    Defect(
        "missing-field",
        "A field that every record of the kind needs is missing.",
        "Without it the record says nothing that others can use.",
        "Add the field.",
    ),
    Defect(
        "unknown-field",
        "A field is not one that records of the kind have.",
        "A misspelt field would be read by nobody: what it says would be lost in silence.",
        "Correct the spelling; a field of your own starts with `x_`.",
    ),
    Defect(
        "value-not-allowed",
        "A value is not on the list of values that the field takes.",
        "Reports count and colour by these values, so a new spelling would be left out.",
        "Use one of the values of the list.",
    ),
    Defect(
        "wrong-type",
        "A value is of another type than the field takes.",
        "A number in words cannot be added up, and a single value where a list belongs is "
        "read as something else.",
        "Write the value as the field's example shows.",
    ),
    Defect(
        "malformed-value",
        "A date, duration, percentage, id or link is not written as such.",
        "What cannot be read cannot be checked, sorted or drawn.",
        "Write the value as the field's example shows.",
    ),
    Defect(
        "out-of-range",
        "A number, text or list is smaller or larger than the field takes.",
        "Scales and limits are what makes records comparable.",
        "Bring the value into the range.",
    ),
)

_WANTED = {
    "string": "text",
    "number": "a number",
    "integer": "a whole number",
    "boolean": "true or false",
    "array": "a list",
    "object": "fields of its own, indented below it",
    "null": "nothing",
}


@cache
def schema(kind: str) -> dict[str, Any]:
    """The JSON Schema (2020-12) of the kind's files, as it is shipped."""
    return cast(
        "dict[str, Any]", json.loads((FOLDER / f"{kind}.schema.json").read_text(encoding="utf-8"))
    )


class _Money:
    """The keyword `x-unit: money`: an amount has at most two decimals."""

    def __init__(self, parent: Any, value: Any, path: Any) -> None:
        pass

    def validate(self, instance: Any) -> None:
        """Raises ValueError for an amount with more than two decimals."""
        if isinstance(instance, Decimal) and cast("int", instance.as_tuple().exponent) < -2:
            raise ValueError("more than two decimals")


@cache
def _validator(kind: str) -> jsonschema_rs.Draft202012Validator:
    return jsonschema_rs.Draft202012Validator(
        schema(kind), validate_formats=True, keywords={"x-unit": _Money}
    )


def is_valid(document: Document, kind: str) -> bool:
    """Whether the document holds to the schema of its kind."""
    return _validator(kind).is_valid(document.data)


def problems(document: Document, kind: str) -> Iterator[tuple[Keys, Finding]]:
    """Each value that does not hold to the schema, with its finding.

    The keys lead to the value to leave out if the rest is to be read all the same; they end in a
    missing key where a required field is absent.
    """
    for error in _validator(kind).iter_errors(document.data):
        for keys, finding in _Problem(document, kind, error).found():
            yield keys, replace(finding, keys=keys)


class _Problem:
    """One error of the validator, told in the words of the office."""

    def __init__(self, document: Document, kind: str, error: jsonschema_rs.ValidationError) -> None:
        self.document = document
        self.kind = kind
        self.error = error
        self.keys, self.value = _found(document.data, error.instance_path)
        self.part = _subschema(schema(kind), list(error.schema_path)[:-1])

    def found(self) -> Iterator[tuple[Keys, Finding]]:
        """The findings of the error: one, or one for each unknown field."""
        kind: Any = self.error.kind
        match kind.name:
            case "required":
                yield self._missing(kind.property)
            case "additionalProperties":
                for name in sorted(kind.unexpected):
                    yield self._unknown(name)
            case "propertyNames":
                yield self._bad_key(kind.error.instance)
            case "enum":
                yield self._of_value("value-not-allowed", self._choice(kind.options), "")
            case "type" if self.value is None:
                yield self._of_value(
                    "wrong-type",
                    f"{self._name} is empty",
                    f"Write {self._wanted}, or take the line away.",
                )
            case "type":
                yield self._of_value(
                    "wrong-type",
                    f"{self._name} is {_shown(self.value)}, but {self._wanted} was expected",
                    self._example,
                )
            case "pattern" | "format":
                yield self._of_value(
                    "malformed-value",
                    f"{self._name} is {_shown(self.value)}, but {self._wanted} was expected",
                    self._example,
                )
            case name:
                yield self._of_value(
                    "out-of-range",
                    f"{self._name} is {_shown(self.value)}, but {_limit(name, kind)} was expected",
                    self._example,
                )

    def _of_value(self, rule: str, message: str, remedy: str) -> tuple[Keys, Finding]:
        place = self.document.place(self.keys)
        return self.keys, Finding(rule, Severity.ERROR, place, message, remedy)

    def _missing(self, name: str) -> tuple[Keys, Finding]:
        field = self.part.get("properties", {}).get(name, {})
        message = f"{self._name} has no `{name}`"
        example = _example(field)
        remedy = f"Add `{name}`: {field.get('description', '')} {example}".strip()
        place = self.document.place(self.keys, of_key=bool(self.keys))
        return (*self.keys, name), Finding("missing-field", Severity.ERROR, place, message, remedy)

    def _unknown(self, name: str) -> tuple[Keys, Finding]:
        known = sorted(self.part.get("properties", {}))
        near = get_close_matches(name, known, n=1, cutoff=0.6)
        message = f"`{name}` is not a field of {self._name}"
        remedy = (
            f"Did you mean `{near[0]}`?"
            if near
            else f"Fields are: {', '.join(known)}. A field of your own starts with `x_`."
        )
        keys = (*self.keys, name)
        place = self.document.place(keys, of_key=True)
        return keys, Finding("unknown-field", Severity.ERROR, place, message, remedy)

    def _bad_key(self, name: str) -> tuple[Keys, Finding]:
        keys = (*self.keys, name)
        place = self.document.place(keys, of_key=True)
        return keys, Finding(
            "malformed-value",
            Severity.ERROR,
            place,
            f"`{_short(name)}` cannot be an id",
            "An id is of small letters, digits and hyphens, as in `go-live-2`, at most 64 of them.",
        )

    def _choice(self, options: list[Any]) -> str:
        words = [str(option) for option in options]
        near = get_close_matches(str(self.value).lower(), words, n=1, cutoff=0.5)
        hint = f"; did you mean {near[0]}?" if near else ""
        return f"{self._name} is {_shown(self.value)}, but takes only {', '.join(words)}{hint}"

    @property
    def _name(self) -> str:
        if not self.keys:
            return f"this {schema(self.kind)['title'].lower()}"
        last = self.keys[-1]
        return f"`{last}`" if isinstance(last, str) else f"entry {last + 1} of `{self.keys[-2]}`"

    @property
    def _wanted(self) -> str:
        part = self.part
        if part.get("x-type"):
            return f"a {part['x-type']}"
        if part.get("format") == "date":
            return "a date as year-month-day"
        if part.get("x-unit") == "money":
            return "an amount with at most two decimals"
        if "x-refers-to" in part:
            return f"the id of {_one(part['x-refers-to'].split()[0])}"
        if part.get("format") == "link":
            return "an https or mailto link"
        if part.get("pattern") == r"\S":
            return "text that is not blank"
        kinds = part.get("type", "string")
        return _WANTED[kinds if isinstance(kinds, str) else kinds[0]]

    @property
    def _example(self) -> str:
        if "x-refers-to" in self.part and isinstance(self.value, str):
            meant = "-".join(re.findall("[a-z0-9]+", _plain(self.value).lower()))
            return f"An id has small letters, digits and hyphens: perhaps `{meant or 'x'}`."
        return _example(self.part)


def _plain(text: str) -> str:
    """The text without accents and other marks."""
    return unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()


def _found(data: Any, path: list[str | int]) -> tuple[Keys, Any]:
    """The keys and the value at the path; the validator takes a key of digits for a number."""
    keys: Keys = ()
    for step in path:
        key = str(step) if isinstance(data, dict) else step
        keys, data = (*keys, key), data[key]
    return keys, data


def _subschema(schema: Mapping[str, Any], path: list[str | int]) -> dict[str, Any]:
    """The part of the schema at the path; empty where it is not a mapping."""
    part: Any = schema
    for key in path:
        part = part[key]
    return part if isinstance(part, dict) else {}


def _example(field: Mapping[str, Any]) -> str:
    examples = field.get("examples")
    if not examples or isinstance(examples[0], dict | list):
        return ""
    return f"For example: {examples[0]}"


def _one(noun: str) -> str:
    return f"{'an' if noun[0] in 'aeiou' else 'a'} {noun}"


def _limit(name: str, kind: Any) -> str:
    limit = getattr(kind, "limit", "")
    return {
        "minimum": f"{limit} or more",
        "maximum": f"{limit} or less",
        "minLength": f"at least {limit} character(s)",
        "maxLength": f"at most {limit} characters",
        "minItems": f"at least {limit} entry or entries",
        "maxItems": f"at most {limit} entries",
        "minProperties": f"at least {limit} entry or entries",
        "maxProperties": f"at most {limit} entries",
        "anyOf": "one of the forms that the reference of the field shows",
        "x-unit": "an amount with at most two decimals",
    }.get(name, "another value")


def _shown(value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return f"“{_short(value)}”"
    if isinstance(value, list):
        return f"a list of {len(value)}"
    if isinstance(value, dict):
        return "a group of fields"
    return "empty" if value is None else str(value)


def _short(text: str) -> str:
    return text if len(text) <= 60 else text[:57] + "..."
