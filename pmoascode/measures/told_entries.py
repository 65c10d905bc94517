"""What a change does to reports, registers, decisions and roles."""

from typing import cast

from pmoascode.measures.signing import sign_off_field
from pmoascode.measures.told import Fields, Ground, Sentences, rest_of
from pmoascode.office import Office
from pmoascode.office.naming import person_name, record_name, role_name, scope_name
from pmoascode.records.approval import Approval
from pmoascode.records.assignment import Assignment
from pmoascode.records.issue import Issue
from pmoascode.records.parts import SignOff
from pmoascode.records.record import Record
from pmoascode.records.report import Report
from pmoascode.records.risk import Risk

_GRAVE = 15  # a risk score from which on a risk is told first


def of_report(ground: Ground, old: Report | None, new: Report | None, fields: Fields) -> Sentences:
    """What a change does to a status report."""
    if new is None:
        yield f"the report {old.id if old else ''} was taken away", "major"
    elif old is None:
        rated, was = new.rating.overall or "not rated", _before(ground, new)
        yield f"report {new.id}: {rated}{was}", "major" if was or rated == "red" else "minor"
    elif any(field.keys[0] == "accepted" for field in fields):
        yield f"the report {new.id} was accepted", "minor"
    else:
        yield f"the report {new.id} was corrected", "minor"


def _before(ground: Ground, report: Report) -> str:
    reports = ground.after.reports(ground.work) if ground.work else ()
    at = reports.index(report) if report in reports else 0
    was = reports[at - 1].rating.overall if at else None
    return f", was {was}" if was and was != report.rating.overall else ""


def of_risk(_: Ground, old: Risk | None, new: Risk | None, fields: Fields) -> Sentences:
    """What a change does to a risk."""
    if old is None and new is not None:
        grave = (new.score or 0) >= _GRAVE
        score = f" ({new.score})" if new.score else ""
        yield f"new risk{score}: {new.title}", "major" if grave else "minor"
    elif old is not None and new is not None:
        if old.is_open and not new.is_open:
            yield f"risk closed: {new.title}", "minor"
        elif old.score != new.score:
            way = "rose" if (new.score or 0) > (old.score or 0) else "fell"
            grave = (new.score or 0) >= _GRAVE > (old.score or 0)
            text = f"risk {way} from {old.score or 'none'} to {new.score or 'none'}"
            yield f"{text}: {new.title}", "major" if grave else "minor"
        else:
            yield from rest_of(f"risk {new.title}", fields)
    elif old is not None:
        yield f"the risk {old.title} was taken away", "major"


def of_issue(_: Ground, old: Issue | None, new: Issue | None, fields: Fields) -> Sentences:
    """What a change does to an issue."""
    if old is None and new is not None:
        grave = new.severity in ("high", "critical")
        yield f"new issue: {new.title}", "major" if grave else "minor"
    elif old is not None and new is not None:
        if old.is_open and not new.is_open:
            yield f"issue closed: {new.title}", "minor"
        else:
            yield from rest_of(f"issue {new.title}", fields)
    elif old is not None:
        yield f"the issue {old.title} was taken away", "major"


def of_signed(ground: Ground, old: Record | None, new: Record | None, fields: Fields) -> Sentences:
    """What a change does to a record that bears a sign-off."""
    if new is None:
        if old is not None:
            yield f"{_called(ground, old, ground.before)} was taken away", "major"
        return
    name = _called(ground, new, ground.after)
    signed = _signed(new)
    if signed and (old is None or _signed(old) != signed):
        who = f"{person_name(signed.by, ground.after)} as {role_name(signed.as_, ground.after)}"
        yield f"{name} was {signed.outcome.replace('-', ' ')} by {who}", "major"
    elif old is None:
        yield f"new: {name}", "minor"
    else:
        yield from rest_of(name, fields)


def _called(ground: Ground, record: Record, office: Office) -> str:
    if isinstance(record, Approval):
        lifecycle = office.lifecycle(ground.work) if ground.work else None
        gate = lifecycle.gates.get(record.gate) if lifecycle else None
        return f"the gate {gate.title if gate else record.gate}"
    return f"{record.kind.replace('-', ' ')} {record.display_name}"


def of_assignment(
    ground: Ground,
    old: Assignment | None,
    new: Assignment | None,
    fields: Fields,
) -> Sentences:
    """What a change does to who holds a role."""
    held = new or old
    if held is None:
        return
    person = person_name(held.person, ground.after)
    role = role_name(held.role, ground.after)
    where = "" if ground.work else f" of {scope_name(held.scope_id, ground.after)}"
    if old is None:
        yield f"{person} is {role}{where} from {held.from_}", "major"
    elif new is None:
        yield f"{person} is no longer {role}{where}", "major"
    elif any(field.keys == ("until",) for field in fields):
        until = f"until {new.until}" if new.until else "without an end"
        yield f"{person} is {role}{where} {until}", "minor"
    else:
        yield from rest_of(f"{person} as {role}{where}", fields)


def of_other(ground: Ground, old: Record | None, new: Record | None, fields: Fields) -> Sentences:
    """What a change does to any other record."""
    record = new or old
    if record is None:
        return
    office = ground.after if new else ground.before
    kind, name = record.kind.replace("-", " "), record_name(record, office)
    called = name if kind in name else f"{kind} {name}"
    if old is None:
        yield f"new: {called}", "detail"
    elif new is None:
        yield f"{called} was taken away", "minor"
    else:
        yield from rest_of(called, fields)


def _signed(record: Record) -> SignOff | None:
    field = sign_off_field(cast("Approval", record))
    found: SignOff | None = getattr(record, field, None)
    return found
