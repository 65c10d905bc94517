"""Freshness: how old the last status report is, and when the next one is due."""

import datetime as dt
from dataclasses import dataclass

from pmoascode.office import Office
from pmoascode.office.office import Work
from pmoascode.records.programme import Programme
from pmoascode.records.report import Report


@dataclass(frozen=True, slots=True)
class Freshness:
    """The last report of a running project or programme, and the last day for the next."""

    report: Report | None
    age: int | None  # days since the date of the last report; None without one
    due: dt.date | None  # last day for the next report, inclusive; None where nothing says
    is_overdue: bool
    overdue_days: int  # days since the last day, 0 where it is not overdue


def freshness(office: Office, work: Work, today: dt.date) -> Freshness:
    """The freshness on the day; reports dated later do not count.

    The next report is due one interval and the grace after the last day of the period reported,
    or after the actual or planned start of a project that has never been reported. Work that does
    not run owes no report, nor does a programme that never gave one: its projects speak for it.
    """
    report = office.last_report(work, today)
    due = _due(office, work, report) if work.is_running else None
    late = (today - due).days if due and due < today else 0
    age = (today - report.date).days if report else None
    return Freshness(report, age, due, late > 0, late)


def _due(office: Office, work: Work, report: Report | None) -> dt.date | None:
    rigour = office.rigour(work)
    begin = _last_day(report) if report else _start(work)
    if report is None and isinstance(work, Programme):
        return None
    return rigour.grace.after(rigour.report_every.after(begin)) if begin else None


def _last_day(report: Report) -> dt.date:
    return report.period.last if report.period else report.date


def _start(work: Work) -> dt.date | None:
    return (work.start.actual or work.start.forecast or work.start.baseline) if work.start else None
