"""A status report as the records would write it: period, people, figures, what was done, is next.

The judgement is left to whoever answers for it: the ratings, the headline, the reasons.
"""

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from pmoascode.acts.spot import Spot, home
from pmoascode.finding import CannotRun
from pmoascode.measures import calculated
from pmoascode.measures.calculated import Calculated
from pmoascode.measures.colour import WEIGHT, Colour, worst
from pmoascode.measures.cost import money
from pmoascode.measures.exposure import exposure
from pmoascode.measures.next_period import next_period
from pmoascode.measures.reporters import may_report
from pmoascode.office import Office, Work
from pmoascode.records.period import Period
from pmoascode.records.report import Ratings, Report
from pmoascode.views.holders import holder, manager_role

USUAL = ("schedule", "cost", "scope", "resources")  # rated where no report says otherwise
_CALCULATED = ("schedule", "cost", "risk")


@dataclass(frozen=True)
class Reporting:
    """A report that is to be written on a day."""

    office: Office
    work: Work
    period: Period
    today: dt.date

    @property
    def place(self) -> Spot:
        """Where its file is to stand."""
        return home(self.office, "report", self.work.id).spot(self.period.id)

    @cached_property
    def last(self) -> Report | None:
        """The report before it."""
        return self.office.last_report(self.work, self.today)

    @cached_property
    def data_says(self) -> Mapping[str, Calculated]:
        """Dimension to the rating that the figures give, where they give one; overall last."""
        found = {
            "schedule": calculated.schedule(self.office, self.work, self.today),
            "cost": calculated.spending(self.office, self.work),
            "risk": calculated.risk(self.office, self.work),
        }
        known = {name: each for name, each in found.items() if WEIGHT[each.colour]}
        colour = worst(each.colour for each in known.values())
        first = next((each for each in known.values() if each.colour == colour), None)
        return known | ({"overall": first} if first else {})

    @cached_property
    def rated(self) -> Mapping[str, str]:
        """The ratings of the report before, as the policy's scale still has them."""
        found = dict(self.last.rating.items()) if self.last else {}
        return {name: said for name, said in found.items() if said in self.office.policy.scale}

    @property
    def dimensions(self) -> tuple[str, ...]:
        """What is to be rated: what was before, and what the data call worse than green."""
        before = tuple(name for name in self.rated if name != "overall") or USUAL
        trouble = (n for n in _CALCULATED if n in self.data_says and self._weight(n) > 1)
        return tuple(dict.fromkeys((*before, *trouble)))

    def _weight(self, name: str) -> int:
        return WEIGHT[self.data_says[name].colour]

    def is_better_than_data(self, name: str, rating: Colour) -> bool:
        """Whether the rating is better than the one that the figures give."""
        return name in self.data_says and WEIGHT[rating] < self._weight(name)

    def people(self, who: str, given: str = "") -> tuple[str, str]:
        """Who answers for the report, and who prepares it where somebody else does.

        The manager answers for it, unless told otherwise; whoever else sits here and may report
        prepares it.
        """
        by = given or holder(self.office, self.work, manager_role(self.work), self.today)
        prepares = who and who != by and self._may_report(who)
        return by, who if prepares else ""

    def _may_report(self, person: str) -> bool:
        report = Report(id=self.period.id, date=self.today, by=person, rating=Ratings())
        return may_report(person, report, self.work, self.office)

    @property
    def figures(self) -> dict[str, Any]:
        """The figures of the day: dates, money and exposure as the measures have them."""
        cost, risks, finish = money(self.office, self.work), exposure(self.office, self.work), None
        if self.work.finish:
            finish = self.work.last_day
        dates = {
            id: milestone.expected
            for id, milestone in self.work.milestones.items()
            if milestone.status != "dropped" and milestone.expected
        }
        found = {
            "milestones": dates,
            "finish": finish,
            "cost_baseline": cost and cost.baseline,
            "cost_forecast": cost and cost.forecast,
            "cost_actual": cost and cost.actual,
            "exposure": risks and risks.stated,
        }
        return {name: value for name, value in found.items() if value not in (None, {})}

    @property
    def achieved(self) -> tuple[str, ...]:
        """The milestones that were reached since the last report."""
        since = self.last.date if self.last else self.period.first
        reached = [m for m in self.work.milestones.values() if m.actual]
        return tuple(
            f"{m.title}, reached on {m.actual}"
            for m in reached
            if m.actual and since < m.actual <= self.today
        )

    @property
    def planned(self) -> tuple[str, ...]:
        """The milestones of the period to come; where it has none, the next one."""
        end = self.office.rigour(self.work).report_every.after(self.period.last)
        ahead = sorted(
            (m.expected, m.title)
            for m in self.work.milestones.values()
            if m.expected and m.expected > self.today and m.status == "planned" and not m.actual
        )
        within = [(day, title) for day, title in ahead if day <= end]
        return tuple(f"{title}, on {day}" for day, title in within or ahead[:1])

    @property
    def actions(self) -> tuple[Mapping[str, Any], ...]:
        """The actions of the last report that are not done, as it has them."""
        if self.last is None:
            return ()
        said = self.office.data(self.last).get("actions", [])
        return tuple(a for a, known in zip(said, self.last.actions, strict=False) if not known.done)

    @property
    def unreported(self) -> tuple[str, ...]:
        """The ids of the periods before this one that no report covers."""
        return tuple(period.id for period in self._between())

    def _between(self) -> Iterator[Period]:
        known = [r.period for r in self.office.reports(self.work) if r.period]
        every = self.office.rigour(self.work).report_every
        last = max((p for p in known if p < self.period), default=None)
        while (
            last and (following := Period.holding(every.after(last.first), last.form)) < self.period
        ):
            if following <= last:
                return
            yield following
            last = following


def reporting(office: Office, work: Work, period: str | None, today: dt.date) -> Reporting:
    """The report on the period, or on the one that comes next.

    Raises:
        CannotRun: it is no period, has not begun, is reported already, or the work does not run.
    """
    if not work.is_running:
        raise CannotRun(f"{work.name} is {work.status}; a status report is about work that runs")
    try:
        found = Period.parse(period) if period else next_period(office, work, today)
    except ValueError as error:
        raise CannotRun(str(error)) from error
    told = {report.id for report in office.reports(work)}
    if found.id in told:
        raise CannotRun(
            f"{work.name} has its report on {found.id} already; it is published, so a mistake in"
            " it is put right by an entry under its `corrections`"
        )
    if found.first > today:
        newest = max(told, default="")
        after = f"; the last report is on {newest}" if newest else ""
        raise CannotRun(f"the period {found.id} has not begun on {today}{after}")
    return Reporting(office, work, found, today)
