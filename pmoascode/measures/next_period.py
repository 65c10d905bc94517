"""The period that the next status report is about."""

import datetime as dt

from pmoascode.office import Office
from pmoascode.office.office import Work
from pmoascode.records.amounts import Duration
from pmoascode.records.days import day_before, later
from pmoascode.records.period import Form, Period


def next_period(office: Office, work: Work, today: dt.date) -> Period:
    """The period after the last one reported, at the distance at which the work reports.

    Where more than one was missed it is the last that has ended. Work that has never reported
    begins with that period if it had started by then, else with the one that the day is in.
    """
    every = office.rigour(work).report_every
    told = sorted({report.period for report in office.reports(work) if report.period})
    form = told[-1].form if told else _form(every)
    ended = Period.holding(day_before(Period.holding(today, form).first), form)
    if not told:
        start = work.start and (work.start.actual or work.start.forecast or work.start.baseline)
        return ended if start and start <= ended.last else Period.holding(today, form)
    gap = (told[-1].first - told[-2].first).days if len(told) > 1 else 0
    # a month has no fixed number of days, so only a gap well below the policy's is the work's own
    is_own = 0 < gap < 0.8 * every.days
    begin = later(told[-1].first, gap) if is_own else every.after(told[-1].first)
    following = Period.holding(max(begin, later(told[-1].last, 1)), form)
    return max(following, ended)


def _form(every: Duration) -> Form:
    """The sort of period that suits reports at this distance."""
    days = every.days
    return "week" if days < 28 else "month" if days < 90 else "quarter" if days < 360 else "year"
