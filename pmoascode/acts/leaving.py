"""A person goes: their assignments end, and what falls vacant gets its plan."""

import datetime as dt
from collections.abc import Iterable

from pmoascode.acts.draft import Draft
from pmoascode.acts.drafting import Drafting
from pmoascode.document import Files
from pmoascode.records.assignment import Assignment
from pmoascode.records.days import day_after
from pmoascode.records.programme import Programme
from pmoascode.records.project import Project
from pmoascode.views.leaving import Leaving


def gone(
    files: Files, found: Leaving, *, reason: str, stays: bool, filling: tuple[str, str] | None
) -> Draft:
    """The assignments with their last day and the reason, the person's last day, the vacancies.

    `filling` is how what falls vacant is filled, and who sees to it; without it nothing is said of
    vacancies. A person who `stays` gives up roles only.

    Raises:
        CannotRun: a file cannot be read, or cannot be changed.
    """
    drafting = Drafting(files)
    for ending in found.endings:
        held = ending.holding.assignment
        drafting.set(held.path, (*held.keys, "until"), found.last.isoformat())
        if not held.change_reason:
            drafting.set(held.path, (*held.keys, "change_reason"), reason)
        work = ending.holding.scope.record
        if ending.is_unplanned and filling and isinstance(work, Project | Programme):
            drafting.set(
                work.path,
                ("vacancies", held.role),
                _vacancy(day_after(found.last), *filling),
            )
    _take_away(drafting, (holding.assignment for holding in found.void))
    ends = found.person.active_until
    if not stays and (ends is None or ends > found.last):
        drafting.set(found.person.path, ("active_until",), found.last.isoformat())
    return drafting.draft


def _vacancy(since: dt.date, plan: str, owner: str) -> dict[str, str]:
    return {"since": since.isoformat(), "plan": plan, "owner": owner}


def _take_away(drafting: Drafting, void: Iterable[Assignment]) -> None:
    """Takes out assignments that never begin, the last of a list first; an empty list goes too."""
    for each in sorted(void, key=lambda a: (a.path, str(a.keys[0]), -int(a.keys[1]))):
        role, index = each.keys
        entries = drafting.data(each.path)
        if len(entries[str(role)]) > 1:
            drafting.remove(each.path, (role, index))
        elif len(entries) > 1:
            drafting.remove(each.path, (role,))
        else:
            drafting.delete(each.path)
