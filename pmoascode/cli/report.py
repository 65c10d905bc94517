"""The command `pmo report`: the status report of a period, filled in from the records."""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args

import click

from pmoascode.cli.acting import Manner, of_act
from pmoascode.cli.field_options import FieldValue, field_options
from pmoascode.cli.options import Day
from pmoascode.cli.reporting import write_report
from pmoascode.records.kinds import KINDS
from pmoascode.records.report import Dimension

_KIND = next(kind for kind in KINDS if kind.name == "report")
_LATER = ("date", "corrections", "withheld", "tolerance_note")  # what a new report does not choose
_GROUPS = (
    ("override", "REASON; PERSON", "Why overall is better than the worst, and who answers for it."),
    ("analyst_check", "PERSON; DAY", "Who has checked a rating that jumps, and when."),
)


class _Dated(click.ParamType[tuple[str, dt.date | None, str]]):
    """A milestone, its day and the reason for that, as in `go-live=2027-04-02; Late drop`."""

    name = "milestone=day"

    def __init__(self, *, needs_day: bool) -> None:
        self.needs_day = needs_day

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> tuple[str, dt.date | None, str]:
        """The milestone's id, the day if one is named, and the reason if there is one."""
        if isinstance(value, tuple):
            return value
        dated, _, reason = value.partition(";")
        id, _, day = dated.strip().partition("=")
        if not id or (self.needs_day and not day):
            self.fail(
                f"{value!r} is no milestone with its day, such as go-live=2027-04-02", param, ctx
            )
        return id, Day().convert(day, param, ctx) if day else None, reason.strip()


def _report(records: Path | None, today: dt.date | None, manner: Manner, **given: Any) -> int:
    """Write the status report of a period.

    SCOPE is the project or programme; at a terminal the one of yours whose report is due first.
    The period, the figures, what was achieved and what is next come from the records; ratings
    and words are asked for beside what the data say. Open actions of the last report go on.
    """
    return write_report(_KIND, given, records, today, manner)


def _parameters() -> Iterator[click.Parameter]:
    yield click.Argument(["work"], required=False, metavar="[SCOPE]")
    yield click.Option(["--period"], metavar="PERIOD", help="As 2026-11; the next one if left out.")
    for name in get_args(Dimension):
        usual = "the worst of the others" if name == "overall" else "as before"
        yield click.Option(
            [f"--{name}", f"rate_{name}"],
            type=FieldValue(_KIND, ("rating", name)),
            metavar="RATING",
            help=f"The {name} rating; {usual} if left out.",
        )
    later = [f"field_{name}" for name in _LATER]
    yield from (option for option in field_options(_KIND) if option.name not in later)
    yield click.Option(
        ["--comment", "comments"],
        multiple=True,
        metavar="DIMENSION=TEXT",
        help="What stands behind a rating. May be given several times.",
    )
    for name, form, about in _GROUPS:
        type_ = FieldValue(_KIND, (name,))
        names = [f"--{name.replace('_', '-')}", f"field_{name}"]
        yield click.Option(names, type=type_, metavar=f'"{form}"', help=about)
    yield from _of_the_plan()


def _of_the_plan() -> Iterator[click.Option]:
    yield click.Option(
        ["--forecast", "forecasts"],
        type=_Dated(needs_day=True),
        multiple=True,
        metavar='"MILESTONE=DAY; REASON"',
        help="Also move the forecast of a milestone. May be given several times.",
    )
    yield click.Option(
        ["--reached", "reached"],
        type=_Dated(needs_day=False),
        multiple=True,
        metavar='"MILESTONE=DAY; REASON"',
        help="Also mark a milestone as reached, on the day or today. May be given several times.",
    )


_run = of_act(_report)
report = click.Command(
    "report",
    params=[*_parameters(), *reversed(getattr(_run, "__click_params__", []))],
    callback=_run,
    help=_report.__doc__,
    epilog="""\b
Examples:
  pmo report
  pmo report apollo --period 2026-11
  pmo report apollo --reached pilot-end=2026-10-14 --headline "The pilot met its targets"
  pmo report apollo --overall amber --schedule amber --headline "Go-live three weeks late" \\
    --cause "The vendor lost two developers" --change-reason "The second drop is late" \\
    --action "Agree the vendor's fix; tom-berg; 2026-11-20" --green-on 2027-01-15

Exit status: 0 written, 1 not written since the rules would block it, 2 could not run.""",
)
