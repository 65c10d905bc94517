"""The rule that a promotion rests on what is on record."""

import datetime as dt

from pmoascode.change import earlier
from pmoascode.finding import Severity
from pmoascode.measures.readiness import readiness
from pmoascode.measures.wording import listed
from pmoascode.office import Office
from pmoascode.office.naming import role_name
from pmoascode.records.amounts import Duration, Percent
from pmoascode.records.person import Person
from pmoascode.records.role import Role
from pmoascode.rule import Problems, rule

_YEAR = Duration(1, "year")
_MOST = Percent.parse("75 %")


@rule(
    Severity.ERROR,
    profile="full",
    source="UK project delivery capability framework",
    is_personal=True,
    bad=(
        """
        # before: roles/coach.yaml
        title: Coach
        family: delivery
        career_stage: intermediate
        purpose: Helps the team to work.
        responsibilities: {flow: {text: Clears away what holds up the team, artefacts: [issue]}}
        skills: {claims-handling: 2, planning: 2, teamwork: 3, communication: 2}
        works_with: {project-manager: Tells what holds up the team}
        reports_to: [project-manager]
        next_roles: [programme-manager]
        certifications: [Coach certificate]
        # before: roles/trainee.yaml
        title: Trainee
        family: office
        career_stage: entry
        entry_level: true
        purpose: Learns how projects are run.
        responsibilities: {minutes: {text: Writes the minutes, artefacts: [meeting]}}
        skills: {claims-handling: 1}
        works_with: {pmo-analyst: Collects reports together}
        reports_to: [pmo-director]
        next_roles: [coach]
        # before: people/lee-park.yaml
        name: Lee Park
        career_role: trainee
        active_from: 2024-01-01
        # before: assignments/pmo.yaml
        pmo-director:
          - {person: ana-keller, from: 2020-01-01, time: 50 %}
        pmo-analyst:
          - {person: omar-haddad, from: 2024-01-01, time: 60 %}
        trainee:
          - {person: lee-park, from: 2025-11-11, elements: [Minutes of the boards]}
        # people/lee-park.yaml
        name: Lee Park
        career_role: coach  # <--
        active_from: 2024-01-01
        """,
        """
        # before: roles/coach.yaml
        title: Coach
        family: delivery
        career_stage: intermediate
        purpose: Helps the team to work.
        responsibilities: {flow: {text: Clears away what holds up the team, artefacts: [issue]}}
        skills: {claims-handling: 2, planning: 2, teamwork: 3, communication: 2}
        works_with: {project-manager: Tells what holds up the team}
        reports_to: [project-manager]
        next_roles: [programme-manager]
        certifications: [Coach certificate]
        # before: roles/trainee.yaml
        title: Trainee
        family: office
        career_stage: entry
        entry_level: true
        purpose: Learns how projects are run.
        responsibilities: {minutes: {text: Writes the minutes, artefacts: [meeting]}}
        skills: {claims-handling: 1}
        works_with: {pmo-analyst: Collects reports together}
        reports_to: [pmo-director]
        next_roles: [coach]
        # before: people/lee-park.yaml
        name: Lee Park
        career_role: trainee
        active_from: 2024-01-01
        # before: assignments/pmo.yaml
        pmo-director:
          - {person: ana-keller, from: 2020-01-01, time: 50 %}
        pmo-analyst:
          - {person: omar-haddad, from: 2024-01-01, time: 60 %}
        trainee:
          - {person: lee-park, from: 2025-11-11, elements: [Minutes of the boards]}
        # people/lee-park.yaml
        name: Lee Park
        career_role: coach  # <--
        active_from: 2024-01-01
        skills:
          claims-handling: {level: 2}
          planning: {level: 2}
          teamwork: {level: 2}
        development: [{do: Moderate ten retrospectives, owner: lee-park, due: 2027-03-01}]
        certifications: [{name: Coach certificate, expires: 2027-11-10}]
        """,
    ),
    good=(
        """
        # before: roles/coach.yaml
        title: Coach
        family: delivery
        career_stage: intermediate
        purpose: Helps the team to work.
        responsibilities: {flow: {text: Clears away what holds up the team, artefacts: [issue]}}
        skills: {claims-handling: 2, planning: 2, teamwork: 3, communication: 2}
        works_with: {project-manager: Tells what holds up the team}
        reports_to: [project-manager]
        next_roles: [programme-manager]
        certifications: [Coach certificate]
        # before: roles/trainee.yaml
        title: Trainee
        family: office
        career_stage: entry
        entry_level: true
        purpose: Learns how projects are run.
        responsibilities: {minutes: {text: Writes the minutes, artefacts: [meeting]}}
        skills: {claims-handling: 1}
        works_with: {pmo-analyst: Collects reports together}
        reports_to: [pmo-director]
        next_roles: [coach]
        # before: people/lee-park.yaml
        name: Lee Park
        career_role: trainee
        active_from: 2024-01-01
        # before: assignments/pmo.yaml
        pmo-director:
          - {person: ana-keller, from: 2020-01-01, time: 50 %}
        pmo-analyst:
          - {person: omar-haddad, from: 2024-01-01, time: 60 %}
        trainee:
          - {person: lee-park, from: 2025-11-11, elements: [Minutes of the boards]}
        # people/lee-park.yaml
        name: Lee Park
        career_role: coach
        active_from: 2024-01-01
        skills:
          claims-handling: {level: 2}
          planning: {level: 2}
          teamwork: {level: 3}
          communication: {level: 1}
        certifications: [{name: Coach certificate, expires: 2027-11-10}]
        """,
    ),
)
def promotion_without_evidence(
    person: Person,
    office: Office,
    before: Office,
    today: dt.date,
    *,
    experience: Duration = _YEAR,
    skills: Percent = _MOST,
) -> Problems:
    """Someone rose to a higher role without the experience, skills or certificates on record.

    A promotion without grounds is felt by all who were passed over. Asked are: a year of work,
    in assignments to the role before or under `experience`; a part of the work that the person led
    (`elements` of an assignment, or a role that one person holds); most of the skills of the new
    role at its level; and one of its certificates, where it names any.

    To put it right, enter what is missing in the person's record or in the assignments, if it is
    true, or wait with the promotion until it is.
    """
    was = earlier(person, before, office)
    old = before.find(Role, was.career_role) if was else None
    new = office.find(Role, person.career_role)
    if old is None or new is None or new.rank <= old.rank:
        return
    found = readiness(person, new, old, office, today)
    said = {
        "experience": f"{experience} of work as {role_name(old.id, office)}",
        "led": "a part of the work that was led",
        "skills": f"{skills} of the skills of the new role",
        "certificate": f"a certificate such as {', '.join(new.certifications[:1])}",
    }
    missing = [said[lack] for lack in found.lacks(experience, skills)]
    if missing:
        yield (
            person.at("career_role"),
            (
                f"{person.name} rose from {role_name(old.id, office)} to "
                f"{role_name(new.id, office)}; the records lack {listed(missing)}"
            ),
        )
