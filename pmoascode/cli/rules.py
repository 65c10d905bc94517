"""The command `pmo rules`: the catalogue of rules."""

import json
import textwrap
from dataclasses import replace
from typing import Any

import click

from pmoascode.cli.terminal import width
from pmoascode.finding import CannotRun
from pmoascode.office import Office
from pmoascode.rule import Rule
from pmoascode.views.rule_catalogue import Entry, entries, entry_of
from pmoascode.views.rule_severity import here, said
from pmoascode.workspace import Workspace, of_folder

FORMAT_VERSION = "1.0"
_FOLDED = 96  # columns of a text where nobody sees how wide the terminal is


@click.command(
    epilog="""\b
Examples:
  pmo rules
  pmo rules --family roles
  pmo rules --profile starter --format json
  pmo rules --format json | jq '.rules[] | select(.waivable | not) | .name'"""
)
@click.option("--family", metavar="NAME", help="Only the rules of one family.")
@click.option(
    "--profile",
    type=click.Choice(["starter", "standard", "full"]),
    help="Only the rules that the profile asks.",
)
@click.option("--format", "format_", type=click.Choice(["text", "json"]), default="text")
def rules(family: str | None, profile: str | None, format_: str) -> None:
    """List the rules: what each finds fault with, how grave it is, and what it looks at.

    Where the command runs in an office, its own rules are among them, and what its policy changes
    is told.
    """
    place = office_here()
    own = place.own_rules if place else ()
    known = [*entries(), *(entry_of(rule) for rule in own)]
    found = [e for e in known if family in (None, e.family) and e.is_in(profile)]
    if not found:
        families = ", ".join(sorted({e.family for e in known}))
        raise click.UsageError(f"no rule of that family; the families are {families}")
    by_name = {rule.name: rule for rule in (place.rules if place else ())}
    office = place.office if place else None
    if format_ == "json":
        listed = [_json(entry, by_name.get(entry.name), office) for entry in found]
        report = {"format_version": FORMAT_VERSION, "rules": listed}
        click.echo(json.dumps(report, indent=2, ensure_ascii=False))
        return
    last = ""
    for entry in found:
        if entry.family != last:
            click.secho(f"{'' if not last else chr(10)}{entry.family}", bold=True)
            last = entry.family
        click.echo(_text(entry, by_name.get(entry.name), office))


def office_here() -> Workspace | None:
    """The policy and the own rules of the office that the command stands in, if it does."""
    try:
        whole = of_folder()
    except CannotRun:
        return None
    policy = {path: blob for path, blob in whole.files.items() if path.startswith("policy/")}
    return replace(whole, files=policy)


def facts(entry: Entry, rule: Rule | None, office: Office | None) -> dict[str, str]:
    """What the catalogue says of the rule, each in a few words by its label."""
    asking = list(entry.severities)
    said_of = {
        "severity": entry.severity_said,
        "profiles": ", ".join(asking),
        "judges": entry.judges_said,
        "sees": entry.sees_said,
        "waiver": "possible" if entry.waivable else "none: it cannot be waived",
        "since": entry.since or "a rule of your own",
    }
    if rule and office:
        said_of["here"] = _here(entry, rule, office)
    return {label: text for label, text in said_of.items() if text}


def _here(entry: Entry, rule: Rule, office: Office) -> str:
    """How the office's policy changes the rule; empty where it does not."""
    policy = office.policy
    setting = policy.setting(rule.name)
    if not entry.is_in(policy.profile):
        return f"not asked, since the policy has the profile {policy.profile}"
    parts = [f"the policy makes it {said(here(rule, office))}"] if setting.severity else []
    if setting.effective_from:
        parts.append(f"at most a warning until {setting.effective_from}")
    return ", ".join(parts)


def _text(entry: Entry, rule: Rule | None, office: Office | None) -> str:
    """The rule in some lines, its name and how grave it is first."""
    told = facts(entry, rule, office)
    colour = {"error": "red", "warning": "yellow"}.get(entry.severity, "cyan")
    head = f"  {click.style(entry.name, bold=True)}  {click.style(told['severity'], fg=colour)}"
    waiver = "can be waived" if entry.waivable else "cannot be waived"
    scope = f"Judges {told['judges']}; sees {told['sees']}."
    origin = f"since {entry.since}" if entry.since else told["since"]
    body = [
        entry.title,
        f"Asked in {told['profiles']}; {waiver}; {origin}. {scope}",
        f"Source: {entry.source}." if entry.source else "",
        f"Here: {told['here']}." if "here" in told else "",
    ]
    lines = (textwrap.indent(_folded(part), "      ") for part in body if part)
    return "\n".join([head, *lines])


def _folded(text: str) -> str:
    return textwrap.fill(text, min(width() or _FOLDED, _FOLDED) - 6, break_on_hyphens=False)


def _json(entry: Entry, rule: Rule | None, office: Office | None) -> dict[str, Any]:
    first = ("name", "family", "severity", "severities")
    said_of = {name: getattr(entry, name) for name in (*first, *vars(entry))}
    if rule and office:
        setting = office.policy.setting(rule.name)
        until = setting.effective_from
        said_of["here"] = {
            "asked": entry.is_in(office.policy.profile),
            "severity": here(rule, office),
            "effective_from": until.isoformat() if until else None,
        }
    return said_of
