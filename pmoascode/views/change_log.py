"""The change log: what approved requests have moved, from what to what, on whose word.

It is read from the change requests. Edits that need no request are told by git alone.
"""

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from pmoascode.measures.controlled import consents
from pmoascode.office import Office, Work
from pmoascode.office.fields import field_schema, kind_named
from pmoascode.records.change_request import Change, ChangeRequest
from pmoascode.records.kinds import Kind

Value = dt.date | Decimal | str | None  # None where there was nothing, or is nothing now
_APPROVED = ("baseline", "value")  # last keys that every such path has; they say nothing more


@dataclass(frozen=True, slots=True)
class Logged:
    """One approved value that a request moved or is to move."""

    request: ChangeRequest
    what: str  # in words
    old: Value
    new: Value
    is_money: bool

    @property
    def days(self) -> int | None:
        """Days by which a date moved; later is above 0."""
        if isinstance(self.old, dt.date) and isinstance(self.new, dt.date):
            return (self.new - self.old).days
        return None

    @property
    def more(self) -> Decimal | None:
        """By how much an amount grew."""
        if isinstance(self.old, Decimal) and isinstance(self.new, Decimal):
            return self.new - self.old
        return None

    @property
    def is_done(self) -> bool:
        """Whether the request was carried out."""
        return self.request.status == "implemented" or self.request.implemented is not None


def change_log(office: Office, work: Work) -> tuple[Logged, ...]:
    """Every move that was approved, those of the newest decision first."""
    moves = [_logged(office, work, each.change, each.request) for each in consents(office, work)]
    return tuple(sorted(moves, key=_decided, reverse=True))


def _decided(each: Logged) -> tuple[dt.date, str]:
    decision = each.request.decision
    return (decision.date if decision else dt.date.min, each.request.id)


def _logged(office: Office, work: Work, change: Change, request: ChangeRequest) -> Logged:
    name, *keys = change.path.strip().split(".")
    kind = kind_named(name)
    what = _words(kind, keys, _said(office, work, name)) if kind else change.path
    steps = tuple(keys[kind.depth :]) if kind else ()
    part = (field_schema(kind, steps) if kind else None) or {}
    old, new = (_value(each) for each in (change.old, change.new))
    return Logged(request, what, old, new, is_money=part.get("x-unit") == "money")


def _said(office: Office, work: Work, kind: str) -> Any:
    """What the file of the kind says today, from which names of entries are taken."""
    if kind == work.kind:
        return office.data(work)
    found = kind_named(kind)
    records = office.within(found.record, work) if found else ()
    if found and found.depth:
        return {record.id: office.data(record) for record in records}
    return office.data(records[0]) if records else {}


def _words(kind: Kind, keys: list[str], said: Any) -> str:
    """The path as its fields and entries are called: "Milestones: Portal open"."""
    words = list[str]()
    for number, key in enumerate(keys):
        said = said.get(key) if isinstance(said, dict) else None
        named = said.get("title") or said.get("name") if isinstance(said, dict) else None
        steps = tuple(keys[kind.depth : number + 1])
        part = field_schema(kind, steps) if steps else None
        if key not in _APPROVED or not words:
            plain = key.replace("_", " ").replace("-", " ").capitalize()
            words.append(str(named or (part or {}).get("title") or plain))
    return ": ".join(words)


def _value(said: Any) -> Value:
    if said is None or isinstance(said, bool):
        return None if said is None else str(said).lower()
    if isinstance(said, int | float | Decimal):
        return Decimal(str(said))
    try:
        return dt.date.fromisoformat(str(said))
    except ValueError:
        return str(said)
