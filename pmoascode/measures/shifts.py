"""Shifts: how the ratings of a status report differ from those of the one before it."""

from dataclasses import dataclass

from pmoascode.measures import stated
from pmoascode.office import Office
from pmoascode.records.fields import Rating
from pmoascode.records.report import Report


@dataclass(frozen=True, slots=True)
class Shift:
    """One dimension that is rated otherwise than before."""

    dimension: str
    was: Rating
    now: Rating
    since: Report  # the report before

    def __str__(self) -> str:
        return f"{self.dimension} from {self.was} to {self.now}"


def shifts(office: Office, report: Report) -> tuple[Shift, ...]:
    """The shifts of the newest report of running work, overall first; none for other reports.

    Corrections are put in on both sides; a dimension counts where both reports rate it.
    """
    work = stated.reported_work(office, report)
    earlier = office.reports(work)[:-1] if work else ()
    if not earlier:
        return ()
    old, new = stated.ratings(earlier[-1]), stated.ratings(report)
    return tuple(
        Shift(name, old[name], rating, earlier[-1])
        for name, rating in new.items()
        if name in old and old[name] != rating
    )


def is_corrected(report: Report, field: str) -> bool:
    """Whether a correction of the report is about the field, as in "rating.schedule"."""
    return any(correction.field == field for correction in report.corrections)
