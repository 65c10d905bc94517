"""Who holds the roles of a project or programme on a day, and which key roles are vacant."""

import datetime as dt
from dataclasses import dataclass

from pmoascode.office import Office, Work
from pmoascode.records.assignment import Assignment
from pmoascode.records.programme import Programme
from pmoascode.records.project import Vacancy

SPONSOR = "sponsor"


@dataclass(frozen=True, slots=True)
class Holder:
    """One role and who holds it on the day; a vacant role has no person."""

    role: str
    person: str = ""
    is_interim: bool = False
    vacancy: Vacancy | None = None  # what the project says of it


def manager_role(work: Work) -> str:
    """The role that manages the work from day to day."""
    return "programme-manager" if isinstance(work, Programme) else "project-manager"


def holder(office: Office, work: Work, role: str, today: dt.date) -> str:
    """The person who holds the role on the day, the newest first; empty where it is vacant."""
    found = office.holders(role, work, today)
    return max(found, key=lambda a: (a.from_, a.person)).person if found else ""


def are_recorded(office: Office) -> bool:
    """Whether the office records who holds roles; without that, no holder is no vacancy."""
    return bool(office.all(Assignment))


def team(office: Office, work: Work, today: dt.date) -> tuple[Holder, ...]:
    """Everybody who holds a role on the day, the key roles first, vacant ones included."""
    held = [a for a in office.assignments(work) if a.holds_on(today)]
    found = [Holder(a.role, a.person, a.filled == "interim") for a in held]
    taken = {each.role for each in found}
    known = {*work.vacancies, *(key_roles(work) if work.is_running else ())}
    found += [Holder(role, vacancy=work.vacancies.get(role)) for role in known - taken]
    first = key_roles(work)
    return tuple(sorted(found, key=lambda h: (_rank(h.role, first), h.role, h.person)))


def vacant(office: Office, work: Work, today: dt.date) -> tuple[str, ...]:
    """The key roles that nobody holds on the day."""
    return tuple(r for r in key_roles(work) if not office.holders(r, work, today))


def key_roles(work: Work) -> tuple[str, str]:
    """The roles without which nobody decides or nobody manages."""
    return (SPONSOR, manager_role(work))


def _rank(role: str, first: tuple[str, str]) -> int:
    return first.index(role) if role in first else len(first)
