"""Whether what an approval pinned, and the changes approved since, make up the records of today."""

from collections.abc import Iterator, Mapping
from typing import Any

from msgspec import ValidationError

from pmoascode.fingerprint import fingerprint, fingerprint_of_register, subject_fingerprint
from pmoascode.measures.controlled import Consent, consents, plain
from pmoascode.office import Office, Work
from pmoascode.records.approval import Approval
from pmoascode.records.binding import bind
from pmoascode.records.kinds import KINDS, Kind
from pmoascode.records.record import Record

_MOST = 256  # states that are tried; more approved changes than eight at once are rare
State = Mapping[str, Any]  # id to the data of the record


def is_same(pinned: str, found: str) -> bool:
    """Whether two fingerprints agree as far as both go."""
    return found.startswith(pinned) or pinned.startswith(found)


def subjects(office: Office, work: Work, kind: str) -> tuple[Record, ...]:
    """The records of the kind that an approval of the work can be about."""
    if kind == work.kind:
        return (work,)
    known = _kind(kind)
    return office.within(known.record, work) if known else ()


def latest(kind: str, work: Work, office: Office) -> Approval | None:
    """The last approval that was granted for the records of the kind."""
    about = (
        a for a in office.approvals(work) if a.is_granted and kind in (s.record for s in a.subject)
    )
    return max(about, key=lambda a: (a.decision.date, a.id), default=None)


def since(approval: Approval, kind: str, work: Work, office: Office) -> tuple[Consent, ...]:
    """The changes of the record that were approved on the day of the approval or later."""
    return tuple(
        c
        for c in consents(office, work)
        if c.request.decision and c.request.decision.date >= approval.decision.date
        if c.change.path.strip().partition(".")[0] == kind
    )


def is_current(approval: Approval, kind: str, work: Work, office: Office) -> bool:
    """Whether the approval covers the records of the kind as they are now."""
    pinned = next((s.fingerprint for s in approval.subject if s.record == kind), "")
    now = subject_fingerprint(office, work, kind)
    if not pinned or now is None:
        return False
    if is_same(pinned, now):
        return True
    return is_carried_on(pinned, office, work, kind, since(approval, kind, work, office))


def is_carried_on(
    pinned: str, office: Office, work: Work, kind: str, given: tuple[Consent, ...]
) -> bool:
    """Whether the records are what was pinned once some of the changes are taken back.

    The consents come oldest first, and the latest is taken back first.
    """
    records = {record.id: record for record in subjects(office, work, kind)}
    states: list[State] = [{id: office.data(record) for id, record in records.items()}]
    for consent in reversed(given):
        earlier = [e for state in states for e in _taken_back(state, consent, kind)]
        if any(is_same(pinned, _fingerprint(state, records, kind) or "-") for state in earlier):
            return True
        states = (states + earlier)[:_MOST]
    return False


def _taken_back(state: State, consent: Consent, kind: str) -> Iterator[State]:
    """The state before the change, if it is the change's outcome; several where that is open."""
    first, *keys = consent.change.path.strip().split(".")
    known = _kind(kind)
    if first != kind or known is None or not keys:
        return
    id = keys.pop(0) if known.shape == "register" else next(iter(state), "")
    if id in state and keys:
        for data in _undone(state[id], keys, consent.change.old, consent.change.new):
            yield {**state, id: data}


def _undone(data: Any, keys: list[str], old: Any, new: Any) -> Iterator[Any]:
    """Copies of the data with the old value instead of the new one."""
    if not isinstance(data, dict):
        return
    key, *below = keys
    found = data.get(key)
    if below:
        for inner in _undone({} if found is None else found, below, old, new):
            yield {**data, key: inner}
    elif isinstance(found, list):
        for items in _lists_before(found, old, new):
            yield {**data, key: items}
    elif plain(found) == plain(new):
        without = {name: value for name, value in data.items() if name != key}
        yield without if old is None else {**without, key: old}


def _lists_before(items: list[Any], old: Any, new: Any) -> Iterator[list[Any]]:
    """The lists that it may have been: where an item stood that was taken out nobody wrote."""
    put_back = [] if old is None else [old]
    if new is None:
        yield from ([*items[:n], *put_back, *items[n:]] for n in range(len(items) + 1))
    for number, item in enumerate(items):
        if new is not None and plain(item) == plain(new):
            yield [*items[:number], *put_back, *items[number + 1 :]]


def _fingerprint(state: State, records: Mapping[str, Record], kind: str) -> str | None:
    """The fingerprint of the state; None if it is no state that records can be in."""
    known = _kind(kind)
    try:
        bound = [
            bind(type(r), state[id], id=r.id, path=r.path, keys=r.keys, scope=r.scope)
            for id, r in records.items()
        ]
    except (ValidationError, TypeError):
        return None
    is_register = known is not None and known.shape == "register"
    return fingerprint_of_register(bound) if is_register else fingerprint(bound[0])


def _kind(name: str) -> Kind | None:
    return next((kind for kind in KINDS if kind.name == name), None)
