"""The command `pmo waive`: one rule that one record may break for a while."""

import datetime as dt
from pathlib import Path

import click

from pmoascode.acts.deciding import Decided
from pmoascode.acts.placing import kind_at
from pmoascode.acts.waiving import excused, grantor, longest, waived
from pmoascode.cli import options
from pmoascode.cli.acting import Manner, carry_out, of_act, opened
from pmoascode.cli.approve import decider
from pmoascode.cli.asking import answers
from pmoascode.document import Keys
from pmoascode.finding import CannotRun
from pmoascode.rule import Rule
from pmoascode.workspace import Workspace

_KIND = kind_at("policy/waivers/id.yaml")


@click.command(
    epilog="""\b
Examples:
  pmo waive report-overdue project/apollo \\
      --reason "The team moves house" --risk "The board learns of trouble late" \\
      --compensation "A call each Friday" --expires 2026-12-31

Exit status: 0 written, 1 not written since the rules would block it, 2 could not run."""
)
@click.argument("rule")
@click.argument("record")
@click.option("--at", "at_", metavar="FIELD", help="Only for this field of the record.")
@click.option("--reason", help="Why the rule cannot be kept.")
@click.option("--risk", help="What may go wrong meanwhile.")
@click.option("--compensation", help="What is done instead.")
@click.option("--by", metavar="PERSON", help="Who asks; you, if left out.")
@click.option(
    "--approver", metavar="PERSON", help="Who grants it; whoever may, if that is one person."
)
@click.option(
    "--expires",
    type=options.Day(),
    metavar="DAY",
    help="The last day on which it counts; as late as the policy allows, if left out.",
)
@of_act
def waive(
    rule: str,
    record: str,
    at_: str | None,
    reason: str | None,
    risk: str | None,
    compensation: str | None,
    by: str | None,
    approver: str | None,
    expires: dt.date | None,
    records: Path | None,
    today: dt.date | None,
    manner: Manner,
) -> int:
    """Write a waiver: one rule that one record may break for a while.

    RECORD is its full name, as findings give it. The waiver counts once whoever grants it has
    approved the pull request that brings it, and that is merged; and until it expires.
    """
    workspace = opened(records, today)
    office, day = workspace.office, workspace.today
    meant = _speaking(rule, record, workspace)
    given: dict[Keys, str | None]
    given = {("reason",): reason, ("risk",): risk, ("compensation",): compensation}
    said = answers(_KIND, tuple(given), given, asks=manner.asks)
    asking = decider(workspace, by)
    granting = decider(workspace, approver) if approver else grantor(office, day, asking)
    if granting is None:
        raise click.UsageError("more than one person or nobody can grant it; name one: --approver")
    fields = {
        **({"at": at_} if at_ else {}),
        **{str(keys[0]): value for keys, value in said.items()},
        "requested_by": asking.id,
        "created": day.isoformat(),
        "expires": (expires or longest(office, day)).isoformat(),
    }
    decided = Decided("approved", granting, day)
    draft = waived(office, workspace.files, meant, record, fields, decided)
    return carry_out(workspace, draft, manner)


def _speaking(name: str, record: str, workspace: Workspace) -> Rule:
    """The rule of the name, which finds something at the record."""
    found = next((rule for rule in workspace.rules if rule.name == name), None)
    if found is None:
        raise CannotRun(f"there is no rule `{name}`; `pmo rules` lists them")
    verdict = workspace.verdict
    if not excused((*verdict.findings, *verdict.standing), name, record):
        raise CannotRun(
            f"{name} finds nothing at {record} today, so there is nothing to waive;"
            " `pmo check --format json` gives the names of records"
        )
    return found
