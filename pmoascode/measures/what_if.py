"""What if: the same office with a person gone, or with a project at another time."""

import datetime as dt
from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import TypeVar

from msgspec import structs

from pmoascode.office import Office
from pmoascode.records.assignment import Assignment
from pmoascode.records.days import later
from pmoascode.records.parts import Forecast
from pmoascode.records.project import Project
from pmoascode.records.record import Record

D = TypeVar("D", bound=Forecast)


def with_changed(office: Office, changed: Iterable[Record]) -> Office:
    """The office with the records in the place of those of the same kind, scope and id."""
    records = {kind: dict(found) for kind, found in office.records.items()}
    for record in changed:
        records[type(record)][record.scope, record.id] = record
    return replace(office, records=records)


def without(office: Office, person: str, last: dt.date) -> Office:
    """The office in which the person holds no role after the day."""
    records = dict(office.records)
    kept = {key: a for key, a in records[Assignment].items() if not _begins_after(a, person, last)}
    records[Assignment] = kept
    ending = [
        structs.replace(a, until=last)
        for a in office.assignments_of(person)
        if a.from_ <= last and (a.until is None or a.until > last)
    ]
    return with_changed(replace(office, records=records), ending)


def _begins_after(record: Record, person: str, last: dt.date) -> bool:
    return isinstance(record, Assignment) and record.person == person and record.from_ > last


def moved(office: Office, project: Project, days: int, today: dt.date) -> Office:
    """The office in which all that lies ahead in the project comes so many days later.

    Days from today on move: first and last days of assignments, start, finish, milestones and
    vacancies. What has been stays, and so does a first day before today.
    """

    def day(was: dt.date) -> dt.date:
        return later(was, days) if was >= today else was

    return with_changed(
        office,
        [
            _moved_project(project, day),
            *(
                structs.replace(a, from_=day(a.from_), until=a.until and day(a.until))
                for a in office.assignments(project)
            ),
        ],
    )


def _moved_project(project: Project, day: Callable[[dt.date], dt.date]) -> Project:
    return structs.replace(
        project,
        start=project.start and _moved(project.start, day),
        finish=project.finish and _moved(project.finish, day),
        milestones={id: _moved(each, day) for id, each in project.milestones.items()},
        vacancies={
            role: structs.replace(each, since=day(each.since))
            for role, each in project.vacancies.items()
        },
    )


def _moved(dated: D, day: Callable[[dt.date], dt.date]) -> D:
    """The date with another forecast; what has happened, or has no date, stays."""
    expected = dated.forecast or dated.baseline
    return (
        structs.replace(dated, forecast=day(expected)) if expected and not dated.actual else dated
    )


def first_day(office: Office, project: Project) -> dt.date | None:
    """The day on which the project starts, or the first on which somebody is assigned to it."""
    start = project.start
    said = (start.actual or start.forecast or start.baseline) if start else None
    return said or min((a.from_ for a in office.assignments(project)), default=None)
