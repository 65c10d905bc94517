"""What `pmo who` says to other programs; `format_version` rises with what it says.

A minor number adds fields; a major number changes or removes some.
"""

import datetime as dt
from collections.abc import Sequence
from typing import Any

from pmoascode.office import Office
from pmoascode.records.delegation import Delegation
from pmoascode.records.project import Vacancy
from pmoascode.records.tenure import Tenure
from pmoascode.views.holdings import Holding, Scope
from pmoascode.views.role_holders import RoleHolders
from pmoascode.views.role_lanes import RoleLane, deputies
from pmoascode.views.standing import ReportDue, Standing
from pmoascode.views.ties import Tie
from pmoascode.views.waiting import Waiting

FORMAT_VERSION = "1.0"

Json = dict[str, Any]


def scope(office: Office, of: Scope, lanes: Sequence[RoleLane], day: dt.date) -> Json:
    """Who holds which role of a project, programme, portfolio or unit."""
    return _head(day) | {
        "kind": of.record.kind if of.record else "unit",
        "id": of.id,
        "name": of.title,
        "roles": [_lane(office, lane, day) for lane in lanes],
    }


def role(found: RoleHolders, day: dt.date) -> Json:
    """Everybody in one role."""
    return _head(day) | {
        "role": found.role,
        "held": [holding(h) for h in found.held],
        "coming": [holding(h) for h in found.coming],
        "vacant": [{"scope": v.work.id, "vacancy": _vacancy(v.lane.vacancy)} for v in found.vacant],
    }


def person(own: Standing, day: dt.date) -> Json:
    """All that one person holds and answers for."""
    return (
        _head(day)
        | {
            "person": own.person.id,
            "name": own.person.name,
            "position": own.person.position,
            "unit": own.person.unit,
            "time": float(own.row.time),
            "capacity": float(own.row.capacity),
            "held": [holding(h) for h in own.held],
        }
        | responsibilities(own.waiting, own.reports, own.ties)
    )


def responsibilities(
    waiting: Sequence[Waiting], reports: Sequence[ReportDue], ties: Sequence[Tie]
) -> Json:
    """What waits for the person's decision, the reports they owe, and what is in their name."""
    return {
        "waiting": [
            {
                "what": w.what,
                "title": w.title,
                "scope": w.work.id if w.work else None,
                "due": _day(w.due),
                "as": w.role or None,
            }
            for w in waiting
        ],
        "reports_due": [{"scope": r.work.id, "due": _day(r.due)} for r in reports],
        "in_their_name": [
            {
                "what": tie.what,
                "title": tie.title,
                "record": tie.record.name_in_full,
                "field": ".".join(str(key) for key in tie.at.keys),
                "scope": tie.work.id if tie.work else None,
                "due": _day(tie.due),
            }
            for tie in ties
        ],
    }


def _head(day: dt.date) -> Json:
    return {"format_version": FORMAT_VERSION, "on": day.isoformat()}


def _lane(office: Office, lane: RoleLane, day: dt.date) -> Json:
    return {
        "role": lane.role,
        "held": [
            holding(h) | {"deputies": [_lent(each) for each in deputies(office, h, day)]}
            for h in lane.now
        ],
        "coming": [holding(h) for h in lane.coming],
        "vacancy": _vacancy(lane.vacancy),
        "gaps": [tenure(gap) for gap in lane.gaps_from(day)],
    }


def holding(h: Holding) -> Json:
    """One role that one person holds."""
    held = h.assignment
    return {
        "role": h.role,
        "scope": h.scope.id,
        "person": h.person,
        "from": _day(h.from_),
        "until": _day(h.until),
        "time": float(h.time) if h.time is not None else None,
        "filled": held.filled,
        "handover": held.handover,
        "supervisor": held.supervisor,
        "appointment": {
            "date": _day(held.appointment.date),
            "letter": held.appointment.letter,
            "accountable_to": held.appointment.accountable_to,
            "tenure_until": _day(held.appointment.tenure_until),
            "tenure_milestone": held.appointment.tenure_milestone,
        }
        if held.appointment
        else None,
    }


def _lent(lent: Delegation) -> Json:
    return {
        "person": lent.to,
        "powers": list(lent.powers),
        "from": _day(lent.from_),
        "until": _day(lent.until),
    }


def _vacancy(said: Vacancy | None) -> Json | None:
    return {"since": _day(said.since), "plan": said.plan, "owner": said.owner} if said else None


def tenure(gap: Tenure) -> Json:
    """Its first and last day."""
    return {"from": _day(gap.first), "until": _day(gap.last)}


def _day(day: dt.date | None) -> str | None:
    return day.isoformat() if day else None
