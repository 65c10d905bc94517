"""The page of the pipeline, and the page of the status history."""

from collections.abc import Iterator

from pmoascode.pages import drawings
from pmoascode.pages.facts import Facts
from pmoascode.pages.here import Here
from pmoascode.pages.page import Page
from pmoascode.pages.rendering import page
from pmoascode.views.pipeline import pipeline as pipeline_of
from pmoascode.views.status_history import status_history

DRAWN = 80  # projects in one drawing; beyond it the table alone


def pipeline(facts: Facts) -> Iterator[Page]:
    """What is in which phase, for how long, and which gate comes next."""
    found = pipeline_of(facts.office, facts.healths, facts.today)
    yield page(
        facts,
        "pipeline",
        "Pipeline",
        "pipeline",
        summary="Projects by phase: how many, for how long, and the gate ahead.",
        nav="Projects",
        found=found,
        total=sum(len(each.entries) for each in found.phases),
        drawn=drawings.phase_funnel(found),
    )


def history(facts: Facts) -> Iterator[Page]:
    """The overall ratings of all projects, report by report, beside what the data says."""
    found = status_history(facts.office, facts.healths, facts.today)
    lines = found.lines
    yield page(
        facts,
        "history",
        "Status history",
        "history",
        summary="The overall rating of each project, report by report, and what the data says.",
        nav="Projects",
        contents=False,
        found=found,
        better=[line for line in lines if line.is_better_than_data],
        compared=[line for line in lines if line.is_compared],
        drawn=drawings.portfolio_ribbon(Here(facts, "history"), found)
        if 0 < len(lines) <= DRAWN
        else "",
    )
