"""The page of capability: what hangs on one person, key roles in one hand, who could follow."""

from collections.abc import Iterator

from pmoascode.pages.directory import Directory
from pmoascode.pages.facts import Facts
from pmoascode.pages.page import Page
from pmoascode.pages.places import CAPABILITY
from pmoascode.pages.rendering import page
from pmoascode.views.capability import capability as found_in

LISTED = 100  # rows of a table: more than anybody will read


def capability(facts: Facts) -> Iterator[Page]:
    """The one page; what is personal stands on it only where the policy publishes it."""
    yield page(
        facts,
        CAPABILITY,
        "Capability",
        "capability",
        summary="Roles and skills that hang on one person, key roles in one hand, successors.",
        nav="People & roles",
        found=found_in(facts.office, facts.today),
        most=LISTED,
        links=Directory(facts, CAPABILITY),
    )
