"""The command `pmo career`: skills, next steps and evidence of one person, or of the office."""

import datetime as dt
import json
from collections.abc import Iterable
from pathlib import Path

import click

from pmoascode.cli import career_json, career_text, options, subjects
from pmoascode.cli.desk import person_meant
from pmoascode.views.capability import capability
from pmoascode.views.career import career as career_of


@click.command(
    epilog="""\b
Examples:
  pmo career                          your own
  pmo career ben-hartley              what he can, what is missing for the next step, the evidence
  pmo career ben-hartley --to programme-manager
  pmo career --office                 who could follow whom, and what hangs on one person
  pmo career ben --format json"""
)
@click.argument("person", required=False)
@click.option("--to", "to", metavar="ROLE", help="Compare with this role, not with the next ones.")
@click.option(
    "--office",
    "whole",
    is_flag=True,
    help="Of everybody: successors, roles and skills that hang on one person.",
)
@options.of_workspace
@click.option("--format", "format_", type=click.Choice(["text", "json"]), default="text")
def career(
    person: str | None,
    to: str | None,
    whole: bool,
    records: Path | None,
    at: str | None,
    today: dt.date | None,
    format_: str,
) -> None:
    """Show skills held against those needed, the next steps, and the evidence.

    PERSON is an id or a name; without one it is you, by the address that git has here. What is
    shown is personal: the site shows it only where the policy says `people: {personal: true}`.
    """
    workspace = options.opened(records, at, today)
    office, day = workspace.office, workspace.today
    if whole:
        found = capability(office, day)
        said = career_json.office(found, day) if format_ == "json" else None
        lines: Iterable[str] = career_text.office(office, found, day)
    else:
        own = career_of(office, person_meant(workspace, person), day, subjects.role(office, to))
        said = career_json.person(own, day) if format_ == "json" else None
        lines = career_text.person(office, own, day)
    click.echo(json.dumps(said, indent=2, ensure_ascii=False) if said else "\n".join(lines))
