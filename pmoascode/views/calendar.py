"""What happens on which day: milestones, boards, reports due, decisions and reviews."""

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from pmoascode.measures.health import Health
from pmoascode.office import Office, Work
from pmoascode.office.naming import scope_name
from pmoascode.records.meeting import Meeting
from pmoascode.records.project import Project
from pmoascode.records.record import Record
from pmoascode.records.review import Review

Kind = Literal["milestone", "finish", "report", "decision", "board", "review"]


@dataclass(frozen=True, slots=True)
class Event:
    """One thing that happens, or is expected, on one day."""

    day: dt.date
    kind: Kind
    title: str
    id: str  # unique, and the same while the thing is the same
    work: Work | None  # None where it belongs to the whole office
    record: Record
    is_past: bool  # it has happened
    note: str = ""  # one sentence more
    baseline: dt.date | None = None  # the approved day, where it is another


def events(office: Office, healths: Mapping[str, Health], today: dt.date) -> tuple[Event, ...]:
    """Every event, the earliest first."""
    works: tuple[Work, ...] = (*office.programmes, *office.projects)
    found = [event for work in works for event in _of_work(work, healths[work.name_in_full], today)]
    found += _boards(office, today)
    found += _reviews(office, today)
    return tuple(sorted(found, key=lambda event: (event.day, event.title, event.id)))


def _of_work(work: Work, health: Health, today: dt.date) -> Iterator[Event]:
    name = work.name_in_full
    if isinstance(work, Project):
        yield from _milestones(work)
    if work.is_running and work.last_day and not (work.finish and work.finish.actual):
        title = f"{work.name}: planned end"
        yield Event(work.last_day, "finish", title, f"{name}/finish", work, work, is_past=False)
    if health.freshness.due:
        title = f"{work.name}: status report due"
        due = health.freshness.due
        yield Event(due, "report", title, f"{name}/report/{due}", work, work, is_past=due < today)
    if health.report and work.is_running:
        for number, needed in enumerate(health.report.decisions_needed):
            yield Event(
                needed.needed_by,
                "decision",
                f"{work.name}: {needed.what}",
                f"{health.report.name_in_full}/decision/{number}",
                work,
                health.report,
                is_past=needed.needed_by < today,
                note=f"Asked of {needed.by}.",
            )


def _milestones(project: Project) -> Iterator[Event]:
    for id, milestone in project.milestones.items():
        day = milestone.actual or milestone.forecast or milestone.baseline
        if day is None or milestone.status == "dropped":
            continue
        moved = milestone.baseline and milestone.baseline != day
        yield Event(
            day,
            "milestone",
            f"{project.name}: {milestone.title}",
            f"{project.name_in_full}/{id}",
            project,
            project,
            is_past=milestone.actual is not None,
            baseline=milestone.baseline if moved else None,
        )


def _boards(office: Office, today: dt.date) -> Iterator[Event]:
    for meeting in office.all(Meeting):
        try:
            day = dt.date.fromisoformat(meeting.id)
        except ValueError:
            continue  # found by a rule
        name = meeting.name_in_full
        yield Event(day, "board", meeting.title, name, None, meeting, is_past=day < today)


def _reviews(office: Office, today: dt.date) -> Iterator[Event]:
    for review in office.all(Review):
        work = office.owner(review)
        title = f"{scope_name(review.scope_id, office)}: {review.title}"
        name, is_past = review.name_in_full, review.date < today
        yield Event(review.date, "review", title, name, work, review, is_past=is_past)
