"""The benefits of the whole portfolio: how far they have come, what they are worth, who measures.

Worth is a year's money once the target is reached. What part of it is there follows the measure:
its way from the baseline, in parts of the way from the baseline to the target.
"""

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from pmoascode.measures.measuring import measurement_due
from pmoascode.office import Office, Work
from pmoascode.records.benefit import Benefit
from pmoascode.records.objective import Objective

NOTHING, WHOLE = Decimal(0), Decimal(1)
Points = tuple[tuple[dt.date, Decimal], ...]


@dataclass(frozen=True, slots=True)
class BenefitRow:
    """One benefit."""

    benefit: Benefit
    work: Work
    forecast: Decimal | None  # share of the target expected on its day; 1 is all of it
    realised: Decimal | None  # share of the target last measured
    due: dt.date | None  # the day by which the next measurement is due
    overdue: int | None  # days since then; None where it is not past

    @property
    def worth(self) -> Decimal:
        """What it is worth a year at its target, in money; a dis-benefit below 0."""
        worth = self.benefit.worth or NOTHING
        return -worth if self.benefit.type_ == "dis-benefit" else worth


@dataclass(frozen=True, slots=True)
class Sum:
    """The yearly worth of several benefits, in money."""

    benefits: int
    planned: Decimal
    forecast: Decimal  # the planned worth where no forecast is stated
    realised: Decimal
    overdue: int  # measurements


@dataclass(frozen=True, slots=True)
class Profile:
    """The yearly worth over time, each number holding until the next day."""

    planned: Points
    forecast: Points
    realised: Points


def benefit_rows(office: Office, today: dt.date) -> tuple[BenefitRow, ...]:
    """Every benefit that was not dropped, those overdue first, then by worth."""
    works: tuple[Work, ...] = (*office.programmes, *office.projects)
    rows = [
        _row(work, benefit, today)
        for work in works
        for benefit in office.within(Benefit, work)
        if benefit.status != "dropped"
    ]
    return tuple(sorted(rows, key=_order))


def total(rows: Iterable[BenefitRow]) -> Sum:
    """What the benefits are worth together."""
    rows = tuple(rows)
    return Sum(
        len(rows),
        sum((row.worth for row in rows), NOTHING),
        sum((row.worth * _or(row.forecast, WHOLE) for row in rows), NOTHING),
        sum((row.worth * _or(row.realised, NOTHING) for row in rows), NOTHING),
        sum(row.overdue is not None for row in rows),
    )


def by_objective(
    office: Office, rows: Sequence[BenefitRow]
) -> tuple[tuple[Objective | None, Sum], ...]:
    """The sums of each objective that has benefits, by title; None has those that serve none."""
    found: dict[Objective | None, list[BenefitRow]] = {}
    for row in rows:
        objective = office.find(Objective, row.benefit.objective)
        found.setdefault(objective, []).append(row)
    served = sorted((o for o in found if o), key=lambda objective: (objective.title, objective.id))
    order: list[Objective | None] = [*served, *([None] if None in found else [])]
    return tuple((objective, total(found[objective])) for objective in order)


def profile(rows: Sequence[BenefitRow], today: dt.date) -> Profile:
    """The benefits that state a worth: planned and forecast at their targets, realised as measured.

    A benefit without a day for its target is in none of the two first.
    """
    worthy = [row for row in rows if row.worth]
    dated = [row for row in worthy if row.benefit.target and row.benefit.target.date]
    return Profile(
        _risen((_day(row), row.worth) for row in dated),
        _risen((_day(row), row.worth * _or(row.forecast, WHOLE)) for row in dated),
        _risen(step for row in worthy for step in _measured(row, today)),
    )


def _row(work: Work, benefit: Benefit, today: dt.date) -> BenefitRow:
    due = measurement_due(benefit)
    last = benefit.latest.value if benefit.latest else None
    overdue = (today - due).days if due and due < today else None
    share = _share(benefit)
    return BenefitRow(benefit, work, share(benefit.forecast), share(last), due, overdue)


def _share(benefit: Benefit) -> Callable[[Decimal | None], Decimal | None]:
    """From a value of the measure to the share of the way to the target that it stands for."""
    began = benefit.baseline.value if benefit.baseline else None
    end = benefit.target.value if benefit.target else None

    def share(value: Decimal | None) -> Decimal | None:
        if value is None or began is None or end is None or began == end:
            return None
        return (value - began) / (end - began)

    return share


def _measured(row: BenefitRow, today: dt.date) -> Iterator[tuple[dt.date, Decimal]]:
    """The rises of the worth at each measurement until today."""
    share, there = _share(row.benefit), NOTHING
    for each in sorted(row.benefit.measurements, key=lambda m: m.date):
        now = share(each.value)
        if now is not None and each.date <= today:
            yield each.date, row.worth * now - there
            there = row.worth * now


def _risen(steps: Iterable[tuple[dt.date, Decimal]]) -> Points:
    """The running sum of the steps, by day."""
    by_day: dict[dt.date, Decimal] = {}
    for day, step in steps:
        by_day[day] = by_day.get(day, NOTHING) + step
    points, there = [], NOTHING
    for day in sorted(by_day):
        there += by_day[day]
        points.append((day, there))
    return tuple(points)


def _day(row: BenefitRow) -> dt.date:
    target = row.benefit.target
    return (target.date if target else None) or dt.date.max


def _or(value: Decimal | None, other: Decimal) -> Decimal:
    return other if value is None else value


def _order(row: BenefitRow) -> tuple[int, Decimal, str, str]:
    return (-(row.overdue or 0), -row.worth, row.work.name_in_full, row.benefit.id)
