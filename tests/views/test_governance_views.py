"""Decisions, calendar, meetings, milestones, pipeline and history, over a small office."""

import datetime as dt
from collections.abc import Mapping

import pytest

from pmoascode.measures.health import Health, health
from pmoascode.office import Office
from pmoascode.views.calendar import events
from pmoascode.views.decisions import taken, waiting
from pmoascode.views.happenings import happenings
from pmoascode.views.meetings import asked_of, forums, outcomes, title_of
from pmoascode.views.milestone_table import every_milestone, moving
from pmoascode.views.months import later, months
from pmoascode.views.pipeline import pipeline
from pmoascode.views.status_history import status_history
from tests.measures.small_office import office
from tests.views.test_people_and_roles import office_with

TODAY = dt.date(2026, 11, 10)
PROJECT = """\
name: Apollo
status: active
phase: delivery
start: {actual: 2026-01-12}
finish: {baseline: 2027-03-31, forecast: 2027-04-30}
budget: {baseline: 1000, forecast: 1200}
milestones:
  go-live: {title: Portal open, critical: true, baseline: 2027-03-12, forecast: 2027-04-02}
  pilot: {title: Pilot, baseline: 2026-10-01, actual: 2026-10-14, status: reached}
  late: {title: Late, baseline: 2026-10-01, forecast: 2026-10-20}
"""
REPORT = """\
date: {day}
by: tom-berg
rating: {{overall: {rating}}}
figures: {{milestones: {{go-live: {go_live}}}}}
decisions_needed:
  - {{what: Move go-live?, by: change-board, needed_by: 2026-11-16, options: [April, June]}}
"""
FILES = {
    "projects/apollo/project.yaml": PROJECT,
    "projects/apollo/reports/2026-09.yaml": REPORT.format(
        day="2026-10-02", rating="green", go_live="2027-03-12"
    ),
    "projects/apollo/reports/2026-10.yaml": REPORT.format(
        day="2026-11-02", rating="amber", go_live="2027-04-02"
    ),
    "projects/apollo/decisions.yaml": """\
buy:
  title: Buy, do not build
  decided: {outcome: approved, by: maria-silva, as: sponsor, date: 2026-10-05, reason: Cheaper.}
host:
  title: Where to host
  owner: tom-berg
  due: 2026-11-30
""",
    "projects/apollo/change-requests.yaml": """\
april: {title: Go-live in April, requested_by: tom-berg, requested: 2026-11-03, reason: Late.}
""",
    "projects/apollo/exceptions.yaml": """\
late: {title: Too late, dimension: time, raised: 2026-11-04, escalated_to: front-door}
""",
    "approvals/apollo/start-2026-01-12.yaml": """\
gate: start
decision: {outcome: approved, by: maria-silva, as: sponsor, date: 2026-01-12}
""",
    "approvals/apollo/authorise-2026-03-02.yaml": """\
gate: authorise
decision: {outcome: approved, by: maria-silva, as: sponsor, date: 2026-03-02}
""",
    "projects/idea/project.yaml": "name: Idea\nphase: idea\n",
    "policy/lifecycles/standard.yaml": """\
title: Standard
phases:
  idea: {title: Idea, stage: start-up}
  initiation: {title: Initiation, stage: initiation}
  delivery: {title: Delivery, stage: delivery}
  closed: {title: Closed, stage: after}
gates:
  start: {title: Start, before: initiation}
  authorise: {title: Authorise, before: delivery}
  close: {title: Close, before: closed}
""",
    "meetings/change-board/2026-10-13.yaml": """\
title: Change board, October
decisions:
  - {text: April it is, reference: change-request/apollo/april}
  - {text: Something else}
""",
    "people/tom-berg.yaml": "name: Tom Berg\n",
}


@pytest.fixture(scope="module")
def known() -> Office:
    return office(FILES)


@pytest.fixture(scope="module")
def healths(known: Office) -> Mapping[str, Health]:
    return {p.name_in_full: health(known, p, TODAY) for p in known.projects}


def test_questions_stand_under_whoever_is_asked(
    known: Office, healths: Mapping[str, Health]
) -> None:
    found = [
        (of, [(each.kind, each.question, each.due) for each in asked])
        for of, asked in waiting(known, healths)
    ]
    assert found == [
        ("change-board", [("decision", "Move go-live?", dt.date(2026, 11, 16))]),
        ("tom-berg", [("decision", "Where to host", dt.date(2026, 11, 30))]),
        ("sponsor", [("change request", "Go-live in April", None)]),
        ("front-door", [("exception", "Too late", None)]),
    ]


def test_why_a_change_is_asked_for_is_no_advice(
    known: Office, healths: Mapping[str, Health]
) -> None:
    asked = {each.question: each for _, its in waiting(known, healths) for each in its}
    change = asked["Go-live in April"]
    assert (change.recommended, bool(change.reason)) == ("", True)


def test_what_was_decided_lately_is_told_newest_first(known: Office) -> None:
    assert [(each.day, each.title, each.note) for each in taken(known, TODAY)] == [
        (dt.date(2026, 10, 5), "Buy, do not build: approved", "Cheaper.")
    ]
    assert taken(known, dt.date(2026, 10, 4)) == ()


def test_happenings_never_come_from_the_future(known: Office) -> None:
    days = [each.day for each in happenings(known, dt.date(2026, 10, 14))]
    assert days == sorted(days, reverse=True)
    assert days[0] == dt.date(2026, 10, 14)
    ids = [each.id for each in happenings(known, TODAY)]
    assert "Change requested: Go-live in April" in {e.title for e in happenings(known, TODAY)}
    assert len(set(ids)) == len(ids)


