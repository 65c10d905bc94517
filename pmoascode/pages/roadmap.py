"""The roadmap page: every project with its stages, gates and milestones.

Of a large portfolio it shows a line a programme, portfolio or unit, else a line a year, and how
many projects finish when; each leads to a drawing of its projects, on the programme's page or its
own.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from markupsafe import Markup

from pmoascode.pages import drawings
from pmoascode.pages.facts import Facts
from pmoascode.pages.here import Here
from pmoascode.pages.page import Page
from pmoascode.pages.rendering import page
from pmoascode.views.roadmap import LaneGroup, by_finish
from pmoascode.views.roadmap import roadmap as lanes_of

MOST = 150  # projects in one drawing of all
DRAWN = 60  # projects in the drawing of a group; beyond it, nobody could read it
PATH = "roadmap"


@dataclass(frozen=True, slots=True)
class _Line:
    """One group of a large portfolio, and the pages that its drawings have to themselves."""

    group: LaneGroup
    href: str  # what its line leads to
    cuts: Sequence[LaneGroup] = ()  # the lanes of each page

    def path(self, number: int) -> str:
        """The path of one of its pages."""
        parent = self.group.parent
        first = f"{PATH}/{parent.kind}-{parent.id}" if parent.id else f"{PATH}/no-{parent.kind}"
        return f"{first}/{number + 1}" if number else first


def roadmap(facts: Facts) -> Iterator[Page]:
    """The roadmap, and the further pages where it is too large for one drawing."""
    here = Here(facts, PATH)
    groups = lanes_of(facts.office, facts.healths, facts.today)
    if sum(len(group.lanes) for group in groups) <= MOST:
        yield _page(facts, groups, drawings.portfolio_roadmap(here, groups), is_large=False)
        return
    lines = [_line(here, each) for each in (groups if len(groups) > 1 else by_finish(groups))]
    drawn = drawings.portfolio_overview(here, [(line.group, line.href) for line in lines])
    yield _page(facts, groups, drawn, is_large=True)
    yield from (_sheet(facts, line, n) for line in lines for n in range(len(line.cuts)))


def _page(facts: Facts, groups: Sequence[LaneGroup], drawn: Markup, *, is_large: bool) -> Page:
    return page(
        facts,
        PATH,
        "Roadmap",
        "roadmap",
        summary="Every project on one time axis, a Gantt chart: stages, gates, milestones.",
        nav="Roadmap",
        contents=False,
        groups=groups,
        drawn=drawn,
        is_large=is_large,
    )


def _line(here: Here, group: LaneGroup) -> _Line:
    href = here.parent_href(group.parent) if group.parent.kind == "programme" else ""
    if href and len(group.lanes) <= DRAWN:
        return _Line(group, f"{href}#roadmap")
    starts = range(0, len(group.lanes), DRAWN)
    cuts = [replace(group, lanes=group.lanes[start : start + DRAWN]) for start in starts]
    line = _Line(group, "", cuts)
    return replace(line, href=here.url(line.path(0)))


def _sheet(facts: Facts, line: _Line, number: int) -> Page:
    """One page of a group, with the ways to its others."""
    cut, path = line.cuts[number], line.path(number)
    title = f"Roadmap: {line.group.parent.title}"
    drawn = drawings.portfolio_roadmap(Here(facts, path), (cut,))
    ways = [line.path(n) for n in range(len(line.cuts))] if len(line.cuts) > 1 else []
    sheet = page(
        facts,
        path,
        f"{title}, {number + 1}" if number else title,
        "roadmap_sheet",
        contents=False,
        total=len(line.group.lanes),
        first=number * DRAWN + 1,
        last=number * DRAWN + len(cut.lanes),
        ways=ways,
        drawn=drawn,
    )
    return replace(sheet, is_found=False)
