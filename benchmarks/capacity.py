"""Capacity and gaps by sweeping borders, beside SQLite on the same assignments day by day."""

import datetime as dt
import time
from dataclasses import replace
from statistics import median

from benchmarks.sqlite_days import answers, filled
from benchmarks.staffed import EACH, staffed
from benchmarks.timing import told
from pmoascode.office import Office
from pmoascode.records.period import Period
from pmoascode.records.tenure import Tenure
from pmoascode.views.capacity import capacity, periods
from pmoascode.views.holdings import scope
from pmoascode.views.overloads import overloads
from pmoascode.views.role_lanes import role_lanes

TODAY = dt.date(2026, 11, 10)
MONTHS = periods(TODAY, dt.date(2027, 10, 31), "month")
WHOLE = Tenure(dt.date(2026, 1, 1))


def measured(sizes: tuple[int, ...] = (1000, 2000, 5000, 10000), runs: int = 5) -> str:
    """The outcome in one line; the growth is the time of each size in turn."""
    grown, office = [], staffed(sizes[0])
    for size in sizes:
        office = staffed(size)
        grown.append(_ours(office, runs))
    theirs = _theirs(office)
    growth = ", ".join(f"{size:,} {taken:.2f} s" for size, taken in zip(sizes, grown, strict=True))
    work = f"capacity and gaps, {sizes[-1]:,} assignments of {sizes[-1] // EACH:,} people"
    return f"{told(work, grown[-1], 'SQLite, day by day', theirs)}; growth: {growth}"


def found(office: Office, months: tuple[Period, ...] = MONTHS) -> tuple[int, float, int]:
    """Over-allocated days of people, the demand of all roles and months, days without a holder."""
    over = sum(_days(each.tenure) for each in overloads(office, WHOLE, TODAY))
    rows = capacity(office, "role", months, TODAY)
    demand = sum(float(cell.demand) for row in rows for cell in row.cells)
    gaps = sum(
        _days(gap)
        for project in office.projects
        for lane in role_lanes(office, scope(office, project.id), TODAY)
        for gap in lane.gaps
    )
    return over, demand, gaps


def _days(tenure: Tenure) -> int:
    return ((tenure.last or tenure.first) - tenure.first).days + 1


def _ours(office: Office, runs: int) -> float:
    taken = []
    for _ in range(runs):
        fresh = replace(office)  # without what it has looked up before
        start = time.perf_counter()
        found(fresh)
        taken.append(time.perf_counter() - start)
    return median(taken)


def _theirs(office: Office) -> float:
    """The seconds of the data base, filled beforehand.

    Raises:
        RuntimeError: it answers otherwise than we do, so that the times cannot be compared.
    """
    base = filled(office)
    start = time.perf_counter()
    theirs = answers(base, MONTHS)
    taken = time.perf_counter() - start
    ours = found(office)
    if (ours[0], round(ours[1]), ours[2]) != (theirs[0], round(theirs[1]), theirs[2]):
        raise RuntimeError(f"we found {ours}, SQLite {theirs}")
    return taken
