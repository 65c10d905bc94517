"""The open risks of the whole portfolio: the highest, what they weigh, and how that went."""

import datetime as dt
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from pmoascode.measures.exposure import expected_cost
from pmoascode.office import Office, Work
from pmoascode.records.parts import Action
from pmoascode.records.project import Project
from pmoascode.records.report import Report
from pmoascode.records.risk import Risk
from pmoascode.views.month_ends import month_ends
from pmoascode.views.parents import Parent, by_parent

MONTHS = 12  # looked back


@dataclass(frozen=True, slots=True)
class RiskRow:
    """One open risk of work that is not over."""

    risk: Risk
    work: Work
    expected: Decimal | None  # probability share times cost, in money
    next_action: Action | None  # the earliest that is not done
    days_open: int | None  # since it was raised; None where no day is given
    is_above: bool  # a threat above the appetite that nobody has accepted

    @property
    def score(self) -> int:
        """Probability times impact, 1 to 25; 0 where it is not rated."""
        return self.risk.score or 0

    @property
    def is_threat(self) -> bool:
        """Whether it would harm."""
        return self.risk.type_ == "threat"


@dataclass(frozen=True, slots=True)
class Weight:
    """What several threats weigh together."""

    risks: int
    scores: int  # sum of probability times impact
    money: Decimal | None  # sum of what they are expected to cost; None where none says
    highest: int  # score
    above: int  # above the appetite, not accepted


@dataclass(frozen=True, slots=True)
class Course:
    """What the threats weighed at the ends of months, and what the reports said."""

    open: tuple[tuple[dt.date, Decimal], ...]  # threats open on the day
    expected: tuple[tuple[dt.date, Decimal], ...]  # their expected cost, as they are rated today
    reported: tuple[tuple[dt.date, Decimal], ...]  # exposure of the last reports until then


def open_risks(office: Office, today: dt.date) -> tuple[RiskRow, ...]:
    """Every open risk, the highest score first; of equal ones the dearest."""
    works: tuple[Work, ...] = (*office.programmes, *office.projects)
    rows = [
        _row(office, work, risk, today)
        for work in works
        if not work.is_ended
        for risk in office.within(Risk, work)
        if risk.is_open
    ]
    return tuple(sorted(rows, key=lambda row: (-row.score, -(row.expected or 0), *_name(row))))


def weight(rows: Iterable[RiskRow]) -> Weight:
    """What the threats among the rows weigh; opportunities do not count."""
    threats = [row for row in rows if row.is_threat]
    money = [row.expected for row in threats if row.expected is not None]
    return Weight(
        len(threats),
        sum(row.score for row in threats),
        sum(money, Decimal(0)) if money else None,
        max((row.score for row in threats), default=0),
        sum(row.is_above for row in threats),
    )


def by_category(rows: Sequence[RiskRow]) -> Mapping[str, Weight]:
    """The weight of each category, the heaviest first; "" has those without one."""
    return _weights(rows, lambda row: row.risk.category or "")


def by_programme(office: Office, rows: Sequence[RiskRow]) -> tuple[tuple[Parent, Weight], ...]:
    """The weight of each programme with its projects, or of what else divides the projects."""
    parents = by_parent(office, office.projects)
    of = {project.id: parent for parent, projects in parents for project in projects}
    own = {parent.id: parent for parent, _ in parents if parent.kind == "programme"}
    found: dict[Parent, list[RiskRow]] = {parent: [] for parent, _ in parents}
    for row in rows:
        parent = of.get(row.work.id) if isinstance(row.work, Project) else own.get(row.work.id)
        if parent is None:
            parent = Parent("programme", row.work.id, row.work.name)
        found.setdefault(parent, []).append(row)
    return tuple((parent, weight(its)) for parent, its in found.items() if its)


def course(office: Office, today: dt.date) -> Course:
    """The last year, month by month: risks count from the day raised to the day closed."""
    ends = month_ends(today, MONTHS)
    works: tuple[Work, ...] = (*office.programmes, *office.projects)
    threats = [r for work in works for r in office.within(Risk, work) if r.type_ == "threat"]
    reports = [_stated(office.reports(work)) for work in works]
    there = [(end, [risk for risk in threats if _is_there(risk, end)]) for end in ends]
    return Course(
        tuple((end, Decimal(len(found))) for end, found in there),
        tuple((end, sum((expected_cost(r) or Decimal(0) for r in found), Decimal(0)))
              for end, found in there) if any(expected_cost(r) for r in threats) else (),
        tuple((end, said) for end in ends if (said := _reported(reports, end)) is not None),
    )  # fmt: skip


def _row(office: Office, work: Work, risk: Risk, today: dt.date) -> RiskRow:
    todo = sorted((a for a in risk.actions if a.done is None), key=lambda a: (a.due, a.do))
    accepted = risk.acceptance is not None and risk.acceptance.is_granted
    is_high = (risk.score or 0) > office.policy.risk.appetite
    return RiskRow(
        risk,
        work,
        expected_cost(risk),
        todo[0] if todo else None,
        (today - risk.raised).days if risk.raised else None,
        is_high and risk.type_ == "threat" and not accepted,
    )


def _weights(rows: Sequence[RiskRow], key: Callable[[RiskRow], str]) -> Mapping[str, Weight]:
    names = sorted({key(row) for row in rows if row.is_threat})
    found = {name: weight(row for row in rows if key(row) == name) for name in names}
    return dict(sorted(found.items(), key=lambda each: (-each[1].scores, each[0])))


def _name(row: RiskRow) -> tuple[str, str]:
    return (row.work.name_in_full, row.risk.id)


def _is_there(risk: Risk, on: dt.date) -> bool:
    """Whether the risk was raised by then and not yet closed; without a day it never was."""
    if risk.raised is None or risk.raised > on:
        return False
    return risk.is_open or (risk.closed is not None and risk.closed.date > on)


def _stated(reports: Sequence[Report]) -> tuple[tuple[dt.date, Decimal], ...]:
    """The exposures that reports state, by the days of the reports."""
    return tuple(
        (report.date, report.figures.exposure)
        for report in reports
        if report.figures and report.figures.exposure is not None
    )


def _reported(reports: Sequence[Sequence[tuple[dt.date, Decimal]]], on: dt.date) -> Decimal | None:
    """The sum of each work's last exposure stated by then; None where none was."""
    last = [until[-1] for its in reports if (until := [said for day, said in its if day <= on])]
    return sum(last, Decimal(0)) if last else None
