"""The rule that nothing is left behind when a project is closed."""

import datetime as dt
from collections.abc import Iterator

from pmoascode.finding import Severity
from pmoascode.office import Office
from pmoascode.records.action import ActionItem
from pmoascode.records.change_request import ChangeRequest
from pmoascode.records.dependency import Dependency
from pmoascode.records.exception import ExceptionReport
from pmoascode.records.issue import Issue
from pmoascode.records.project import Project
from pmoascode.records.record import At
from pmoascode.records.risk import Risk
from pmoascode.rule import Problems, rule

Entry = Risk | Issue | ChangeRequest | ExceptionReport | Dependency | ActionItem


@rule(
    Severity.ERROR,
    profile="standard",
    source="PRINCE2: follow-on actions",
    bad=(
        """
        # projects/mercury/actions.yaml
        old-lists:  # <--
          do: Destroy the old address lists
          owner: sam-okoro
          due: 2026-12-18
        """,
        """
        # approvals/mercury/close-project.yaml
        gate: close-project
        decision: {outcome: approved-with-conditions, by: ines-roth, as: sponsor, date: 2026-03-09}
        conditions:
          manual:  # <--
            text: Write the manual
            owner: sam-okoro
            due: 2026-12-31
        """,
    ),
    good=(
        """
        # projects/mercury/actions.yaml
        old-lists:
          do: Destroy the old address lists
          owner: sam-okoro
          due: 2026-12-18
          transferred_to: ines-roth
        """,
        """
        # projects/mercury/actions.yaml
        old-lists:
          do: Destroy the old address lists
          owner: sam-okoro
          due: 2026-03-18
          done: 2026-03-12
        """,
    ),
)
def closed_with_open_entries(project: Project, office: Office, today: dt.date) -> Problems:
    """A project is closed with open risks, issues, changes or the like that nobody took over.

    With the project its meetings end, and what is still open in its registers is read by nobody.
    PRINCE2 hands such follow-on actions to those who run the result. Open risks, issues, change
    requests, exceptions, dependencies and actions count, and the conditions of its approvals.

    To put it right, close the entry; or name under `transferred_to` somebody of the organisation
    who keeps it.
    """
    if project.status != "closed":
        return
    for entry in _open(project, office):
        keeper = office.person(entry.transferred_to)
        if keeper is None or not keeper.is_active_on(today):
            title = entry.do if isinstance(entry, ActionItem) else entry.display_name
            kind = entry.kind.replace("-", " ")
            yield (
                entry.at_key(),
                f"{project.name} is closed, but the {kind} “{title}” is still open",
            )
    for at, text in _conditions(project, office):
        yield at, f"{project.name} is closed, but the condition “{text}” is not met"


def _open(project: Project, office: Office) -> Iterator[Entry]:
    for kind in (Risk, Issue, ChangeRequest, ExceptionReport, Dependency, ActionItem):
        entries: tuple[Entry, ...] = office.within(kind, project)
        yield from (entry for entry in entries if entry.is_open)


def _conditions(project: Project, office: Office) -> Iterator[tuple[At, str]]:
    for approval in office.approvals(project):
        for id, condition in approval.conditions.items():
            if condition.done is None:
                yield approval.at_key("conditions", id), condition.text
