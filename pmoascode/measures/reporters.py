"""Reporters: who may report on a project or programme, by role or for somebody who has one."""

from pmoascode.office import Office, Work
from pmoascode.office.holding import lent_to
from pmoascode.records.raci import RaciRow
from pmoascode.records.report import Report
from pmoascode.records.tenure import Tenure

_MANAGERS = ("project-manager", "programme-manager")


def may_report(person: str, report: Report, work: Work, authority: Office) -> bool:
    """Whether the person may report on the work, on any day from the period to the report's own.

    Those may who manage the project or its programme, those to whom the RACI table gives a part in
    status reports, on the work, its programme or a unit, and whoever acts for one of them.
    """
    days = _days(report)
    if _has_role(person, None, days, work, authority):
        return True
    return any(
        _has_role(lent.by, lent.role, days, work, authority)
        for lent in lent_to(person, "report", work, days, authority)
    )


def reporting_roles(authority: Office) -> tuple[str, ...]:
    """The roles that may report: both managers, and those that do, answer or help by the table."""
    row = authority.find(RaciRow, "report")
    parts = row.roles.items() if row else ()
    return tuple(dict.fromkeys((*_MANAGERS, *(r for r, code in parts if code not in ("C", "I")))))


def _has_role(person: str, role: str | None, days: Tenure, work: Work, authority: Office) -> bool:
    units = authority.organisation.units if authority.organisation else {}
    scopes = {work.id, getattr(work, "programme", None), *units}
    roles = [each for each in reporting_roles(authority) if role in (None, each)]
    return any(
        held.role in roles and held.scope_id in scopes
        for held in authority.assignments_of(person)
        if held.tenure.shared(days)
    )


def _days(report: Report) -> Tenure:
    first = report.period.first if report.period else report.date
    return Tenure(min(first, report.date), report.date)
