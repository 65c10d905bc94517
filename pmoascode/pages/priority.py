"""The page of prioritisation: the order of the projects, and what the envelope does not reach."""

from collections.abc import Iterator

from pmoascode.pages.facts import Facts
from pmoascode.pages.page import Page
from pmoascode.pages.rendering import page
from pmoascode.views.priority import rankings

LISTED = 400  # projects of one portfolio


def priority(facts: Facts) -> Iterator[Page]:
    """The one page."""
    yield page(
        facts,
        "priority",
        "Prioritisation",
        "priority",
        summary="Projects by weighted score against the envelope: what is funded, what is not.",
        nav="Money & value",
        contents=False,
        rankings=rankings(facts.office, facts.healths),
        most=LISTED,
    )
