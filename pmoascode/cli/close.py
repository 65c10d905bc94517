"""The commands `pmo close` and `pmo withdraw`: an end that the records keep."""

import datetime as dt
from pathlib import Path

import click

from pmoascode.acts import named
from pmoascode.acts.choices import Beginning, choices
from pmoascode.acts.closure import Step, closed, handed_over, steps
from pmoascode.acts.deciding import Decided
from pmoascode.acts.ending import CLOSING, WITHDRAWING, End, ended, needs_reason
from pmoascode.acts.placing import kind_at
from pmoascode.acts.stopping import stopped
from pmoascode.cli import options
from pmoascode.cli.acting import Manner, carry_out, of_act, opened
from pmoascode.cli.approve import decider
from pmoascode.cli.asking import asked, reason_for
from pmoascode.finding import CannotRun
from pmoascode.records.programme import Programme
from pmoascode.records.project import Project
from pmoascode.records.record import Record
from pmoascode.records.risk import Risk
from pmoascode.workspace import Workspace

_ON = click.option("--on", type=options.Day(), metavar="DAY", help="The day; today.")


@click.command(
    epilog=f"""\b
Examples:
  pmo close risk/apollo/vendor-late --outcome avoided --reason "The second drop is accepted"
  pmo close action/apollo/see-law
  pmo close apollo                                what closing takes, and what is left
  pmo close apollo --transfer-to ana-keller       open entries are kept by somebody

Besides projects: {", ".join(CLOSING)}.

Exit status: 0 written, 1 something is left or the rules would block it, 2 could not run."""
)
@click.argument("record")
@click.option("--reason", help="How it ended; needed for risks, issues and assumptions.")
@click.option("--outcome", help="Of a risk: expired, materialised, avoided or merged.")
@click.option("--transfer-to", metavar="PERSON", help="Of a project: who keeps open entries.")
@_ON
@of_act
def close(
    record: str,
    reason: str | None,
    outcome: str | None,
    transfer_to: str | None,
    on: dt.date | None,
    records: Path | None,
    today: dt.date | None,
    manner: Manner,
) -> int:
    """Close an entry of a register, or a project.

    A project is closed step by step: this shows what is settled and what is left, with the command
    that settles it. Once nothing is left its status, last phase and end are written, and the roles
    on it end.
    """
    workspace = opened(records, today)
    office, files = workspace.office, workspace.files
    found = named(office, record).record
    day = on or workspace.today
    if isinstance(found, Project):
        return _close_project(workspace, found, day, transfer_to, manner)
    if needs_reason(found, "close") and reason is None:
        reason = reason_for("How did it end?", asks=manner.asks)
        outcome = outcome or _outcome(workspace, found, asks=manner.asks)
    draft = ended(office, files, found, End("close", day, reason, outcome))
    return carry_out(workspace, draft, manner)


def _outcome(workspace: Workspace, record: Record, *, asks: bool) -> str | None:
    """How a risk left the register, if that is answered; other kinds do not say it."""
    if not asks or not isinstance(record, Risk):
        return None
    kind, keys = kind_at(record.path), ("closed", "outcome")
    begun = Beginning(kind, record.scope, {})
    offers = choices(workspace.office, begun, keys, workspace.today)
    answered: str | None = asked(kind, keys, choices=offers, is_optional=True)
    return answered


def _close_project(
    workspace: Workspace, project: Project, day: dt.date, keeper: str | None, manner: Manner
) -> int:
    office, files = workspace.office, workspace.files
    if keeper:
        named(office, f"person/{keeper}")
        return carry_out(workspace, handed_over(office, files, project, keeper, day), manner)
    draft = closed(office, files, project, day)
    left = steps(office, project, day)
    if not manner.as_json:
        _show(project, left)
    if all(step.is_done for step in left) or manner.anyway:
        return carry_out(workspace, draft, manner)
    if manner.as_json:
        raise CannotRun(
            f"{project.name} cannot be closed yet: "
            + "; ".join(step.title.lower() for step in left if not step.is_done)
        )
    click.echo("\nNothing was written. Settle what is left, then run it again.")
    return 1


def _show(project: Project, left: tuple[Step, ...]) -> None:
    """Prints the steps, those that are done with a tick."""
    click.secho(f"Closing {project.name}", bold=True)
    for step in left:
        mark = click.style("✓", fg="green") if step.is_done else click.style("✗", fg="red")
        click.echo(f"  {mark} {step.title}" + ("" if step.is_done else f"  ({step.advice})"))
        for each in step.left:
            click.echo(f"      {each}")


@click.command(
    epilog=f"""\b
Examples:
  pmo withdraw change-request/apollo/go-live-april
  pmo withdraw action/apollo/see-law --reason "The law was dropped"
  pmo withdraw waiver/apollo-late
  pmo withdraw apollo --reason "Two partners left" --effect "The analysis is kept" --by maria-silva

Besides projects, programmes and waivers: {", ".join(WITHDRAWING)}.

Exit status: 0 written, 1 not written since the rules would block it, 2 could not run."""
)
@click.argument("record")
@click.option("--reason", help="Why; needed for actions, projects and programmes.")
@click.option("--effect", help="Of a project or programme: what becomes of its results.")
@click.option("--by", metavar="PERSON", help="Of a project or programme: who decided; you.")
@click.option("--as", "as_", metavar="ROLE", help="In which role; found if left out.")
@_ON
@of_act
def withdraw(
    record: str,
    reason: str | None,
    effect: str | None,
    by: str | None,
    as_: str | None,
    on: dt.date | None,
    records: Path | None,
    today: dt.date | None,
    manner: Manner,
) -> int:
    """Take back what will not happen; the record stays and says so.

    A project or programme that has begun is cancelled, one that is only proposed is rejected, each
    with the decision that says why. A waiver that is no longer needed is removed.
    """
    workspace = opened(records, today)
    office, files = workspace.office, workspace.files
    found = named(office, record).record
    day = on or workspace.today
    if isinstance(found, Project | Programme):
        reason = reason or reason_for("Why is it stopped?", asks=manner.asks)
        decided = Decided("approved", decider(workspace, by), day, as_, reason)
        return carry_out(workspace, stopped(office, files, found, decided, effect), manner)
    if needs_reason(found, "withdraw") and reason is None:
        reason = reason_for("Why is it dropped?", asks=manner.asks)
    return carry_out(workspace, ended(office, files, found, End("withdraw", day, reason)), manner)
