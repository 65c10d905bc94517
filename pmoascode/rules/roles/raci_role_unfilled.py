"""The rule that the roles of the RACI table are filled on the project."""

import datetime as dt

from pmoascode.finding import Severity
from pmoascode.office import Office
from pmoascode.records.assignment import Assignment
from pmoascode.records.programme import Programme
from pmoascode.records.project import Project
from pmoascode.records.raci import RaciRow
from pmoascode.records.record import Record
from pmoascode.records.tier_policy import Rigour
from pmoascode.rule import Problems, rule

_STAGES = ("start-up", "initiation", "delivery", "closing", "after")
# The first four have rules of their own; the others stand in each entry, as its owner.
_SAID_ELSEWHERE = (
    *("sponsor", "project-manager", "senior-user", "senior-supplier"),
    *("risk-owner", "benefit-owner"),
)


@rule(
    Severity.ERROR,
    profile="full",
    source="RACI: accountability needs a name",
    bad=(
        """
        # policy/policy.yaml
        profile: full
        scale: [green, amber, red]
        approvals:
          limits: {sponsor: 2000000, project-manager: 10000}
        tiers:
          small: {files: {start-up: [mandate, pid]}}
        # policy/raci.yaml
        mandate: {title: Mandate, roles: {team-manager: A, project-manager: R, project-support: R}}
        pid: {title: Initiation documentation, roles: {sponsor: A, project-support: AR}}
        # projects/hermes/project.yaml
        name: Hermes address service
        programme: front-door
        phase: idea
        status: active  # <--
        tier: small
        objectives: [fewer-errors]
        milestones:
          service-open: {title: Address service open, baseline: 2027-01-29}
        """,
    ),
    good="",
)
def raci_role_unfilled(project: Project, office: Office, today: dt.date) -> Problems:
    """A role that the RACI table makes answer for an artefact has no holder on the project.

    The table says who does the work and who answers for it; without a name that is nobody. Asked
    are the records that the policy wants by this stage. A holder on the programme, the portfolio
    or a unit of the organisation counts. The roles of the project board, and owners of single
    entries, are left to rules of their own.

    To put it right, enter somebody in that role in `assignments/<project>.yaml`, say under
    `vacancies` how it will be filled, or correct `policy/raci.yaml`.
    """
    if not project.is_running:
        return
    wanted = _wanted(office.rigour(project), office.stage(project))
    told = set(_SAID_ELSEWHERE) | set(project.vacancies)
    for row in _table(office):
        if row.id not in wanted or (row.tiers and office.tier(project) not in row.tiers):
            continue
        for role in dict.fromkeys((*row.accountable, *row.responsible)):
            if role not in told and not _is_filled(role, project, office, today):
                told.add(role)
                yield (
                    project.at("status"),
                    (
                        f"{project.name} has no {office.role_name(role)}, who has a part in "
                        f"“{row.display_name}” by the RACI table"
                    ),
                    (row.at("roles", role),),
                )


def _table(office: Office) -> tuple[RaciRow, ...]:
    """The office's own table; the one that comes with the package where it has none."""
    law = office.law or office
    return law.all(RaciRow) or law.known(RaciRow)


def _wanted(rigour: Rigour, stage: str) -> set[str]:
    """The kinds of record that the policy wants of the project by the stage."""
    reached = _STAGES[: _STAGES.index(stage) + 1] if stage in _STAGES else ()
    return {kind for each in reached for kind in rigour.files.get(each, ())}


def _is_filled(role: str, project: Project, office: Office, today: dt.date) -> bool:
    above: tuple[Record | None, ...] = (
        project,
        office.find(Programme, project.programme),
        office.portfolio_of(project),
    )
    if any(office.holders(role, scope, today) for scope in above if scope):
        return True
    units = office.organisation.units if office.organisation else {}
    return any(
        a.role == role and a.scope_id in units and a.holds_on(today) for a in office.all(Assignment)
    )
