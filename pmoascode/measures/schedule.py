"""The schedule in days: how late a date is against its baseline, and what is overdue.

A slip is the date expected less the baseline, in calendar days; above 0 is later. Expected is the
actual date, else the forecast. An open date that has passed counts as today: it cannot come sooner.
"""

import datetime as dt
from dataclasses import dataclass

from pmoascode.records.parts import Forecast
from pmoascode.records.programme import Programme
from pmoascode.records.project import Milestone, Project
from pmoascode.records.record import Keys

FINISH = "finish"


@dataclass(frozen=True, slots=True)
class Slip:
    """One dated point of the plan whose baseline and expected day are both known."""

    id: str  # the milestone's id, or "finish" for the end of the work
    title: str
    baseline: dt.date
    expected: dt.date
    is_open: bool  # it has not happened yet
    is_overdue: bool  # it was expected before today and has not happened
    keys: Keys  # in the record of the project or programme

    @property
    def days(self) -> int:
        """Calendar days from the baseline to the day expected; above 0 is later."""
        return (self.expected - self.baseline).days


def slip(date: Forecast, today: dt.date | None = None) -> int | None:
    """Calendar days from baseline to actual, else to forecast; None unless both are known.

    With `today`, an open date that has passed counts as today.
    """
    expected = _expected(date, today)
    if expected is None or date.baseline is None:
        return None
    return (expected - date.baseline).days


def slips(work: Project | Programme, today: dt.date, *, critical: bool = False) -> tuple[Slip, ...]:
    """The slip of the finish and of each milestone that is not dropped, where it is known.

    With `critical`, of the finish and the milestones that move it alone.
    """
    points: list[tuple[str, str, Forecast, Keys]] = []
    if work.finish:
        points.append((FINISH, "Finish", work.finish, (FINISH,)))
    for id, milestone in work.milestones.items():
        if milestone.status != "dropped" and (milestone.critical or not critical):
            points.append((id, milestone.title, milestone, ("milestones", id)))
    return tuple(found for point in points if (found := _slip(*point, today)))


def worst_slip(work: Project | Programme, today: dt.date) -> Slip | None:
    """The largest slip among the finish and the critical milestones, open or reached."""
    return max(slips(work, today, critical=True), key=lambda s: s.days, default=None)


def worst_open_slip(work: Project | Programme, today: dt.date) -> Slip | None:
    """The largest slip among the finish and the critical milestones that are still to come."""
    ahead = (s for s in slips(work, today, critical=True) if s.is_open)
    return max(ahead, key=lambda s: s.days, default=None)


def is_overdue(milestone: Milestone, today: dt.date) -> bool:
    """Whether an open milestone was expected, or else planned, before today."""
    expected = milestone.expected
    open_ = milestone.status == "planned" and milestone.actual is None
    return open_ and expected is not None and expected < today


def overdue(work: Project | Programme, today: dt.date) -> tuple[tuple[str, Milestone], ...]:
    """Id and milestone of those that are overdue on the day, in the order of the plan."""
    return tuple((id, m) for id, m in work.milestones.items() if is_overdue(m, today))


def next_milestone(work: Project | Programme, today: dt.date) -> tuple[str, Milestone] | None:
    """Id and milestone of the next open one that is expected on the day or later."""
    ahead = [
        (m.expected, id, m)
        for id, m in work.milestones.items()
        if m.expected and m.status == "planned" and m.actual is None and m.expected >= today
    ]
    return min(ahead, key=lambda each: each[:2])[1:] if ahead else None


def _expected(date: Forecast, today: dt.date | None) -> dt.date | None:
    if date.actual or not date.forecast:
        return date.actual
    if isinstance(date, Milestone) and date.status == "reached":
        return date.forecast
    return max(date.forecast, today) if today else date.forecast


def _slip(id: str, title: str, date: Forecast, keys: Keys, today: dt.date) -> Slip | None:
    expected = _expected(date, today)
    if expected is None or date.baseline is None:
        return None
    reached = date.actual is not None or (isinstance(date, Milestone) and date.status == "reached")
    late = not reached and date.forecast is not None and date.forecast < today
    return Slip(id, title, date.baseline, expected, not reached, late, keys)
