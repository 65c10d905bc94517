"""What may stand in a field, read from its part of the schema and said in plain words."""

from collections.abc import Mapping
from typing import Any, cast

_TYPES = {
    "string": "text",
    "number": "a number",
    "integer": "a whole number",
    "boolean": "true or false",
    "object": "fields of its own",
}


def in_words(field: Mapping[str, Any]) -> str:
    """What the field takes, as in `a list; each entry a date`."""
    if "items" in field:
        return f"a list; each entry {in_words(field['items'])}"
    if isinstance(field.get("additionalProperties"), dict):
        key = field.get("propertyNames", {})
        name = f"the id of a {_or(key['x-refers-to'])}" if "x-refers-to" in key else "a name"
        name = f"one of {', '.join(key['enum'])}" if "enum" in key else name
        return f"entries: {name} to {in_words(field['additionalProperties'])}"
    if "anyOf" in field:
        return " or ".join(dict.fromkeys(in_words(option) for option in field["anyOf"]))
    return _plain(field)


def _plain(field: Mapping[str, Any]) -> str:
    if "x-type" in field:
        return f"a {field['x-type']}"
    if "x-refers-to" in field:
        return "an id"
    if "$ref" in field:
        return "fields of its own"
    if "enum" in field:
        return "one of the values"
    words = {"date": "a date", "link": "a link", "email": "an e-mail address"}
    if field.get("format") in words:
        return words[field["format"]]
    if field.get("x-unit") == "money":
        return "an amount of money"
    if field.get("x-prose"):
        return "prose"
    kinds = field.get("type", "string")
    kinds = [kinds] if isinstance(kinds, str) else kinds
    said = " or ".join(_TYPES[kind] for kind in kinds if kind in _TYPES)
    return said + _range(field)


def _range(field: Mapping[str, Any]) -> str:
    low, high = field.get("minimum"), field.get("maximum")
    if low is not None and high is not None:
        return f", {low} to {high}"
    if low is not None:
        return f", {low} or more"
    return f", at most {high}" if high is not None else ""


def _or(kinds: str) -> str:
    return " or ".join(kind.replace("-", " ") for kind in kinds.split())


def inner(field: Mapping[str, Any]) -> Mapping[str, Any]:
    """What a list or mapping consists of; the field itself otherwise."""
    found = field.get("items") or field.get("additionalProperties")
    return cast("Mapping[str, Any]", found) if isinstance(found, dict) else field


def part(field: Mapping[str, Any]) -> str:
    """The name of the part of the schema that the field consists of; empty where there is none."""
    options = [field, inner(field), *inner(field).get("anyOf", ())]
    found = [str(o["$ref"]).rpartition("/")[2] for o in options if "$ref" in o]
    return found[0] if found else ""
