"""One project or programme on a page: where it stands, why, and what comes next."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from pmoascode.measures import cost
from pmoascode.measures.cost import EarnedValue
from pmoascode.measures.exposure import Exposure, exposure
from pmoascode.measures.health import Health
from pmoascode.office import Office, Work
from pmoascode.records.approval import Approval
from pmoascode.records.change_request import ChangeRequest
from pmoascode.records.finance import Finance
from pmoascode.records.project import Project
from pmoascode.records.report import Report
from pmoascode.views import gates, holders
from pmoascode.views.change_log import Logged, change_log
from pmoascode.views.decisions import Waiting, asked_of
from pmoascode.views.dependencies import NeedRow
from pmoascode.views.history import History, history
from pmoascode.views.holdings import scope
from pmoascode.views.matrix import HealthRow, row
from pmoascode.views.milestones import MilestoneRow, Trend, milestones, trends
from pmoascode.views.money import Curves, curves
from pmoascode.views.project_registers import Registers, registers
from pmoascode.views.role_lanes import RoleLane, role_lanes


@dataclass(frozen=True, slots=True)
class OnePage:
    """Everything that the page of one project or programme shows."""

    row: HealthRow
    report: Report | None
    reports: tuple[Report, ...]  # newest first
    team: tuple[holders.Holder, ...]
    lanes: tuple[RoleLane, ...]  # each role over time
    phases: tuple[gates.PhaseStep, ...]
    next_gate: gates.GateRow | None  # of work that is not over
    gates: tuple[gates.GateRow, ...]
    approvals: tuple[Approval, ...]  # newest first
    milestones: tuple[MilestoneRow, ...]
    trends: tuple[Trend, ...]
    history: History
    registers: Registers
    exposure: Exposure | None
    earned: EarnedValue | None
    finance: Finance | None
    curves: Curves  # its own, else those of its projects
    tolerance: Decimal  # of cost, in percent
    changes_since: tuple[ChangeRequest, ...]  # approved since the report before the last
    asked: tuple[Waiting, ...]  # questions that wait for an answer, the most pressing first
    owed: tuple[NeedRow, ...]  # open dependencies of others on it
    log: tuple[Logged, ...]  # what approved changes have moved, newest first

    @property
    def earlier_approvals(self) -> tuple[Approval, ...]:
        """The decisions that are not the last one at a gate of the lifecycle, newest first."""
        last = [gate.approval for gate in self.gates]
        return tuple(approval for approval in self.approvals if approval not in last)

    @property
    def health(self) -> Health:
        """The health of the work."""
        return self.row.health


def one_page(
    office: Office,
    health: Health,
    given: Sequence[Approval],
    today: dt.date,
    owed: Sequence[NeedRow] = (),
) -> OnePage:
    """The project or programme on the day, by the reports dated on or before it.

    `owed` are the open dependencies of others on it.
    """
    work = health.work
    reports = tuple(report for report in office.reports(work) if report.date <= today)
    limit = office.tolerance(work).cost
    kept = registers(office, health, given)
    passed = gates.gates(office, work, given)
    since = health.previous.date if health.previous else None
    return OnePage(
        row=row(office, health, today),
        report=health.report,
        reports=reports[::-1],
        team=holders.team(office, work, today),
        lanes=role_lanes(office, scope(office, work.id), today)
        if holders.are_recorded(office) or work.vacancies
        else (),
        phases=gates.phases(office, work, passed),
        gates=passed,
        next_gate=gates.next_gate(passed) if not work.is_ended else None,
        approvals=tuple(given)[::-1],
        milestones=milestones(office, work, health.previous, today),
        trends=trends(work, reports, today),
        history=history(reports),
        registers=kept,
        exposure=exposure(office, work),
        earned=cost.earned_value(office, work, today),
        finance=office.one(Finance, work),
        curves=_curves(office, work, today),
        tolerance=limit.number if limit else Decimal(0),
        changes_since=tuple(c for c in kept.changes if _is_approved_since(c, since)),
        asked=asked_of(office, health),
        owed=tuple(owed),
        log=change_log(office, work),
    )


def _curves(office: Office, work: Work, today: dt.date) -> Curves:
    own = curves(office, (work,), today)
    if own.rows or isinstance(work, Project):
        return own
    return curves(office, office.projects_of(work), today)


def _is_approved_since(change: ChangeRequest, since: dt.date | None) -> bool:
    decision = change.decision
    if not change.is_approved or decision is None:
        return False
    return since is None or decision.date > since
