"""A milestone moved, reached, dropped or added, and what that means for the plan."""

import datetime as dt
from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from typing import Any

from pmoascode.acts.drafting import Drafting
from pmoascode.finding import CannotRun
from pmoascode.measures import tolerance
from pmoascode.measures.agreed_plan import is_plan_agreed
from pmoascode.measures.change_control import path
from pmoascode.measures.schedule import slip
from pmoascode.measures.wording import called, days
from pmoascode.office import Office, Work
from pmoascode.records.exception import ExceptionReport
from pmoascode.records.project import Milestone

_STANDINGS = {"within": "within", "breach": "beyond", "far": "more than twice"}


def milestone_of(work: Work, id: str) -> Milestone:
    """The milestone of the id.

    Raises:
        CannotRun: the plan has none.
    """
    if id not in work.milestones:
        near = get_close_matches(id, work.milestones, 1)
        hint = f"; did you mean {near[0]}?" if near else "."
        raise CannotRun(f"{work.name} has no milestone `{id}`{hint} A new one needs --title.")
    return work.milestones[id]


def change_milestone(drafting: Drafting, work: Work, id: str, fields: Mapping[str, Any]) -> None:
    """Adds the fields of the milestone to the draft; makes the milestone where there is none.

    Raises:
        CannotRun: a new milestone has no title or no day.
    """
    if id in work.milestones:
        for name, value in fields.items():
            drafting.set(work.path, ("milestones", id, name), value)
        return
    if "title" not in fields:
        milestone_of(work, id)
    if not fields.keys() & {"forecast", "baseline", "actual"}:
        raise CannotRun(f"a new milestone needs a day: give --forecast for `{id}`")
    drafting.set(work.path, ("milestones", id), dict(fields))


def reached_on(day: dt.date) -> Mapping[str, str]:
    """The fields of a milestone that was reached on the day."""
    return {"actual": day.isoformat(), "status": "reached"}


def told_of_change(
    office: Office, old: Milestone | None, work: Work, id: str, today: dt.date
) -> Iterator[str]:
    """Sentences on what has become of the milestone; `work` and `office` are those afterwards."""
    new = work.milestones[id]
    name = f"{called(new.title, id)} of {work.name}"
    if new.status == "dropped":
        yield f"{name} is dropped."
    elif new.actual:
        yield f"{name} was reached on {new.actual}."
    else:
        yield f"{name} is expected on {new.expected}{_difference(old, new)}."
    yield from _against_baseline(office, work, id, today)
    if old is None and not new.baseline:
        yield from _without_baseline(office, work, id)


def _difference(old: Milestone | None, new: Milestone) -> str:
    """How far the day has moved, as the end of a sentence."""
    if old is None or old.expected is None or new.expected in (None, old.expected):
        return ""
    moved = (new.expected - old.expected).days
    return f" instead of {old.expected}, {days(abs(moved))} {'later' if moved > 0 else 'earlier'}"


def _against_baseline(office: Office, work: Work, id: str, today: dt.date) -> Iterator[str]:
    """How the milestone stands against its baseline, and what the tolerance says of that."""
    milestone = work.milestones[id]
    late, baseline = slip(milestone, today), milestone.baseline
    if late is None or baseline is None or milestone.status == "dropped":
        return
    when = (
        "on its baseline"
        if late == 0
        else f"{days(abs(late))} {'after' if late > 0 else 'before'} its baseline"
    )
    said = f"That is {when}{f' of {baseline}' if late else ''}"
    limit = office.tolerance(work).time
    if late <= 0 or not milestone.critical or limit is None:
        yield f"{said}."
        return
    standing = tolerance.of_time(baseline, baseline + dt.timedelta(days=late), limit)
    yield f"{said}, {_STANDINGS[standing]} the tolerance of {limit}."
    if standing != "within" and not milestone.actual and not _is_told(office, work):
        yield (
            "Beyond the tolerance somebody above decides; tell them:"
            f" pmo new exception {work.id} --dimension time"
            f' --title "{milestone.title} {days(late)} late"'
        )


def _is_told(office: Office, work: Work) -> bool:
    raised = office.within(ExceptionReport, work)
    return any(each.is_open and each.dimension == "time" for each in raised)


def _without_baseline(office: Office, work: Work, id: str) -> Iterator[str]:
    milestone = work.milestones[id]
    day = milestone.forecast or milestone.actual
    if is_plan_agreed(work, office):
        value = path(work, ("milestones", id, "baseline"))
        yield (
            "It has no baseline: the plan is agreed, so it takes an approved change request:"
            f' pmo new change-request {work.id} --title "New milestone: {milestone.title}"'
            f' --change "{value}; ; {day}"'
        )
    else:
        yield "It has no baseline yet; while the plan is not agreed, --baseline sets one."
