"""The command `pmo milestone`: a milestone moved, reached, dropped or added."""

import datetime as dt
import json
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import click

from pmoascode.acts import Draft, Drafting
from pmoascode.acts.milestones import change_milestone, milestone_of, reached_on, told_of_change
from pmoascode.acts.naming import named_work
from pmoascode.acts.reach import told_of_reach
from pmoascode.cli.acting import Manner, carry_out, of_act, opened
from pmoascode.cli.field_options import FieldValue
from pmoascode.cli.making import desk_of, scope_of
from pmoascode.cli.milestone_answer import begun, is_new, outcome, reason
from pmoascode.cli.table import table
from pmoascode.formats.result import visible
from pmoascode.measures.wording import days
from pmoascode.office import Office, Work
from pmoascode.office.fields import kind_named
from pmoascode.records.kinds import Kind
from pmoascode.views.milestones import MilestoneRow, milestones
from pmoascode.workspace import Workspace

Command = Callable[..., Any]
_TODAY = "today"


class _Day(FieldValue):
    """A day, or `today` for the day on which the command judges."""

    def read(self, text: str) -> Any:
        """The day that the text says."""
        return text if text == _TODAY else super().read(text)


def _project() -> Kind:
    found = kind_named("project")
    if found is None:
        raise LookupError("project")
    return found


def _option(field: str, metavar: str, about: str) -> Callable[[Command], Command]:
    """The option that gives a field of the milestone."""
    type_ = FieldValue(_project(), ("milestones", "x", field))
    return click.option(f"--{field.replace('_', '-')}", type=type_, metavar=metavar, help=about)


@click.command(
    epilog="""\b
Examples:
  pmo milestone apollo                              all of them
  pmo milestone apollo go-live                      what waits for it
  pmo milestone apollo go-live --forecast 2027-04-02 --reason "The second drop is late"
  pmo milestone apollo pilot-end --reached
  pmo milestone apollo pilot-end --reached 2026-10-14
  pmo milestone apollo training --title "Staff trained" --forecast 2027-02-26

Exit status: 0 written, 1 not written since the rules would block it, 2 could not run."""
)
@click.argument("work", required=False, metavar="[PROJECT]")
@click.argument("milestone", required=False, metavar="[ID]")
@_option("forecast", "DAY", "The day on which it is expected now.")
@click.option(
    "--reached",
    type=_Day(_project(), ("milestones", "x", "actual")),
    is_flag=False,
    flag_value=_TODAY,
    metavar="[DAY]",
    help="It was reached, today or on the day.",
)
@click.option("--drop", is_flag=True, help="It is not wanted any more; give the --reason.")
@_option("reason", "TEXT", "Why it is late, or why it was dropped.")
@_option("title", "TEXT", "What is true once it is reached; makes a new one where it is missing.")
@_option("owner", "PERSON", "Who sees that it is reached.")
@_option("phase", "PHASE", "The phase that it belongs to.")
@click.option("--critical/--not-critical", default=None, help="Whether a delay moves the finish.")
@_option("baseline", "DAY", "The approved day, while the plan is not agreed.")
@of_act
def milestone(
    work: str | None,
    milestone: str | None,
    reached: str | None,
    drop: bool,
    records: Path | None,
    today: dt.date | None,
    manner: Manner,
    **given: Any,
) -> int:
    """Move, reach, drop or add a milestone.

    PROJECT is a project or programme, asked for at a terminal, and ID a milestone of it. Says how
    far it moves against the baseline and the tolerance, and how far that reaches: what waits for
    it, what it waits for.
    """
    workspace = opened(records, today)
    scope = scope_of(desk_of(workspace), work, asks=manner.asks)
    its, id = named_work(workspace.office, scope), milestone
    if id is None:
        _list(workspace, its, as_json=manner.as_json)
        return 0
    fields = {name: value for name, value in given.items() if value is not None}
    fields |= _ended(reached, workspace.today, drop=drop)
    if manner.asks and is_new(its, id):
        fields = dict(begun(its, id, fields))
    if not fields:
        _tell(workspace.office, its, id, workspace.today, as_json=manner.as_json)
        if not manner.asks:
            return 0
        fields |= outcome(its, id, workspace.today)
    if manner.asks:
        fields |= reason(its, id, fields)
    return carry_out(workspace, _draft(workspace, its, id, fields), manner)


def _ended(day: str | None, today: dt.date, *, drop: bool) -> Mapping[str, str]:
    """The fields of a milestone that is over."""
    if day and drop:
        raise click.UsageError("a milestone is either reached or dropped")
    if drop:
        return {"status": "dropped"}
    return reached_on(today if day == _TODAY else dt.date.fromisoformat(day)) if day else {}


def _draft(workspace: Workspace, work: Work, id: str, fields: Mapping[str, Any]) -> Draft:
    """The change, with what there is to say of it."""
    drafting = Drafting(workspace.files)
    change_milestone(drafting, work, id, fields)
    after = workspace.drafted(drafting.draft).office
    new = after.find(type(work), work.id)
    if new and id in new.milestones:
        old, day = work.milestones.get(id), workspace.today
        for sentence in (
            *told_of_change(after, old, new, id, day),
            *told_of_reach(after, new, id),
        ):
            drafting.say(sentence)
    return drafting.draft


def _list(workspace: Workspace, work: Work, *, as_json: bool) -> None:
    """Prints the milestones in the order of their days."""
    last = workspace.office.last_report(work, workspace.today)
    rows = milestones(workspace.office, work, last, workspace.today)
    if as_json:
        _print_json(milestones=[_facts(row) for row in rows])
        return
    if not rows:
        click.echo(f"{visible(work.name)} has no milestones yet. To make one:")
        click.echo(f"  pmo milestone {work.id} go-live --title 'Open to all' --baseline DAY")
        return
    head = ("milestone", "title", "baseline", "expected", "#slip", "")
    for line in table(head, [tuple(_cells(row)) for row in rows]):
        click.echo(line)


def _cells(row: MilestoneRow) -> Iterator[str]:
    its = row.milestone
    yield from (row.id, its.title, str(its.baseline or ""), str(its.expected or ""))
    yield days(row.slip) if row.slip is not None else ""
    state = "overdue" if row.is_overdue else "reached" if its.actual else ""
    yield state or ("critical" if its.critical else "")


def _facts(row: MilestoneRow) -> dict[str, Any]:
    """The milestone for programs."""
    its = row.milestone
    return {
        "id": row.id,
        "title": its.title,
        "status": its.status,
        "critical": its.critical,
        "baseline": its.baseline and its.baseline.isoformat(),
        "expected": its.expected and its.expected.isoformat(),
        "actual": its.actual and its.actual.isoformat(),
        "slip_days": row.slip,
        "overdue": row.is_overdue,
    }


def _tell(office: Office, work: Work, id: str, today: dt.date, *, as_json: bool) -> None:
    """Prints how the milestone stands, and how far it reaches."""
    old = milestone_of(work, id)
    says = (*told_of_change(office, old, work, id, today), *told_of_reach(office, work, id))
    if as_json:
        _print_json(says=says)
        return
    for sentence in says:
        click.echo(visible(sentence))


def _print_json(**found: Any) -> None:
    said = {"format_version": "1.0", **found}
    click.echo(json.dumps(said, indent=2, ensure_ascii=False))
