"""The ids that references in records can name, with what each is called."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from pmoascode.office import Office, Work
from pmoascode.records.approval import Approval
from pmoascode.records.kinds import KINDS
from pmoascode.records.lifecycle import Lifecycle
from pmoascode.records.own_rule import OwnRule
from pmoascode.records.person import Person
from pmoascode.records.record import Record
from pmoascode.records.role import Role
from pmoascode.views.rule_catalogue import entries

# Kinds whose records any record may name, and those that stay within a project or programme.
GLOBAL = ("person", "role", "project", "programme", "portfolio", "objective", "skill", "lifecycle")
LOCAL = tuple(dict.fromkeys(kind.name for kind in KINDS if "{owner}" in kind.pattern))
_KINDS = {kind.name: kind.title for kind in KINDS}
_LONGEST = 160  # characters of what is said of an id


@dataclass(frozen=True)
class Offer:
    """One id that an author can choose."""

    id: str
    title: str = ""  # what people call it
    about: str = ""  # one line; empty where there is nothing to add
    is_past: bool = False  # still legal, and chosen less often


def offers(office: Office) -> Mapping[str, tuple[Offer, ...]]:
    """The ids that may be named anywhere, by the kind that a reference asks for."""
    classes = {kind.name: kind.record for kind in KINDS}
    found = {name: tuple(_all(office, classes[name])) for name in GLOBAL}
    organisation = office.organisation
    if organisation:
        units, positions = organisation.units, organisation.positions
        found["unit"] = tuple(Offer(id, unit.title) for id, unit in units.items())
        found["position"] = tuple(Offer(id, each.title) for id, each in positions.items())
    own = (Offer(each.id, about=each.title) for each in office.all(OwnRule))
    found["rule"] = (*(Offer(each.name, about=each.title) for each in entries()), *own)
    found["kind"] = tuple(Offer(name, title) for name, title in _KINDS.items())
    return found


def lifecycle_offers(office: Office) -> Mapping[str, Mapping[str, tuple[Offer, ...]]]:
    """The phases and gates of each lifecycle, by its id."""
    return {
        lifecycle.id: {
            "phase": tuple(Offer(id, each.title) for id, each in lifecycle.phases.items()),
            "gate": tuple(Offer(id, each.title) for id, each in lifecycle.gates.items()),
        }
        for lifecycle in office.known(Lifecycle)
    }


def local_offers(office: Office, work: Work) -> Mapping[str, tuple[Offer, ...]]:
    """The ids that only records of the project or programme may name, by kind."""
    scopes = [f"{work.kind}/{work.id}"]
    if above := getattr(work, "programme", None):
        scopes.append(f"programme/{above}")
    found = {
        kind.name: tuple(_within(office, kind.record, scopes))
        for kind in KINDS
        if kind.name in LOCAL and kind.shape == "register"
    }
    found["approval"] = tuple(_within(office, Approval, [f"scope/{work.id}"]))
    found["milestone"] = tuple(
        Offer(id, each.title, _dates(each.baseline, each.expected), each.status == "dropped")
        for id, each in work.milestones.items()
    )
    if lifecycle := office.lifecycle(work):
        found["gate"] = tuple(Offer(id, each.title) for id, each in lifecycle.gates.items())
    return {name: some for name, some in found.items() if some}


def _all(office: Office, kind: type[Record]) -> Iterator[Offer]:
    for record in sorted(office.known(kind), key=lambda each: each.id):
        yield Offer(record.id, _title(record), _about(office, record), _is_past(record))


def _within(office: Office, kind: type[Record], scopes: Iterable[str]) -> Iterator[Offer]:
    seen = set()
    for scope in scopes:
        for id in office.ids(kind, [scope]):
            record = office.find(kind, id, scope)
            if record and id not in seen:
                seen.add(id)
                yield Offer(id, _title(record), _status(record), _is_past(record))


def _title(record: Record) -> str:
    title = record.display_name
    return "" if title in (record.id, record.kind) else title


def _about(office: Office, record: Record) -> str:
    if isinstance(record, Person):
        return _of_person(office, record)
    if isinstance(record, Role):
        return _brief(record.purpose or "")
    return _status(record)


def _of_person(office: Office, person: Person) -> str:
    organisation = office.organisation
    positions = organisation.positions if organisation else {}
    units = organisation.units if organisation else {}
    parts = [
        positions[person.position].title if person.position in positions else "",
        units[person.unit].title if person.unit in units else "",
        f"until {person.active_until}" if person.active_until else "",
    ]
    return _brief(", ".join(filter(None, parts)))


def _status(record: Record) -> str:
    status = getattr(record, "status", None)
    return f"Status: {status}." if isinstance(status, str) else ""


def _is_past(record: Record) -> bool:
    if isinstance(record, Person):
        return record.active_until is not None
    past = ("closed", "cancelled", "rejected", "retired", "dropped", "withdrawn")
    return getattr(record, "status", None) in past


def _dates(baseline: object, expected: object) -> str:
    parts = (f"baseline {baseline}" if baseline else "", f"expected {expected}" if expected else "")
    return _brief(", ".join(filter(None, parts)))


def _brief(text: str) -> str:
    """The text as one sentence that is not too long to be read at a glance."""
    line = " ".join(text.split())
    line = line if len(line) <= _LONGEST else line[: _LONGEST - 3].rstrip() + "..."
    return line[:1].upper() + line[1:].rstrip(".") + "." if line else ""
