"""The page of benefits: whether it is worth it, and whether anybody measures."""

from collections.abc import Iterator

from pmoascode.pages import drawings
from pmoascode.pages.facts import Facts
from pmoascode.pages.here import Here
from pmoascode.pages.page import Page
from pmoascode.pages.rendering import page
from pmoascode.views import benefits as seen

LISTED = 1000  # rows; every one of them is in the open data


def benefits(facts: Facts) -> Iterator[Page]:
    """The one page."""
    office, today = facts.office, facts.today
    rows = seen.benefit_rows(office, today)
    profile = seen.profile(rows, today)
    yield page(
        facts,
        "benefits",
        "Benefits",
        "benefits",
        summary="Planned, forecast and realised benefits, by objective; measurements overdue.",
        nav="Money & value",
        contents=False,
        total=seen.total(rows),
        rows=rows[:LISTED],
        number=len(rows),
        late=[row for row in rows if row.overdue is not None][:LISTED],
        objectives=seen.by_objective(office, rows),
        profile=profile,
        drawn=drawings.benefit_profile(Here(facts, "benefits"), profile),
    )
