"""The outlook on capacity: rows, over-allocation and vacancies, also as they would be otherwise."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from pmoascode.office import Office
from pmoascode.records.period import Period
from pmoascode.records.tenure import Tenure
from pmoascode.views.capacity import By, Row, capacity
from pmoascode.views.overloads import Overload, overloads
from pmoascode.views.vacancies import Opening, openings


@dataclass(frozen=True, slots=True)
class Outlook:
    """What the records say of the periods on the day."""

    by: By
    periods: tuple[Period, ...]
    today: dt.date
    rows: tuple[Row, ...]
    overloads: tuple[Overload, ...]
    openings: tuple[Opening, ...]
    total: int  # the assignments and vacancies that are counted
    unsaid: Mapping[str, int]  # role to how many of them say no time, the most first


def outlook(office: Office, by: By, within: Sequence[Period], today: dt.date) -> Outlook:
    """The outlook on the periods, which are in order and without gaps."""
    whole = Tenure(within[0].first, within[-1].last)
    rows = capacity(office, by, within, today)
    roles = rows if by == "role" else capacity(office, "role", within, today)
    unsaid = sorted((-row.unsaid, row.title) for row in roles if row.unsaid)
    return Outlook(
        by,
        tuple(within),
        today,
        rows,
        overloads(office, whole, today),
        openings(office, today),
        sum(row.total for row in roles),
        {title: -number for number, title in unsaid},
    )


def differences(now: Outlook, then: Outlook) -> Mapping[str, tuple[Decimal, ...]]:
    """Row to how much more demand there would be in each period, in percent of full time."""
    before = {row.id: row for row in now.rows}
    nothing = (Decimal(0),) * len(then.periods)
    return {
        row.id: tuple(
            cell.demand - was
            for cell, was in zip(
                row.cells,
                [c.demand for c in before[row.id].cells] if row.id in before else nothing,
                strict=True,
            )
        )
        for row in then.rows
    }
