"""The option `--shift PROJECT=WHEN`: a project at another time, for the sake of asking."""

import datetime as dt
import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import click

from pmoascode.cli.options import Day
from pmoascode.measures.what_if import first_day, moved
from pmoascode.office import Office
from pmoascode.records.amounts import Duration
from pmoascode.records.project import Project

_LENGTH = re.compile(r"([+-]) ?(\d{1,4} ?(?:day|week|month|year)s?)")


@dataclass(frozen=True)
class Shift:
    """A project and the day on which it would begin, or how much later or earlier it comes."""

    project: str
    day: dt.date | None = None
    length: Duration | None = None
    is_earlier: bool = False


class ShiftType(click.ParamType[Shift]):
    """A project and a day, or a length of time with its sign, as in `apollo=+2 months`."""

    name = "project=when"

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> Shift:
        """The shift that the text says."""
        if isinstance(value, Shift):
            return value
        project, _, when = value.partition("=")
        if found := _LENGTH.fullmatch(when.strip()):
            length = Duration.parse(re.sub(r"(\d) ?([a-z])", r"\1 \2", found[2]))
            return Shift(project, length=length, is_earlier=found[1] == "-")
        if not project or not when:
            self.fail(
                f"{value!r} is no project and time, as apollo=2027-03-01 or apollo=+2 months",
                param,
                ctx,
            )
        return Shift(project, Day().convert(when, param, ctx))


def shifted(office: Office, shifts: Iterable[Shift], today: dt.date) -> tuple[Office, list[str]]:
    """The office as it would be, and a sentence on each shift.

    Raises:
        click.UsageError: there is no such project, or it cannot begin on the day.
    """
    said = []
    for shift in shifts:
        project = office.find(Project, shift.project)
        if project is None:
            raise click.UsageError(f"there is no project {shift.project} that can be read")
        days = _days(office, project, shift, today)
        office = moved(office, project, days, today)
        way = "later" if days >= 0 else "earlier"
        said.append(f"{project.name} {abs(days)} day{'' if abs(days) == 1 else 's'} {way}")
    return office, said


def _days(office: Office, project: Project, shift: Shift, today: dt.date) -> int:
    if shift.length:
        then = shift.length.before(today) if shift.is_earlier else shift.length.after(today)
        return (then - today).days
    start = first_day(office, project)
    if start is None:
        raise click.UsageError(
            f"{project.id} has no start and nobody is assigned to it, so nothing moves"
        )
    if start < today:
        raise click.UsageError(
            f"{project.id} began on {start}; say how much later the rest of it comes, "
            f"as in {project.id}=+2 months"
        )
    day = shift.day or start
    if day < today:
        raise click.UsageError(f"{project.id} cannot begin on {day}, which is before {today}")
    return (day - start).days
