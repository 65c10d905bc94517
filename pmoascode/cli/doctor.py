"""The command `pmo doctor`: what is missing, odd or unprotected."""

import datetime as dt
import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from textwrap import wrap

import click

from pmoascode.cli import options
from pmoascode.cli.doctor_setup import setup
from pmoascode.cli.terminal import has_colour, width
from pmoascode.condition import TO_DO, Remark, State, condition, counts
from pmoascode.forge import branch_rules
from pmoascode.formats.result import visible
from pmoascode.workspace import utc_today
from pmoascode.worktree import content_of

_COLOURS: Mapping[State, str] = {"ok": "green", "odd": "yellow", "missing": "red", "look": "cyan"}
_MARGIN = " " * 11


@click.command(
    epilog="""\b
Examples:
  pmo doctor
  gh api repos/OWNER/NAME/rules/branches/main >rules.json
  pmo doctor --rulesets rules.json        what GitHub asks before a merge is judged too
  pmo doctor --format json | jq .counts

Exit status: 0 nothing to put right, 1 something is odd or missing, 2 could not run."""
)
@options.records
@options.today
@click.option(
    "--rulesets",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help="The rules of the main branch, or one ruleset, as GitHub's API gives them.",
)
@click.option(
    "--format",
    "format_",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="How the remarks are printed.",
)
def doctor(records: Path | None, today: dt.date | None, rulesets: Path | None, format_: str) -> int:
    """Tell what is missing, odd or unprotected in a repository and its set-up.

    It looks at git, the records, the site, the checks of the forge, code owners and this desk. What
    cannot be seen from here is named, with the place to look at. Nothing is written.
    """
    rules = branch_rules(content_of(rulesets)) if rulesets else None
    found = condition(setup(records, today or utc_today(), rules))
    number = counts(remark for remarks in found.values() for remark in remarks)
    if format_ == "json":
        click.echo(json.dumps(_json(found, number), indent=2, ensure_ascii=False))
    else:
        click.echo("\n".join((*_lines(found), _sum(number))))
    return int(any(number[state] for state in TO_DO))


def _lines(found: Mapping[str, tuple[Remark, ...]]) -> Iterator[str]:
    has_colours = has_colour()
    for title, remarks in found.items():
        yield click.style(title, bold=True) if has_colours else title
        for remark in remarks:
            state = f"{remark.state:<8}"
            shown = click.style(state, fg=_COLOURS[remark.state]) if has_colours else state
            yield f"  {shown} {_folded(remark.said, '')}"
            if remark.remedy:
                yield f"{_MARGIN}-> {_folded(remark.remedy, '   ')}"
        yield ""


def _folded(text: str, indent: str) -> str:
    """The text in as many lines as the terminal asks for, moved in below the first."""
    text, columns = visible(text), width()
    if not columns:
        return text
    room = max(20, columns - len(_MARGIN) - len(indent))
    lines = wrap(text, room, break_long_words=False, break_on_hyphens=False)
    return f"\n{_MARGIN}{indent}".join(lines)


def _sum(number: Mapping[State, int]) -> str:
    parts = [f"{number[state]} {state}" for state in ("missing", "odd") if number[state]]
    look = f"; {number['look']} to look at" if number["look"] else ""
    return (", ".join(parts) or "nothing to put right") + look


def _json(
    found: Mapping[str, tuple[Remark, ...]], number: Mapping[State, int]
) -> dict[str, object]:
    return {
        "format_version": "1.0",
        "counts": number,
        "remarks": [
            {
                "topic": title,
                "name": remark.name,
                "state": remark.state,
                "said": remark.said,
                "remedy": remark.remedy,
            }
            for title, remarks in found.items()
            for remark in remarks
        ],
    }
