"""Who holds the roles of one scope, or one role everywhere, as `pmo who` says it."""

import datetime as dt
from collections.abc import Iterator, Sequence

from pmoascode.cli import holding_text as say
from pmoascode.cli.holding_text import HEAD, NOBODY, Row
from pmoascode.cli.table import heading, table
from pmoascode.formats.result import visible
from pmoascode.office import Office
from pmoascode.office.naming import person_name, role_name
from pmoascode.records.programme import Programme
from pmoascode.records.project import Project
from pmoascode.views.holdings import Holding, Scope
from pmoascode.views.role_holders import RoleHolders
from pmoascode.views.role_lanes import RoleLane, deputies


def scope(office: Office, of: Scope, lanes: Sequence[RoleLane], day: dt.date) -> Iterator[str]:
    """The lines about a project, programme, portfolio or unit."""
    work = of.record if isinstance(of.record, Project | Programme) else None
    kind = of.record.kind if of.record else "unit"
    status = f", {work.status.replace('-', ' ')}" if work else ""
    yield heading(f"{of.title} ({of.id}): {kind}{status}, on {day}")
    rows = [row for lane in lanes for row in _lane(office, lane, day)]
    if not rows:
        yield from ("", "Nobody holds a role here on that day, and nobody is to come.")
        return
    yield from ("", *table(("Role", "Who", *HEAD), rows))
    yield from gaps(office, lanes, day)


def role(office: Office, found: RoleHolders, day: dt.date) -> Iterator[str]:
    """The lines about one role across the office."""
    yield heading(f"{say.role_title(office, found.role)} ({found.role}), on {day}")
    rows = [
        (h.scope.title, person_name(h.person, office), *say.cells(office, h, _over(h, day)))
        for h in found.held
    ]
    rows += [
        (v.work.name, NOBODY, *say.vacancy_cells(office, v.lane.vacancy, v.gap))
        for v in found.vacant
    ]
    rows += [
        (h.scope.title, person_name(h.person, office), *say.cells(office, h, "to come"))
        for h in found.coming
    ]
    if rows:
        yield from ("", *table(("Where", "Who", *HEAD), rows))
    else:
        yield from ("", "Nobody holds it on that day, and nobody is to come.")


def _over(h: Holding, day: dt.date) -> str:
    """That the work is to have ended by the day, where the assignment itself has no end."""
    work = h.scope.record
    last = work.last_day if isinstance(work, Project | Programme) else None
    return f"the work is to end on {last}" if last and last < day and h.until is None else ""


def gaps(office: Office, lanes: Sequence[RoleLane], day: dt.date) -> Iterator[str]:
    """The lines about days on which nobody holds a role, by their first day, with the plan."""
    found = [(gap, lane) for lane in lanes for gap in lane.gaps_from(day)]
    if found:
        yield from ("", heading("Gaps"))
    for gap, lane in sorted(found, key=lambda each: (each[0].first, each[1].role)):
        said = lane.vacancy
        plan = f": {say.vacancy_cells(office, said)[3]}" if said and said.since in gap else ""
        yield f"  {role_name(lane.role, office)}, {gap}{say.length(gap)}{visible(plan)}"


def _lane(office: Office, lane: RoleLane, day: dt.date) -> Iterator[Row]:
    """The rows of one role: who holds it, their deputies, who follows."""
    names = _first(say.role_title(office, lane.role))
    gap = next((gap for gap in lane.gaps if day in gap), None)
    if not lane.now and (gap or lane.vacancy):
        yield (next(names), NOBODY, *say.vacancy_cells(office, lane.vacancy, gap))
    for holding in lane.now:
        yield (next(names), person_name(holding.person, office), *say.cells(office, holding))
        for lent in deputies(office, holding, day):
            reason = f" ({say.line(lent.reason)})" if lent.reason else ""
            note = f"deputy, may {' and '.join(lent.powers)}{reason}"
            name = f"  {person_name(lent.to, office)}"
            yield (next(names), name, str(lent.from_), str(lent.until), "", note)
    for holding in lane.coming:
        who = person_name(holding.person, office)
        yield (next(names), who, *say.cells(office, holding, "to come"))


def _first(name: str) -> Iterator[str]:
    """The name once, then nothing: the rows below belong to it too."""
    yield name
    while True:
        yield ""
