"""What a field that chooses can say: its values, or the ids of people, milestones and others."""

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from msgspec import ValidationError

from pmoascode.document import Keys
from pmoascode.editors.ids import LOCAL, Offer, lifecycle_offers, local_offers, offers
from pmoascode.office import Office, Work
from pmoascode.office.fields import field_schema
from pmoascode.office.naming import role_name
from pmoascode.records.binding import bind
from pmoascode.records.kinds import Kind
from pmoascode.records.person import Person
from pmoascode.records.project import Project
from pmoascode.records.record import Record


@dataclass(frozen=True)
class Beginning:
    """A record that is being made: its kind, whose it is, what it says so far."""

    kind: Kind
    scope: str  # as in "project/apollo"; empty for what belongs to the whole organisation
    data: Mapping[str, Any]

    @property
    def record(self) -> Record:
        """The record as far as it is known."""
        try:
            return bind(self.kind.record, self.data, scope=self.scope)
        except (ValidationError, TypeError, AttributeError):
            return Record(scope=self.scope)


def choices(office: Office, begun: Beginning, keys: Keys, today: dt.date) -> tuple[Offer, ...]:
    """What the field chooses from, the likeliest first; nothing where it is free.

    People who have a role on the project or programme come before the others. A change request
    may ask for each baseline that the forecast has left.
    """
    if (begun.kind.name, *keys) == ("change-request", "changes"):
        work = office.owner(begun.record)
        return tuple(_departures(work)) if work else ()
    part = field_schema(begun.kind, keys) or {}
    part = part.get("items", part)
    if "enum" in part:
        values = [str(value) for value in part["enum"] if value is not None]
        said = part.get("enumDescriptions", [""] * len(values))
        return tuple(Offer(value, about=about) for value, about in zip(values, said, strict=False))
    kinds = str(part.get("x-refers-to", "")).split()
    return tuple(offer for kind in kinds for offer in _of_kind(office, begun, keys, kind, today))


def _departures(work: Work) -> Iterator[Offer]:
    """Each baseline that is expected to become something else, as the entry of a request."""
    lead = work.kind
    for id, its in work.milestones.items():
        if its.status == "planned" and its.baseline and its.expected not in (None, its.baseline):
            path = f"{lead}.milestones.{id}.baseline"
            yield Offer(f"{path}; {its.baseline}; {its.expected}", its.title)
    for name, part in (("finish", work.finish), ("budget", work.budget)):
        if part and part.baseline and part.forecast and part.forecast != part.baseline:
            yield Offer(f"{lead}.{name}.baseline; {part.baseline}; {part.forecast}", name)


def _of_kind(
    office: Office, begun: Beginning, keys: Keys, kind: str, today: dt.date
) -> Iterator[Offer]:
    work = office.owner(begun.record)
    if kind == "person":
        yield from people(office, work, today)
    elif kind == "phase":
        name = begun.data.get("lifecycle") or office.policy.defaults.lifecycle
        yield from lifecycle_offers(office).get(str(name), {}).get("phase", ())
    elif kind in ("milestone", "gate", *LOCAL):
        beside: Any = begun.data
        for key in keys[:-1]:
            beside = beside.get(key, {}) if isinstance(beside, dict) else {}
        given = office.find(Project, beside.get("project")) if isinstance(beside, dict) else None
        own = given or work
        yield from local_offers(office, own).get(kind, ()) if own else ()
    else:
        yield from (offer for offer in offers(office).get(kind, ()) if not offer.is_past)


def people(office: Office, work: Work | None, today: dt.date) -> Iterator[Offer]:
    """The people of the day: those with a role on the work first, with their roles."""
    roles: dict[str, list[str]] = {}
    for assignment in office.assignments(work) if work else ():
        if assignment.holds_on(today):
            roles.setdefault(assignment.person, []).append(role_name(assignment.role, office))
    for person in sorted(office.all(Person), key=lambda p: (p.id not in roles, p.id)):
        if not (person.active_until and person.active_until < today):
            yield Offer(person.id, person.name, ", ".join(roles.get(person.id, ())))


def scopes(office: Office, today: dt.date, who: str = "") -> tuple[tuple[Offer, ...], str]:
    """The projects and programmes that have not ended; those of the person first.

    And the id of the one in which the person has a role, if it is one alone.
    """
    held = {a.scope_id for a in office.assignments_of(who) if a.holds_on(today)}
    works: tuple[Work, ...] = (*office.projects, *office.programmes)
    running = [work for work in works if not work.is_ended]
    own = [work.id for work in running if work.id in held]
    ordered = sorted(running, key=lambda work: (work.id not in own, work.id))
    return tuple(Offer(w.id, w.name) for w in ordered), own[0] if len(own) == 1 else ""
