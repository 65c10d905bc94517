"""Each role of a project, programme, portfolio or unit over time: its holders and the gaps."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from pmoascode.measures.lending import covers, tenure
from pmoascode.office import Office, Work
from pmoascode.records.delegation import Delegation
from pmoascode.records.programme import Programme
from pmoascode.records.project import Project, Vacancy
from pmoascode.records.role import Role
from pmoascode.records.tenure import Tenure
from pmoascode.views.holders import key_roles
from pmoascode.views.holdings import Holding, Scope, holdings

BOARD = ("senior-user", "senior-supplier", "business-change-manager")  # seats that must be taken


@dataclass(frozen=True, slots=True)
class RoleLane:
    """One role and everybody who held, holds or will hold it."""

    role: str
    holdings: tuple[Holding, ...]  # by their first day
    gaps: tuple[Tenure, ...]  # days on which nobody holds it and somebody should
    vacancy: Vacancy | None  # what the work says of its being empty

    @property
    def now(self) -> tuple[Holding, ...]:
        """The holders of the day."""
        return tuple(h for h in self.holdings if h.state == "now")

    @property
    def coming(self) -> tuple[Holding, ...]:
        """Those who follow, the next first."""
        return tuple(h for h in self.holdings if h.state == "coming")

    def gaps_from(self, day: dt.date) -> tuple[Tenure, ...]:
        """The gaps that are not over by the day."""
        return tuple(gap for gap in self.gaps if gap.last is None or gap.last >= day)


def role_lanes(office: Office, scope: Scope, today: dt.date) -> tuple[RoleLane, ...]:
    """Every role of the scope that is, was or should be held; the key roles first."""
    work = scope.record if isinstance(scope.record, Project | Programme) else None
    held: dict[str, list[Holding]] = {}
    for holding in holdings(office, office.assignments(scope.id), today):
        held.setdefault(holding.role, []).append(holding)
    vacancies = work.vacancies if work else {}
    first = key_roles(work) if work else ()
    needed = first if work and work.is_running else ()
    found = [
        _lane(office, role, held.get(role, ()), work, today)
        for role in {*held, *vacancies, *needed}
    ]
    order = {role: index for index, role in enumerate(first)}
    return tuple(sorted(found, key=lambda lane: (order.get(lane.role, len(order)), lane.role)))


def deputies(office: Office, holding: Holding, today: dt.date) -> tuple[Delegation, ...]:
    """Who acts for the holder in the role, now or later; the earliest first."""
    lent = (
        each
        for each in office.all(Delegation)
        if each.by == holding.person
        and each.role in (None, holding.role)
        and each.until >= today
        and covers(each, holding.scope.id, office)
        and tenure(each).shared(holding.assignment.tenure)
    )
    return tuple(sorted(lent, key=lambda each: (each.from_, each.id)))


def _lane(
    office: Office, role: str, held: Sequence[Holding], work: Work | None, today: dt.date
) -> RoleLane:
    in_turn = sorted(held, key=lambda h: (h.from_, h.person))
    needed = _needed(office, role, in_turn, work, today)
    gaps = needed.gaps(h.assignment.tenure for h in in_turn) if needed else ()
    vacancy = work.vacancies.get(role) if work else None
    return RoleLane(role, tuple(in_turn), tuple(gaps), vacancy)


def _needed(
    office: Office, role: str, held: Sequence[Holding], work: Work | None, today: dt.date
) -> Tenure | None:
    """The days on which somebody should hold the role; None where it may stand empty.

    A role of one holder, a seat on the board and a role that the work itself calls vacant are
    needed from their first holder on, sponsor and manager from the work's first day; all of them
    until the work ends.
    """
    known, key = office.find(Role, role), work is not None and role in key_roles(work)
    said = work.vacancies.get(role) if work else None
    if not (key or said or role in BOARD or (known and known.single_holder)):
        return None
    first = [held[0].from_] if held else [said.since] if said else []
    start = work.start if work and key and work.status != "proposed" else None
    begun = (start.actual or start.forecast or start.baseline) if start else None
    first += [begun] if begun else []
    return Tenure(min(first, default=today), _last(held, work, today))


def _last(held: Sequence[Holding], work: Work | None, today: dt.date) -> dt.date | None:
    """The last day on which the role is needed; None while no end is known."""
    if work is None:
        return None
    if work.is_running:
        return work.last_day if work.last_day and work.last_day >= today else None
    ends = [h.until or dt.date.max for h in held]
    return (work.finish.actual if work.finish else None) or max(ends, default=today)
