"""What stands in a person's name: whatever is left without anybody once the person has gone."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from pmoascode.office import Office, Work
from pmoascode.office.naming import person_name, role_name, scope_name
from pmoascode.office.references import Reference, references
from pmoascode.records.assignment import Assignment
from pmoascode.records.delegation import Delegation
from pmoascode.records.deliverable import Deliverable
from pmoascode.records.lesson import Lesson
from pmoascode.records.mandate import Mandate
from pmoascode.records.person import Person
from pmoascode.records.programme import Programme
from pmoascode.records.project import Project
from pmoascode.records.record import At, Record
from pmoascode.records.report import Report
from pmoascode.records.requirement import Requirement
from pmoascode.records.waiver import Waiver

Field = tuple[str, str, str]  # kind of record, its field, the innermost field of that

# Every field in which a person's name obliges them. All others tell what once happened: who wrote,
# decided, raised or measured something; that stays true when the person leaves.
STANDING: Mapping[Field, str] = {
    ("assignment", "supervisor", "supervisor"): "supervises",
    ("person", "mentor", "mentor"): "mentors",
    ("organisation", "positions", "holder"): "position",
    ("portfolio", "manager", "manager"): "portfolio",
    ("portfolio", "board", "chair"): "chair of the board",
    ("portfolio", "board", "members"): "seat on the board",
    ("delegation", "by", "by"): "power lent to another",
    ("delegation", "to", "to"): "power lent by another",
    ("project", "milestones", "owner"): "milestone",
    ("programme", "milestones", "owner"): "milestone",
    ("project", "vacancies", "owner"): "vacancy to fill",
    ("programme", "vacancies", "owner"): "vacancy to fill",
    ("mandate", "proposed_sponsor", "proposed_sponsor"): "sponsor to be",
    ("risk", "owner", "owner"): "risk",
    ("risk", "actions", "owner"): "action on a risk",
    ("issue", "owner", "owner"): "issue",
    ("issue", "actions", "owner"): "action on an issue",
    ("action", "owner", "owner"): "action",
    ("meeting", "actions", "owner"): "action of a meeting",
    ("report", "actions", "owner"): "action of a report",
    ("end-report", "follow_on", "owner"): "action after the end",
    ("approval", "conditions", "owner"): "condition of a gate",
    ("review", "recommendations", "owner"): "recommendation of a review",
    ("decision", "owner", "owner"): "decision to bring about",
    ("dependency", "owner", "owner"): "dependency",
    ("assumption", "owner", "owner"): "assumption",
    ("benefit", "owner", "owner"): "benefit",
    ("benefit", "responsible", "responsible"): "benefit to bring about",
    ("benefit", "after_closure_owner", "after_closure_owner"): "benefit after the end",
    ("requirement", "owner", "owner"): "requirement",
    ("deliverable", "owner", "owner"): "deliverable",
    ("deliverable", "receiver", "receiver"): "deliverable to take over",
    ("change-plan", "owner", "owner"): "people-change plan",
    ("change-plan", "steps", "owner"): "step of people change",
    ("change-plan", "communications", "sender"): "communication",
    ("change-plan", "trainings", "owner"): "training",
    ("change-plan", "resistance", "owner"): "answer to resistance",
    ("stakeholder", "owner", "owner"): "stakeholder to look after",
    ("stakeholder", "person", "person"): "stakeholder",
    ("lesson", "owner", "owner"): "lesson to spread",
    ("improvement", "owner", "owner"): "improvement",
    ("kpi", "owner", "owner"): "key figure",
    ("objective", "owner", "owner"): "objective",
    ("person", "development", "owner"): "step of development",
    ("waiver", "requested_by", "requested_by"): "waiver",
}
_SETTLED = ("reached", "dropped", "done", "verified", "withdrawn", "rejected")
_ENDS = ("done", "actual", "accepted", "dropped")  # fields that say that a thing is over
_TITLES = ("title", "do", "text", "content", "message", "audience", "name", "cause", "plan")
_DAYS = ("due", "forecast", "baseline", "review", "need_by", "until", "expires")
_OUTLIVES = ("benefit", "end-report", "lesson", "action", "meeting", "review")  # ended work


@dataclass(frozen=True, slots=True)
class Tie:
    """One thing that stands in the person's name."""

    what: str  # one of the words of STANDING
    title: str  # plain text
    due: dt.date | None  # the day by which it is to be done, if it has one
    work: Work | None
    record: Record
    at: At  # of the name


