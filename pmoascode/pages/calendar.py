"""The governance calendar, and a page for each meeting of a board."""

from collections.abc import Iterator, Sequence

from pmoascode.pages import wording
from pmoascode.pages.data import CALENDAR, DATES
from pmoascode.pages.facts import Facts
from pmoascode.pages.page import Page
from pmoascode.pages.rendering import page
from pmoascode.records.meeting import Meeting
from pmoascode.views.calendar import Event, events
from pmoascode.views.meetings import asked_of, forums, outcomes
from pmoascode.views.months import Month, later, months

PATH, TITLE = "calendar", "Governance calendar"
NEAR = 4  # months on the first page, whatever happens in them
MANY = 500  # events of all months; beyond it months that are not near have pages of their own
MOST = 5  # events of one day that are named in its square, and projects of one line


def calendar(facts: Facts) -> Iterator[Page]:
    """The months around the day, then what lies further ahead; far months apart if all is much."""
    found = events(facts.office, facts.healths, facts.today)
    shown = months(found, facts.today)
    is_much = sum(len(month.events) for month in shown) > MANY
    apart = shown[NEAR:] if is_much else ()
    yield _months(facts, PATH, TITLE, "Governance", shown, apart, later(found, facts.today))
    for month in apart:
        title = f"{TITLE}, {wording.month(month.first)}"
        yield _months(facts, _path(month), title, "", (month,), (), ())


def _months(  # noqa: PLR0913, PLR0917 -- what the two sorts of pages differ in
    facts: Facts,
    path: str,
    title: str,
    nav: str,
    shown: Sequence[Month],
    apart: Sequence[Month],
    later: Sequence[Event],
) -> Page:
    return page(
        facts,
        path,
        title,
        "calendar",
        summary="Milestones, boards, reports due, decisions and reviews, month by month.",
        nav=nav,
        offers=[(CALENDAR, DATES)],
        months=shown,
        apart={month.first: _path(month) for month in apart},
        later=later,
        calendar=CALENDAR,
        most=MOST,
    )


def _path(month: Month) -> str:
    return f"{PATH}/{month.first:%Y-%m}"


def meetings(facts: Facts) -> Iterator[Page]:
    """The list of meetings by forum, then a page for each."""
    groups = forums(facts.office)
    if not groups:
        return
    yield page(
        facts,
        "meetings",
        "Board meetings",
        "meetings",
        summary="Each board's meetings: questions, decisions, actions.",
        nav="Governance",
        groups=groups,
    )
    for group in groups:
        for meeting in group.meetings:
            yield _meeting(facts, group.title, meeting)


def _meeting(facts: Facts, forum: str, meeting: Meeting) -> Page:
    return page(
        facts,
        f"meetings/{meeting.scope_id}/{meeting.id}",
        meeting.title,
        "meeting",
        summary=f"{forum}: questions, decisions and actions.",
        record=meeting,
        meeting=meeting,
        forum=forum,
        outcomes=outcomes(facts.office, meeting),
        asked=asked_of(facts.office, facts.healths, forum)
        if meeting.id >= facts.today.isoformat()
        else (),
    )
