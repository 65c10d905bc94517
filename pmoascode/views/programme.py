"""The projects of a programme: their health, their money, and what rolls up."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from pmoascode.measures.colour import WEIGHT
from pmoascode.measures.health import Health
from pmoascode.measures.rollup import Rollup, Totals, rollup, totals
from pmoascode.office import Office
from pmoascode.records.programme import Programme
from pmoascode.views.matrix import HealthRow, row


@dataclass(frozen=True, slots=True)
class Children:
    """The projects of a programme and their sums."""

    rows: tuple[HealthRow, ...]  # running first, then proposed, then ended; the worst first
    rollup: Rollup
    totals: Totals  # of the running projects


def children(
    office: Office, programme: Programme, healths: Mapping[str, Health], today: dt.date
) -> Children:
    """The projects of the programme on the day."""
    rows = sorted(
        (row(office, healths[p.name_in_full], today) for p in office.projects_of(programme)),
        key=_urgency,
    )
    return Children(
        tuple(rows),
        rollup([each.health for each in rows], healths[programme.name_in_full]),
        totals(each.money for each in rows if each.work.is_running),
    )


def _urgency(row: HealthRow) -> tuple[bool, bool, int, str, str]:
    work = row.work
    return not work.is_running, work.is_ended, -WEIGHT[row.health.shown], work.name, work.id
