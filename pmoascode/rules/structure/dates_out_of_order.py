"""The rule that what begins comes before what ends."""

from collections.abc import Iterator
from functools import cache
from typing import Any

from pmoascode.finding import Severity
from pmoascode.office import Office
from pmoascode.office.marked import Branch, Part, Resolve, branch, values
from pmoascode.office.naming import record_name
from pmoascode.records.kinds import KINDS
from pmoascode.records.record import Keys, Record
from pmoascode.rule import Problems, rule

Pair = tuple[tuple[str, ...], tuple[str, ...]]  # the earlier and the later field

PAIRS: tuple[Pair, ...] = (
    (("from",), ("until",)),
    (("active_from",), ("active_until",)),
    (("valid_from",), ("valid_until",)),
    (("date",), ("tenure_until",)),
    (("created",), ("expires",)),
    (("awarded",), ("expires",)),
    (("raised",), ("due",)),
    (("raised",), ("closed",)),
    (("raised",), ("closed", "date")),
    (("raised",), ("decision", "date")),
    (("requested",), ("decision", "date")),
    (("requested",), ("implemented",)),
    (("recorded",), ("shared",)),
    (("since",), ("review",)),
    (("start",), ("baseline",)),
    (("start",), ("forecast",)),
    (("start",), ("actual",)),
    (("start", "baseline"), ("finish", "baseline")),
    (("start", "actual"), ("finish", "forecast")),
    (("start", "actual"), ("finish", "actual")),
    (("baseline", "date"), ("target", "date")),
)


@rule(
    Severity.ERROR,
    profile="starter",
    source="measured on US and UK government projects: ends before starts",
    bad=(
        """
        # projects/hermes/project.yaml
        name: Hermes address service
        programme: front-door
        start: {baseline: 2026-12-01}
        finish: {baseline: 2026-03-31}  # <--
        milestones:
          service-open: {title: Address service open, baseline: 2027-01-29}
        """,
        """
        # projects/apollo/risks.yaml
        few-testers:
          title: Too few testers
          owner: lena-novak
          raised: 2026-03-10
          probability: 2
          impact: 2
          response: reduce
          status: closed
          closed: {date: 2026-03-01, reason: Two testers joined.}  # <--
        """,
    ),
    good=(
        """
        # projects/hermes/project.yaml
        name: Hermes address service
        programme: front-door
        start: {baseline: 2026-12-01}
        finish: {baseline: 2027-03-31}
        milestones:
          service-open: {title: Address service open, baseline: 2027-01-29}
        """,
        """
        # projects/apollo/risks.yaml
        few-testers:
          title: Too few testers
          raised: 2026-03-10
          status: closed
          closed: {date: 2026-03-10, reason: Two testers joined the same day.}
        """,
    ),
)
def dates_out_of_order(record: Record, office: Office) -> Problems:
    """An end lies before its start, or a closing date before the opening one.

    Durations, plans and reports are worked out from such dates, and one that runs backwards spoils
    all of them. Of 2,450 published projects of the US government 22 end before they start.

    To put it right, correct the date that was mistyped.
    """
    way = _way(type(record))
    if not way:
        return
    for found in values(office.data(record), way):
        if isinstance(found.value, dict):
            for earlier, later, first, last in _backwards(found.value, found.mark):
                at = record.at(*found.keys, *later)
                message = (
                    f"{record_name(record, office)}: {_spelled(later)} is {last}, "
                    f"before {_spelled(earlier)}, which is {first}"
                )
                yield at, message, (record.at(*found.keys, *earlier),)


@cache
def _way(record: type[Record]) -> Branch:
    return branch(next(kind for kind in KINDS if kind.record is record), _pairs)


def _pairs(part: Part, resolve: Resolve) -> tuple[Pair, ...]:
    """The pairs whose two fields are dates of this part of the schema."""
    return tuple(pair for pair in PAIRS if all(_is_date(part, keys, resolve) for keys in pair))


def _is_date(part: Part, keys: tuple[str, ...], resolve: Resolve) -> bool:
    for key in keys:
        part = resolve(part.get("properties", {}).get(key, {}))
    return part.get("format") == "date"


def _backwards(
    data: dict[str, Any], pairs: tuple[Pair, ...]
) -> Iterator[tuple[Keys, Keys, str, str]]:
    for earlier, later in pairs:
        first, last = _date(data, earlier), _date(data, later)
        if first and last and last < first:
            yield earlier, later, first, last


def _date(data: Any, keys: tuple[str, ...]) -> str:
    """The date as written; dates of ISO 8601 sort as texts."""
    for key in keys:
        data = data.get(key) if isinstance(data, dict) else None
    return data if isinstance(data, str) and len(data) == len("2026-11-10") else ""


def _spelled(keys: Keys) -> str:
    return f"`{'.'.join(map(str, keys))}`"
