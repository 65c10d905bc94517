"""What a document shows of other records: people, money, dates, objectives, benefits, lessons."""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TypeVar

from pmoascode.measures.cost import Money, money
from pmoascode.office import Office, Work
from pmoascode.records.benefit import Benefit
from pmoascode.records.business_case import BusinessCase
from pmoascode.records.finance import Finance
from pmoascode.records.lesson import Lesson
from pmoascode.records.objective import Objective
from pmoascode.records.project import Milestone, Tolerance
from pmoascode.records.record import Record
from pmoascode.views.holders import Holder, team

R = TypeVar("R", bound=Record)


@dataclass(frozen=True, slots=True)
class Ground:
    """The records around one document."""

    work: Work
    case: BusinessCase | None
    finance: Finance | None
    money: Money | None
    team: tuple[Holder, ...]
    tolerance: Tolerance
    milestones: Mapping[str, Milestone]
    objectives: Mapping[str, Objective]
    benefits: Mapping[str, Benefit]
    lessons: Mapping[str, Lesson]


def ground(office: Office, work: Work, today: dt.date) -> Ground:
    """What the documents of the work can draw on, as of the day."""
    return Ground(
        work,
        office.one(BusinessCase, work),
        office.one(Finance, work),
        money(office, work),
        team(office, work, today),
        office.tolerance(work),
        work.milestones,
        _by_id(office.all(Objective)),
        _by_id(office.within(Benefit, work)),
        _by_id(office.within(Lesson, work)),
    )


def _by_id(records: Iterable[R]) -> Mapping[str, R]:
    return {record.id: record for record in records}
