"""Sweeps: how much there is on each day, found at the borders of its parts and not day by day."""

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from pmoascode.records.days import day_before
from pmoascode.records.period import Period
from pmoascode.records.tenure import Tenure

Amount = tuple[Tenure, Decimal]  # the days for which there is so much of something


@dataclass(frozen=True, slots=True)
class Step:
    """Days through which the sum stays the same."""

    tenure: Tenure
    total: Decimal


@dataclass(frozen=True, slots=True)
class Fill:
    """How much there is in one period."""

    mean: Decimal  # over all calendar days of the period
    peak: Decimal  # on the day with the most


def steps(parts: Iterable[Amount]) -> tuple[Step, ...]:
    """The sum of the parts, in order of days; days on which it is nothing are left out.

    The borders are sorted and passed over once, so the cost grows as n log n with the parts.
    """
    changes: dict[int, Decimal] = {}
    for tenure, amount in parts:
        if amount and not tenure.is_empty:
            first = tenure.first.toordinal()
            changes[first] = changes.get(first, Decimal(0)) + amount
            if tenure.last is not None and tenure.last < dt.date.max:
                after = tenure.last.toordinal() + 1
                changes[after] = changes.get(after, Decimal(0)) - amount
    return tuple(_steps(sorted(item for item in changes.items() if item[1])))


def _steps(changes: Sequence[tuple[int, Decimal]]) -> Iterator[Step]:
    """The steps between the borders, each border with the change of the sum on that day."""
    total = Decimal(0)
    days = [dt.date.fromordinal(first) for first, _ in changes]
    for index, (_, change) in enumerate(changes):
        total += change
        if total:
            last = day_before(days[index + 1]) if index + 1 < len(days) else None
            yield Step(Tenure(days[index], last), total)


def fills(found: Sequence[Step], periods: Sequence[Period]) -> tuple[Fill, ...]:
    """How much there is in each of the periods, which are in order and do not overlap."""
    filled: list[Fill] = []
    at = 0
    for period in periods:
        whole, days, peak = Tenure(period.first, period.last), Decimal(0), Decimal(0)
        while at < len(found) and found[at].tenure.first <= period.last:
            step = found[at]
            shared = step.tenure.shared(whole)
            if shared and shared.last:
                days += step.total * ((shared.last - shared.first).days + 1)
                peak = max(peak, step.total)
            if step.tenure.last is None or step.tenure.last > period.last:
                break  # it reaches into the next period
            at += 1
        filled.append(Fill(days / period.days, peak))
    return tuple(filled)
