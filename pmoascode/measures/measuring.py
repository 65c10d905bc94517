"""Measuring: by when the next value of a benefit or of a key figure is due."""

import datetime as dt
from collections.abc import Iterator

from pmoascode.records.benefit import Benefit
from pmoascode.records.kpi import Kpi

_COMING = ("in-delivery", "partly-realised")  # while it is only planned, its target's day counts


def measurement_due(measured: Benefit | Kpi) -> dt.date | None:
    """The day by which a measurement is to follow the last one; None where nothing says."""
    if isinstance(measured, Kpi):
        last = measured.latest
        return measured.every.after(last.date) if measured.every and last else None
    return min(_of_benefit(measured), default=None) if measured.is_open else None


def _of_benefit(benefit: Benefit) -> Iterator[dt.date]:
    """The days by which a measurement was to follow the last one."""
    began = benefit.baseline.date if benefit.baseline else None
    last = benefit.latest.date if benefit.latest else None
    since, end = last or began, benefit.target.date if benefit.target else None
    if benefit.status in _COMING and benefit.every and since:
        yield benefit.every.after(since)
    if end and (last is None or last < end):
        yield end
