"""Entries of registers settled or withdrawn, each as its kind records it."""

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from pmoascode.acts.draft import Draft
from pmoascode.acts.drafting import Drafting
from pmoascode.acts.placing import kind_at
from pmoascode.acts.values import flaw_of
from pmoascode.document import Files
from pmoascode.finding import CannotRun
from pmoascode.office import Office
from pmoascode.office.naming import record_name
from pmoascode.records.record import Record
from pmoascode.records.waiver import Waiver

Fields = Mapping[str, Any]
_Way = Callable[[str, str, str | None], Fields]  # day, reason, outcome -> fields to set

CLOSING: Mapping[str, _Way] = {
    "risk": lambda day, reason, outcome: {
        "status": "closed",
        "closed": {"date": day, "reason": reason, **({"outcome": outcome} if outcome else {})},
    },
    "issue": lambda day, reason, _: {"status": "closed", "resolution": reason, "closed": day},
    "action": lambda day, _, __: {"done": day},
    "exception": lambda day, _, __: {"closed": day},
    "assumption": lambda day, reason, outcome: {
        "status": outcome or "confirmed",
        "tested": day,
        "finding": reason,
    },
    "dependency": lambda day, _, __: {"status": "delivered", "delivered": day},
    "improvement": lambda _, __, ___: {"status": "done"},
}
WITHDRAWING: Mapping[str, _Way] = {
    "change-request": lambda _, __, ___: {"status": "withdrawn"},
    "dependency": lambda _, __, ___: {"status": "withdrawn"},
    "requirement": lambda _, __, ___: {"status": "withdrawn"},
    "action": lambda _, reason, __: {"dropped": reason},
    "improvement": lambda _, __, ___: {"status": "rejected"},
    "waiver": lambda _, __, ___: {},  # one that excuses nobody any more goes
}
_WITH_REASON = {
    ("close", "risk"),
    ("close", "issue"),
    ("close", "assumption"),
    ("withdraw", "action"),
}
_DONE = {"close": "closed", "withdraw": "withdrawn"}


@dataclass(frozen=True)
class End:
    """How an entry ends."""

    way: Literal["close", "withdraw"]
    day: dt.date
    reason: str | None = None
    outcome: str | None = None


def needs_reason(record: Record, way: str) -> bool:
    """Whether the record of such an end says why."""
    return (way, record.kind) in _WITH_REASON


def ended(office: Office, files: Files, record: Record, end: End) -> Draft:
    """The entry closed or withdrawn.

    Raises:
        CannotRun: the kind does not end this way, the entry has ended, or a reason is missing.
    """
    ways = CLOSING if end.way == "close" else WITHDRAWING
    name, done = record_name(record, office), _DONE[end.way]
    if record.kind not in ways:
        raise CannotRun(f"{name} cannot be {done}; what can is: {', '.join(ways)}")
    if not getattr(record, "is_open", True):
        raise CannotRun(f"{name} has ended already")
    if needs_reason(record, end.way) and not end.reason:
        raise CannotRun(f"say why {name} is {done} with --reason")
    drafting = Drafting(files)
    if isinstance(record, Waiver):
        drafting.delete(record.path)
    fields = ways[record.kind](end.day.isoformat(), end.reason or "", end.outcome)
    for field, value in fields.items():
        flaw = flaw_of(kind_at(record.path), (field,), value)
        if flaw:
            raise CannotRun(flaw)
        drafting.set(record.path, (*record.keys, field), value)
    drafting.say(f"{name[:1].upper()}{name[1:]} is {done}.")
    return drafting.draft
