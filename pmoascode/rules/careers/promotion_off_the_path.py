"""The rule that a career follows the paths of the roles."""

from pmoascode.change import earlier
from pmoascode.finding import Severity
from pmoascode.measures.wording import listed
from pmoascode.office import Office
from pmoascode.office.naming import role_name
from pmoascode.records.person import Person
from pmoascode.records.role import Role
from pmoascode.rule import Problems, rule


@rule(
    Severity.ERROR,
    profile="full",
    source="UK project delivery capability framework",
    is_personal=True,
    bad=(
        """
        # people/omar-haddad.yaml
        name: Omar Haddad
        identities: {github: {login: omar-haddad, id: 107}}
        unit: pmo
        career_role: change-manager  # <--
        level: 3
        active_from: 2024-01-01
        """,
        """
        # before: people/lee-park.yaml
        name: Lee Park
        career_role: trainee
        active_from: 2024-01-01
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
        next_roles: [pmo-coordinator]
        # before: roles/coach.yaml
        title: Coach
        family: delivery
        career_stage: intermediate
        purpose: Helps the team to work.
        responsibilities: {flow: {text: Clears away what holds up the team, artefacts: [issue]}}
        skills: {claims-handling: 2}
        works_with: {project-manager: Tells what holds up the team}
        reports_to: [project-manager]
        next_roles: [programme-manager]
        # people/lee-park.yaml
        name: Lee Park
        career_role: coach  # <--
        active_from: 2024-01-01
        skills:
          claims-handling: {level: 2}
        experience:
          - {text: Wrote the minutes of three boards, from: 2024-01-01}
        # assignments/pmo.yaml
        pmo-director:
          - {person: ana-keller, from: 2020-01-01, time: 50 %}
        pmo-analyst:
          - {person: omar-haddad, from: 2024-01-01, time: 60 %}
        trainee:
          - {person: lee-park, from: 2024-01-01, elements: [Minutes of the boards]}
        """,
    ),
    good=(
        """
        # people/omar-haddad.yaml
        name: Omar Haddad
        identities: {github: {login: omar-haddad, id: 107}}
        unit: pmo
        career_role: business-analyst
        active_from: 2024-01-01
        """,
        """
        # people/omar-haddad.yaml
        name: Omar Haddad
        identities: {github: {login: omar-haddad, id: 107}}
        unit: pmo
        career_role: pmo-coordinator
        active_from: 2024-01-01
        """,
        """
        # people/paul-weber.yaml
        name: Paul Weber
        unit: claims
        position: head-of-claims
        career_role: programme-director
        active_from: 2012-01-01
        # people/lee-park.yaml
        name: Lee Park
        career_role: programme-manager
        # people/lena-novak.yaml
        name: Lena Novak
        unit: claims
        active_from: 2023-01-01
        # people/nora-lind.yaml
        name: Nora Lind
        career_role: change-manager
        level: 5
        # people/sam-okoro.yaml
        name: Sam Okoro
        career_role: programme-manger
        """,
    ),
)
def promotion_off_the_path(person: Person, office: Office, before: Office) -> Problems:
    """Someone moved to a role that does not follow from the one before.

    The paths are shown to everybody who thinks about the next step; where promotions leave them,
    nobody believes the chart. The first role of a newcomer is no move, and a step to a lower stage
    needs no path.

    To put it right, choose one of the `next_roles` of the role before, or have the new step entered
    there first, if it is one that others may take too.
    """
    was = earlier(person, before, office)
    old = before.find(Role, was.career_role) if was else None
    new = office.find(Role, person.career_role)
    if old is None or new is None or new.id == old.id or new.rank < old.rank:
        return
    if new.id not in old.next_roles:
        ways = listed([role_name(id, office) for id in old.next_roles], "or") or "nowhere"
        yield (
            person.at("career_role"),
            (
                f"{person.name} was {role_name(old.id, office)} and is now "
                f"{role_name(new.id, office)}; from there the path leads to {ways}"
            ),
            (old.at("next_roles"),),
        )
