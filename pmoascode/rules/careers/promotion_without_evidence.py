"""The rule that a promotion rests on what is on record."""

import datetime as dt
from collections.abc import Iterator
from decimal import Decimal

from pmoascode.change import earlier
from pmoascode.finding import Severity
from pmoascode.measures.wording import listed
from pmoascode.office import Office
from pmoascode.office.naming import role_name
from pmoascode.records.amounts import Duration, Percent
from pmoascode.records.days import day_after
from pmoascode.records.person import Person
from pmoascode.records.role import Role
from pmoascode.records.tenure import Tenure
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
        certifications: [{name: Coach certificate, expires: 2026-11-10}]
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
        certifications: [{name: Coach certificate, expires: 2026-11-10}]
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
    missing = []
    if not _has_worked(person, old, office, today, experience):
        missing.append(f"{experience} of work as {role_name(old.id, office)}")
    if not _has_led(person, office):
        missing.append("a part of the work that was led")
    if not _is_skilled(person, new, skills):
        missing.append(f"{skills} of the skills of the new role")
    if new.certifications and not _is_certified(person, new, today):
        missing.append(f"a certificate such as {new.certifications[0]}")
    if missing:
        yield (
            person.at("career_role"),
            (
                f"{person.name} rose from {role_name(old.id, office)} to "
                f"{role_name(new.id, office)}; the records lack {listed(missing)}"
            ),
        )


def _has_worked(
    person: Person, old: Role, office: Office, today: dt.date, wanted: Duration
) -> bool:
    """Whether the stretches of work, put together, last as long as wanted by today."""
    first = None
    days = 0
    for stretch in sorted(_stretches(person, old, office), key=lambda each: each.first):
        begins = stretch.first if first is None else max(first, stretch.first)
        ends = min(stretch.last or today, today)
        days += max(0, (ends - begins).days + 1)
        first = max(begins, day_after(ends))
    return days >= int(wanted.days)


def _stretches(person: Person, old: Role, office: Office) -> Iterator[Tenure]:
    """When the person held the old role, and when they did other work that is on record."""
    for held in office.assignments_of(person):
        if held.role == old.id:
            yield held.tenure
    for work in person.experience:
        if work.from_:
            yield Tenure(work.from_, work.until)


def _has_led(person: Person, office: Office) -> bool:
    held = office.assignments_of(person)
    alone = (office.find(Role, a.role) for a in held)
    return any(a.elements for a in held) or any(role and role.single_holder for role in alone)


def _is_skilled(person: Person, role: Role, share: Percent) -> bool:
    reached = [
        id
        for id, level in role.skills.items()
        if id in person.skills and person.skills[id].level >= level
    ]
    return len(reached) >= share.of(Decimal(len(role.skills)))


def _is_certified(person: Person, role: Role, today: dt.date) -> bool:
    return any(
        each.name in role.certifications and (each.expires is None or each.expires >= today)
        for each in person.certifications
    )
