"""What somebody has to do: actions, issues, conditions, and what reviews and lessons ask for."""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from pmoascode.office import Office, Work
from pmoascode.records.action import ActionItem
from pmoascode.records.approval import Approval
from pmoascode.records.end_report import EndReport
from pmoascode.records.improvement import Improvement
from pmoascode.records.issue import Issue
from pmoascode.records.lesson import Lesson
from pmoascode.records.meeting import Meeting
from pmoascode.records.parts import Action
from pmoascode.records.record import At, Record
from pmoascode.records.risk import Risk

Kind = Literal["action", "issue", "condition", "recommendation", "lesson", "improvement"]


@dataclass(frozen=True, slots=True)
class Task:
    """One thing still to be done."""

    kind: Kind
    do: str
    owner: str  # id of a person; empty where nobody has it
    due: dt.date | None  # last day, inclusive; None where the record says none
    record: Record  # where it is kept
    at: At

    def days_late(self, today: dt.date) -> int:
        """Days since the last day; below 0 while it is to come, 0 where there is none."""
        return (today - self.due).days if self.due else 0


def tasks(office: Office, work: Work, given: Sequence[Approval]) -> tuple[Task, ...]:
    """Everything still to be done for the work, the earliest first, then what has no day."""
    found = [*_actions(office, work), *_issues(office, work), *_conditions(given)]
    found += [*_recommendations(office, work), *_lessons(office, work)]
    return tuple(sorted(found, key=lambda task: (task.due or dt.date.max, task.do, task.at)))


def of_office(office: Office) -> Iterator[Task]:
    """What boards agreed, and what the office means to do better; it is of no one's work."""
    for meeting in office.all(Meeting):
        yield from _of(meeting, meeting.actions)
    for each in office.all(Improvement):
        if each.is_open:
            at = each.at("due")
            yield Task("improvement", each.title, each.owner or "", each.due, each, at)


def overdue(found: Sequence[Task], today: dt.date) -> tuple[Task, ...]:
    """Those of the tasks whose last day has passed."""
    return tuple(task for task in found if task.due and task.due < today)


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
    for ended in office.within(EndReport, work):
        yield from _of(ended, ended.follow_on, "follow_on")


def _of(record: Record, actions: Sequence[Action], field: str = "actions") -> Iterator[Task]:
    for index, action in enumerate(actions):
        if action.done is None:
            at = record.at(field, index, "due")
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


def _recommendations(office: Office, work: Work) -> Iterator[Task]:
    for review in office.reviews(work):
        for id, each in review.recommendations.items():
            if each.done is None:
                at = review.at("recommendations", id, "due")
                yield Task("recommendation", each.text, each.owner or "", each.due, review, at)


def _lessons(office: Office, work: Work) -> Iterator[Task]:
    for lesson in office.within(Lesson, work):
        if lesson.owner and not (lesson.shared or lesson.applied_in):
            said = f"Tell others: {lesson.title}"
            yield Task("lesson", said, lesson.owner, None, lesson, lesson.at())
