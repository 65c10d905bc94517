"""The rule that a PMO under a department has an executive to turn to."""

from pmoascode.finding import Severity
from pmoascode.measures.pmo_line import pmos
from pmoascode.records.organisation import Organisation
from pmoascode.rule import Problems, rule


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
            title: Project office
            type: pmo
            reports_to: head-of-it  # <--
            reporting_rationale: Most of our projects change systems.
        positions:
          chief-operating-officer: {title: Chief operating officer, level: executive}
          head-of-pmo: {title: Head of the PMO, level: department-head, holder: ana-keller}
          head-of-claims: {title: Head of claims, level: department-head}
          head-of-it: {title: Head of IT, level: department-head, holder: ines-roth}
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
            reports_to: head-of-it
            senior_leadership_line: chief-operating-officer  # <--
            reporting_rationale: Most of our projects change systems.
        positions:
          chief-operating-officer: {title: Chief operating officer, level: executive}
          head-of-pmo: {title: Head of the PMO, level: department-head, holder: ana-keller}
          head-of-claims: {title: Head of claims, level: department-head}
          head-of-it: {title: Head of IT, level: department-head, holder: ines-roth}
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
            reports_to: head-of-it
            senior_leadership_line: head-of-claims  # <--
            reporting_rationale: Most of our projects change systems.
        positions:
          chief-operating-officer: {title: Chief operating officer, level: executive}
          head-of-pmo: {title: Head of the PMO, level: department-head, holder: ana-keller}
          head-of-claims: {title: Head of claims, level: department-head, holder: paul-weber}
          head-of-it: {title: Head of IT, level: department-head, holder: ines-roth}
        """,
    ),
    good=(
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
          chief-operating-officer:
            {title: Chief operating officer, level: executive, holder: maria-silva}
          head-of-it: {title: Head of IT, level: department-head, holder: ines-roth}
        """,
        """
        # organisation.yaml
        name: Harbour Mutual
        currency: EUR
        units:
          it: {title: Information technology, type: department, reports_to: head-of-it}
          pmo:
            title: Project office
            type: pmo
            reports_to: chief-operating-officer
            reporting_rationale: Most of our projects change operations.
        positions:
          chief-operating-officer: {title: Chief operating officer, level: executive}
          head-of-it: {title: Head of IT, level: department-head, holder: ines-roth}
        """,
    ),
)
def pmo_without_executive_line(organisation: Organisation) -> Problems:
    """A PMO under a department has no filled executive post to turn to.

    An office that belongs to one department cannot judge the projects of the others, nor stop one
    of its own head. It needs an executive who hears it without a detour, and the post must be
    filled.

    To put it right, name a position of the level `executive` under `senior_leadership_line` of the
    PMO, and its `holder` in that position.
    """
    for id, unit, above, _, line in pmos(organisation):
        if above is None or above.level != "department-head":
            continue
        if unit.senior_leadership_line is None:
            message = f"{unit.title} reports to the {above.title} and names no executive above"
            yield organisation.at("units", id, "reports_to"), message
        elif line and line.level != "executive":
            message = f"{unit.title} turns to the {line.title}, which is no executive post"
            yield organisation.at("units", id, "senior_leadership_line"), message
        elif line and line.holder is None:
            message = f"{unit.title} turns to the {line.title}, a post that nobody fills"
            yield organisation.at("units", id, "senior_leadership_line"), message
