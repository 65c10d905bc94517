"""The proof of an edit: the new text is read again, and says what was meant and nothing else."""

import datetime as dt
from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Any

from pmoascode.document import Document, Keys, parse


class EditFailed(Exception):
    """No text was found that says what was meant; a fault of this program, never the author's."""


def plain(value: Any) -> Any:
    """The value as reading its text gives it back: dates as texts, whole decimals as integers."""
    if isinstance(value, Mapping):
        return {str(key): plain(part) for key, part in value.items()}
    if isinstance(value, list | tuple):
        return [plain(part) for part in value]
    if isinstance(value, dt.date):
        return value.isoformat()
    if isinstance(value, Decimal) and int(value.as_tuple().exponent) >= 0:
        return int(value)
    return value + 0 if isinstance(value, Decimal) else value  # + 0: there is no minus zero


def is_same(one: Any, other: Any) -> bool:
    """Whether two values are alike in type too: 1 is not true, and 1 is not 1.0."""
    if type(one) is not type(other):
        return False
    if isinstance(one, dict):
        return one.keys() == other.keys() and all(is_same(one[key], other[key]) for key in one)
    if isinstance(one, list):
        return len(one) == len(other) and all(map(is_same, one, other))
    if isinstance(one, Decimal):
        return bool(one.as_tuple() == other.as_tuple())
    return bool(one == other)


def parsed(document: Document, text: str) -> Document:
    """The text, read as the document's file."""
    return parse(document.path, text.encode("utf-8"))


def proven(document: Document, candidates: Iterable[str], meant: dict[str, Any], keys: Keys) -> str:
    """The first of the texts that says what was meant, and is no worse to read than before.

    Raises:
        EditFailed: none of them does.
    """
    for text in candidates:
        again = parsed(document, text)
        if len(again.findings) <= len(document.findings) and is_same(again.data, meant):
            return text
    where = ".".join(map(str, keys))
    raise EditFailed(f"{document.path}: `{where}` cannot be changed without changing more than it")
