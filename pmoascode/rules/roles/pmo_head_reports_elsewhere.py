"""The rule that the PMO and the post that leads it have one line."""

from pmoascode.finding import Severity
from pmoascode.measures.pmo_line import pmos
from pmoascode.records.organisation import Organisation
from pmoascode.rule import Problems, rule


@rule(
    Severity.WARNING,
    profile="full",
    source="An organisation is a tree: each post answers to one above it, up to the top",
    bad="""
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
            head: head-of-pmo
            reports_to: chief-operating-officer  # <--
            reporting_rationale: Most of our projects change operations.
        positions:
          chief-operating-officer:
            {title: Chief operating officer, level: executive, holder: maria-silva}
          head-of-pmo:
            title: Head of the PMO
            level: department-head
            reports_to: head-of-it
            holder: ana-keller
          head-of-claims: {title: Head of claims, level: department-head, holder: paul-weber}
          head-of-it: {title: Head of IT, level: department-head, holder: ines-roth}
        """,
    good="""
        # organisation.yaml
        name: Harbour Mutual
        currency: EUR
        units:
          pmo:
            title: Project office
            type: pmo
            head: head-of-pmo
            reports_to: chief-operating-officer
            reporting_rationale: Most of our projects change operations.
          claims: {title: Claims, type: department, head: head-of-claims}
          it: {title: IT, type: department, head: head-of-it, reports_to: head-of-it}
        positions:
          chief-operating-officer:
            {title: Chief operating officer, level: executive, holder: maria-silva}
          head-of-pmo: {title: Head of the PMO, level: department-head}
          head-of-claims:
            {title: Head of claims, level: department-head, reports_to: chief-operating-officer}
          head-of-it:
            {title: Head of IT, level: department-head, reports_to: chief-operating-officer}
        """,
)
def pmo_head_reports_elsewhere(organisation: Organisation) -> Problems:
    """The PMO reports to one post, and the post that leads it to another.

    Who has two superiors is told to serve one of them, most often the one who decides about pay.
    The line on paper is then not the line that counts.

    To put it right, write the same position under `reports_to` of the unit and of the position
    that is its `head`.
    """
    positions = organisation.positions
    for id, unit, _, head, _ in pmos(organisation):
        if head is None or None in (unit.reports_to, head.reports_to):
            continue
        if unit.reports_to != head.reports_to:
            titles = [
                positions[each].title if each in positions else each or ""
                for each in (unit.reports_to, head.reports_to)
            ]
            yield (
                organisation.at("units", id, "reports_to"),
                f"{unit.title} reports to the {titles[0]}, but its {head.title} to the {titles[1]}",
                (organisation.at("positions", unit.head or "", "reports_to"),),
            )
