"""The page of alignment: whether the right things are done."""

from collections.abc import Iterator

from pmoascode.pages.facts import Facts
from pmoascode.pages.page import Page
from pmoascode.pages.rendering import page
from pmoascode.views.alignment import NOTHING
from pmoascode.views.alignment import alignment as served

NAMED = 40  # projects of one objective


def alignment(facts: Facts) -> Iterator[Page]:
    """The one page."""
    rows = served(facts.office)
    yield page(
        facts,
        "alignment",
        "Strategy alignment",
        "alignment",
        summary="Objectives, the work that serves each, and what is spent on it; orphans.",
        nav="Money & value",
        contents=False,
        rows=rows,
        is_told=facts.edition.has_all_work and not facts.edition.lacks_some("objective"),
        objectives=sum(row.objective is not None for row in rows),
        idle=sum(not row.projects and not row.programmes for row in rows),
        orphans=next((row for row in rows if row.objective is None), None),
        total=sum((row.spend for row in rows), NOTHING),
        most=NAMED,
    )
