"""The page of money: whether it will cost what was said, and where it will not."""

from collections.abc import Iterator
from decimal import Decimal

from pmoascode.measures.rollup import totals
from pmoascode.pages import drawings
from pmoascode.pages.facts import Facts
from pmoascode.pages.here import Here
from pmoascode.pages.page import Page
from pmoascode.pages.rendering import page
from pmoascode.views import money as seen

LISTED = 400  # projects; every one of them is in the open data
DRAWN = 20  # bars of variances


def money(facts: Facts) -> Iterator[Page]:
    """The one page, over the projects that are running or proposed."""
    office, today, here = facts.office, facts.today, Here(facts, "money")
    works = [project for project in office.projects if not project.is_ended]
    rows = seen.money_rows(office, works, today)
    silent = {each.work.id for each in facts.healths.values() if each.is_silent}
    differing = sorted(
        (row for row in rows if row.money.variance),
        key=lambda r: -abs(r.money.variance or seen.NOTHING),
    )
    found = seen.curves(office, works, today)
    yield page(
        facts,
        "money",
        "Money",
        "money",
        summary="Budget, actual, forecast by period and programme; earned value, EVM, SPI, CPI.",
        nav="Money & value",
        contents=False,  # its tables need the width
        total=totals(row.money for row in rows),
        quiet=totals(row.money for row in rows if row.work.id in silent),
        silent=silent,
        rows=rows[:LISTED],
        number=len(rows),
        programmes=seen.by_programme(office, rows),
        types=seen.by_type(office, works),
        periods=seen.by_period(office, works),
        earned=[row for row in rows if row.earned and row.earned.ev is not None][:LISTED],
        reserves=[row for row in rows if _has_reserves(row)][:LISTED],
        curve=drawings.money_curve(here, found, "Money of all projects"),
        curves=found.rows,
        curved=sum(bool(seen.dated_periods(office, [work])) for work in works),
        variances=drawings.money_variances(here, differing[:DRAWN]),
        differing=len(differing),
        drawn=DRAWN,
    )


def _has_reserves(row: seen.MoneyRow) -> bool:
    return row.reserves.contingency is not None or row.reserves.change_budget is not None


def _largest(row: seen.MoneyRow) -> Decimal:
    return -abs(row.money.variance or seen.NOTHING)
