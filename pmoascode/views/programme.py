"""The projects of a programme: their health, their money, and what rolls up."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from pmoascode.measures.health import Health
from pmoascode.measures.rollup import Rollup, Totals, rollup, totals
from pmoascode.office import Office
from pmoascode.records.programme import Programme
from pmoascode.views.matrix import HealthRow, row


@dataclass(frozen=True, slots=True)
class Children:
    """The projects of a programme and their sums."""

    rows: tuple[HealthRow, ...]  # running first, then proposed, then ended; by name
    rollup: Rollup
    totals: Totals  # of the running projects


def children(
    office: Office, programme: Programme, healths: Mapping[str, Health], today: dt.date
) -> Children:
    """The projects of the programme on the day."""
    projects = sorted(
        office.projects_of(programme), key=lambda p: (not p.is_running, p.is_ended, p.name, p.id)
    )
    rows = tuple(row(office, healths[p.name_in_full], today) for p in projects)
    return Children(
        rows,
        rollup([each.health for each in rows], healths[programme.name_in_full]),
        totals(each.money for each in rows if each.work.is_running),
    )
