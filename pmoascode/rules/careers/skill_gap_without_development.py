"""The rule that a gap in skills comes with a way to close it."""

import datetime as dt

from pmoascode.finding import Severity
from pmoascode.measures.wording import listed
from pmoascode.office import Office
from pmoascode.office.naming import role_name
from pmoascode.records.person import Person
from pmoascode.records.role import Role
from pmoascode.records.skill import Skill
from pmoascode.rule import Problems, rule


@rule(
    Severity.WARNING,
    profile="full",
    source="UK project delivery capability framework: assessment and development",
    is_personal=True,
    bad="""
        # people/lena-novak.yaml
        name: Lena Novak
        identities: {github: {login: lena-novak, id: 103}}
        unit: claims
        career_role: business-analyst
        level: 3
        active_from: 2023-01-01
        skills:  # <--
          communication: {level: 2, assessed_on: 2026-06-01, assessed_by: li-wen}
          gap-analysis: {level: 7}
        development:
          - {do: Read the guide, owner: lena-novak, due: 2026-05-01, done: 2026-05-01}
        """,
    good=(
        """
        # people/lena-novak.yaml
        name: Lena Novak
        unit: claims
        career_role: business-analyst
        level: 3
        active_from: 2023-01-01
        skills:
          communication: {level: 2, assessed_on: 2026-06-01, assessed_by: li-wen}
        development:
          - {do: Lead two workshops, owner: lena-novak, due: 2027-02-01}
        """,
        """
        # people/lena-novak.yaml
        name: Lena Novak
        unit: claims
        career_role: business-analyst
        active_from: 2023-01-01
        skills:
          claims-handling: {level: 1}
          gap-analysis: {level: 7}
        """,
    ),
)
def skill_gap_without_development(person: Person, office: Office, today: dt.date) -> Problems:
    """A skill was assessed below what the person's own role asks, and nothing is planned about it.

    An assessment that leads to nothing is felt as a reproach, and the gap stays. Only skills that
    were assessed count; what nobody looked at is no gap. The framework of the UK government has
    people compare themselves with their role and agree what follows.

    To put it right, agree a step of development with the person and enter it with its last day, or
    correct the assessment.
    """
    role = office.find(Role, person.career_role)
    if role is None or not person.is_active_on(today):
        return
    if any(each.done is None for each in person.development):
        return
    below = [
        f"{_title(id, office)} {person.skills[id].level} of {level}"
        for id, level in role.skills.items()
        if id in person.skills and person.skills[id].level < level
    ]
    if below:
        yield (
            person.at_key("skills"),
            (
                f"{person.name} stands below what a {role_name(role.id, office)} needs "
                f"({listed(below)}), and no step of development is open"
            ),
        )


def _title(skill: str, office: Office) -> str:
    found = office.find(Skill, skill)
    return (found.title if found else skill.replace("-", " ")).lower()
