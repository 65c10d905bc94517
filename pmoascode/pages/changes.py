"""The page of what changed: since an earlier revision, and since the report before the last."""

from collections.abc import Iterator

from pmoascode.pages.data import FEEDS
from pmoascode.pages.facts import Facts
from pmoascode.pages.page import Page
from pmoascode.pages.rendering import page
from pmoascode.views.changed import since, since_reports


def changes(facts: Facts) -> Iterator[Page]:
    """The one page."""
    reported = since_reports(facts.office, facts.healths, facts.today)
    yield page(
        facts,
        "changes",
        "What changed",
        "changes",
        summary="Ratings, dates, money and decisions that moved since the report before the last.",
        nav="Needs you",
        contents=False,
        offers=FEEDS,
        groups=since(facts.earlier, facts.office) if facts.earlier else (),
        since=facts.earlier_name,
        reported=[each for each in reported if each.is_news],
        feeds=FEEDS,
        quiet=[each for each in reported if not each.is_news],
    )