def test_the_calendar_has_each_thing_once(known: Office, healths: Mapping[str, Health]) -> None:
    found = events(known, healths, TODAY)
    assert [(e.day, e.kind, e.is_past) for e in found if e.kind != "report"] == [
        (dt.date(2026, 10, 13), "board", True),
        (dt.date(2026, 10, 14), "milestone", True),
        (dt.date(2026, 10, 20), "milestone", False),
        (dt.date(2026, 11, 16), "decision", False),
        (dt.date(2027, 4, 2), "milestone", False),
        (dt.date(2027, 4, 30), "finish", False),
    ]
    (moved,) = (e for e in found if e.id == "project/apollo/go-live")
    assert moved.baseline == dt.date(2027, 3, 12)


def test_months_hold_what_lies_around_the_day(known: Office, healths: Mapping[str, Health]) -> None:
    found = events(known, healths, TODAY)
    shown = months(found, TODAY)
    assert [each.first.isoformat()[:7] for each in shown] == [
        "2026-10", "2026-11", "2026-12", "2027-01", "2027-02", "2027-03", "2027-04", "2027-05",
    ]  # fmt: skip
    assert sum(len(each.events) for each in shown) + len(later(found, TODAY)) == len(found)
    todays = [day for each in shown for week in each.weeks for day in week if day and day.is_today]
    assert [day.date for day in todays] == [TODAY]


def test_a_meeting_tells_what_became_of_its_decisions(known: Office) -> None:
    (forum,) = forums(known)
    assert forum.title == "Change board"
    found = outcomes(known, forum.meetings[0])
    assert [(each.record and each.record.id, each.state) for each in found] == [
        ("april", "submitted"),
        (None, ""),
    ]


@pytest.mark.parametrize(
    ("folder", "title"),
    [
        ("it-steering-group", "IT Steering Group"),
        ("main", "IT Steering Group"),
        ("front-door-board", "Front Door board"),
        ("front-door", "Front Door board"),
        ("front-door-eu-steering", "Front Door EU steering"),
        ("front-desk-board", "Front desk board"),
    ],
    ids=["as its portfolio says", "of the portfolio", "of a programme", "of its id alone",
         "the longest id", "as its folder"],
)  # fmt: skip
def test_a_board_is_called_as_the_records_call_it(folder: str, title: str) -> None:
    known = office_with(
        {
            "portfolios/main.yaml": "name: Main\nboard: {name: IT Steering Group}\n",
            "programmes/front-door/programme.yaml": "name: Front Door\n",
            "programmes/front-door-eu/programme.yaml": "name: Front Door EU\n",
        }
    )
    assert title_of(known, folder) == title


def test_a_board_finds_what_waits_for_it(known: Office, healths: Mapping[str, Health]) -> None:
    assert [each.question for each in asked_of(known, healths, "Change board")] == ["Move go-live?"]
    assert asked_of(known, healths, "Other board") == ()


def test_milestones_to_come_stand_before_those_reached(known: Office) -> None:
    found = every_milestone(known, TODAY)
    assert [(each.row.id, each.moves, each.row.is_overdue) for each in found] == [
        ("late", None, True),
        ("go-live", 1, False),
        ("pilot", None, False),
    ]


def test_the_dates_that_move_are_the_critical_ones(known: Office) -> None:
    (found,) = moving(known, TODAY, 5)
    assert [trend.title for trend in found.trends] == ["Portal open"]


def test_the_pipeline_counts_from_the_approval_that_opened_the_phase(
    known: Office, healths: Mapping[str, Health]
) -> None:
    found = pipeline(known, healths, TODAY)
    assert [(phase.title, [e.project.id for e in phase.entries]) for phase in found.phases] == [
        ("Idea", ["idea"]),
        ("Initiation", []),
        ("Delivery", ["apollo"]),
    ]
    apollo = found.phases[2].entries[0]
    assert (apollo.since, apollo.days, apollo.next_gate) == (dt.date(2026, 3, 2), 253, "Close")
    assert apollo.cost == 1200
    assert found.phases[0].entries[0].days is None


def test_the_history_shows_what_each_report_stated(
    known: Office, healths: Mapping[str, Health]
) -> None:
    found = status_history(known, healths, TODAY)
    assert found.periods == ("2026-09", "2026-10")
    (line,) = found.lines
    assert line.ratings == ("green", "amber")
    earlier = status_history(known, healths, dt.date(2026, 10, 10))
    assert earlier.periods == ("2026-09",)


@pytest.mark.parametrize(
    ("status", "told", "ratings"),
    [
        ("active", ["2026-09", "2026-10"], ("", "amber", "amber")),
        ("active", ["2026-08", "2026-10"], ("amber", None, "amber")),
        ("active", ["2026-08"], ("amber", None, None)),
        ("closed", ["2026-08"], ("amber", "", "")),
    ],
    ids=["before its first report", "a gap", "silent since", "ended"],
)
def test_no_report_is_missed_before_the_first_or_after_the_end(
    status: str, told: list[str], ratings: tuple[str | None, ...]
) -> None:
    report = "date: {}-28\nby: tom-berg\nrating: {{overall: amber}}\n"
    files = {
        f"projects/{project}/reports/{period}.yaml": report.format(period)
        for project, periods in (("a", told), ("z", ["2026-08", "2026-09", "2026-10"]))
        for period in periods
    }
    projects = {f"projects/{p}/project.yaml": f"name: {p}\nstatus: {status}\n" for p in "az"}
    known = office({**projects, **files})
    healths = {work.name_in_full: health(known, work, TODAY) for work in known.projects}
    line = status_history(known, healths, TODAY).lines[0]
    assert line.ratings == ratings
    assert line.is_compared == (told[-1] == "2026-10")
