"""The command `pmo rules`: the catalogue of rules."""

import json

import click

from pmoascode.finding import CannotRun
from pmoascode.rule import Rule
from pmoascode.views.rule_catalogue import Entry, entries, entry_of
from pmoascode.workspace import of_folder


@click.command(
    epilog="""\b
Examples:
  pmo rules
  pmo rules --family roles
  pmo rules --profile starter --format json"""
)
@click.option("--family", metavar="NAME", help="Only the rules of one family.")
@click.option(
    "--profile",
    type=click.Choice(["starter", "standard", "full"]),
    help="Only the rules that the profile asks.",
)
@click.option("--format", "format_", type=click.Choice(["text", "json"]), default="text")
def rules(family: str | None, profile: str | None, format_: str) -> None:
    """List the rules with their severity and what each finds fault with.

    The office's own rules are among them, if the command runs where there is an office.
    """
    known = [*entries(), *(entry_of(rule) for rule in own_rules_here())]
    found = [e for e in known if family in (None, e.family) and e.is_in(profile)]
    if not found:
        families = ", ".join(sorted({e.family for e in known}))
        raise click.UsageError(f"no rule of that family; the families are {families}")
    if format_ == "json":
        said = {"format_version": "1.0", "rules": [vars(entry) for entry in found]}
        click.echo(json.dumps(said, indent=2, ensure_ascii=False))
        return
    width = max(len(e.name) for e in found)
    last = ""
    for entry in found:
        if entry.family != last:
            click.secho(f"{'' if not last else chr(10)}{entry.family}", bold=True)
            last = entry.family
        click.echo(f"  {entry.name:<{width}}  {_severity(entry)}  {entry.title}")


def _severity(entry: Entry) -> str:
    colour = {"error": "red", "warning": "yellow"}.get(entry.severity, "cyan")
    return click.style(f"{entry.severity:<8}", fg=colour)


def own_rules_here() -> tuple[Rule, ...]:
    """The office's own rules, where the command stands in an office."""
    try:
        return of_folder().own_rules
    except CannotRun:
        return ()
