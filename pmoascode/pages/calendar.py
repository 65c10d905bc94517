"""The governance calendar, and a page for each meeting of a board."""

from collections.abc import Iterator

from pmoascode.pages.data import CALENDAR
from pmoascode.pages.facts import Facts
from pmoascode.pages.page import Page
from pmoascode.pages.rendering import page
from pmoascode.records.meeting import Meeting
from pmoascode.views.calendar import events
from pmoascode.views.meetings import asked_of, forums, outcomes
from pmoascode.views.months import later, months

MOST = 5  # events of one day that are named in its square, and projects of one line


def calendar(facts: Facts) -> Iterator[Page]:
    """The months around the day, then what lies further ahead."""
    found = events(facts.office, facts.healths, facts.today)
    yield page(
        facts,
        "calendar",
        "Governance calendar",
        "calendar",
        summary="Milestones, boards, reports due, decisions and reviews, month by month.",
        nav="Governance",
        months=months(found, facts.today),
        later=later(found, facts.today),
        calendar=CALENDAR,
        most=MOST,
    )


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
