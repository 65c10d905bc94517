"""What an expression can name: the kinds of record, the lists of the office, the functions."""

from collections.abc import Mapping
from functools import cache
from typing import Any

from msgspec import NODEFAULT, structs

from pmoascode.records.amounts import Duration, Percent
from pmoascode.records.kinds import KINDS
from pmoascode.records.person import Person
from pmoascode.records.programme import Programme
from pmoascode.records.project import Project
from pmoascode.records.record import Record

OFFICE = "office"  # what a rule judges that asks of all records together
FUNCTIONS = ("days", "double", "has", "int", "size", "string", "sum")
METHODS = ("contains", "endsWith", "matches", "size", "startsWith")

# Names of records and amounts that every record has, beside its own fields.
EVERYWHERE = ("id", "name", "of", "tier")
# What follows from the records of a project or programme on the day.
WORK = (
    "calculated",
    "cost_actual",
    "cost_baseline",
    "cost_forecast",
    "cost_variance_percent",
    "health",
    "holders",
    "is_late_reporting",
    "is_must_win",
    "last_report_age",
    "lifecycle",
    "managers",
    "phase",
    "serves",
    "slip_days",
    "sponsors",
    "stage",
    "stated",
)
PERSON = ("manages",)

_LISTS = ("managers", "manages", "serves", "sponsors")

_PLURALS = {
    "analysis": "analyses",
    "dependency": "dependencies",
    "person": "people",
    "policy": "policies",
    "raci": "raci",
    "business-case": "business_cases",
}
_IDENTITY = ("path", "keys", "scope")


def variable(kind: str) -> str:
    """The name by which an expression calls the record that is judged."""
    return kind.replace("-", "_")


@cache
def kinds() -> Mapping[str, type[Record]]:
    """The kinds of record that a rule can judge, by name."""
    return {kind.name: kind.record for kind in KINDS}


@cache
def lists() -> Mapping[str, type[Record]]:
    """The lists of the office, by name: `projects`, `people`, `change_requests`."""
    return {
        _PLURALS.get(name, f"{variable(name)}s"): record
        for name, record in kinds().items()
        if name != "organisation"
    }


@cache
def fields(kind: type[Record]) -> Mapping[str, Any]:
    """The fields of the record by their names in the file, each with its default."""
    return {
        field.encode_name: _default(field)
        for field in structs.fields(kind)
        if field.name not in _IDENTITY
    }


def _default(field: structs.FieldInfo) -> Any:
    if field.default_factory is not NODEFAULT:
        return field.default_factory()
    return None if field.default is NODEFAULT else field.default


@cache
def flags(kind: type[Record]) -> tuple[str, ...]:
    """What is true or false of the record, as `is_running`; `is_current` where it has an end."""
    own = (name for name in dir(kind) if name.startswith("is_"))
    found = [name for name in own if isinstance(getattr(kind, name), property)]
    return (*found, *(["is_current"] if hasattr(kind, "holds_on") else []))


def nothing_known(kind: type[Record]) -> dict[str, Any]:
    """What follows from the other records where there are none: no holders, no flags."""
    further = _further(kind)
    empty: dict[str, Any] = {name: [] for name in _LISTS if name in further}
    no = {name: False for name in (*flags(kind), *further) if name.startswith("is_")}
    return {**empty, **no, **({"holders": {}} if "holders" in further else {})}


def _further(kind: type[Record]) -> tuple[str, ...]:
    if kind in (Project, Programme):
        return WORK
    return PERSON if kind is Person else ()


@cache
def members(kind: type[Record]) -> frozenset[str]:
    """Every name that can be asked of the record; fields of the office's own begin with x_."""
    amounts = {
        f"{name}_{unit}"
        for name, hint in kind.__annotations__.items()
        for amount, unit in ((Duration, "days"), (Percent, "percent"))
        if amount.__name__ in repr(hint)
    }
    return frozenset((*fields(kind), *EVERYWHERE, *flags(kind), *_further(kind), *amounts))
