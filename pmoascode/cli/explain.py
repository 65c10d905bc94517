"""The command `pmo explain`: one rule in full."""

import inspect
import textwrap
from difflib import get_close_matches

import click

from pmoascode.cli.rules import facts, office_here
from pmoascode.cli.terminal import width
from pmoascode.records.own_rule import OwnRule
from pmoascode.rule import Rule
from pmoascode.rules import RULES
from pmoascode.views.rule_catalogue import Entry, entries, entry_of
from pmoascode.workspace import Workspace

_WIDEST = 88  # columns of a text


@click.command(
    epilog="""\b
Examples:
  pmo explain red-without-path-to-green
  pmo explain sponsor                   every rule that has the word in its name"""
)
@click.argument("rule")
def explain(rule: str) -> None:
    """Explain a rule: the defect, why it matters, how to put it right, with examples."""
    place = office_here()
    own = {found.name: found for found in (place.own_rules if place else ())}
    known = {name: entry_of(found) for name, found in own.items()}
    known |= {entry.name: entry for entry in entries()}
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
    found = {each.name: each for each in (*own.values(), *RULES)}.get(rule)
    told = facts(known[rule], found, place.office if place else None)
    click.echo(_said(known[rule], told))
    if found:
        click.echo(_in_detail(found))
    if place and rule in own:
        click.echo(f"\n{_written(place, rule)}")


def _said(entry: Entry, told: dict[str, str]) -> str:
    head = f"{click.style(entry.name, bold=True)}  ({entry.family})"
    known = told | ({"source": entry.source} if entry.source else {})
    listed = "\n".join(_fact(label, text) for label, text in known.items())
    parts = [entry.title, entry.why, entry.remedy]
    return "\n\n".join([head, listed, *(_folded(part) for part in parts if part)])


def _fact(label: str, text: str) -> str:
    indent = " " * 10
    lines = _folded(f"{label.capitalize():<10}{text}").split("\n")
    return f"\n{indent}".join(lines)


def _folded(text: str) -> str:
    columns = min(width() or _WIDEST, _WIDEST)
    return textwrap.fill(text, columns)


def _written(place: Workspace, rule: str) -> str:
    """The office's own rule as its file has it."""
    own = place.office.find(OwnRule, rule)
    text = place.office.documents[own.path].text if own else ""
    return f"As it is written:\n\n{textwrap.indent(text.strip(), '    ')}"


def _in_detail(rule: Rule) -> str:
    parts = []
    if rule.settings:
        settings = ", ".join(f"{name} (default {value})" for name, value in rule.settings.items())
        parts.append(_folded(f"The policy can set: {settings}."))
    for title, examples in (("Finds fault with", rule.bad), ("Accepts", rule.good)):
        parts.extend(
            f"{title}:\n\n{textwrap.indent(inspect.cleandoc(example), '    ')}"
            for example in examples
        )
    return "".join(f"\n{part}\n" for part in parts).rstrip("\n")
