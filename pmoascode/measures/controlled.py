"""Change control: approved values by path, and the approved requests that move them.

A path is the kind of record and the keys to the value, with dots between, as in
`project.milestones.go-live.baseline`; an entry of a register has its id behind the kind, as in
`benefit.shorter-claims.target.value`. Of a list each item that is put in or taken out is one move.
"""

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from pmoascode.fingerprint.content import exact
from pmoascode.office import Office, Work
from pmoascode.records.change_request import Change, ChangeRequest

_SIMPLE = re.compile(r"[A-Za-z0-9][A-Za-z0-9 ._%-]*")


@dataclass(frozen=True)
class Move:
    """One approved value that became another; None where there was none, or is none now."""

    path: str
    old: Any
    new: Any
    is_item: bool = False  # of a list

    @property
    def entry(self) -> str:
        """The entry that a change request needs for it, as it is written under `changes`."""
        parts = {"path": self.path, "old": self.old, "new": self.new}
        said = (f"{name}: {_yaml(value)}" for name, value in parts.items() if value is not None)
        return "- {" + ", ".join(said) + "}"

    @property
    def words(self) -> str:
        """What happened, as in "moved from 2027-03-12 to 2027-04-02"."""
        if self.is_item:
            return f"got “{plain(self.new)}”" if self.old is None else f"lost “{plain(self.old)}”"
        if self.old is None:
            return f"was set to {plain(self.new)}"
        if self.new is None:
            return f"was {plain(self.old)} and was taken out"
        return f"moved from {plain(self.old)} to {plain(self.new)}"


@dataclass(frozen=True)
class Consent:
    """One change that a request asks for, and the request."""

    change: Change
    request: ChangeRequest


def moves(path: str, old: Any, new: Any) -> Iterator[Move]:
    """The moves from the old value to the new one: of a list one an item, else one."""
    if isinstance(old, tuple) or isinstance(new, tuple):
        before, after = old or (), new or ()
        yield from (Move(path, item, None, True) for item in before if item not in after)
        yield from (Move(path, None, item, True) for item in after if item not in before)
    elif plain(old) != plain(new):
        yield Move(path, old, new)


def consents(office: Office, work: Work, *, granted: bool = True) -> tuple[Consent, ...]:
    """The changes that the requests of the work ask for; with `granted`, those that were approved.

    Oldest sign-off first.
    """
    requests = [r for r in office.within(ChangeRequest, work) if r.status != "withdrawn"]
    if granted:
        requests = [r for r in requests if r.is_approved]
        requests.sort(key=lambda r: (r.decision.date if r.decision else None, r.id))
    return tuple(Consent(change, r) for r in requests for change in r.changes)


def is_covered(move: Move, given: Iterable[Consent]) -> bool:
    """Whether the consents lead from the old value to the new, in one step or several."""
    old, new = plain(move.old), plain(move.new)
    steps = [(plain(c.change.old), plain(c.change.new)) for c in given if names(c, move.path)]
    if move.is_item:  # one entry may put an item in the place of another
        return any(new == after if old is None else old == before for before, after in steps)
    reached = {old}
    for _ in steps:
        reached |= {after for before, after in steps if before in reached}
    return new in reached


def names(consent: Consent, path: str) -> bool:
    """Whether the change is about the value of the path."""
    return consent.change.path.strip() == path


def plain(value: Any) -> str | None:
    """The value as it is compared and shown: numbers in full, texts without needless blanks."""
    if value is None:
        return None
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | Decimal):
        return exact(Decimal(value))
    text = " ".join(str(value).split())
    return re.sub(r"^([0-9.]+)%$", r"\1 %", text)


def _yaml(value: Any) -> str:
    """The value as it can stand in a line of YAML."""
    text = plain(value) or ""
    is_number = isinstance(value, int | Decimal)
    return text if is_number or _SIMPLE.fullmatch(text) else json.dumps(text, ensure_ascii=False)
