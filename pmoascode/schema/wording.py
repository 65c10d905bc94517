"""What a schema expects, and what a document says, in plain words."""

import re
import unicodedata
from collections.abc import Mapping
from typing import Any

_TYPES = {
    "string": "text",
    "number": "a number",
    "integer": "a whole number",
    "boolean": "true or false",
    "array": "a list",
    "object": "fields of its own, indented below it",
    "null": "nothing",
}


def wanted(part: Mapping[str, Any]) -> str:
    """What is expected where this part of a schema holds."""
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
    return _TYPES[kinds if isinstance(kinds, str) else kinds[0]]


def limit(keyword: str, kind: Any) -> str:
    """What is expected where a limit, the keyword of a schema, does not hold."""
    bound = getattr(kind, "limit", "")
    return {
        "minimum": f"{bound} or more",
        "maximum": f"{bound} or less",
        "minLength": f"at least {bound} character(s)",
        "maxLength": f"at most {bound} characters",
        "minItems": f"at least {bound} entry or entries",
        "maxItems": f"at most {bound} entries",
        "minProperties": f"at least {bound} entry or entries",
        "maxProperties": f"at most {bound} entries",
        "anyOf": "one of the forms that the reference of the field shows",
        "x-unit": "an amount with at most two decimals",
    }.get(keyword, "another value")


def example(part: Mapping[str, Any]) -> str:
    """An example from the schema, where a line has room for it; else empty."""
    examples = part.get("examples")
    if not examples or isinstance(examples[0], dict | list):
        return ""
    said = shown(examples[0]) if isinstance(examples[0], bool) else examples[0]
    return f"For example: {said}"


def example_for(part: Mapping[str, Any], value: Any) -> str:
    """The example of the schema; of an id the one that the value may have meant."""
    if "x-refers-to" in part and isinstance(value, str):
        meant = "-".join(re.findall("[a-z0-9]+", _plain(value).lower()))
        return f"An id has small letters, digits and hyphens: perhaps `{meant or 'x'}`."
    return example(part)


def shown(value: Any) -> str:
    """The value as a message quotes it."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return f"“{short(value)}”"
    if isinstance(value, list):
        return f"a list of {len(value)}"
    if isinstance(value, dict):
        return "a group of fields"
    return "empty" if value is None else str(value)


def short(text: str) -> str:
    """The text, cut to 60 characters."""
    return text if len(text) <= 60 else text[:57] + "..."


def _one(noun: str) -> str:
    return f"{'an' if noun[0] in 'aeiou' else 'a'} {noun}"


def _plain(text: str) -> str:
    """The text without accents and other marks."""
    return unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
