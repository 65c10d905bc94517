"""The rule that the manager is up to the size of the project."""

import datetime as dt

from pmoascode.finding import Severity
from pmoascode.measures.wording import listed
from pmoascode.office import Office
from pmoascode.records.person import Person
from pmoascode.records.project import Project
from pmoascode.rule import Problems, rule


@rule(
    {"small": Severity.WARNING, "medium": Severity.ERROR, "large": Severity.ERROR},
    profile="full",
    source="IPMA competence levels; UK project delivery capability framework",
    is_personal=True,
    bad=(
        """
        # people/tom-berg.yaml
        name: Tom Berg
        identities: {github: {login: tom-berg, id: 110}}
        level: 3
        active_from: 2021-04-01
        # assignments/apollo.yaml
        sponsor:
          - person: maria-silva
            from: 2026-01-05
            until: 2027-12-31
            time: 10 %
            appointment: {date: 2026-01-05, accountable_to: chief-project-officer}
        senior-user:
          - {person: paul-weber, from: 2026-01-12, until: 2027-12-31, time: 10 %}
        senior-supplier:
          - {person: ines-roth, from: 2026-01-12, until: 2027-12-31, time: 10 %}
        project-manager:
          - {person: tom-berg, from: 2026-01-12, until: 2027-12-31, time: 80 %}  # <--
        business-analyst:
          - {person: lena-novak, from: 2026-01-12, until: 2027-06-30, time: 60 %}
        change-manager:
          - {person: nora-lind, from: 2026-02-01, until: 2027-12-31, time: 40 %}
        project-assurance:
          - {person: omar-haddad, from: 2026-01-12, until: 2027-12-31, time: 10 %}
        """,
        """
        # policy/policy.yaml
        profile: full
        scale: [green, amber, red]
        tiers:
          small: {pm_level: 5, pm_certifications: [MSP Practitioner, PRINCE2 Practitioner]}
        # people/sam-okoro.yaml
        name: Sam Okoro
        active_from: 2022-01-01
        certifications:
          - {name: MSP Practitioner, awarded: 2026-11-11}
          - {name: Sailing certificate, awarded: 2020-05-01}
        # projects/hermes/project.yaml
        name: Hermes address service
        programme: front-door
        phase: idea
        status: active
        tier: small
        objectives: [fewer-errors]
        milestones:
          service-open: {title: Address service open, baseline: 2027-01-29}
        # assignments/hermes.yaml
        sponsor:
          - {person: ines-roth, from: 2026-10-01, until: 2027-06-30, time: 5 %}
        project-manager:
          - {person: sam-okoro, from: 2026-10-01, until: 2027-06-30, time: 40 %}  # <--
        """,
    ),
    good=(
        """
        # policy/policy.yaml
        profile: full
        scale: [green, amber, red]
        tiers:
          small: {pm_level: 5, pm_certifications: [MSP Practitioner, PRINCE2 Practitioner]}
        # people/sam-okoro.yaml
        name: Sam Okoro
        level: 4
        active_from: 2022-01-01
        certifications:
          - {name: PRINCE2 Practitioner, awarded: 2026-11-10, expires: 2026-11-10}
        # projects/hermes/project.yaml
        name: Hermes address service
        programme: front-door
        phase: idea
        status: active
        tier: small
        objectives: [fewer-errors]
        milestones:
          service-open: {title: Address service open, baseline: 2027-01-29}
        """,
        """
        # people/sam-okoro.yaml
        name: Sam Okoro
        level: 2
        active_from: 2022-01-01
        # projects/hermes/project.yaml
        name: Hermes address service
        programme: front-door
        phase: idea
        status: active
        tier: small
        objectives: [fewer-errors]
        milestones:
          service-open: {title: Address service open, baseline: 2027-01-29}
        """,
        """
        # people/sam-okoro.yaml
        name: Sam Okoro
        level: 1
        active_from: 2022-01-01
        """,
    ),
)
def manager_too_junior(project: Project, office: Office, today: dt.date) -> Problems:
    """The project manager has neither the level nor the certificate that the tier asks for.

    A large project fails in other ways than a small one, and who has never seen them does not see
    them coming. The competence levels of IPMA and the framework of the UK government tie the size
    of a project to the experience of its manager. Both limits stand in the policy, under
    `pm_level` and `pm_certifications` of the tier; one of the two is enough.

    To put it right, assign a manager of that level, correct the level or the certificates in the
    person's record, or ask for a waiver that names who guides the manager.
    """
    if not project.is_running:
        return
    rigour = office.rigour(project)
    for held in office.holders("project-manager", project, today):
        person = office.person(held.person)
        if person is None or (person.level or 0) >= rigour.pm_level:
            continue
        if not any(
            each.name in rigour.pm_certifications and each.counts_on(today)
            for each in person.certifications
        ):
            wanted = [f"level {rigour.pm_level}", *rigour.pm_certifications]
            yield (
                held.at("person"),
                (
                    f"{person.name} manages {project.name} with {_level(person)}; "
                    f"a {office.tier(project)} project asks for {listed(wanted, 'or')}"
                ),
                (person.at("level"),),
            )


def _level(person: Person) -> str:
    return f"level {person.level}" if person.level else "no level on record"
