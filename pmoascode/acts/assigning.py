"""Somebody appointed to a role, and whoever held it before released."""

import datetime as dt
from collections.abc import Mapping
from typing import Any

from pmoascode.acts.draft import Draft
from pmoascode.acts.drafting import Drafting
from pmoascode.document import Files
from pmoascode.finding import CannotRun
from pmoascode.office import Office
from pmoascode.office.naming import person_name, role_name, scope_name
from pmoascode.records.assignment import Assignment
from pmoascode.records.person import Person
from pmoascode.records.record import Record
from pmoascode.records.role import Role


def assigned(
    office: Office, files: Files, scope: str, person: Person, role: Role, entry: Mapping[str, Any]
) -> Draft:
    """The person in the role on the project, programme, portfolio or unit.

    `entry` is what the assignment says besides the person. Where one person alone can hold the
    role, whoever holds it is released the day before, unless either hands over.

    Raises:
        CannotRun: there is no such scope, or the person holds the role there already.
    """
    units = office.organisation.units if office.organisation else {}
    if scope not in units and not _scopes(office, scope):
        raise CannotRun(f"there is no project, programme, portfolio or unit `{scope}`")
    first = dt.date.fromisoformat(entry["from"])
    drafting = Drafting(files)
    path = f"assignments/{scope}.yaml"
    held = [a for a in _held(office, scope, role.id) if a.until is None or a.until >= first]
    if any(a.person == person.id and a.from_ <= first for a in held):
        raise CannotRun(
            f"{person.name} is {role_name(role.id, office)} of {scope_name(scope, office)} already"
        )
    if role.single_holder and not entry.get("handover"):
        for before in held:
            _release(drafting, office, before, first - dt.timedelta(days=1), entry)
    drafting.add(path, (role.id,), {"person": person.id, **entry})
    _fill(drafting, office, scope, role.id)
    what = f"{role_name(role.id, office)} of {scope_name(scope, office)}"
    drafting.say(f"{person.name} is {what} from {first}.")
    return drafting.draft


def _held(office: Office, scope: str, role: str) -> list[Assignment]:
    return [a for a in office.all(Assignment) if a.scope_id == scope and a.role == role]


def _release(
    drafting: Drafting,
    office: Office,
    before: Assignment,
    last: dt.date,
    entry: Mapping[str, Any],
) -> None:
    if before.handover or before.from_ > last:
        return
    drafting.set(before.path, (*before.keys, "until"), last.isoformat())
    if "change_reason" in entry:
        drafting.set(before.path, (*before.keys, "change_reason"), entry["change_reason"])
    drafting.say(f"{person_name(before.person, office)} holds it until {last}.")


def _fill(drafting: Drafting, office: Office, scope: str, role: str) -> None:
    """The role is no vacancy any more."""
    for record in _scopes(office, scope):
        vacancies = getattr(record, "vacancies", {})
        if role in vacancies:
            keys = ("vacancies", role) if len(vacancies) > 1 else ("vacancies",)
            drafting.remove(record.path, keys)


def _scopes(office: Office, id: str) -> list[Record]:
    kinds = ("project", "programme", "portfolio")
    return [
        record
        for records in office.records.values()
        for record in records.values()
        if record.kind in kinds and record.id == id
    ]
