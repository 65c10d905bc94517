"""The milestones of the whole portfolio, and the trend of those that move."""

from collections.abc import Iterator

from pmoascode.pages import drawings
from pmoascode.pages.facts import Facts
from pmoascode.pages.page import Page
from pmoascode.pages.rendering import page
from pmoascode.views.milestone_table import every_milestone, moving

DRAWN = 8  # projects whose trend is drawn
LISTED = 1000  # rows; every one of them is in the open data


def milestones(facts: Facts) -> Iterator[Page]:
    """The one page."""
    found = every_milestone(facts.office, facts.today)
    drawn = moving(facts.office, facts.today, DRAWN)
    yield page(
        facts,
        "milestones",
        "Milestones",
        "milestones",
        summary="Baseline, forecast and actual day of every milestone: what is late, how it moved.",
        nav="Projects",
        contents=False,
        found=found[:LISTED],
        total=len(found),
        overdue=sum(each.row.is_overdue for each in found),
        drawn=[
            (each.project, drawings.milestone_trend(each.trends, each.project.name, number))
            for number, each in enumerate(drawn, start=1)
        ],
    )
