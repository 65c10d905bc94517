"""The fields with which an author begins a record of the common kinds."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from pmoascode.office.fields import Keys, field_schema, kind_named


@dataclass(frozen=True)
class Starter:
    """One sort of record to begin, with the fields that make it useful from its first day."""

    name: str  # as in the snippet `pmo-risk`
    title: str
    kind: str  # of the file that it stands in
    fields: tuple[str, ...]  # in the order of the schema; a dot leads to a field of a part
    within: Keys = ()  # where it stands inside of the record, if it is a part of one
    has_id: bool = True  # it is an entry that its author names


@dataclass(frozen=True)
class Blank:
    """One field to be filled in, or a group of them."""

    name: str
    schema: Mapping[str, Any]
    inner: tuple["Blank", ...] = ()
    is_list: bool = False  # the group is the first entry of a list


STARTERS: tuple[Starter, ...] = (
    Starter(
        "report",
        "Status report",
        "report",
        (
            "date",
            "by",
            "rating.overall",
            "rating.schedule",
            "rating.cost",
            "rating.scope",
            "rating.resources",
            "headline",
            "summary",
            "achieved",
            "planned",
        ),
        has_id=False,
    ),
    Starter(
        "risk",
        "Risk",
        "risk",
        (
            "title",
            "cause",
            "event",
            "effect",
            "owner",
            "raised",
            "probability",
            "impact",
            "response",
            "review",
        ),
    ),
    Starter(
        "issue",
        "Issue",
        "issue",
        ("title", "description", "severity", "owner", "raised", "due"),
    ),
    Starter("action", "Action", "action", ("do", "owner", "due")),
    Starter(
        "change-request",
        "Change request",
        "change-request",
        (
            "title",
            "requested_by",
            "requested",
            "reason",
            "impact.time",
            "impact.cost",
            "impact.scope",
            "changes.path",
            "changes.old",
            "changes.new",
        ),
    ),
    Starter(
        "decision",
        "Decision",
        "decision",
        (
            "title",
            "category",
            "rationale",
            "owner",
            "decided.outcome",
            "decided.by",
            "decided.as",
            "decided.date",
        ),
    ),
    Starter(
        "milestone",
        "Milestone",
        "project",
        ("title", "baseline", "forecast", "owner"),
        ("milestones", "new"),
    ),
)


def starter(name: str) -> Starter:
    """The starter of the name."""
    return next(each for each in STARTERS if each.name == name)


def blanks(begun: Starter) -> tuple[Blank, ...]:
    """The fields to be filled in, those of a part below its name."""
    return tuple(_blanks(begun, begun.within, [field.split(".") for field in begun.fields]))


def _blanks(begun: Starter, keys: Keys, fields: Sequence[Sequence[str]]) -> Iterator[Blank]:
    for name in dict.fromkeys(field[0] for field in fields):
        schema = _schema(begun.kind, (*keys, name))
        inner = [field[1:] for field in fields if field[0] == name and len(field) > 1]
        is_list = schema.get("type") == "array"
        below = (*keys, name, 0) if is_list else (*keys, name)
        yield Blank(name, schema, tuple(_blanks(begun, below, inner)), is_list)


def _schema(kind: str, keys: Keys) -> Mapping[str, Any]:
    known = kind_named(kind)
    found = field_schema(known, keys) if known else None
    if found is None:
        raise LookupError(f"{kind} has no field {keys}")
    return found
