"""The rule that no career step leads down."""

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
        career_stage: senior
        purpose: Helps the team to work.
        responsibilities: {flow: {text: Clears away what holds up the team, artefacts: [issue]}}
        skills: {claims-handling: 2}
        works_with: {project-manager: Tells what holds up the team}
        reports_to: [project-manager]
        next_roles: [project-manager]  # <--
        """,
    good="""
        # roles/coach.yaml
        title: Coach
        family: delivery
        career_stage: intermediate
        purpose: Helps the team to work.
        responsibilities: {flow: {text: Clears away what holds up the team, artefacts: [issue]}}
        skills: {claims-handling: 2}
        works_with: {project-manager: Tells what holds up the team}
        reports_to: [project-manager]
        next_roles: [project-manager, programme-manager]
        """,
)
def career_path_falling(role: Role, office: Office) -> Problems:
    """A next role stands on a lower career stage.

    A career path shows where somebody can grow. A step that leads down is a mistake in the stage of
    one of the two roles, or no step of a career.

    To put it right, correct `career_stage` of one of the roles, or take the step out of
    `next_roles`.
    """
    for index, id in enumerate(role.next_roles):
        after = office.find(Role, id)
        if after and role.career_stage and after.career_stage and after.rank < role.rank:
            yield (
                role.at("next_roles", index),
                (
                    f"the next role {role_name(id, office)} is {after.career_stage}, below the "
                    f"{role_name(role.id, office)}, which is {role.career_stage}"
                ),
            )
