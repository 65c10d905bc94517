"""The rule that the PMO reports to somebody who can act, for a stated reason."""

from pmoascode.finding import Severity
from pmoascode.measures.pmo_line import is_inside_pmo, pmos
from pmoascode.records.organisation import Organisation
from pmoascode.rule import Problems, rule

_HIGH_ENOUGH = ("executive", "department-head")


@rule(
    Severity.ERROR,
    profile="full",
    source="P3O: where the office stands decides what it can do",
    bad=(
        """
        # organisation.yaml
        name: Harbour Mutual
        currency: EUR
        units:
          executive-office: {title: Executive office, type: executive-office}
          claims: {title: Claims, type: department}
          it: {title: Information technology, type: department}
          pmo:
            title: Project office  # <--
            type: pmo
            reporting_rationale: Most of our projects change systems.
        positions:
          chief-operating-officer:
            {title: Chief operating officer, level: executive, holder: maria-silva}
          head-of-pmo: {title: Head of the PMO, level: department-head}
          head-of-claims: {title: Head of claims, level: department-head}
          head-of-it: {title: Head of IT, level: department-head}
        """,
        """
        # organisation.yaml
        name: Harbour Mutual
        currency: EUR
        units:
          executive-office: {title: Executive office, type: executive-office}
          claims: {title: Claims, type: department}
          it: {title: Information technology, type: department}
          pmo:
            title: Project office
            type: pmo
            reports_to: head-of-planning  # <--
            reporting_rationale: The planners have the data.
        positions:
          chief-operating-officer:
            {title: Chief operating officer, level: executive, holder: maria-silva}
          head-of-pmo: {title: Head of the PMO, level: department-head}
          head-of-claims: {title: Head of claims, level: department-head}
          head-of-it: {title: Head of IT, level: department-head}
          head-of-planning: {title: Head of planning, level: manager, holder: lena-novak}
        """,
        """
        # organisation.yaml
        name: Harbour Mutual
        currency: EUR
        units:
          executive-office: {title: Executive office, type: executive-office}
          claims: {title: Claims, type: department}
          it: {title: Information technology, type: department}
          pmo:
            title: Project office
            type: pmo
            reports_to: chief-operating-officer  # <--
        positions:
          chief-operating-officer:
            {title: Chief operating officer, level: executive, holder: maria-silva}
          head-of-pmo: {title: Head of the PMO, level: department-head}
          head-of-claims: {title: Head of claims, level: department-head}
          head-of-it: {title: Head of IT, level: department-head}
        """,
    ),
    good=(
        """
        # organisation.yaml
        name: Harbour Mutual
        currency: EUR
        units:
          claims: {title: Claims, type: department}
          pmo:
            title: Project office
            type: pmo
            reports_to: chief-operating-officer
            reporting_rationale: Most of our projects change operations.
          claims-projects: {title: Projects of the claims department, type: pmo, parent: pmo}
        positions:
          chief-operating-officer: {title: Chief operating officer, level: executive}
        """,
        """
        # organisation.yaml
        name: Harbour Mutual
        currency: EUR
        units:
          pmo:
            title: Project office
            type: pmo
            reports_to: head-of-it
            senior_leadership_line: chief-operating-officer
            reporting_rationale: Most of our projects change systems.
        positions:
          chief-operating-officer: {title: Chief operating officer, level: executive}
          head-of-it: {title: Head of IT, level: department-head}
        """,
    ),
)
def pmo_without_reporting_line(organisation: Organisation) -> Problems:
    """The PMO reports to nobody, to a post that is too low, or does not say why.

    What an office can do follows from where it stands: one under a team leader is asked for
    minutes. Saying why it stands there makes the choice one that somebody made. A PMO inside
    another PMO reports to that one.

    To put it right, name under `reports_to` of the unit a position of the level `executive` or
    `department-head`, and the reason under `reporting_rationale`.
    """
    for id, unit, above, *_ in pmos(organisation):
        if is_inside_pmo(unit, organisation):
            continue
        at = organisation.at("units", id, "reports_to")
        if unit.reports_to is None:
            yield organisation.at("units", id, "title"), f"{unit.title} reports to nobody"
        elif above and above.level not in _HIGH_ENOUGH:
            yield at, f"{unit.title} reports to the {above.title}, who heads no department"
        elif above and not unit.reporting_rationale:
            yield at, f"{unit.title} does not say why it reports to the {above.title}"
