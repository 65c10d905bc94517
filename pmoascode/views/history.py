"""How the ratings of a project went, report by report."""

from collections.abc import Sequence
from dataclasses import dataclass

from pmoascode.measures.colour import Colour
from pmoascode.records.report import Report

LONGEST = 12  # reports shown


@dataclass(frozen=True, slots=True)
class Ribbon:
    """The ratings of one dimension, a report each, oldest first; None where it gave none."""

    name: str
    ratings: tuple[Colour | None, ...]


@dataclass(frozen=True, slots=True)
class History:
    """The last reports and their ratings."""

    periods: tuple[str, ...]
    rows: tuple[Ribbon, ...]


def history(reports: Sequence[Report]) -> History:
    """The ratings of the last reports, those dimensions that were ever rated, overall first."""
    last = tuple(reports)[-LONGEST:]
    names = [name for report in last for name, _ in report.rating.items()]
    rows = tuple(
        Ribbon(name, tuple(getattr(report.rating, name) for report in last))
        for name in dict.fromkeys(names)
    )
    return History(tuple(report.id for report in last), rows)
