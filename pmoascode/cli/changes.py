"""The command `pmo changes`: what changed since a revision, in the words of the office."""

import datetime as dt
import json
from collections.abc import Iterator, Sequence
from pathlib import Path

import click

from pmoascode.cli import options
from pmoascode.cli.terminal import has_colour
from pmoascode.formats.encoded import encoded
from pmoascode.formats.result import visible
from pmoascode.measures.told import Told
from pmoascode.views.changed import WorkChanged, since


@click.command(
    epilog="""\b
Examples:
  pmo changes HEAD~20                    since twenty commits ago
  pmo changes 2026-10-01                 since a day
  pmo changes origin/main                what the branch would change
  pmo changes v1 --at v2 --format markdown > news.md"""
)
@click.argument("since_", metavar="REV|DAY")
@options.of_workspace
@click.option("--all", "all_", is_flag=True, help="With the smaller changes, one by one.")
@click.option(
    "--format",
    "format_",
    type=click.Choice(["text", "markdown", "json"]),
    default="text",
    show_default=True,
    help="How it is printed.",
)
def changes(
    since_: str,
    records: Path | None,
    at: str | None,
    today: dt.date | None,
    all_: bool,
    format_: str,
) -> None:
    """Tell what changed since a revision or a day, project by project.

    Dates in days, money in percent, people by name; what a board would want to know stands first.
    """
    from pmoascode.revision import opened

    before = opened(records, at=since_, today=today).office
    after = opened(records, at=at, today=today).office
    found = since(before, after)
    if format_ == "json":
        click.echo(json.dumps(_json(found, since_), indent=2, ensure_ascii=False))
        return
    lines = list(_lines(found, all_=all_, markdown=format_ == "markdown"))
    click.echo("\n".join(lines) if lines else f"Nothing changed since {since_}.")


def _lines(found: Sequence[WorkChanged], *, all_: bool, markdown: bool) -> Iterator[str]:
    is_first = True
    for group in found:
        told = [*group.major, *group.minor, *(group.detailed if all_ else ())]
        if not is_first:
            yield ""
        is_first = False
        yield _head(group, markdown=markdown)
        yield from (_line(each, markdown=markdown) for each in told)
        if group.details and not all_:
            left = f"{group.details} smaller change{'' if group.details == 1 else 's'}"
            yield f"- {left}" if markdown else f"    {left}"


def _head(group: WorkChanged, *, markdown: bool) -> str:
    name = visible(group.work.name if group.work else "The office")
    if markdown:
        return f"### {encoded(name)}\n"
    return click.style(name, bold=True) if has_colour() else name


def _line(each: Told, *, markdown: bool) -> str:
    text = visible(each.text[:1].upper() + each.text[1:])
    if markdown:
        shown = encoded(text)
        return f"- **{shown}**" if each.weight == "major" else f"- {shown}"
    mark = {"major": "!", "minor": "-", "detail": " "}[each.weight]
    return f"  {mark} {text}"


def _json(found: Sequence[WorkChanged], since_: str) -> dict[str, object]:
    told = [each for group in found for each in (*group.major, *group.minor, *group.detailed)]
    return {
        "format_version": "1.0",
        "since": since_,
        "changes": [
            {
                "work": each.work.name_in_full if each.work else None,
                "record": each.record.name_in_full,
                "weight": each.weight,
                "text": each.text,
            }
            for each in told
        ],
    }
