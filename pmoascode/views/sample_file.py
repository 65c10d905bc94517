"""A small file of a kind of record, made from the examples of its schema."""

from collections.abc import Mapping
from typing import Any

from pmoascode.records.kinds import Kind

FEW = 6  # fields of a small file, if no more are required


def sample(owner: Mapping[str, Any], parts: Mapping[str, Any]) -> dict[str, Any]:
    """The required fields with their examples, and a few simple ones besides."""
    fields: Mapping[str, Any] = owner.get("properties", {})
    required = [name for name in fields if name in owner.get("required", ())]
    simple = [name for name in fields if name not in required and _is_simple(fields[name])]
    wanted = {*required, *simple[: max(0, FEW - len(required))]}
    return {name: _completed(fields[name], parts) for name in fields if name in wanted}


def _is_simple(field: Mapping[str, Any]) -> bool:
    example = next(iter(field.get("examples", ())), None)
    return example is not None and not isinstance(example, dict | list)


def _completed(field: Mapping[str, Any], parts: Mapping[str, Any]) -> Any:
    """The field's example; a part's required fields are filled in where it leaves them out."""
    example = next(iter(field.get("examples", ())), None)
    name = str(field.get("$ref", "")).rpartition("/")[2]
    if name in parts and isinstance(example, dict):
        known = parts[name].get("properties", {})
        return sample(parts[name], parts) | {k: v for k, v in example.items() if k in known}
    return example


def small_file(kind: Kind, fields: dict[str, Any]) -> dict[str, Any]:
    """The whole file around the fields of one record."""
    if kind.shape == "record":
        return fields
    if kind.shape == "assignments":
        return {"project-manager": [fields]}
    return {_KEYS.get(kind.name, "example-" + kind.name): fields}


_KEYS = {"risk": "vendor-late", "raci": "business-case", "skill": "risk-management"}
