"""The rule that the post to which the PMO reports is filled."""

import datetime as dt

from pmoascode.finding import Severity
from pmoascode.measures.pmo_line import pmos
from pmoascode.office import Office
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
            reports_to: chief-operating-officer  # <--
            reporting_rationale: Most of our projects change operations.
        positions:
          chief-operating-officer: {title: Chief operating officer, level: executive}
          head-of-pmo: {title: Head of the PMO, level: department-head, holder: ana-keller}
          head-of-claims: {title: Head of claims, level: department-head, holder: paul-weber}
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
            reports_to: chief-operating-officer  # <--
            reporting_rationale: Most of our projects change operations.
        positions:
          chief-operating-officer:
            {title: Chief operating officer, level: executive, holder: otto-brand}
          head-of-pmo: {title: Head of the PMO, level: department-head, holder: ana-keller}
          head-of-claims: {title: Head of claims, level: department-head, holder: paul-weber}
          head-of-it: {title: Head of IT, level: department-head, holder: ines-roth}
        # people/otto-brand.yaml
        name: Otto Brand
        active_until: 2026-11-09
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
            reports_to: chief-operating-officer
            reporting_rationale: Most of our projects change operations.
          claims: {title: Claims, type: department, reports_to: head-of-claims}
        positions:
          chief-operating-officer:
            {title: Chief operating officer, level: executive, holder: maria-silva}
          head-of-claims: {title: Head of claims, level: department-head}
        """,
        """
        # organisation.yaml
        name: Harbour Mutual
        currency: EUR
        units:
          pmo:
            title: Project office
            type: pmo
            reports_to: chief-operating-officer
            reporting_rationale: Most of our projects change operations.
        positions:
          chief-operating-officer:
            {title: Chief operating officer, level: executive, holder: otto-brand}
        # people/otto-brand.yaml
        name: Otto Brand
        active_until: 2026-11-10
        """,
    ),
)
def pmo_under_vacant_post(organisation: Organisation, office: Office, today: dt.date) -> Problems:
    """The PMO reports to a post that nobody fills.

    A line to an empty chair is no line: escalations wait, and nobody defends the office when
    money and people are shared out.

    To put it right, name the `holder` of the position, if only for the time being, or let the PMO
    report to another one under `reports_to`.
    """
    for id, unit, above, *_ in pmos(organisation):
        if above is None:
            continue
        holder = office.person(above.holder)
        if above.holder is None:
            why = "a post that nobody fills"
        elif holder and not holder.is_active_on(today):
            why = f"whose holder, {holder.name}, is not with the organisation on {today}"
        else:
            continue
        yield (
            organisation.at("units", id, "reports_to"),
            f"{unit.title} reports to the {above.title}, {why}",
            (organisation.at("positions", unit.reports_to or "", "holder"),),
        )
