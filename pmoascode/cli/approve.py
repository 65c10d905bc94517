"""The commands `pmo approve` and `pmo reject`: a decision recorded where it belongs."""

import datetime as dt
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any, TypeVar, get_args

import click

from pmoascode.acts import Draft, named
from pmoascode.acts.deciding import Decided
from pmoascode.acts.gates import at_gate, next_gate
from pmoascode.acts.placing import kind_at
from pmoascode.acts.signing import on_record
from pmoascode.acts.values import value_of
from pmoascode.cli import options, subjects
from pmoascode.cli.acting import Manner, carry_out, of_act, opened
from pmoascode.cli.deciding import subject_of
from pmoascode.cli.desk import person_here
from pmoascode.finding import CannotRun
from pmoascode.measures.signing import Signed
from pmoascode.records.approval import Approval
from pmoascode.records.person import Person
from pmoascode.records.programme import Programme
from pmoascode.records.project import Project
from pmoascode.workspace import Workspace

F = TypeVar("F", bound=Callable[..., Any])


def _of_decision(command: F) -> F:
    """Gives a command what both ways of deciding take."""
    for option in reversed(
        (
            click.argument("what", required=False, metavar="[WHAT]"),
            click.argument("gate", required=False),
            click.option("--by", metavar="PERSON", help="Who decides; you, if left out."),
            click.option("--as", "as_", metavar="ROLE", help="In which role; found if left out."),
            click.option("--on", type=options.Day(), metavar="DAY", help="The day; today."),
        )
    ):
        command = option(command)
    return command


@click.command(
    epilog="""\b
Examples:
  pmo approve apollo                                  the gate that comes next
  pmo approve apollo authorise --by maria-silva --amount 1250000 --enter
  pmo approve apollo authorise --condition "Name an owner for each benefit; tom-berg; 2026-12-01"
  pmo approve change-request/apollo/go-live-april
  pmo approve report/apollo/2026-10 --reason "Agreed in the board"

Exit status: 0 written, 1 not written since the rules would block it, 2 could not run."""
)
@_of_decision
@click.option("--reason", help="Why it is decided so.")
@click.option(
    "--condition",
    "conditions",
    multiple=True,
    metavar="TEXT;OWNER;DUE",
    help="At a gate: what must still be done, by whom and when; may be given several times.",
)
@click.option("--amount", metavar="MONEY", help="At a gate: the money that it releases.")
@click.option(
    "--valid-until", type=options.Day(), metavar="DAY", help="At a gate: the last day it counts."
)
@click.option("--enter", is_flag=True, help="At a gate: also enter the phase that it opens.")
@of_act
def approve(
    what: str | None,
    gate: str | None,
    by: str | None,
    as_: str | None,
    on: dt.date | None,
    reason: str | None,
    conditions: tuple[str, ...],
    amount: str | None,
    valid_until: dt.date | None,
    enter: bool,
    records: Path | None,
    today: dt.date | None,
    manner: Manner,
) -> int:
    """Record that something is approved.

    WHAT is a project or programme, for a decision at a gate, or a record that waits for one: a
    change request, exception, decision, risk, requirement, deliverable, report, waiver, business
    case, PID or end report, by its full name, or by its id where no other record has that. At a
    terminal it is asked for. An approved change request is carried out with `pmo implement`. A
    gate's approval pins what it is about, so that a later change of it shows.
    """
    workspace = opened(records, today)
    what = what or subject_of(workspace, manner)
    decided = Decided(
        "approved-with-conditions" if conditions else "approved",
        decider(workspace, by),
        on or workspace.today,
        as_,
        reason,
        tuple(_condition(text) for text in conditions),
        _money(amount),
        valid_until,
    )
    draft = _decided(workspace, what, gate, decided, enter=enter)
    return carry_out(workspace, draft, manner)


@click.command(
    epilog="""\b
Examples:
  pmo reject change-request/apollo/go-live-april --reason "The contract has no room for it"
  pmo reject apollo authorise --reason "Two benefits have no owner"
  pmo reject apollo authorise --defer --reason "The supplier's price is still open"

Exit status: 0 written, 1 not written since the rules would block it, 2 could not run."""
)
@_of_decision
@click.option("--reason", required=True, help="Why it is decided so.")
@click.option("--defer", is_flag=True, help="Put it off instead of refusing it.")
@of_act
def reject(
    what: str | None,
    gate: str | None,
    by: str | None,
    as_: str | None,
    on: dt.date | None,
    reason: str,
    defer: bool,
    records: Path | None,
    today: dt.date | None,
    manner: Manner,
) -> int:
    """Record that something is not approved, and why.

    WHAT and GATE are as for `pmo approve`. What is refused now and approved later is two records
    at a gate; elsewhere it takes a new request.
    """
    workspace = opened(records, today)
    what = what or subject_of(workspace, manner)
    outcome = "deferred" if defer else "rejected"
    decided = Decided(outcome, decider(workspace, by), on or workspace.today, as_, reason)
    return carry_out(workspace, _decided(workspace, what, gate, decided), manner)


def _decided(
    workspace: Workspace,
    what: str,
    gate: str | None,
    decided: Decided,
    *,
    enter: bool = False,
) -> Draft:
    """The decision at the gate of a project or programme, or on any other record."""
    office, files = workspace.office, workspace.files
    found = named(office, what)
    record = found.record
    if found.keys:
        raise CannotRun(f"`{what}` is nothing that has a decision")
    if isinstance(record, Project | Programme):
        gate = gate or next_gate(record, office)
        return at_gate(office, files, record, gate, decided, enter=enter)
    if gate or not isinstance(record, get_args(Signed)) or isinstance(record, Approval):
        raise CannotRun(f"`{what}` is nothing that has {'a gate' if gate else 'a decision'}")
    return on_record(office, files, record, decided)


def decider(workspace: Workspace, id: str | None) -> Person:
    """The person with the id or name, or the one at this desk.

    Raises:
        UsageError: nobody is called so; or nobody is named, and git does not know who is here.
    """
    if id is None:
        here = person_here(workspace.office, workspace.folder)
        if here is None:
            raise click.UsageError("git does not know who you are; say who decides with --by")
        return here
    return subjects.person(workspace.office, id)


def _condition(text: str) -> tuple[str, str, str]:
    parts = [part.strip() for part in text.split(";")]
    if len(parts) != 3 or not all(parts):
        raise click.UsageError(f"a condition is written as text; owner; day, not {text!r}")
    return parts[0], parts[1], parts[2]


def _money(text: str | None) -> Decimal | None:
    kind = kind_at("approvals/scope/id.yaml")
    return None if text is None else value_of(kind, ("amount",), text)
