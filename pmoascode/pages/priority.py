"""The page of prioritisation: the order of the projects, and what the envelope does not reach."""

from collections.abc import Iterator
from dataclasses import replace

from pmoascode.measures import cost
from pmoascode.pages import drawings
from pmoascode.pages.facts import Facts
from pmoascode.pages.here import Here
from pmoascode.pages.page import Page
from pmoascode.pages.rendering import page
from pmoascode.views.priority import Ranking, rankings

LISTED = 400  # projects of one portfolio
_FUNDED_BY = (*cost.KEPT_IN, "portfolio.envelope")
_DRAWN_BY = ("risk.probability", "risk.impact")
DRAWN = 60  # bubbles, the highest scores; more cannot be told apart


def priority(facts: Facts) -> Iterator[Page]:
    """The one page."""
    found, here = rankings(facts.office, facts.healths), Here(facts, "priority")
    lacks_cost = facts.edition.lacks(*cost.KEPT_IN)
    is_told = facts.edition.has_all_work and facts.edition.has_whole(*_FUNDED_BY)
    found = found if is_told else tuple(map(_unfunded, found))
    is_drawn = facts.edition.has_whole(*_DRAWN_BY)
    yield page(
        facts,
        "priority",
        "Prioritisation",
        "priority",
        summary="Projects by weighted score against the envelope: what is funded, what is not.",
        nav="Money & value",
        contents=False,
        rankings=[
            (each, drawings.priority_bubbles(here, each, DRAWN) if is_drawn else "")
            for each in found
        ],
        lacks_cost=lacks_cost,
        is_told=is_told,
        drawn=DRAWN,
        most=LISTED,
    )


def _unfunded(found: Ranking) -> Ranking:
    """The ranking without what the envelope reaches: some of the cost is not there to be added."""
    scored = tuple(replace(each, is_funded=None) for each in found.scored)
    return replace(found, scored=scored, envelope=None)
