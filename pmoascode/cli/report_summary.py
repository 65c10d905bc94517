"""What the data say of a project, on one screen, before its report is written."""

from collections.abc import Iterator

import click

from pmoascode.acts.reporting import Reporting
from pmoascode.cli.table import heading, table
from pmoascode.formats.result import visible
from pmoascode.measures.cost import money
from pmoascode.measures.exposure import exposure
from pmoascode.measures.schedule import slip
from pmoascode.measures.wording import amount, called, days, listed
from pmoascode.records.parts import Forecast
from pmoascode.records.risk import Risk
from pmoascode.views.due import overdue, tasks
from pmoascode.views.milestones import milestones


def show(reporting: Reporting, by: str) -> None:
    """Prints the summary on the error output, as the questions are."""
    work, period = reporting.work, reporting.period
    person = reporting.office.person(by)
    who = f", answered for by {person.name}" if person else ""
    days_of = f"{period.first} to {period.last}"
    title = f"Status report {period.id} of {called(work.name, work.id)}, {days_of}"
    click.echo(f"\n{heading(title)}{visible(who)}", err=True)
    for line in _dates(reporting):
        click.echo(line, err=True)
    for line in (*_money(reporting), *_risks(reporting), *_open(reporting)):
        click.echo(visible(f"  {line}"), err=True)


def _dates(reporting: Reporting) -> Iterator[str]:
    """The dates still to come and those of the period, with what the last report said of them."""
    work, last = reporting.work, reporting.last
    rows = milestones(reporting.office, work, last, reporting.today)
    since = last.date if last else reporting.period.first
    shown = [
        (row.milestone.title, row.milestone, row.last_forecast)
        for row in rows
        if not row.milestone.actual or row.milestone.actual > since
    ]
    finish: list[tuple[str, Forecast, object]] = []
    if work.finish:
        before = last.figures.finish if last and last.figures else None
        finish = [("Finish", work.finish, before)]
    cells = [
        (title, str(its.baseline or ""), str(was or ""), _now(its), _late(its, reporting))
        for title, its, was in (*shown, *finish)
    ]
    if cells:
        head = ("", "baseline", last.id if last else "before", "now", "")
        yield from table(head, cells, indent="  ")


def _now(date: Forecast) -> str:
    now = date.actual or date.forecast or date.baseline
    return str(now or "")


def _late(date: Forecast, reporting: Reporting) -> str:
    found = slip(date, reporting.today)
    late = "" if not found else f"{days(abs(found))} {'late' if found > 0 else 'early'}"
    is_past = not date.actual and _now(date) and _now(date) < reporting.today.isoformat()
    return ", ".join(
        filter(None, ("reached" if date.actual else "", late, "overdue" if is_past else ""))
    )


def _money(reporting: Reporting) -> Iterator[str]:
    found, currency = money(reporting.office, reporting.work), reporting.office.currency
    if found is None:
        return
    parts = [
        f"{name} {amount(value, currency)}"
        for name, value in (
            ("baseline", found.baseline),
            ("forecast", found.forecast),
            ("spent", found.actual),
        )
        if value is not None
    ]
    if parts:
        yield f"Cost: {', '.join(parts)}"


def _risks(reporting: Reporting) -> Iterator[str]:
    found = exposure(reporting.office, reporting.work)
    if found is None:
        return
    top = f"; the highest scores {found.top.score}: {found.top.title}" if found.top else ""
    worth = f", exposure {amount(found.money, reporting.office.currency)}" if found.money else ""
    yield f"Risks: {found.risks} open{worth}{top}"
    due = [
        called(risk.title, risk.id)
        for risk in reporting.office.within(Risk, reporting.work)
        if risk.is_open and risk.review and risk.review <= reporting.today
    ]
    if due:
        yield f"To be reviewed by now: {listed(due)}"


def _open(reporting: Reporting) -> Iterator[str]:
    """What was due and is not done, and what the last report waited for."""
    given = reporting.office.approvals(reporting.work)
    late = overdue(tasks(reporting.office, reporting.work, given), reporting.today)
    for task in late:
        yield f"Overdue since {task.due}: {task.do}"
    for needed in reporting.last.decisions_needed if reporting.last else ():
        yield f"Asked for in {reporting.last.id if reporting.last else ''}: {needed.what}"
    if reporting.unreported:
        yield f"Never reported: {listed(reporting.unreported)}; --period writes one of them"
