"""The rule that the roles of the RACI table are filled on the project."""

import datetime as dt
from typing import get_args

from pmoascode.finding import Severity
from pmoascode.office import Office
from pmoascode.office.naming import role_name
from pmoascode.records.assignment import Assignment
from pmoascode.records.fields import PhaseStage
from pmoascode.records.programme import Programme
from pmoascode.records.project import Project
from pmoascode.records.raci import RaciRow
from pmoascode.records.record import Record
from pmoascode.records.tier_policy import Rigour
from pmoascode.rule import Problems, rule

_STAGES: tuple[PhaseStage, ...] = get_args(PhaseStage)
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
        # policy/raci.yaml
        mandate: {title: Mandate, roles: {sponsor: A, team-manager: R}}
        # projects/hermes/project.yaml
        name: Hermes address service
        programme: front-door
        phase: idea
        status: active  # <--
        tier: large
        objectives: [fewer-errors]
        milestones:
          service-open: {title: Address service open, baseline: 2027-01-29}
        # projects/hermes/mandate.yaml
        problem: Five lists of addresses differ.
        outcome: There is one list.
        # assignments/hermes.yaml
        sponsor:
          - person: ines-roth
            from: 2026-10-01
            time: 10 %
            appointment: {date: 2026-09-28, accountable_to: chief-project-officer}
        """,
        """
        # policy/raci.yaml
        mandate: {title: Mandate, tiers: [large], roles: {sponsor: R, team-manager: A}}
        # projects/hermes/project.yaml
        name: Hermes address service
        programme: front-door
        phase: idea
        status: active  # <--
        tier: large
        objectives: [fewer-errors]
        milestones:
          service-open: {title: Address service open, baseline: 2027-01-29}
        # projects/hermes/mandate.yaml
        problem: Five lists of addresses differ.
        outcome: There is one list.
        # assignments/hermes.yaml
        team-manager:
          - {person: lena-novak, from: 2026-10-01, until: 2026-11-09}
        sponsor:
          - person: ines-roth
            from: 2026-10-01
            time: 10 %
            appointment: {date: 2026-09-28, accountable_to: chief-project-officer}
        """,
        """
        # policy/raci.yaml
        mandate: {title: Mandate, roles: {team-manager: AR, project-support: C}}
        # projects/hermes/project.yaml
        name: Hermes address service
        programme: front-door
        phase: idea
        status: active  # <--
        tier: large
        objectives: [fewer-errors]
        milestones:
          service-open: {title: Address service open, baseline: 2027-01-29}
        # projects/hermes/mandate.yaml
        problem: Five lists of addresses differ.
        outcome: There is one list.
        # assignments/hermes.yaml
        sponsor:
          - person: ines-roth
            from: 2026-10-01
            time: 10 %
            appointment: {date: 2026-09-28, accountable_to: chief-project-officer}
        """,
    ),
    good=(
        """
        # policy/raci.yaml
        mandate: {title: Mandate, roles: {sponsor: A, team-manager: R}}
        # projects/hermes/project.yaml
        name: Hermes address service
        programme: front-door
        phase: idea
        status: active
        tier: large
        objectives: [fewer-errors]
        milestones:
          service-open: {title: Address service open, baseline: 2027-01-29}
        # assignments/hermes.yaml
        team-manager:
          - {person: lena-novak, from: 2026-10-01, until: 2026-11-10}
        """,
        """
        # policy/raci.yaml
        mandate: {title: Mandate, roles: {sponsor: A, team-manager: R}}
        # projects/hermes/project.yaml
        name: Hermes address service
        programme: front-door
        phase: idea
        status: active
        tier: large
        objectives: [fewer-errors]
        milestones:
          service-open: {title: Address service open, baseline: 2027-01-29}
        # assignments/front-door.yaml
        team-manager:
          - {person: lena-novak, from: 2026-10-01, until: 2027-06-30}
        """,
        """
        # policy/raci.yaml
        mandate: {title: Mandate, roles: {sponsor: A, team-manager: R}}
        # projects/hermes/project.yaml
        name: Hermes address service
        programme: front-door
        phase: idea
        status: active
        tier: large
        objectives: [fewer-errors]
        milestones:
          service-open: {title: Address service open, baseline: 2027-01-29}
        # assignments/change.yaml
        team-manager:
          - {person: lena-novak, from: 2026-10-01, until: 2027-06-30}
        """,
        """
        # policy/raci.yaml
        mandate: {title: Mandate, roles: {sponsor: A, team-manager: R}}
        # projects/hermes/project.yaml
        name: Hermes address service
        programme: front-door
        phase: idea
        status: active
        tier: large
        objectives: [fewer-errors]
        milestones:
          service-open: {title: Address service open, baseline: 2027-01-29}
        # assignments/pmo.yaml
        team-manager:
          - {person: lena-novak, from: 2026-10-01, until: 2027-06-30}
        """,
        """
        # policy/raci.yaml
        mandate: {title: Mandate, roles: {sponsor: A, team-manager: R}}
        # projects/hermes/project.yaml
        name: Hermes address service
        programme: front-door
        phase: idea
        status: active
        tier: large
        objectives: [fewer-errors]
        milestones:
          service-open: {title: Address service open, baseline: 2027-01-29}
        vacancies:
          team-manager: {since: 2026-11-02, plan: Named in November., owner: ana-keller}
        """,
        """
        # policy/raci.yaml
        mandate: {title: Mandate, roles: {sponsor: A, team-manager: R}}
        # projects/hermes/project.yaml
        name: Hermes address service
        programme: front-door
        phase: idea
        status: proposed
        tier: large
        objectives: [fewer-errors]
        milestones:
          service-open: {title: Address service open, baseline: 2027-01-29}
        """,
        """
        # policy/raci.yaml
        mandate: {tiers: [small, medium], roles: {sponsor: A, team-manager: R}}
        # projects/hermes/project.yaml
        name: Hermes address service
        programme: front-door
        phase: idea
        status: active
        tier: large
        objectives: [fewer-errors]
        milestones:
          service-open: {title: Address service open, baseline: 2027-01-29}
        """,
        """
        # policy/raci.yaml
        business-case: {tiers: [large], roles: {sponsor: A, team-manager: R}}
        mandate: {roles: {sponsor: A, benefit-owner: R, senior-user: R}}
        # projects/hermes/project.yaml
        name: Hermes address service
        programme: front-door
        phase: idea
        status: active
        tier: large
        objectives: [fewer-errors]
        milestones:
          service-open: {title: Address service open, baseline: 2027-01-29}
        """,
    ),
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
                        f"{project.name} has no {role_name(role, office)}, who has a part in "
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
    if stage not in _STAGES:
        return set()
    reached = _STAGES[: _STAGES.index(stage) + 1]
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
