"""The rule that a career goes on until the top."""

from pmoascode.finding import Severity
from pmoascode.office import Office
from pmoascode.office.naming import role_name
from pmoascode.records.role import Role
from pmoascode.rule import Problems, rule


@rule(
    Severity.ERROR,
    profile="standard",
    source="Career frameworks: steps lead on",
    bad="""
        # roles/coach.yaml
        title: Coach
        family: delivery
        career_stage: intermediate  # <--
        purpose: Helps the team to work.
        responsibilities: {flow: {text: Clears away what holds up the team, artefacts: [issue]}}
        skills: {claims-handling: 2}
        works_with: {project-manager: Tells what holds up the team}
        reports_to: [project-manager]
        """,
    good="""
        # roles/coach.yaml
        title: Coach
        family: delivery
        career_stage: executive
        purpose: Helps the team to work.
        responsibilities: {flow: {text: Clears away what holds up the team, artefacts: [issue]}}
        skills: {claims-handling: 2}
        works_with: {project-manager: Tells what holds up the team}
        reports_to: [project-manager]
        next_roles: []
        # roles/facilitator.yaml
        title: Facilitator
        family: delivery
        career_stage: entry
        purpose: Helps the team to work.
        responsibilities: {flow: {text: Clears away what holds up the team, artefacts: [issue]}}
        skills: {claims-handling: 2}
        works_with: {project-manager: Tells what holds up the team}
        reports_to: [project-manager]
        next_roles: [business-analyst]
        """,
)
def career_path_dead_end(role: Role, office: Office) -> Problems:
    """A role below the top stage has no next role.

    Whoever sees no next step looks for it elsewhere. Each role of a career needs at least one role
    to which it can lead, but for those of the stage `executive`.

    To put it right, name the roles that can follow under `next_roles`.
    """
    is_below_top = role.career_stage is not None and role.career_stage != "executive"
    if is_below_top and not role.next_roles and role.status == "active":
        name = role_name(role.id, office)
        yield (
            role.at("career_stage"),
            f"the career of a {name} ends here, though the role is only {role.career_stage}",
        )
