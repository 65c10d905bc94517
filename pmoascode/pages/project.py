"""The page of each project, its one-page status report first, and the list of all projects."""

from collections.abc import Callable, Iterator
from functools import partial

from markupsafe import Markup

from pmoascode.audience import shown
from pmoascode.finding import Finding
from pmoascode.office import Office, Work
from pmoascode.pages import drawings
from pmoascode.pages.data import CALENDAR, DATES
from pmoascode.pages.documents import STATES, documents_of, documents_of_edition
from pmoascode.pages.facts import Facts, anchor
from pmoascode.pages.here import Here
from pmoascode.pages.page import Found, Page
from pmoascode.pages.rendering import page
from pmoascode.pages.responsibilities import responsibilities_of
from pmoascode.pages.upkeep import acts
from pmoascode.records.issue import Issue
from pmoascode.records.project import Project
from pmoascode.records.risk import Risk
from pmoascode.views.matrix import matrix, row
from pmoascode.views.project import OnePage, one_page

MOST = 400  # running projects in the whole matrix; beyond it, a line each without dimensions


def projects(facts: Facts) -> Iterator[Page]:
    """The list of all projects."""
    office, today = facts.office, facts.today
    rows = [row(office, facts.health(project), today) for project in office.projects]
    rows.sort(key=lambda r: (r.work.name, r.work.id))
    running = [each for each in rows if each.work.is_running]
    yield page(
        facts,
        "projects",
        "Projects",
        "projects",
        summary="Every project: running, proposed and ended.",
        nav="Projects",
        contents=False,
        groups=matrix(office, facts.healths, today) if running else (),
        rows=running,
        proposed=[r for r in rows if not r.work.is_running and not r.work.is_ended],
        ended=[r for r in rows if r.work.is_ended],
        running=len(running),
        total=len(rows),
        most=MOST,
    )


def each_project(facts: Facts) -> Iterator[Callable[[], Iterator[Page]]]:
    """The pages of each project: its own, that of its roles, and those of its documents."""
    for project in facts.office.projects:
        yield partial(_of_project, facts, project)


def _of_project(facts: Facts, project: Project) -> Iterator[Page]:
    yield project_page(facts, project)
    yield from responsibilities_of(facts, project)
    yield from documents_of(facts, project)


def project_page(facts: Facts, project: Project) -> Page:
    """The page of one project."""
    given = facts.approvals.get(project.id, ())
    owed = facts.owed.get(project.id, ())
    view = one_page(facts.office, facts.health(project), given, facts.today, owed)
    return page(
        facts,
        f"projects/{project.id}",
        project.name,
        "project",
        summary=summary(facts.office, view),
        also_found=found(facts, view),
        record=project,
        offers=[(f"projects/{project.id}/{CALENDAR}", DATES)],
        view=view,
        findings=findings_of(facts, project),
        rollup=None,
        before="",
        charts=charts(facts, view),
        acts=acts(facts, project),
        documents=documents_of_edition(facts, project),
        states=STATES,
    )


def charts(facts: Facts, view: OnePage) -> dict[str, Markup | str]:
    """The drawings of the page, each empty where there is nothing to draw."""
    work, money, currency = view.row.work, view.row.money, facts.office.currency
    here = Here(facts, facts.page_of(work) or "")
    return {
        "small_bar": drawings.money_bar(work.name, money, view.tolerance, currency, "small")
        if money
        else "",
        "bar": drawings.money_bar(work.name, money, view.tolerance, currency, "large")
        if money
        else "",
        "curve": drawings.money_curve(here, view.curves, f"Money of {work.name} over time")
        if view.curves.rows
        else "",
        "trend": drawings.milestone_trend(view.trends, f"Milestones of {work.name}")
        if view.trends
        else "",
        "ribbon": drawings.rating_ribbon(view.history, f"Ratings of {work.name}")
        if view.history.rows
        else "",
        "roles": drawings.roles_over_time(here, work, view.lanes) if view.lanes else "",
    }


def summary(office: Office, view: OnePage) -> str:
    """What a search finds: what the work is, how it stands, and who leads it."""
    work, report = view.row.work, view.report
    people = (office.person(view.row.sponsor), office.person(view.row.manager))
    named = [shown(office, person) for person in people if person]
    parts = [
        report.headline if report and report.headline else "",
        work.summary or "",
        *(found.text for found in named if found.is_named),
        work.id,
    ]
    return ". ".join(part.strip().rstrip(".") for part in parts if part) + "."


def found(facts: Facts, view: OnePage) -> Iterator[Found]:
    """What a search finds on the page beside the work itself: its risks and issues."""
    kept = view.registers
    records: tuple[Risk | Issue, ...] = (*kept.all_risks, *kept.all_issues)
    for record in records:
        owner = facts.people.get(record.owner or "")
        said = f"{record.kind.capitalize()}, {record.status}"
        text = f"{said}, {owner.text}" if owner and owner.is_named else said
        yield Found(anchor(record), record.title, text)


def findings_of(facts: Facts, work: Work) -> tuple[Finding, ...]:
    """The findings in the files of the project or programme, the gravest first."""
    found = facts.findings.get(work.id, ())
    return tuple(sorted(found, key=lambda finding: (-finding.severity, finding.place)))
