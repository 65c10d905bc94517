"""The registers of one project or programme, in the order in which a reader wants them."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from pmoascode.measures.exposure import open_risks
from pmoascode.measures.health import Health
from pmoascode.office import Office
from pmoascode.records.approval import Approval
from pmoascode.records.benefit import Benefit
from pmoascode.records.change_request import ChangeRequest
from pmoascode.records.decision import Decision
from pmoascode.records.deliverable import Deliverable
from pmoascode.records.dependency import Dependency
from pmoascode.records.exception import ExceptionReport
from pmoascode.records.issue import Issue
from pmoascode.records.review import Review
from pmoascode.records.risk import Risk
from pmoascode.views import due
from pmoascode.views.dependency_row import DependencyRow, dependency_row

SEVERITIES = ("critical", "high", "medium", "low")


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
    dependencies: tuple[DependencyRow, ...]  # open: what it needs
    benefits: tuple[Benefit, ...]
    deliverables: tuple[Deliverable, ...]
    reviews: tuple[Review, ...]  # newest first
    tasks: tuple[due.Task, ...]

    @property
    def all_risks(self) -> tuple[Risk, ...]:
        """The open risks, then the closed ones."""
        return self.risks + self.closed_risks

    @property
    def all_issues(self) -> tuple[Issue, ...]:
        """The open issues, then the closed ones."""
        return self.issues + self.closed_issues


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
        deliverables=office.within(Deliverable, work),
        reviews=office.reviews(work)[::-1],
        tasks=due.tasks(office, work, given),
    )


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
