"""A document against the JSON Schema of its kind."""

import json
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any, cast

import jsonschema_rs

from pmoascode.document import Document, Keys
from pmoascode.finding import Finding
from pmoascode.schema.telling import Told

_PACKAGE = Path(__file__).parent.parent
_SHIPPED = _PACKAGE / "schemas"
FOLDER = _SHIPPED if _SHIPPED.is_dir() else _PACKAGE.parent / "schema"


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
        for keys, finding in Told(document, schema(kind), error).findings():
            yield keys, replace(finding, keys=keys)
