"""The page of decisions: what is asked of whom by when, and what was decided lately."""

from collections.abc import Iterator

from pmoascode.pages.facts import Facts
from pmoascode.pages.page import Page
from pmoascode.pages.rendering import page
from pmoascode.views.decisions import LATELY, taken, waiting


def decisions(facts: Facts) -> Iterator[Page]:
    """The one page."""
    groups = waiting(facts.office, facts.healths)
    number = sum(len(asked) for _, asked in groups)
    yield page(
        facts,
        "decisions",
        "Decisions and help needed",
        "decisions",
        summary=f"{number} questions wait for an answer; what was decided in the last quarter.",
        nav="Needs you",
        groups=groups,
        number=number,
        taken=taken(facts.office, facts.today),
        lately=LATELY,
    )
