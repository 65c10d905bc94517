"""What people, roles, records and scopes are called in a sentence."""

from pmoascode.office.office import Office
from pmoascode.records.assignment import Assignment
from pmoascode.records.portfolio import Portfolio
from pmoascode.records.programme import Programme
from pmoascode.records.project import Project
from pmoascode.records.record import Record
from pmoascode.records.role import Role


def person_name(id: str, office: Office) -> str:
    """What the person is called; the id where nobody has it."""
    person = office.person(id)
    return person.name if person else id


def role_name(id: str, office: Office) -> str:
    """The role's title as it stands inside a sentence."""
    role = office.find(Role, id)
    title = role.title if role else id.replace("-", " ")
    return title if title[:2].isupper() else title[:1].lower() + title[1:]


def record_name(record: Record, office: Office) -> str:
    """What the record is called in a sentence: by its name, else by its kind and owner."""
    name = record.display_name
    if name != record.id or not record.scope:
        return name
    kind = record.kind.replace("-", " ")
    if isinstance(record, Assignment):
        kind = role_name(record.role, office)
    elif record.id != record.scope_id:
        kind += f" {record.id}"
    return f"the {kind} of {scope_name(record.scope_id, office)}"


def scope_name(id: str, office: Office) -> str:
    """What the project, programme, portfolio or unit of the id is called."""
    for kind in (Project, Programme, Portfolio):
        found = office.find(kind, id)
        if found:
            return found.display_name
    unit = office.organisation and office.organisation.units.get(id)
    return unit.title if unit else id
