"""Health: what the last report states against what the data says, for each dimension."""

import datetime as dt
from dataclasses import dataclass

from pmoascode.measures import calculated
from pmoascode.measures.calculated import Calculated
from pmoascode.measures.colour import WEIGHT, Colour, Trend, trend, worst
from pmoascode.measures.freshness import Freshness, freshness
from pmoascode.office import Office, Work
from pmoascode.records.record import At
from pmoascode.records.report import Report

DIMENSIONS = ("schedule", "cost", "scope", "resources", "risk", "benefits")  # always shown
FURTHER = ("quality", "stakeholders")  # shown where they are reported
REPORTING = "reporting"


@dataclass(frozen=True, slots=True)
class Dimension:
    """One side of a project: as its manager states it, and as the data says."""

    name: str
    stated: Colour  # grey where it is not reported
    calculated: Colour | None  # None where no figure says anything about it
    reason: str  # one sentence on the calculated colour; empty where there is none
    at: At | None = None  # where the calculated colour comes from

    @property
    def is_better_than_data(self) -> bool:
        """Whether it is stated better than it is calculated."""
        if not WEIGHT[self.stated] or self.calculated is None:
            return False
        return WEIGHT[self.stated] < WEIGHT[self.calculated]


@dataclass(frozen=True, slots=True)
class Health:
    """How a project or programme stands on a day."""

    work: Work
    freshness: Freshness
    previous: Report | None  # the report before the last one
    overall: Dimension
    dimensions: tuple[Dimension, ...]
    trend: Trend  # of the stated overall rating, against the report before

    @property
    def report(self) -> Report | None:
        """The last report on or before the day."""
        return self.freshness.report

    @property
    def is_silent(self) -> bool:
        """Whether a report is overdue."""
        return self.freshness.is_overdue

    @property
    def shown(self) -> Colour:
        """The colour for lists: blue once closed, grey without a report in time, else as stated."""
        if self.work.status == "closed":
            return "blue"
        if not self.work.is_running or self.is_silent:
            return "grey"
        return self.overall.stated

    @property
    def rows(self) -> tuple[Dimension, ...]:
        """Overall, then the dimensions."""
        return (self.overall, *self.dimensions)

    def dimension(self, name: str) -> Dimension | None:
        """The dimension of the name, where it is shown."""
        return next((each for each in self.dimensions if each.name == name), None)


def health(office: Office, work: Work, today: dt.date) -> Health:
    """The health of the work on the day, by the last report dated on or before it.

    The overall calculated colour is the worst of the calculated ones. Work that does not run has
    none: it is blue once closed, grey before it starts and where it was given up.
    """
    reports = [report for report in office.reports(work) if report.date <= today]
    last = reports[-1] if reports else None
    previous = reports[-2] if len(reports) > 1 else None
    found = _calculated(office, work, today) if work.is_running else {}
    dimensions = tuple(_dimension(name, last, found) for name in _names(last, found))
    overall = _overall(work, last, tuple(found.values()))
    before = previous.rating.overall if previous else None
    return Health(
        work,
        freshness(office, work, today),
        previous,
        overall,
        dimensions,
        trend(before, overall.stated),
    )


def _calculated(office: Office, work: Work, today: dt.date) -> dict[str, Calculated]:
    return {
        "schedule": calculated.schedule(office, work, today),
        "cost": calculated.spending(office, work),
        "risk": calculated.risk(office, work),
        REPORTING: calculated.reporting(office, work, today),
    }


def _names(report: Report | None, found: dict[str, Calculated]) -> tuple[str, ...]:
    further = tuple(name for name in FURTHER if _stated(report, name) != "grey")
    return (*DIMENSIONS, *further, *((REPORTING,) if found else ()))


def _stated(report: Report | None, name: str) -> Colour:
    rating: Colour | None = getattr(report.rating, name, None) if report else None
    return rating or "grey"


def _dimension(name: str, report: Report | None, found: dict[str, Calculated]) -> Dimension:
    stated = _stated(report, name)
    if name not in found:
        return Dimension(name, stated, None, "")
    return Dimension(name, stated, found[name].colour, found[name].reason, found[name].at)


def _overall(work: Work, report: Report | None, found: tuple[Calculated, ...]) -> Dimension:
    stated = _stated(report, "overall")
    if not work.is_running:
        colour: Colour = "blue" if work.status == "closed" else "grey"
        return Dimension("overall", stated, colour, f"The status is {work.status}.")
    colour = worst(each.colour for each in found)
    first = next(each for each in found if each.colour == colour)
    reason = "Nothing is outside its tolerance." if colour == "green" else first.reason
    if colour == "grey":
        reason = "There are no figures to calculate from."
    return Dimension("overall", stated, colour, reason, first.at)
