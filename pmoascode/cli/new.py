"""The command `pmo new`: one subcommand a kind of record, made of its schema when it is called."""

from collections.abc import Mapping

import click

from pmoascode.cli.completing import with_ids
from pmoascode.cli.new_command import command_of
from pmoascode.schema import schema

GROUPS: Mapping[str, tuple[str, ...]] = {
    "Work": ("portfolio", "programme", "project"),
    "Documents of a project": (
        "mandate",
        "business-case",
        "pid",
        "finance",
        "change-plan",
        "end-report",
    ),
    "Registers of a project": (
        "risk",
        "issue",
        "action",
        "decision",
        "change-request",
        "exception",
        "dependency",
        "assumption",
        "benefit",
        "requirement",
        "deliverable",
        "stakeholder",
        "analysis",
        "lesson",
        "kpi",
    ),
    "Meetings and assurance": ("meeting", "review"),
    "People and roles": ("person", "role", "skill"),
    "The organisation": ("organisation", "objective", "improvement"),
    "Policy": ("policy", "lifecycle", "raci", "delegation", "own-rule", "standard"),
}
ELSEWHERE: Mapping[str, str] = {  # kind to the command that makes its records
    "report": "report",
    "assignment": "assign",
    "approval": "approve",
    "waiver": "waive",
}


class _Kinds(click.Group):
    """A group with a command a kind, each made only when it is asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        """The kinds, in the order of the groups."""
        return [name for names in GROUPS.values() for name in names]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of the kind.

        Raises:
            UsageError: another command makes such records.
        """
        if cmd_name in ELSEWHERE and not ctx.resilient_parsing:
            raise click.UsageError(f"`pmo {ELSEWHERE[cmd_name]}` makes the {cmd_name}", ctx)
        if cmd_name not in self.list_commands(ctx):
            return None
        return with_ids(command_of(cmd_name)) if ctx.resilient_parsing else command_of(cmd_name)

    def format_commands(
        self,
        ctx: click.Context,  # noqa: ARG002 - click's signature
        formatter: click.HelpFormatter,
    ) -> None:
        """Lists the kinds by group."""
        for title, names in GROUPS.items():
            with formatter.section(title):
                formatter.write_dl([(name, _summary(name)) for name in names])


def _summary(name: str) -> str:
    """What the kind is, in one sentence."""
    return str(schema(name)["description"]).partition("\n")[0]


@click.group(
    cls=_Kinds,
    epilog="""\b
Examples:
  pmo new project
  pmo new risk apollo --title "Vendor misses second drop" --probability 4 --impact 4
  pmo new person --name "Tom Berg" --email tom.berg@harbour.example

`pmo new KIND --help` shows the fields. Elsewhere: `pmo report`, `pmo assign`, `pmo approve`,
`pmo waive`, and `pmo milestone` for the milestones of a project.""",
)
def new() -> None:
    """Make a new record.

    What is not given is asked for at a terminal. What it would change, and what the rules would
    say of it, is shown before anything is written.
    """
