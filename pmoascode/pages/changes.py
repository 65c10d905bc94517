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
    running = [each for each in facts.healths.values() if each.work.is_running]
    telling = [each for each in running if each.report and not each.is_silent]
    yield page(
        facts,
        "changes",
        "What changed",
        "changes",
        summary="Ratings, dates, money and decisions that moved since the previous report.",
        nav="Needs you",
        contents=False,
        offers=FEEDS,
        groups=since(facts.earlier, facts.office) if facts.earlier else (),
        since=facts.earlier_name,
        reported=[each for each in reported if each.is_news],
        worse=sum(each.way == "worse" for each in reported),
        better=sum(each.way == "better" for each in reported),
        later=sum(each.is_later for each in reported),
        dearer=sum((each.cost or 0) > 0 for each in reported),
        first=sum(each.previous is None for each in telling),
        silent=[each.work for each in running if each.is_silent],
        feeds=FEEDS,
        quiet=[each for each in reported if not each.is_news],
    )
