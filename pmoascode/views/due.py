"""What somebody has to do by a day: actions, issues and conditions of a project."""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pmoascode.office import Office, Work
from pmoascode.records.action import ActionItem
from pmoascode.records.approval import Approval
from pmoascode.records.issue import Issue
from pmoascode.records.parts import Action
from pmoascode.records.record import At, Record
from pmoascode.records.risk import Risk


@dataclass(frozen=True, slots=True)
class Task:
    """One thing with an owner and a last day, still to be done."""

    kind: str  # action, issue, condition
    do: str
    owner: str  # id of a person; empty where nobody has it
    due: dt.date  # last day, inclusive
    record: Record  # where it is kept
    at: At

    def days_late(self, today: dt.date) -> int:
        """Days since the last day; below 0 while it is to come."""
        return (today - self.due).days


def tasks(office: Office, work: Work, given: Sequence[Approval]) -> tuple[Task, ...]:
    """Everything still to be done for the work, the earliest first."""
    found = [*_actions(office, work), *_issues(office, work), *_conditions(given)]
    return tuple(sorted(found, key=lambda task: (task.due, task.do, task.at)))


def overdue(found: Sequence[Task], today: dt.date) -> tuple[Task, ...]:
    """Those of the tasks whose last day has passed."""
    return tuple(task for task in found if task.due < today)


def _actions(office: Office, work: Work) -> Iterator[Task]:
    for item in office.within(ActionItem, work):
        if item.is_open:
            yield Task("action", item.do, item.owner, item.due, item, item.at("due"))
    for risk in office.within(Risk, work):
        if risk.is_open:
            yield from _of(risk, risk.actions)
    for issue in office.within(Issue, work):
        if issue.is_open:
            yield from _of(issue, issue.actions)
    report = office.last_report(work)
    if report:
        yield from _of(report, report.actions)


def _of(record: Record, actions: Sequence[Action]) -> Iterator[Task]:
    for index, action in enumerate(actions):
        if action.done is None:
            at = record.at("actions", index, "due")
            yield Task("action", action.do, action.owner, action.due, record, at)


def _issues(office: Office, work: Work) -> Iterator[Task]:
    for issue in office.within(Issue, work):
        if issue.is_open and issue.due:
            yield Task("issue", issue.title, issue.owner or "", issue.due, issue, issue.at("due"))


def _conditions(given: Sequence[Approval]) -> Iterator[Task]:
    for approval in given:
        for id, condition in approval.conditions.items():
            if condition.done is None:
                at = approval.at("conditions", id, "due")
                yield Task(
                    "condition", condition.text, condition.owner, condition.due, approval, at
                )
