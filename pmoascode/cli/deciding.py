"""What is decided, asked at the terminal where nobody names it."""

import click

from pmoascode.cli.acting import Manner
from pmoascode.cli.asking import chosen
from pmoascode.editors.ids import Offer
from pmoascode.office.naming import scope_name
from pmoascode.records.programme import Programme
from pmoascode.records.project import Project
from pmoascode.views.waiting import Waiting, waiting_for
from pmoascode.workspace import Workspace


def subject_of(workspace: Workspace, manner: Manner) -> str:
    """The name of a record that waits for a decision, as it is chosen.

    Raises:
        UsageError: nobody is there to ask, or nothing waits.
    """
    if not manner.asks:
        raise click.UsageError("nobody is there to ask, so name what is decided")
    by_person = waiting_for(workspace.office, workspace.today)
    all_ = {_name(each): each for waits in by_person.values() for each in waits}
    if not all_:
        raise click.UsageError("nothing waits for a decision; name what is decided")
    offers = tuple(Offer(name, _title(workspace, each)) for name, each in all_.items())
    return chosen("What", "What is decided.", offers, offers[0].id if len(offers) == 1 else "")


def _name(each: Waiting) -> str:
    record = each.record
    return record.id if isinstance(record, Project | Programme) else record.name_in_full


def _title(workspace: Workspace, each: Waiting) -> str:
    """The decision with what it is and whose, as in “Open in April, change request of Apollo”."""
    of = f" of {scope_name(each.work.id, workspace.office)}" if each.work else ""
    return f"{each.title}, {each.what}{of}"
