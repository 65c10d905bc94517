"""Alignment: which objectives the work serves, what is spent on each, and what serves none."""

from dataclasses import dataclass
from decimal import Decimal

from pmoascode.measures import cost
from pmoascode.office import Office, Work
from pmoascode.records.objective import Objective
from pmoascode.records.project import Project

NOTHING = Decimal(0)


@dataclass(frozen=True, slots=True)
class Served:
    """One objective and the work that serves it; without an objective, the orphans."""

    objective: Objective | None
    programmes: tuple[Work, ...]
    projects: tuple[Project, ...]
    spend: Decimal  # forecasts at completion; a project that serves several is split evenly


def alignment(office: Office) -> tuple[Served, ...]:
    """Every objective, the dearest first, those without work last; then the orphans, if any.

    Work that is over does not count. A project that names no objective has those of its programme.
    """
    projects = [project for project in office.projects if not project.is_ended]
    programmes = [programme for programme in office.programmes if not programme.is_ended]
    known = office.all(Objective)
    ids = {objective.id for objective in known}
    serves = {project.id: _serves(office, project) & ids for project in projects}
    found = [
        Served(
            objective,
            tuple(p for p in programmes if objective.id in p.objectives),
            tuple(its := [p for p in projects if objective.id in serves[p.id]]),
            sum((_cost(office, p) / len(serves[p.id]) for p in its), NOTHING),
        )
        for objective in known
    ]
    found.sort(key=lambda s: (-s.spend, not s.projects, s.objective.title if s.objective else ""))
    orphans = tuple(p for p in projects if not serves[p.id])
    if orphans:
        spend = sum((_cost(office, p) for p in orphans), NOTHING)
        found.append(Served(None, (), orphans, spend))
    return tuple(found)


def _serves(office: Office, project: Project) -> set[str]:
    if project.objectives:
        return set(project.objectives)
    programme = next((p for p in office.programmes if p.id == project.programme), None)
    return set(programme.objectives) if programme else set()


def _cost(office: Office, project: Project) -> Decimal:
    money = cost.money(office, project)
    return (money and (money.forecast or money.baseline)) or NOTHING
