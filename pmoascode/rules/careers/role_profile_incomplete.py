"""The rule that a role is described in full."""

from pmoascode.finding import Severity
from pmoascode.records.role import Role
from pmoascode.rule import Problems, rule

_PARTS = {
    "family": "family",
    "purpose": "purpose",
    "responsibilities": "responsibilities",
    "skills": "skills",
    "works_with": "working relations",
}


@rule(
    Severity.ERROR,
    profile="standard",
    source="UK project delivery capability framework: role profiles",
    bad="""
        # roles/coach.yaml
        title: Coach  # <--
        family: delivery
        career_stage: intermediate
        purpose: Helps the team to work.
        works_with: {project-manager: Tells what holds up the team}
        reports_to: [project-manager]
        next_roles: [programme-manager]
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
        next_roles: [programme-manager]
        """,
)
def role_profile_incomplete(role: Role) -> Problems:
    """A role has no family, purpose, responsibilities, skills, relations, reporting line or stage.

    The site makes the job description from the role record, and people compare themselves with it.
    What is missing there is settled anew in each interview. The profiles of the UK framework for
    project delivery have the same parts. A career stage is asked only of roles in which people make
    a career; the top of a career reports to nobody in the record. Retired roles are passed over.

    To put it right, fill in what the finding names in the record of the role.
    """
    if role.status == "retired":
        return
    missing = [name for field, name in _PARTS.items() if not getattr(role, field)]
    if not role.reports_to and role.career_stage != "executive":
        missing.append("reporting line")
    if role.is_on_career_path and role.career_stage is None:
        missing.append("career stage")
    if missing:
        yield role.at("title"), f"the role {role.title} has no {' and no '.join(missing)}"
