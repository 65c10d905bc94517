"""The rule that one can begin."""

from pmoascode.finding import Severity
from pmoascode.office import Office
from pmoascode.records.role import Role
from pmoascode.rule import Problems, rule


@rule(
    Severity.ERROR,
    profile="standard",
    source="Career frameworks: a first step",
    bad="""
        # organisation.yaml
        name: Harbour Mutual  # <--
        currency: EUR
        units:
          pmo:
            title: Project office
            type: pmo
            reports_to: chief-operating-officer
            reporting_rationale: Most of our projects change operations.
          claims: {title: Claims, type: department}
          it: {title: Information technology, type: department}
          executive-office: {title: Executive office, type: executive-office}
        positions:
          chief-operating-officer:
            {title: Chief operating officer, level: executive, holder: maria-silva}
          head-of-pmo: {title: Head of the PMO, level: department-head}
          head-of-claims: {title: Head of claims, level: department-head}
          head-of-it: {title: Head of IT, level: department-head}
        # roles/junior-project-manager.yaml
        title: Junior project manager
        family: delivery
        career_stage: entry
        status: retired
        # roles/pmo-coordinator.yaml
        title: PMO coordinator
        family: office
        career_stage: entry
        status: retired
        """,
    good="""
        # roles/junior-project-manager.yaml
        title: Junior project manager
        family: delivery
        career_stage: entry
        status: retired
        # roles/pmo-coordinator.yaml
        title: PMO coordinator
        family: office
        career_stage: entry
        status: retired
        # roles/office-trainee.yaml
        title: Office trainee
        family: office
        career_stage: entry
        entry_level: true
        purpose: Learns how projects are run.
        responsibilities: {minutes: {text: Writes the minutes, artefacts: [meeting]}}
        skills: {claims-handling: 1}
        works_with: {pmo-analyst: Collects reports together}
        reports_to: [pmo-director]
        next_roles: [pmo-analyst]
        """,
)
def career_path_without_entry(office: Office) -> Problems:
    """No role is open to newcomers.

    A profession that nobody can enter without experience buys all its people from others. At least
    one role must be one that a newcomer can begin with.

    To put it right, set `entry_level: true` on the roles that newcomers can begin with.
    """
    roles = (role for role in office.known(Role) if role.status == "active")
    if office.organisation and not any(role.entry_level for role in roles):
        message = f"{office.organisation.name} has no role with which a newcomer can begin"
        yield office.organisation.at("name"), message
