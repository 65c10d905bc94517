"""The rule that a career leads on."""

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
        career_stage: intermediate
        purpose: Helps the team to work.
        responsibilities: {flow: {text: Clears away what holds up the team, artefacts: [issue]}}
        skills: {claims-handling: 2}
        works_with: {project-manager: Tells what holds up the team}
        reports_to: [project-manager]
        next_roles: [facilitator]  # <--
        # roles/facilitator.yaml
        title: Facilitator
        family: delivery
        career_stage: intermediate
        purpose: Helps the team to work.
        responsibilities: {flow: {text: Clears away what holds up the team, artefacts: [issue]}}
        skills: {claims-handling: 2}
        works_with: {project-manager: Tells what holds up the team}
        reports_to: [project-manager]
        next_roles: [coach]
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
        next_roles: [facilitator]
        # roles/facilitator.yaml
        title: Facilitator
        family: delivery
        career_stage: intermediate
        purpose: Helps the team to work.
        responsibilities: {flow: {text: Clears away what holds up the team, artefacts: [issue]}}
        skills: {claims-handling: 2}
        works_with: {project-manager: Tells what holds up the team}
        reports_to: [project-manager]
        next_roles: [programme-manager]
        """,
)
def career_path_circular(role: Role, office: Office) -> Problems:
    """The next roles of a role lead back to it.

    A career that turns in a circle promises a step up that never comes, and reports on who could
    follow whom never end.

    To put it right, take one of the steps out of `next_roles`.
    """
    circle = _circle(role, office)
    if circle and role.id == min(circle):  # each circle is told once
        way = " to ".join(role_name(id, office) for id in (*circle, role.id))
        yield role.at("next_roles"), f"this career leads in a circle, from {way}"


def _circle(start: Role, office: Office) -> tuple[str, ...]:
    """The shortest way from the role back to it, the role first; empty where there is none."""
    ways: list[tuple[str, ...]] = [(start.id,)]
    seen = set()
    for way in ways:  # grows while it is read
        role = office.find(Role, way[-1])
        for after in role.next_roles if role else ():
            if after == start.id:
                return way
            if after not in seen:
                seen.add(after)
                ways.append((*way, after))
    return ()
