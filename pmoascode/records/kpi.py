"""Key performance indicators: one figure, its target and the points where it turns."""

from typing import Annotated, ClassVar, Literal

from pmoascode.records.fields import Line, Number, PersonId, Prose, Term, says
from pmoascode.records.measurement import Measurement
from pmoascode.records.record import Record


class Kpi(Record, frozen=True, kw_only=True):
    """One indicator; its colour is computed from its thresholds."""

    kind: ClassVar[str] = "kpi"

    title: Annotated[Line, says("Title", "What it is called.", "Reports on time")]
    purpose: Annotated[
        Prose | None, says("Purpose", "Which question it answers.", "Can we trust the status?")
    ] = None
    formula: Annotated[
        Line | None, says("Formula", "How it is worked out.", "Reports on time / reports due")
    ] = None
    unit: Annotated[Line | None, says("Unit", "The unit of every value.", "%")] = None
    direction: Annotated[
        Literal["higher", "lower"] | None,
        says("Direction", "Which way is better.", "higher"),
    ] = None
    baseline: Annotated[Number | None, says("Baseline", "Where it began.", 71)] = None
    target: Annotated[Number | None, says("Target", "Where it is to be.", 95)] = None
    amber: Annotated[Number | None, says("Amber", "At this value and worse it is amber.", 90)] = (
        None
    )
    red: Annotated[Number | None, says("Red", "At this value and worse it is red.", 80)] = None
    every: Annotated[Term | None, says("Every", "Time between measurements.", "1 month")] = None
    source: Annotated[
        Line | None, says("Source", "Where the value comes from.", "Reports of the month")
    ] = None
    owner: Annotated[PersonId | None, says("Owner", "Who answers for it.", "ana-keller")] = None
    measurements: Annotated[
        tuple[Measurement, ...],
        says("Measurements", "Only ever added.", [{"date": "2026-10-31", "value": 92}]),
    ] = ()

    @property
    def latest(self) -> Measurement | None:
        """The measurement of the latest day."""
        return max(self.measurements, key=lambda measurement: measurement.date, default=None)

    def colour(self, value: Number) -> Literal["green", "amber", "red"] | None:
        """The colour of the value; nothing where direction or thresholds are missing."""
        if self.direction is None or self.amber is None or self.red is None:
            return None
        sign = 1 if self.direction == "higher" else -1
        if sign * value <= sign * self.red:
            return "red"
        return "amber" if sign * value <= sign * self.amber else "green"