def ties(office: Office, person: str, on: dt.date) -> tuple[Tie, ...]:
    """What stands in the person's name on the day, roles apart: by kind, then the most urgent."""
    found = (
        _tie(office, reference, what)
        for records in office.records.values()
        for record in records.values()
        for reference in references(record, office)
        if reference.id == person
        and (what := STANDING.get(_field(reference)))
        and _stands(office, reference, on)
    )
    order = {what: index for index, what in enumerate(dict.fromkeys(STANDING.values()))}
    return tuple(sorted(found, key=lambda t: (order[t.what], t.due or dt.date.max, t.title, t.at)))


def _field(reference: Reference) -> Field:
    names = [key for key in reference.keys if isinstance(key, str)]
    return (reference.record.kind, names[0], names[-1])


def _tie(office: Office, reference: Reference, what: str) -> Tie:
    record, part = reference.record, _part(office, reference)
    work = record if isinstance(record, Project | Programme) else office.owner(record)
    return Tie(
        what,
        _title(office, reference, part),
        next(filter(None, (_day(part.get(name)) for name in _DAYS)), None),
        work,
        record,
        record.at(*reference.keys),
    )


def _part(office: Office, reference: Reference) -> Mapping[str, Any]:
    """The map in which the name stands."""
    found, inside = office.data(reference.record), office.data(reference.record)
    for key in reference.keys[:-1]:
        inside = inside[key]
        found = inside if isinstance(inside, dict) else found
    return found if isinstance(found, dict) else {}


def _title(office: Office, reference: Reference, part: Mapping[str, Any]) -> str:
    record, keys = reference.record, reference.keys
    if isinstance(record, Assignment):
        return person_name(record.person, office)
    if isinstance(record, Delegation):
        return _lent(office, record)
    said = next((part[name] for name in _TITLES if isinstance(part.get(name), str)), "")
    named = len(keys) > 2 and isinstance(keys[1], str)
    return " ".join(said.split()) or (str(keys[1]) if named else record.display_name)


def _lent(office: Office, lent: Delegation) -> str:
    role = role_name(lent.role, office) if lent.role else "every role"
    of = f" of {scope_name(lent.within, office)}" if lent.within else ""
    by, to = person_name(lent.by, office), person_name(lent.to, office)
    return f"{role}{of}, by {by} to {to}"


def _day(value: Any) -> dt.date | None:
    if isinstance(value, dict):  # a date with its baseline and forecast
        value = value.get("forecast") or value.get("baseline")
    try:
        return dt.date.fromisoformat(value) if isinstance(value, str) else None
    except ValueError:
        return None


def _stands(office: Office, reference: Reference, on: dt.date) -> bool:
    record, part = reference.record, _part(office, reference)
    work = record if isinstance(record, Project | Programme) else office.owner(record)
    if work and work.is_ended and record.kind not in _OUTLIVES:
        return False
    if any(part.get(name) for name in _ENDS) or part.get("status") in _SETTLED:
        return False
    return _is_open(office, record, work, on)


def _is_open(office: Office, record: Record, work: Work | None, on: dt.date) -> bool:
    """Whether the record as a whole is still to be settled."""
    match record:
        case Assignment() | Waiver():
            ends = record.until if isinstance(record, Assignment) else record.expires
            return ends is None or ends >= on
        case Person():
            return record.is_active_on(on)
        case Report():
            return work is not None and office.last_report(work) == record
        case Lesson():
            return not (record.shared or record.applied_in)
        case Mandate():
            return work is not None and work.status == "proposed"
        case Deliverable():
            return not record.is_accepted
        case Requirement():
            return record.status not in _SETTLED
    until = getattr(record, "until", None) or getattr(record, "valid_until", None)
    return bool(getattr(record, "is_open", True)) and (until is None or until >= on)
