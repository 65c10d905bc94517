"""The page of prioritisation: the order of the projects, and what the envelope does not reach."""

from collections.abc import Iterator

from pmoascode.pages import drawings
from pmoascode.pages.facts import Facts
from pmoascode.pages.here import Here
from pmoascode.pages.page import Page
from pmoascode.pages.rendering import page
from pmoascode.views.priority import rankings

LISTED = 400  # projects of one portfolio
DRAWN = 60  # bubbles, the highest scores; more cannot be told apart


def priority(facts: Facts) -> Iterator[Page]:
    """The one page."""
    found, here = rankings(facts.office, facts.healths), Here(facts, "priority")
    yield page(
        facts,
        "priority",
        "Prioritisation",
        "priority",
        summary="Projects by weighted score against the envelope: what is funded, what is not.",
        nav="Money & value",
        contents=False,
        rankings=[(each, drawings.priority_bubbles(here, each, DRAWN)) for each in found],
        drawn=DRAWN,
        most=LISTED,
    )
