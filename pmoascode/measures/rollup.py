"""Rolling up: the colour, the counts and the money of a programme or portfolio."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from pmoascode.measures.colour import WEIGHT, Colour, worst
from pmoascode.measures.cost import Money
from pmoascode.measures.health import Health


@dataclass(frozen=True, slots=True)
class Totals:
    """Sums of money over several projects, in the organisation's currency."""

    baseline: Decimal
    forecast: Decimal
    actual: Decimal | None  # None where no project states one
    variance: Decimal  # over those alone that state both baseline and forecast
    compared: Decimal  # baseline of those
    unapproved: Decimal  # forecast of the projects without a baseline
    without: int  # those projects
    projects: int  # projects with any figure

    @property
    def variance_percent(self) -> Decimal | None:
        """The variance in percent of the baseline that it is compared with."""
        return self.variance / self.compared * 100 if self.compared else None


@dataclass(frozen=True, slots=True)
class Rollup:
    """The colour of a parent, and why."""

    colour: Colour
    reason: str
    children: Mapping[Colour, int]  # running children by colour shown


def rollup(children: Sequence[Health], own: Health | None = None) -> Rollup:
    """The worst running child, unless the parent's own report is at least as new as that child's.

    After TaskJuggler's alert levels. Children that are proposed or ended do not count, and a grey
    child alone makes nothing grey. An overdue own report does not count.
    """
    running = [child for child in children if child.work.is_running]
    counts = count(running)
    if own and not own.work.is_running:
        return Rollup(own.shown, f"The status is {own.work.status}.", counts)
    colour = worst(child.shown for child in running)
    named = next((c for c in running if c.shown == colour and WEIGHT[colour]), None)
    if own and _is_newer(own, named):
        return Rollup(own.shown, "As its own last report states.", counts)
    if named is None:
        return Rollup("grey", "None of its running projects has a report in time.", counts)
    reason = "No running project is worse." if colour == "green" else f"{named.work.name} is worst."
    return Rollup(colour, reason, counts)


def count(healths: Iterable[Health]) -> Mapping[Colour, int]:
    """How many show each colour, in the order from good to bad."""
    found = Counter(each.shown for each in healths)
    return {colour: found[colour] for colour in WEIGHT}


def totals(each: Iterable[Money | None]) -> Totals:
    """The sums; a figure that is not stated adds nothing, and does not enter the variance."""
    known = [money for money in each if money]
    pairs = [m for m in known if m.variance is not None]
    bare = [m for m in known if m.baseline is None and m.forecast]
    return Totals(
        baseline=_sum(m.baseline for m in known),
        forecast=_sum(m.forecast for m in known),
        actual=_sum(m.actual for m in known) if any(m.actual is not None for m in known) else None,
        variance=_sum(m.variance for m in pairs),
        compared=_sum(m.baseline for m in pairs),
        unapproved=_sum(m.forecast for m in bare),
        without=len(bare),
        projects=len(known),
    )


def _is_newer(own: Health, child: Health | None) -> bool:
    if own.report is None or not WEIGHT[own.shown]:
        return False
    return child is None or child.report is None or own.report.date >= child.report.date


def _sum(values: Iterable[Decimal | None]) -> Decimal:
    return sum((value for value in values if value is not None), Decimal(0))
