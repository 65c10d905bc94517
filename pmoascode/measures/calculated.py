"""Ratings calculated from the data: schedule, cost, risk and reporting, each with its reason.

Green: within tolerance. Amber: outside it. Red: more than twice outside it. On a scale that has
amber-green, late or dear within tolerance is amber-green. Amber-red is a judgement that no figure
makes. Grey: the figures are missing.
"""

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal

from pmoascode.measures import cost, tolerance
from pmoascode.measures.colour import Colour
from pmoascode.measures.exposure import exposure
from pmoascode.measures.freshness import freshness
from pmoascode.measures.schedule import Slip, worst_open_slip, worst_slip
from pmoascode.measures.tolerance import Standing
from pmoascode.office import Office, Work
from pmoascode.records.record import At

OUTSIDE: dict[Standing, str] = {
    "within": "within the tolerance of",
    "breach": "outside the tolerance of",
    "far": "more than twice the tolerance of",
}


@dataclass(frozen=True, slots=True)
class Calculated:
    """A colour, the reason for it in one sentence, and where its figures stand."""

    colour: Colour
    reason: str
    at: At | None = None


def schedule(office: Office, work: Work, today: dt.date) -> Calculated:
    """The worst slip of the finish and the critical milestones still to come, against tolerance.

    Where all of them are past, the worst of them.
    """
    found = worst_open_slip(work, today) or worst_slip(work, today)
    if found is None:
        return Calculated("grey", "No date of the plan has both a baseline and a forecast.")
    limit = office.tolerance(work).time or tolerance.NO_DURATION
    at = work.at(*found.keys)
    if found.days <= 0:
        return Calculated("green", _on_time(found), at)
    standing = tolerance.of_time(found.baseline, found.expected, limit)
    reason = f"{_late(found)}, {OUTSIDE[standing]} {limit}."
    return Calculated(_colour(standing, office), reason, at)


def spending(office: Office, work: Work) -> Calculated:
    """The variance at completion in percent of the baseline, against tolerance."""
    found = cost.money(office, work)
    if found is None or found.baseline is None or found.forecast is None:
        return Calculated("grey", "Baseline or forecast of the cost is missing.")
    variance = found.variance_percent
    if variance is None:
        return Calculated("grey", "The baseline of the cost is 0.", found.at)
    if variance <= 0:
        said = "on budget" if variance == 0 else f"{_percent(-variance)} below budget"
        return Calculated("green", f"The cost is forecast {said}.", found.at)
    limit = office.tolerance(work).cost or tolerance.NO_SHARE
    standing = tolerance.of_cost(variance, limit)
    reason = f"The cost is forecast {_percent(variance)} over budget, {OUTSIDE[standing]} {limit}."
    return Calculated(_colour(standing, office), reason, found.at)


def risk(office: Office, work: Work) -> Calculated:
    """The highest score of an open threat: amber above the appetite, red from critical on."""
    found = exposure(office, work)
    if found is None:
        return Calculated("grey", "No risk is on record.")
    if found.top is None or found.top.score is None:
        said = "No open risk has a score." if found.risks else "No risk is open."
        return Calculated("grey" if found.risks else "green", said)
    limits, score = office.policy.risk, found.top.score
    said = f"The highest open risk scores {score}"
    at = found.top.at()
    if score >= limits.critical:
        return Calculated("red", f"{said}; {limits.critical} and above is critical.", at)
    if score > limits.appetite:
        return Calculated("amber", f"{said}, above the appetite of {limits.appetite}.", at)
    return Calculated("green", f"{said}, within the appetite of {limits.appetite}.", at)


def reporting(office: Office, work: Work, today: dt.date) -> Calculated:
    """Amber once the report is overdue, red once by more than another reporting interval."""
    found = freshness(office, work, today)
    at = found.report.at("date") if found.report else None
    if not found.is_overdue or found.due is None:
        if found.age is None:
            return Calculated("grey", "No report has been given yet.")
        return Calculated("green", f"The last report is {_days(found.age)} old.", at)
    late = _days(found.overdue_days)
    reason = f"The last report is {_days(found.age)} old, the next is {late} overdue."
    if found.age is None:
        reason = f"No report has been given; the first is {late} overdue."
    twice = office.rigour(work).report_every.after(found.due)
    return Calculated("amber" if today <= twice else "red", reason, at)


def _colour(standing: Standing, office: Office) -> Colour:
    if standing == "within":
        return "amber-green" if "amber-green" in office.policy.scale else "green"
    return "amber" if standing == "breach" else "red"


def _late(slip: Slip) -> str:
    if slip.is_overdue:
        return f"{slip.title} is not reached and {_days(slip.days)} late today"
    return f"{slip.title} {'is forecast' if slip.is_open else 'came'} {_days(slip.days)} late"


def _on_time(slip: Slip) -> str:
    verb = "is forecast" if slip.is_open else "came"
    when = "on its baseline" if slip.days == 0 else f"{_days(-slip.days)} early"
    return f"{slip.title} {verb} {when}."


def _days(number: int | None) -> str:
    return f"{number} day{'' if number == 1 else 's'}"


def _percent(value: Decimal) -> str:
    return f"{value:.1f} %"
