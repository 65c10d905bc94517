"""The command `pmo rules`: the catalogue of rules."""

import json

import click

from pmoascode.views.rule_catalogue import Entry, entries


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
    """List the rules with their severity and what each finds fault with."""
    found = [e for e in entries() if family in (None, e.family) and e.is_in(profile)]
    if not found:
        families = ", ".join(sorted({e.family for e in entries()}))
        raise click.UsageError(f"no rule of that family; the families are {families}")
    if format_ == "json":
        click.echo(json.dumps([vars(e) for e in found], indent=2, ensure_ascii=False))
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
