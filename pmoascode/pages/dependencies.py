"""The page of dependencies: who needs what from whom, and what comes too late."""

from collections.abc import Iterator

from pmoascode.pages import drawings
from pmoascode.pages.facts import Facts
from pmoascode.pages.here import Here
from pmoascode.pages.page import Page
from pmoascode.pages.rendering import page

DRAWN = 60  # dependencies in the map; of more, the most pressing
LISTED = 1000  # rows; every one of them is in the open data


def dependencies(facts: Facts) -> Iterator[Page]:
    """The one page."""
    rows = facts.needs
    late = sum((row.need.days_late or 0) > 0 for row in rows)
    yield page(
        facts,
        "dependencies",
        "Dependencies",
        "dependencies",
        summary=f"{len(rows)} open dependencies between projects and with others, {late} late.",
        nav="Risks & registers",
        contents=False,
        rows=rows[:LISTED],
        number=len(rows),
        late=late,
        unconfirmed=sum(bool(row.unconfirmed) for row in rows),
        drawn=drawings.dependency_map(Here(facts, "dependencies"), rows[:DRAWN]),
        shown=min(len(rows), DRAWN),
    )
