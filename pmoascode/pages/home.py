"""The portfolio on a page: what needs a decider, the key figures, the health of all projects."""

from collections import Counter
from collections.abc import Iterator

from pmoascode.pages import drawings
from pmoascode.pages.data import CALENDAR, DATES, FEEDS
from pmoascode.pages.facts import Facts
from pmoascode.pages.here import Here
from pmoascode.pages.page import Page
from pmoascode.pages.rendering import page
from pmoascode.views.attention import attention, foremost
from pmoascode.views.matrix import matrix
from pmoascode.views.portfolio import course, figures
from pmoascode.views.roadmap import roadmap

CARDS = 8  # needs on the page; the others stand on their own page
LISTED = 300  # needs on that page: more than anybody will read
MOST = 60  # running projects in the matrix; beyond it, their groups with the worst of each
DRAWN = 40  # projects in the roadmap; beyond it, the roadmap has a page of its own alone


def home(facts: Facts) -> Iterator[Page]:
    """The first page, and the page with everything that waits."""
    office, today = facts.office, facts.today
    found = attention(office, facts.healths, today)
    kinds = Counter(need.kind for need in found)
    groups = matrix(office, facts.healths, today)
    counted = figures([row for group in groups for row in group.rows], office, today)
    lanes = roadmap(office, facts.healths, today, critical=True)
    is_small = 0 < sum(len(group.lanes) for group in lanes) <= DRAWN
    went = course(office, today)
    name = office.organisation.name if office.organisation else ""
    title = f"Portfolio of {name}" if name else "Portfolio"
    yield page(
        facts,
        "",
        title,
        "home",
        summary=f"Dashboard of {counted.running} running projects: what needs a decision.",
        nav="Portfolio",
        contents=False,
        offers=[*FEEDS, (CALENDAR, DATES)],
        found=foremost(found, CARDS),
        total=len(found),
        figures=counted,
        course=went,
        sparks=drawings.course_sparks(went) if counted.running else (),
        shades=[colour for colour, number in counted.colours.items() if number][::-1],
        groups=groups,
        most=MOST,
        drawn=drawings.portfolio_roadmap(Here(facts, ""), lanes) if is_small else "",
    )
    yield page(
        facts,
        "attention",
        "Needs you",
        "attention",
        contents=False,
        summary="Who is late with what; decisions, red, amber, silent, vacant: all that waits.",
        nav="Needs you",
        found=foremost(found, LISTED, LISTED // max(1, len(kinds))),
        total=len(found),
        kinds=kinds.most_common(),
    )
