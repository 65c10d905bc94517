"""What `pmo capacity` says to other programs; `format_version` rises with what it says.

A minor number adds fields; a major number changes or removes some. Demand and capacity are in
percent of full time.
"""

from collections.abc import Mapping, Sequence
from decimal import Decimal

from pmoascode.cli.who_json import Json
from pmoascode.views.capacity import Row
from pmoascode.views.outlook import Outlook, differences
from pmoascode.views.overloads import Overload
from pmoascode.views.vacancies import ORDER, Opening

FORMAT_VERSION = "1.0"


def written(now: Outlook, then: Outlook, said: Sequence[str]) -> Json:
    """The outlook as it would be; without a shift that is as it is."""
    changed = differences(now, then)
    return {
        "format_version": FORMAT_VERSION,
        "on": then.today.isoformat(),
        "what_if": list(said),
        "by": then.by,
        "periods": [
            {"id": p.id, "from": p.first.isoformat(), "until": p.last.isoformat()}
            for p in then.periods
        ],
        "rows": [_row(row, changed) for row in then.rows],
        "over_allocated": [_overload(each) for each in then.overloads],
        "over_allocated_now": [_overload(each) for each in now.overloads] if said else None,
        "vacancies": [_opening(each) for each in then.openings],
        "vacancies_order": ORDER,
    }


def _row(row: Row, changed: Mapping[str, Sequence[Decimal]]) -> Json:
    return {
        "id": row.id,
        "title": row.title,
        "capacity_is": row.basis or "unknown",
        "assignments": row.total,
        "without_time": row.unsaid,
        "periods": [
            {
                "demand": _number(cell.demand),
                "peak": _number(cell.peak),
                "vacant": _number(cell.vacant),
                "capacity": None if cell.capacity is None else _number(cell.capacity),
                "difference": _number(difference),
            }
            for cell, difference in zip(row.cells, changed[row.id], strict=True)
        ],
    }


def _overload(each: Overload) -> Json:
    return {
        "person": each.person.id,
        "from": each.tenure.first.isoformat(),
        "until": each.tenure.last.isoformat() if each.tenure.last else None,
        "time": _number(each.percent),
        "limit": _number(each.limit),
        "assignments": [a.name_in_full for a in each.load.assignments],
    }


def _opening(each: Opening) -> Json:
    return {
        "role": each.role,
        "scope": each.work.id,
        "from": each.gap.first.isoformat(),
        "until": each.gap.last.isoformat() if each.gap.last else None,
        "following": each.following.person if each.following else None,
        "plan": each.lane.vacancy.plan if each.lane.vacancy else None,
        "tier": each.tier,
        "stage": each.stage or None,
        "must_win": each.is_must_win,
        "next_gate": each.gate or None,
        "next_approval": each.gate_on.isoformat() if each.gate_on else None,
        "budget": None if each.budget is None else str(each.budget),
        "days_vacant": each.days,
    }


def _number(amount: Decimal) -> float:
    """With two decimals: means are endless fractions."""
    return round(float(amount), 2)
