"""A role as its job description: everything that a holder is told before the first day."""

from dataclasses import dataclass

from pmoascode.measures.pmo_line import is_inside_pmo, pmos
from pmoascode.office import Office
from pmoascode.records.organisation import Unit
from pmoascode.records.raci import Code
from pmoascode.records.role import Role
from pmoascode.views.organisation_chart import reporting_line
from pmoascode.views.raci import RaciLine, parts_of
from pmoascode.views.relations import in_force, incompatible, leads_from, leads_to, works_with
from pmoascode.views.skill_levels import SkillGroup, needed


@dataclass(frozen=True, slots=True)
class JobDescription:
    """One role; ids of other roles are those in force."""

    role: Role
    unit: Unit | None  # in which it sits, where that is known
    unit_line: tuple[str, ...]  # titles of the positions to which a PMO answers, the nearest first
    skills: tuple[SkillGroup, ...]
    parts: tuple[tuple[Code, tuple[RaciLine, ...]], ...]  # the gravest first
    works_with: tuple[tuple[str, str], ...]  # role and what they do together
    reports_to: tuple[str, ...]
    comes_from: tuple[str, ...]
    leads_to: tuple[str, ...]
    apart_from: tuple[tuple[str, str], ...]  # role and how grave it is to hold both


def job_description(office: Office, role: Role) -> JobDescription:
    """The job description of the role."""
    unit = unit_of(office, role)
    organisation = office.organisation
    line = reporting_line(organisation, unit) if organisation and unit else ()
    return JobDescription(
        role,
        unit,
        tuple(organisation.positions[id].title for id in line) if organisation else (),
        needed(office, role),
        parts_of(office, role.id),
        works_with(office, role),
        in_force(office, role.reports_to),
        leads_from(office, role),
        leads_to(office, role),
        incompatible(office, role),
    )


def unit_of(office: Office, role: Role) -> Unit | None:
    """The unit in which the role sits.

    It is the one that the role names, else the one on which somebody was assigned to it, else for
    a role of the office that answers to somebody, the topmost PMO.
    """
    organisation = office.organisation
    if organisation is None:
        return None
    if role.unit in organisation.units:
        return organisation.units[role.unit]
    for id, unit in organisation.units.items():
        if office.assignments(id, role.id):
            return unit
    if role.family != "office" or not role.reports_to:
        return None
    offices = (each.unit for each in pmos(organisation))
    return next((unit for unit in offices if not is_inside_pmo(unit, organisation)), None)
