"""Vacancies in the order in which they hurt."""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from pmoascode.measures.cost import money
from pmoascode.office import Office, Work
from pmoascode.records.approval import Approval
from pmoascode.records.fields import PhaseStage, Tier
from pmoascode.records.project import Project
from pmoascode.records.tenure import Tenure
from pmoascode.views.gates import approvals, gates
from pmoascode.views.holders import are_recorded, key_roles
from pmoascode.views.holdings import SOON, Holding, scope
from pmoascode.views.role_lanes import BOARD, RoleLane, role_lanes

# What the site and the command print beside the list.
ORDER = (
    "What is vacant now stands before what will be within 90 days. Then: sponsor and manager "
    "before seats on the board, these before other roles; must-win projects first; larger tiers; "
    "delivery, closing, initiation, start-up; the nearer next approval; the larger budget; the "
    "longer vacancy."
)
_TIERS: tuple[Tier, ...] = ("large", "medium", "small")
_STAGES: tuple[PhaseStage, ...] = ("delivery", "closing", "initiation", "start-up", "after")


@dataclass(frozen=True, slots=True)
class Opening:
    """One role of running work that nobody holds, now or soon."""

    role: str
    work: Work
    gap: Tenure
    lane: RoleLane  # with what the work says of it
    following: Holding | None  # who comes next
    tier: Tier
    stage: str
    is_must_win: bool
    gate: str  # title of the first gate that is not passed; empty where there is none
    gate_on: dt.date | None  # the day of the next milestone that is an approval
    budget: Decimal | None
    days: int  # since it fell vacant; below 0 until it does

    @property
    def is_now(self) -> bool:
        """Whether it is vacant on the day."""
        return self.days >= 0


def openings(office: Office, today: dt.date) -> tuple[Opening, ...]:
    """The vacancies of the day and of the next 90 days, as `ORDER` says."""
    given = approvals(office)
    works: tuple[Work, ...] = (*office.programmes, *office.projects)
    found = [
        opening for work in works if work.is_running for opening in _of(office, work, given, today)
    ]
    return tuple(sorted(found, key=_hurts))


def _of(
    office: Office, work: Work, given: Mapping[str, Sequence[Approval]], today: dt.date
) -> Iterator[Opening]:
    for lane in role_lanes(office, scope(office, work.id), today):
        gap = next(iter(lane.gaps_from(today)), None)
        if gap is None or (gap.first - today).days > SOON:
            continue
        if lane.vacancy is None and not are_recorded(office):
            continue
        rows = gates(office, work, given.get(work.id, ()))
        found = money(office, work)
        yield Opening(
            lane.role,
            work,
            gap,
            lane,
            next((h for h in lane.coming if h.from_ > gap.first), None),
            office.tier(work),
            office.stage(work),
            isinstance(work, Project) and work.priority is not None and work.priority.must_win,
            next((row.title for row in rows if row.state != "passed"), ""),
            _approval(work, today),
            (found.forecast or found.baseline) if found else None,
            (today - gap.first).days,
        )


def _approval(work: Work, today: dt.date) -> dt.date | None:
    """The day of the next milestone of the kind approval."""
    ahead = (
        m.expected
        for m in work.milestones.values()
        if m.kind == "approval" and m.status == "planned" and not m.actual
    )
    return min((day for day in ahead if day and day >= today), default=None)


def _hurts(opening: Opening) -> tuple[object, ...]:
    """The parts of `ORDER`; what comes first is smaller."""
    work, stage = opening.work, opening.stage
    key = 0 if opening.role in key_roles(work) else 1 if opening.role in BOARD else 2
    return (
        not opening.is_now,
        key,
        not opening.is_must_win,
        _TIERS.index(opening.tier),
        _STAGES.index(stage) if stage in _STAGES else len(_STAGES),
        opening.gate_on or dt.date.max,
        -(opening.budget or Decimal(0)),
        -opening.days,
        opening.work.name_in_full,
        opening.role,
    )
