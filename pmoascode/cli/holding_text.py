"""How holders, gaps and vacancies of roles are said in a terminal."""

from collections.abc import Iterator

from pmoascode.office import Office
from pmoascode.office.naming import person_name, role_name
from pmoascode.records.assignment import Appointment
from pmoascode.records.programme import Programme
from pmoascode.records.project import Project, Vacancy
from pmoascode.records.tenure import Tenure
from pmoascode.views.holdings import Holding, Scope

NOBODY = "nobody"

Row = tuple[str, ...]
HEAD = ("Since", "Until", "#Time", "Note")


def cells(office: Office, h: Holding, first: str = "") -> Row:
    """Since, until, time and note of a holding; the note begins with `first`."""
    until = str(h.until) if h.until else "no end agreed"
    time = f"{h.time:f} %" if h.time is not None else ""
    note = "; ".join(part for part in (first, *_notes(office, h)) if part)
    return (str(h.from_), until, time, note)


def vacancy_cells(office: Office, said: Vacancy | None, gap: Tenure | None = None) -> Row:
    """The same of a role that nobody holds."""
    if said is None:
        return (str(gap.first) if gap else "", "", "", "nothing is recorded of it")
    return (str(said.since), "", "", f"{line(said.plan)} ({person_name(said.owner, office)})")


def role_title(office: Office, role: str) -> str:
    """The role at the beginning of a line."""
    name = role_name(role, office)
    return name[:1].upper() + name[1:]


def length(tenure: Tenure) -> str:
    """The number of days in brackets, after a space; empty where no end is known."""
    if tenure.last is None:
        return ""
    return f" ({counted((tenure.last - tenure.first).days + 1, 'day')})"


def counted(number: int, one: str) -> str:
    """The number and its noun, as in `1 day` and `2 days`."""
    return f"{number} {one}{'' if number == 1 else 's'}"


def line(prose: str) -> str:
    """Prose on one line."""
    return " ".join(prose.split())


def _notes(office: Office, h: Holding) -> Iterator[str]:
    held = h.assignment
    if h.is_interim:
        yield "interim"
    if held.handover:
        yield "handover"
    if held.supervisor:
        yield f"supervised by {person_name(held.supervisor, office)}"
    if held.elements:
        yield f"leads {', '.join(held.elements)}"
    if held.appointment:
        yield from _appointment(held.appointment, h.scope)
    if h.ends_soon and h.days_left is not None:
        yield f"ends in {counted(h.days_left, 'day')}" if h.days_left else "ends today"


def _appointment(said: Appointment, scope: Scope) -> Iterator[str]:
    yield f"letter of {said.date}"
    if said.tenure_until:
        yield f"appointed until {said.tenure_until}"
    if said.tenure_milestone:
        work = scope.record if isinstance(scope.record, Project | Programme) else None
        milestone = work.milestones.get(said.tenure_milestone) if work else None
        day = f" ({milestone.expected})" if milestone and milestone.expected else ""
        yield f"appointed until {milestone.title if milestone else said.tenure_milestone}{day}"
