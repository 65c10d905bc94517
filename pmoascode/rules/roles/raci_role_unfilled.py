"""The rule that the roles of the RACI table are filled on the project."""

import datetime as dt

from pmoascode.finding import Severity
from pmoascode.measures.responsibility import (
    IN_EACH_ENTRY,
    STAGES,
    holders,
    table,
    wanted_from,
)
from pmoascode.office import BUILT_IN, Office
from pmoascode.office.naming import role_name
from pmoascode.records.project import Project
from pmoascode.rule import Problems, rule

# These have rules of their own.
_SAID_ELSEWHERE = ("sponsor", "project-manager", "senior-user", "senior-supplier")


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
    stage = office.stage(project)
    reached = STAGES[: STAGES.index(stage) + 1] if stage in STAGES else ()
    wanted = wanted_from(office.rigour(project))
    told = {*_SAID_ELSEWHERE, *IN_EACH_ENTRY, *project.vacancies}
    for row in table(office):
        if wanted.get(row.id) not in reached or not row.is_for(office.tier(project)):
            continue
        for role in dict.fromkeys((*row.accountable, *row.responsible)):
            if role not in told and not holders(role, project, office, today):
                told.add(role)
                yield (
                    project.at("status"),
                    (
                        f"{project.name} has no {role_name(role, office)}, who has a part in "
                        f"“{row.display_name}” by the RACI table"
                    ),
                    () if row.path.startswith(BUILT_IN) else (row.at("roles", role),),
                )
