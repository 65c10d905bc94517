"""What a programme or portfolio manager watches over: the most pressing of what its work keeps."""

import datetime as dt
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from pmoascode.measures.health import Health
from pmoascode.office import Office, Work
from pmoascode.views.benefits import BenefitRow, Sum, benefit_rows, total
from pmoascode.views.decisions import Waiting, asked_of
from pmoascode.views.dependencies import NeedRow
from pmoascode.views.milestone_table import PlacedMilestone, every_milestone
from pmoascode.views.risks import RiskRow, Weight, open_risks, weight
from pmoascode.views.vacancies import Opening, openings

T = TypeVar("T")
_BY_WORK = Mapping[str, Sequence[T]]  # name in full -> rows
SHOWN = 5  # rows of each table; all of them stand on the page of their kind


@dataclass(frozen=True, slots=True)
class Ground:
    """The rows of the whole office, by the work that they belong to."""

    milestones: _BY_WORK[PlacedMilestone]
    risks: _BY_WORK[RiskRow]
    benefits: _BY_WORK[BenefitRow]
    needs: _BY_WORK[NeedRow]  # of who needs something, and of who gives it
    openings: _BY_WORK[Opening]


@dataclass(frozen=True, slots=True)
class RolledUp:
    """What several pieces of work keep, together."""

    asked: tuple[Waiting, ...]  # the most pressing first
    milestones: tuple[PlacedMilestone, ...]  # still to come, the next first
    critical: int  # of these, on which an end depends
    late: int  # of these, expected after their baseline
    risks: tuple[RiskRow, ...]  # open threats, the highest first
    weight: Weight
    benefits: tuple[BenefitRow, ...]
    worth: Sum
    inside: tuple[NeedRow, ...]  # from one of them to another, the latest first
    outside: tuple[NeedRow, ...]  # with others, either way
    openings: tuple[Opening, ...]  # roles that nobody holds, in the order in which it hurts


def ground(office: Office, needs: Sequence[NeedRow], today: dt.date) -> Ground:
    """The rows, from the open dependencies and the records."""
    works = [(each.work, each) for each in needs]
    works += [(each.need.giver, each) for each in needs if each.need.giver not in (None, each.work)]
    return Ground(
        _grouped(every_milestone(office, today), lambda m: m.project),
        _grouped((r for r in open_risks(office, today) if r.is_threat), lambda r: r.work),
        _grouped(benefit_rows(office, today), lambda b: b.work),
        {
            name: [each for _, each in rows]
            for name, rows in _grouped(works, lambda pair: pair[0]).items()
        },
        _grouped(openings(office, today), lambda o: o.work),
    )


def rolled_up(
    found: Ground, office: Office, works: Sequence[Work], healths: Mapping[str, Health]
) -> RolledUp:
    """What the pieces of work keep, together."""
    names = [work.name_in_full for work in works]
    coming = [
        m
        for m in _of(found.milestones, names)
        if m.row.milestone.actual is None and m.row.milestone.status != "dropped"
    ]
    risks = sorted(_of(found.risks, names), key=lambda r: (-r.score, r.work.name, r.risk.id))
    benefits = tuple(_of(found.benefits, names))
    needs = {n.need.dependency.name_in_full: n for n in _of(found.needs, names)}.values()
    ours = frozenset(names)
    inside = [each for each in needs if _is_inside(each, ours)]
    outside = [each for each in needs if not _is_inside(each, ours)]
    asked = (each for name in names for each in asked_of(office, healths[name]))
    return RolledUp(
        tuple(sorted(asked, key=lambda a: (a.due or dt.date.max, a.work.name, a.question))),
        tuple(sorted(coming, key=lambda m: (m.row.milestone.expected or dt.date.max, m.row.id))),
        sum(m.is_critical for m in coming),
        sum((m.row.slip or 0) > 0 for m in coming),
        tuple(risks),
        weight(risks),
        benefits,
        total(benefits),
        tuple(sorted(inside, key=_lateness)),
        tuple(sorted(outside, key=_lateness)),
        tuple(_of(found.openings, names)),
    )


def _is_inside(each: NeedRow, names: frozenset[str]) -> bool:
    giver = each.need.giver
    return giver is not None and {giver.name_in_full, each.work.name_in_full} <= names


def _lateness(need: NeedRow) -> tuple[int, dt.date]:
    return (-(need.need.days_late or 0), need.need.dependency.need_by or dt.date.max)


def _of(rows: Mapping[str, Sequence[T]], names: Iterable[str]) -> Iterable[T]:
    return [each for name in names for each in rows.get(name, ())]


def _grouped(rows: Iterable[T], work: Callable[[T], Work]) -> dict[str, list[T]]:
    found: dict[str, list[T]] = {}
    for each in rows:
        found.setdefault(work(each).name_in_full, []).append(each)
    return found
