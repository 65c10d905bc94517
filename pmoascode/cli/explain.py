"""The command `pmo explain`: one rule in full."""

import inspect
import textwrap
from difflib import get_close_matches

import click
from click.shell_completion import CompletionItem

from pmoascode.cli.rules import own_rules_here
from pmoascode.rule import Rule
from pmoascode.rules import RULES
from pmoascode.views.rule_catalogue import Entry, entries, entry_of


def _names(
    ctx: click.Context,  # noqa: ARG001 - click's signature
    param: click.Parameter,  # noqa: ARG001 - click's signature
    incomplete: str,
) -> list[CompletionItem]:
    return [CompletionItem(e.name, help=e.title) for e in entries() if incomplete in e.name]


@click.command(
    epilog="""\b
Examples:
  pmo explain red-without-path-to-green
  pmo explain sponsor                   every rule that has the word in its name"""
)
@click.argument("rule", shell_complete=_names)
def explain(rule: str) -> None:
    """Explain a rule: the defect, why it matters, how to put it right, with examples."""
    known = {entry.name: entry for entry in entries()}
    own = {} if rule in known else {found.name: found for found in own_rules_here()}
    known |= {name: entry_of(found) for name, found in own.items()}
    begun = [name for name in known if name.startswith(rule)]
    if len(begun) == 1:
        rule = begun[0]
    if rule not in known:
        if within := [e for e in known.values() if rule in (e.family, *e.name.split("-"))]:
            click.echo("\n".join(f"{entry.name}: {entry.title}" for entry in within))
            return
        near = get_close_matches(rule, known, n=3, cutoff=0.4)
        hint = f"; did you mean {' or '.join(near)}?" if near else "; `pmo rules` lists them"
        raise click.UsageError(f"there is no rule {rule}{hint}")
    click.echo(_said(known[rule]))
    for found in (*RULES, *own.values()):
        if found.name == rule:
            click.echo(_in_detail(found))


def _said(entry: Entry) -> str:
    head = click.style(entry.name, bold=True)
    facts = f"{entry.severity} · {entry.family} · from the profile {entry.profile}"
    if not entry.waivable:
        facts += " · cannot be waived"
    parts = [f"{head}  ({facts})", entry.title, entry.why, entry.remedy]
    return "\n\n".join(textwrap.fill(part, 88) for part in parts if part)


def _in_detail(rule: Rule) -> str:
    parts = [f"Source: {rule.source}."]
    if rule.settings:
        settings = ", ".join(f"{name} (default {value})" for name, value in rule.settings.items())
        parts.append(f"The policy can set: {settings}.")
    for title, examples in (("Finds fault with", rule.bad), ("Accepts", rule.good)):
        parts.extend(
            f"{title}:\n\n{textwrap.indent(inspect.cleandoc(example), '    ')}"
            for example in examples
        )
    return "\n" + "\n\n".join(parts)
