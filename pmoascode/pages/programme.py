"""The page of each programme: its projects, its money, its own report; and the list of all."""

from collections.abc import Callable, Iterator
from functools import partial

from markupsafe import Markup

from pmoascode.pages import drawings
from pmoascode.pages.data import CALENDAR, DATES
from pmoascode.pages.documents import STATES, documents_of, documents_of_edition
from pmoascode.pages.facts import Facts
from pmoascode.pages.here import Here
from pmoascode.pages.page import Page
from pmoascode.pages.project import charts, findings_of, found, summary
from pmoascode.pages.rendering import page, part
from pmoascode.pages.responsibilities import responsibilities_of
from pmoascode.pages.roadmap import DRAWN
from pmoascode.pages.upkeep import acts
from pmoascode.records.programme import Programme
from pmoascode.views.parents import Parent
from pmoascode.views.programme import Children, children
from pmoascode.views.project import one_page
from pmoascode.views.roadmap import LaneGroup, lane
from pmoascode.views.rolled_up import SHOWN, rolled_up


def programmes(facts: Facts) -> Iterator[Page]:
    """The list of all programmes."""
    found = [
        (programme, children(facts.office, programme, facts.healths, facts.today))
        for programme in _listed(facts)
    ]
    yield page(
        facts,
        "programmes",
        "Programmes",
        "programmes",
        summary="Every programme, with the health and the money of its projects.",
        nav="Projects",
        rows=found,
    )


def each_programme(facts: Facts) -> Iterator[Callable[[], Iterator[Page]]]:
    """The pages of each programme: its own, that of its roles, and those of its documents."""
    for programme in _listed(facts):
        yield partial(_of_programme, facts, programme)


def _of_programme(facts: Facts, programme: Programme) -> Iterator[Page]:
    its = children(facts.office, programme, facts.healths, facts.today)
    yield programme_page(facts, programme, its)
    yield from responsibilities_of(facts, programme)
    yield from documents_of(facts, programme)


def _listed(facts: Facts) -> list[Programme]:
    return sorted(facts.office.programmes, key=lambda p: (p.is_ended, p.name, p.id))


def programme_page(facts: Facts, programme: Programme, its: Children) -> Page:
    """The page of one programme: as a project's, with its projects before the report."""
    path = f"programmes/{programme.id}"
    given = facts.approvals.get(programme.id, ())
    view = one_page(facts.office, facts.health(programme), given, facts.today)
    return page(
        facts,
        path,
        programme.name,
        "project",
        summary=summary(facts.office, view),
        also_found=found(facts, view),
        record=programme,
        offers=[(f"programmes/{programme.id}/{CALENDAR}", DATES)],
        view=view,
        findings=findings_of(facts, programme),
        rollup=its.rollup,
        before=_projects(facts, path, programme, its),
        charts=charts(facts, view),
        acts=acts(facts, programme),
        documents=documents_of_edition(facts, programme),
        states=STATES,
    )


def _projects(facts: Facts, path: str, programme: Programme, its: Children) -> Markup:
    projects = facts.office.projects_of(programme)
    lanes = tuple(
        lane(project, facts.health(project), facts.approvals.get(project.id, ()), facts.today)
        for project in projects
        if not project.is_ended and (project.start or project.finish)
    )
    here = Here(facts, path)
    group = LaneGroup(Parent("programme", programme.id, programme.name, programme), lanes)
    drawn = drawings.portfolio_roadmap(here, (group,)) if 0 < len(lanes) <= DRAWN else ""
    found = rolled_up(facts.ground, facts.office, (programme, *projects), facts.healths)
    below = part(here, "children", children=its, drawn=drawn, lanes=len(lanes), programme=programme)
    return below + part(here, "rolled_up", found=found, shown=SHOWN)
