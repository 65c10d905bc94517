"""What the last reports say otherwise than those before."""

import datetime as dt

import pytest

from pmoascode.measures.health import health
from pmoascode.views.changed import Reported, since_reports
from tests.measures.small_office import office

TODAY = dt.date(2026, 11, 10)
PROJECT = """\
name: Apollo
status: active
milestones: {pilot: {title: Pilot, baseline: 2026-12-01}}
"""


def reported(*figures: str, last: str = "2026-10") -> tuple[Reported, ...]:
    days = {"2026-06": "2026-07-02", last: f"{last}-28"}
    files = {
        f"projects/apollo/reports/{period}.yaml": (
            f"date: {day}\nby: tom-berg\nrating: {{overall: amber}}\nfigures: {{{said}}}\n"
        )
        for (period, day), said in zip(days.items(), figures, strict=True)
    }
    known = office({"projects/apollo/project.yaml": PROJECT, **files})
    healths = {work.name_in_full: health(known, work, TODAY) for work in known.projects}
    return since_reports(known, healths, TODAY)


@pytest.mark.parametrize(
    ("before", "now", "moves", "is_later"),
    [
        ("finish: 2027-03-31", "finish: 2027-04-30", [("Finish", 30)], True),
        ("finish: 2027-03-31", "finish: 2027-03-01", [("Finish", -30)], False),
        (
            "finish: 2027-03-31, milestones: {pilot: 2026-12-01}",
            "finish: 2027-04-01, milestones: {pilot: 2026-12-31}",
            [("Pilot", 30), ("Finish", 1)],
            True,
        ),
        ("finish: 2027-03-31", "finish: 2027-03-31", [], False),
        ("finish: 2027-03-31", "cost_forecast: 1", None, False),
    ],
    ids=["later", "earlier", "with a milestone", "as before", "not stated"],
)
def test_the_finish_is_among_what_moved(
    before: str, now: str, moves: list[tuple[str, int]] | None, is_later: bool
) -> None:
    (found,) = reported(before, now)
    assert (None if found.moves is None else [(m.title, m.days) for m in found.moves]) == moves
    assert found.is_later == is_later


def test_silent_work_is_not_compared() -> None:
    assert reported("finish: 2027-03-31", "finish: 2027-04-30", last="2026-07") == ()
