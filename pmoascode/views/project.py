"""One project or programme on a page: where it stands, why, and what comes next."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from pmoascode.measures import cost
from pmoascode.measures.cost import EarnedValue
from pmoascode.measures.exposure import Exposure, exposure, open_risks
from pmoascode.measures.health import Health
from pmoascode.office import Office, Work
from pmoascode.records.approval import Approval
from pmoascode.records.benefit import Benefit
from pmoascode.records.change_request import ChangeRequest
from pmoascode.records.decision import Decision
from pmoascode.records.dependency import Dependency
from pmoascode.records.exception import ExceptionReport
from pmoascode.records.finance import Finance
from pmoascode.records.issue import Issue
from pmoascode.records.project import Project
from pmoascode.records.report import Report
from pmoascode.records.risk import Risk
from pmoascode.views import due, gates, holders
from pmoascode.views.history import History, history
from pmoascode.views.holdings import scope
from pmoascode.views.matrix import HealthRow, row
from pmoascode.views.milestones import MilestoneRow, Trend, milestones, trends
from pmoascode.views.money import Curves, curves
from pmoascode.views.role_lanes import RoleLane, role_lanes

TOP = 5  # risks and issues on the report itself
SEVERITIES = ("critical", "high", "medium", "low")


@dataclass(frozen=True, slots=True)
class DependencyRow:
    """Something that the project needs, with the day on which its giver expects it."""

    dependency: Dependency
    giver: Project | None
    expected: dt.date | None  # the giver's milestone, else the forecast or the agreed day
    days_late: int | None  # expected less needed; above 0 is too late

    @property
    def is_at_risk(self) -> bool:
        """Whether it is said to be at risk, or expected too late."""
        return self.dependency.status == "at-risk" or (self.days_late or 0) > 0


@dataclass(frozen=True, slots=True)
class Registers:
    """The records that the work keeps; open ones first, the gravest before others."""

    risks: tuple[Risk, ...]  # open
    closed_risks: tuple[Risk, ...]
    issues: tuple[Issue, ...]  # open
    closed_issues: tuple[Issue, ...]
    decisions: tuple[Decision, ...]  # newest first
    changes: tuple[ChangeRequest, ...]  # newest first
    exceptions: tuple[ExceptionReport, ...]  # open ones first
    dependencies: tuple[DependencyRow, ...]  # open
    benefits: tuple[Benefit, ...]
    tasks: tuple[due.Task, ...]

    @property
    def all_risks(self) -> tuple[Risk, ...]:
        """The open risks, then the closed ones."""
        return self.risks + self.closed_risks

    @property
    def all_issues(self) -> tuple[Issue, ...]:
        """The open issues, then the closed ones."""
        return self.issues + self.closed_issues


@dataclass(frozen=True, slots=True)
class OnePage:
    """Everything that the page of one project or programme shows."""

    row: HealthRow
    report: Report | None
    reports: tuple[Report, ...]  # newest first
    team: tuple[holders.Holder, ...]
    lanes: tuple[RoleLane, ...]  # each role over time
    phases: tuple[gates.PhaseStep, ...]
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

    @property
    def earlier_approvals(self) -> tuple[Approval, ...]:
        """The decisions that are not the last one at a gate of the lifecycle, newest first."""
        last = [gate.approval for gate in self.gates]
        return tuple(approval for approval in self.approvals if approval not in last)

    @property
    def health(self) -> Health:
        """The health of the work."""
        return self.row.health


def one_page(office: Office, health: Health, given: Sequence[Approval], today: dt.date) -> OnePage:
    """The project or programme on the day, by the reports dated on or before it."""
    work = health.work
    reports = tuple(report for report in office.reports(work) if report.date <= today)
    limit = office.tolerance(work).cost
    kept = registers(office, health, given)
    since = health.previous.date if health.previous else None
    return OnePage(
        row=row(office, health, today),
        report=health.report,
        reports=reports[::-1],
        team=holders.team(office, work, today),
        lanes=role_lanes(office, scope(office, work.id), today),
        phases=gates.phases(office, work),
        gates=gates.gates(office, work, given),
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
    )


def registers(office: Office, health: Health, given: Sequence[Approval]) -> Registers:
    """The registers of the work, in the order in which a reader wants them."""
    work = health.work
    risks, issues = office.within(Risk, work), office.within(Issue, work)
    needed = [dependency_row(office, d) for d in office.within(Dependency, work) if d.is_open]
    return Registers(
        risks=open_risks(office, work),
        closed_risks=tuple(risk for risk in risks if not risk.is_open),
        issues=tuple(sorted((i for i in issues if i.is_open), key=_gravest)),
        closed_issues=tuple(issue for issue in issues if not issue.is_open),
        decisions=_newest(office.within(Decision, work)),
        changes=tuple(sorted(office.within(ChangeRequest, work), key=_requested, reverse=True)),
        exceptions=tuple(
            sorted(office.within(ExceptionReport, work), key=lambda e: (not e.is_open, e.id))
        ),
        dependencies=tuple(sorted(needed, key=lambda d: (not d.is_at_risk, d.dependency.id))),
        benefits=office.within(Benefit, work),
        tasks=due.tasks(office, work, given),
    )


def _curves(office: Office, work: Work, today: dt.date) -> Curves:
    own = curves(office, (work,), today)
    if own.rows or isinstance(work, Project):
        return own
    return curves(office, office.projects_of(work), today)


def dependency_row(office: Office, dependency: Dependency) -> DependencyRow:
    """The dependency with its giver, and the days by which it comes too late."""
    giver = office.find(Project, dependency.giver.project)
    milestone = giver.milestones.get(dependency.giver.milestone or "") if giver else None
    expected = (milestone and milestone.expected) or dependency.forecast or dependency.agreed
    late = None
    if expected and dependency.need_by:
        late = (expected - dependency.need_by).days
    return DependencyRow(dependency, giver, expected, late)


def _is_approved_since(change: ChangeRequest, since: dt.date | None) -> bool:
    decision = change.decision
    if not change.is_approved or decision is None:
        return False
    return since is None or decision.date > since


def _gravest(issue: Issue) -> tuple[int, dt.date, str]:
    rank = SEVERITIES.index(issue.severity) if issue.severity else len(SEVERITIES)
    return (rank, issue.due or dt.date.max, issue.id)


def _requested(change: ChangeRequest) -> tuple[dt.date, str]:
    day = change.decision.date if change.decision else change.requested
    return (day or dt.date.min, change.id)


def _newest(decisions: Sequence[Decision]) -> tuple[Decision, ...]:
    def key(each: Decision) -> tuple[bool, dt.date, str]:
        day = each.decided.date if each.decided else each.due
        return (each.is_open, day or dt.date.min, each.id)

    return tuple(sorted(decisions, key=key, reverse=True))
