"""The roadmap: every project on one time axis, by programme, portfolio or unit."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from pmoascode.measures.colour import Colour
from pmoascode.measures.health import Health
from pmoascode.office import Office, Work
from pmoascode.records.approval import Approval
from pmoascode.records.project import Project
from pmoascode.views.gates import approvals
from pmoascode.views.parents import Parent, by_parent


@dataclass(frozen=True, slots=True)
class Stretch:
    """A management stage of a project."""

    title: str
    first: dt.date  # first day, inclusive
    last: dt.date  # last day, inclusive
    state: Literal["done", "current", "planned"]


@dataclass(frozen=True, slots=True)
class Point:
    """A milestone or a gate."""

    title: str
    kind: Literal["milestone", "gate"]
    baseline: dt.date | None = None
    forecast: dt.date | None = None
    actual: dt.date | None = None


@dataclass(frozen=True, slots=True)
class Lane:
    """One project from its first to its last day."""

    work: Work
    colour: Colour
    start: dt.date | None
    finish: dt.date | None
    baseline_finish: dt.date | None
    stretches: tuple[Stretch, ...]
    points: tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class LaneGroup:
    """The lanes of one programme, portfolio or unit, or of one year."""

    parent: Parent
    lanes: tuple[Lane, ...]


def roadmap(
    office: Office, healths: Mapping[str, Health], today: dt.date, *, critical: bool = False
) -> tuple[LaneGroup, ...]:
    """The projects that are not ended and have a date, under their parents and by start.

    With `critical`, milestones that do not move the end are left out.
    """
    given = approvals(office)
    live = [p for p in office.projects if not p.is_ended and (p.finish or p.start)]
    found = {
        project.id: lane(
            project,
            healths[project.name_in_full],
            given.get(project.id, ()),
            today,
            critical=critical,
        )
        for project in live
    }
    return tuple(
        LaneGroup(parent, tuple(sorted((found[p.id] for p in projects), key=_order)))
        for parent, projects in by_parent(office, live)
    )


def by_finish(groups: Sequence[LaneGroup]) -> tuple[LaneGroup, ...]:
    """The same lanes by the year of their finish; those without one come last."""
    lanes = [lane for group in groups for lane in group.lanes]
    years = sorted({lane.finish.year for lane in lanes if lane.finish})
    named = [(Parent("year", str(year), f"Finish in {year}"), year) for year in years]
    found = (
        LaneGroup(parent, tuple(lane for lane in lanes if _year(lane) == year))
        for parent, year in (*named, (Parent("finish", "", "No finish"), None))
    )
    return tuple(group for group in found if group.lanes)


def _year(lane: Lane) -> int | None:
    return lane.finish.year if lane.finish else None


def lane(
    project: Project,
    health: Health,
    given: Sequence[Approval],
    today: dt.date,
    *,
    critical: bool = False,
) -> Lane:
    """The lane of one project; its gates are the approvals that were granted."""
    start, finish = project.start, project.finish
    points = [
        Point(m.title, "milestone", m.baseline, m.forecast, m.actual)
        for m in project.milestones.values()
        if m.status != "dropped" and m.expected and (m.critical or not critical)
    ]
    points += [
        Point(a.gate.replace("-", " ").capitalize(), "gate", actual=a.decision.date)
        for a in given
        if a.is_granted
    ]
    return Lane(
        project,
        health.shown,
        (start.actual or start.forecast or start.baseline) if start else None,
        project.last_day,
        finish.baseline if finish else None,
        _stretches(project, today),
        tuple(points),
    )


def _stretches(project: Project, today: dt.date) -> tuple[Stretch, ...]:
    found = []
    for stage in project.stages.values():
        last = stage.actual or stage.forecast or stage.baseline
        if stage.start is None or last is None or last < stage.start:
            continue
        state: Literal["done", "current", "planned"] = "planned"
        if stage.actual and stage.actual <= today:
            state = "done"
        elif stage.start <= today:
            state = "current"
        found.append(Stretch(stage.title, stage.start, last, state))
    return tuple(found)


def _order(lane: Lane) -> tuple[dt.date, str]:
    return (lane.start or dt.date.max, lane.work.id)
