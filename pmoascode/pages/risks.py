"""The page of risks: what can sink us, what is done about it, and whether it gets better."""

from collections.abc import Iterator

from pmoascode.pages import drawings
from pmoascode.pages.facts import Facts
from pmoascode.pages.here import Here
from pmoascode.pages.page import Page
from pmoascode.pages.rendering import page
from pmoascode.records.risk import Risk
from pmoascode.views import risks as seen

TOP = 10


def risks(facts: Facts) -> Iterator[Page]:
    """The one page."""
    office, today = facts.office, facts.today
    rows = seen.open_risks(office, today)
    course = seen.course(office, today)
    here = Here(facts, "risks")
    total = seen.weight(rows)
    yield page(
        facts,
        "risks",
        "Risks",
        "risks",
        summary=f"{total.risks} open threats: the map, the top ten, exposure over time.",
        nav="Risks & registers",
        contents=False,  # its tables need the width
        total=total,
        is_kept=bool(office.all(Risk)),
        opportunities=sum(not row.is_threat for row in rows),
        limits=office.policy.risk,
        top=[row for row in rows if row.is_threat][:TOP],
        above=[row for row in rows if row.is_above],
        categories=seen.by_category(rows),
        programmes=seen.by_programme(office, rows),
        course=course,
        map=drawings.risk_map(here, rows),
        exposure=drawings.exposure_course(here, course),
    )
