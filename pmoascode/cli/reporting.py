"""A status report written: who reports, the plan brought up to date, the ratings, the words."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import Any

import click

from pmoascode.acts import Draft, Drafting
from pmoascode.acts.milestones import (
    change_milestone,
    milestone_of,
    reached_on,
    told_of_change,
)
from pmoascode.acts.naming import named_work
from pmoascode.acts.reporting import Reporting, reporting
from pmoascode.acts.usual import Desk
from pmoascode.cli.acting import Manner, carry_on, opened
from pmoascode.cli.asking import ABOUT, chosen
from pmoascode.cli.field_options import given_fields
from pmoascode.cli.interview import completed
from pmoascode.cli.making import desk_of
from pmoascode.cli.milestone_answer import outcome, reason
from pmoascode.cli.rating import comment, differing, ratings
from pmoascode.cli.report_parts import comments, way_to_green, words
from pmoascode.cli.report_summary import show
from pmoascode.edit.copying import with_part
from pmoascode.editors.ids import Offer
from pmoascode.measures.schedule import overdue
from pmoascode.measures.wording import called
from pmoascode.office import Work
from pmoascode.office.naming import person_name
from pmoascode.records.days import later
from pmoascode.records.kinds import Kind
from pmoascode.views.standing import reports_due
from pmoascode.workspace import Workspace

_WORDS = ("headline", "summary", "achieved", "planned")
_WAY = ("cause", "actions", "green_on", "decisions_needed", "no_decision_needed", "change_reason")

_EARLY = 7  # days before the end of a period from which on its report is no surprise

Moves = dict[str, dict[str, Any]]  # id of a milestone to its fields that change


def write_report(
    kind: Kind,
    given: Mapping[str, Any],
    records: Path | None,
    today: dt.date | None,
    manner: Manner,
) -> int:
    """Writes the report; the exit status of the act."""
    workspace, asks = opened(records, today), manner.asks
    writing = _Writing(workspace, desk_of(workspace), kind, given, asks)
    if asks:
        click.echo(ABOUT, err=True)
    begun = reporting(workspace.office, writing.work, given.get("period"), workspace.today)
    people = writing.people(begun)
    if asks:
        show(begun, people["by"])
    moves = writing.moves(begun)
    begun = writing.with_plan(begun, moves)
    data = {"date": str(begun.today), **people, **writing.judged(begun), "figures": begun.figures}

    def drafted(data: Mapping[str, Any]) -> Draft:
        return writing.draft(begun, data, moves)

    trial = completed(workspace, writing.desk, begun.place, data, drafted, asks=asks)
    return carry_on(trial, manner)


@dataclass(frozen=True)
class _Writing:
    """A report that is being written: what is given of it, and what there is to say."""

    workspace: Workspace
    desk: Desk
    kind: Kind
    given: Mapping[str, Any]
    asks: bool
    says: list[str] = field(default_factory=list)

    @cached_property
    def fields(self) -> Mapping[str, Any]:
        """The fields of the report that options give."""
        found: dict[str, Any] = {}
        for keys, value in given_fields(self.kind, self.given):
            found = with_part(found, keys, value)
        return found

    @cached_property
    def work(self) -> Work:
        """The project or programme: as given, else one that the person at this desk manages."""
        if name := self.given.get("work"):
            return named_work(self.desk.office, name)
        own = [due.work for due in reports_due(self.desk.office, self.desk.who, self.desk.today)]
        if len(own) == 1 or (own and self.asks):
            offers = tuple(Offer(work.id, work.name) for work in own)
            about = "The project or programme that you report on."
            id = chosen("Scope", about, offers, own[0].id) if len(own) > 1 else own[0].id
            return next(work for work in own if work.id == id)
        raise click.UsageError("name the project or programme that the report is about")

    def people(self, begun: Reporting) -> dict[str, str]:
        """Who answers for the report, which is said aloud, and who prepares it."""
        by, prepares = begun.people(self.desk.who, self.fields.get("by", ""))
        if not by:
            raise click.UsageError(f"nobody manages {begun.work.name}, so give --by")
        if "by" not in self.fields:
            name = called(person_name(by, begun.office), by)
            self.says.append(f"{name} answers for it; --by names somebody else.")
        if begun.period.last > later(begun.today, _EARLY):
            last = begun.period.last
            self.says.append(f"The period {begun.period.id} goes on until {last}: this is early.")
        prepares = self.fields.get("prepared_by", prepares)
        return {"by": by, **({"prepared_by": prepares} if prepares else {})}

    def moves(self, begun: Reporting) -> Moves:
        """What becomes of milestones: as given, and as answered for those that are overdue."""
        found: Moves = {}
        for name, how in (("forecasts", _expected_on), ("reached", reached_on)):
            for id, day, why in self.given.get(name, ()):
                milestone_of(begun.work, id)
                found[id] = {**how(day or begun.today), **({"reason": why} if why else {})}
        for id, _ in overdue(begun.work, begun.today):
            if id not in found and self.asks:
                fields = dict(outcome(begun.work, id, begun.today))
                found[id] = fields | dict(reason(begun.work, id, fields))
        return found

    def with_plan(self, begun: Reporting, moves: Moves) -> Reporting:
        """The report on the plan as it is once the milestones have moved."""
        drafting = Drafting(self.workspace.files)
        _move(drafting, begun.work, moves)
        after = self.workspace.drafted(drafting.draft).office if moves else begun.office
        work = after.find(type(begun.work), begun.work.id) or begun.work
        for id in moves:
            old = begun.work.milestones.get(id)
            self.says.extend(told_of_change(after, old, work, id, begun.today))
        for id, milestone in overdue(work, begun.today):
            self.says.append(
                f"{called(milestone.title, id)} was expected on {milestone.expected} and is open:"
                f" --reached {id} or --forecast {id}=DAY brings the plan up to date."
            )
        return replace(begun, office=after, work=work)

    def judged(self, begun: Reporting) -> dict[str, Any]:
        """The ratings with their comments, the words, and the way to green."""
        wanted = {
            name.removeprefix("rate_"): rating
            for name, rating in self.given.items()
            if name.startswith("rate_") and rating
        }
        rated = ratings(begun, self.kind, wanted, asks=self.asks, say=self.says.append)
        if "overall" not in rated:
            raise click.UsageError("nobody is there to ask, so give --overall")
        data: dict[str, Any] = {"rating": rated} | self._comments(begun, rated)
        data |= words(begun, self.kind, self._given(_WORDS), asks=self.asks)
        data |= way_to_green(begun, self.kind, data, self._given(_WAY), asks=self.asks)
        return {**{n: v for n, v in self.fields.items() if n not in ("by", "prepared_by")}, **data}

    def _given(self, names: tuple[str, ...]) -> dict[str, Any]:
        return {name: self.fields[name] for name in names if name in self.fields}

    def _comments(self, begun: Reporting, rated: Mapping[str, Any]) -> dict[str, Any]:
        """The comments as given, and as answered where a rating is better than the data say."""
        found = comments(self.kind, self.given.get("comments", ()))
        for name in differing(begun, rated, found):
            if self.asks:
                found[name] = comment(begun, name, rated[name])
            else:
                data = begun.data_says[name]
                self.says.append(
                    f"The data rate {name} {data.colour}, the report {rated[name]};"
                    f" --comment {name}=... says why. {data.reason}"
                )
        return {"comments": found} if found else {}

    def draft(self, begun: Reporting, data: Mapping[str, Any], moves: Moves) -> Draft:
        """The report, and the plan with what has become of the milestones."""
        drafting = Drafting(self.workspace.files)
        _move(drafting, begun.work, moves)
        drafting.make(begun.place.path, data)
        for sentence in self.says:
            drafting.say(sentence)
        return drafting.draft


def _expected_on(day: dt.date) -> Mapping[str, str]:
    return {"forecast": day.isoformat()}


def _move(drafting: Drafting, work: Work, moves: Moves) -> None:
    for id, fields in moves.items():
        change_milestone(drafting, work, id, fields)
