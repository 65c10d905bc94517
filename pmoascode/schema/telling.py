"""An error of the validator, told as a finding in plain words."""

from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from typing import Any

import jsonschema_rs

from pmoascode.document import Document, Keys
from pmoascode.finding import Finding, Severity
from pmoascode.schema.wording import example, example_for, limit, short, shown, wanted


class Told:
    """One error of the validator, told in the words of the office."""

    def __init__(
        self, document: Document, schema: Mapping[str, Any], error: jsonschema_rs.ValidationError
    ) -> None:
        self.document = document
        self.title = schema["title"]
        self.error = error
        self.keys, self.value = _found(document.data, error.instance_path)
        self.part = _subschema(schema, list(error.schema_path)[:-1])

    def findings(self) -> Iterator[tuple[Keys, Finding]]:
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
                    f"Write {wanted(self.part)}, or take the line away.",
                )
            case "type":
                yield self._of_value(
                    "wrong-type",
                    f"{self._name} is {shown(self.value)}, but {wanted(self.part)} was expected",
                    example_for(self.part, self.value),
                )
            case "pattern" | "format":
                yield self._of_value(
                    "malformed-value",
                    f"{self._name} is {shown(self.value)}, but {wanted(self.part)} was expected",
                    example_for(self.part, self.value),
                )
            case name:
                yield self._of_value(
                    "out-of-range",
                    f"{self._name} is {shown(self.value)}, but {limit(name, kind)} was expected",
                    example_for(self.part, self.value),
                )

    def _of_value(self, rule: str, message: str, remedy: str) -> tuple[Keys, Finding]:
        place = self.document.place(self.keys)
        return self.keys, Finding(rule, Severity.ERROR, place, message, remedy)

    def _missing(self, name: str) -> tuple[Keys, Finding]:
        field = self.part.get("properties", {}).get(name, {})
        message = f"{self._name} has no `{name}`"
        remedy = f"Add `{name}`: {field.get('description', '')} {example(field)}".strip()
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
            f"`{short(name)}` cannot be an id",
            "An id is of small letters, digits and hyphens, as in `go-live-2`, at most 64 of them.",
        )

    def _choice(self, options: list[Any]) -> str:
        words = [str(option) for option in options]
        near = get_close_matches(str(self.value).lower(), words, n=1, cutoff=0.5)
        hint = f"; did you mean {near[0]}?" if near else ""
        return f"{self._name} is {shown(self.value)}, but takes only {', '.join(words)}{hint}"

    @property
    def _name(self) -> str:
        if not self.keys:
            return f"this {self.title.lower()}"
        last = self.keys[-1]
        return f"`{last}`" if isinstance(last, str) else f"entry {last + 1} of `{self.keys[-2]}`"


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
