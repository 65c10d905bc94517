"""The roadmap page: every project with its stages, gates and milestones."""

from collections.abc import Iterator

from pmoascode.pages import drawings
from pmoascode.pages.facts import Facts
from pmoascode.pages.here import Here
from pmoascode.pages.page import Page
from pmoascode.pages.rendering import page
from pmoascode.views.roadmap import roadmap as lanes_of

MOST = 150  # projects in one drawing; a large portfolio is drawn programme by programme


def roadmap(facts: Facts) -> Iterator[Page]:
    """The roadmap; where it is too large for one drawing, the programmes' pages have theirs."""
    groups = lanes_of(facts.office, facts.healths, facts.today)
    size = sum(len(group.lanes) for group in groups)
    yield page(
        facts,
        "roadmap",
        "Roadmap",
        "roadmap",
        summary="Every project on one time axis, a Gantt chart: stages, gates, milestones.",
        nav="Roadmap",
        contents=False,
        groups=groups,
        drawn=drawings.portfolio_roadmap(Here(facts, "roadmap"), groups) if size <= MOST else "",
    )
