"""A project closed: what is settled and what is not yet, and the record of its end."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from pmoascode.acts.draft import Draft
from pmoascode.acts.drafting import Drafting
from pmoascode.document import Files
from pmoascode.finding import CannotRun
from pmoascode.office import Office
from pmoascode.records.action import ActionItem
from pmoascode.records.benefit import Benefit
from pmoascode.records.change_request import ChangeRequest
from pmoascode.records.deliverable import Deliverable
from pmoascode.records.dependency import Dependency
from pmoascode.records.end_report import EndReport
from pmoascode.records.exception import ExceptionReport
from pmoascode.records.issue import Issue
from pmoascode.records.lesson import Lesson
from pmoascode.records.project import Project
from pmoascode.records.risk import Risk

Entry = Risk | Issue | ChangeRequest | ExceptionReport | Dependency | ActionItem

_REGISTERS = (Risk, Issue, ChangeRequest, ExceptionReport, Dependency, ActionItem)


@dataclass(frozen=True)
class Step:
    """One thing that closing takes."""

    title: str
    left: tuple[str, ...]  # what is not settled, each a sentence; none where the step is done
    advice: str  # the command or the edit that settles it

    @property
    def is_done(self) -> bool:
        """Whether nothing is left."""
        return not self.left


def steps(office: Office, project: Project, today: dt.date) -> tuple[Step, ...]:
    """What closing the project takes, in the order in which it is best done."""
    id = project.id
    found = (
        ("Milestones reached or dropped", _milestones(project), f"pmo milestone {id} MILESTONE"),
        (
            "Registers settled, or handed over",
            _open_entries(office, project, today),
            f"pmo close RECORD, or pmo close {id} --transfer-to PERSON",
        ),
        ("Deliverables accepted", _deliverables(office, project), "pmo approve RECORD"),
        (
            "Benefits have an owner afterwards",
            _benefits(office, project),
            "pmo set RECORD.after_closure_owner PERSON RECORD.review DAY",
        ),
        ("Lessons recorded", _lessons(office, project), f"pmo new lesson {id}"),
        ("End report written", _report(office, project), f"pmo new end-report {id}"),
        ("End report approved", _accepted(office, project), f"pmo approve end-report/{id}"),
        ("Closing decided at its gate", _gates(office, project), f"pmo approve {id}"),
    )
    return tuple(Step(title, tuple(left), advice) for title, left, advice in found)


def closed(office: Office, files: Files, project: Project, day: dt.date) -> Draft:
    """The project closed on the day: its status, last phase, end, and the roles on it.

    Raises:
        CannotRun: it is closed already.
    """
    if project.status == "closed":
        raise CannotRun(f"{project.name} is closed already")
    drafting = Drafting(files)
    drafting.set(project.path, ("status",), "closed")
    for phase in _last_phases(office, project)[:1]:
        drafting.set(project.path, ("phase",), phase)
    if not (project.finish and project.finish.actual):
        drafting.set(project.path, ("finish", "actual"), day.isoformat())
    for held in office.assignments(project):
        if held.holds_on(day) and held.until != day:
            drafting.set(held.path, (*held.keys, "until"), day.isoformat())
            drafting.set(held.path, (*held.keys, "change_reason"), "end-of-phase")
    drafting.say(f"{project.name} is closed as of {day}; the roles on it end that day.")
    return drafting.draft


def handed_over(
    office: Office, files: Files, project: Project, keeper: str, today: dt.date
) -> Draft:
    """Every open entry of the project's registers kept by the person from now on."""
    drafting = Drafting(files)
    for entry in _open_in(office, project, today):
        drafting.set(entry.path, (*entry.keys, "transferred_to"), keeper)
    return drafting.draft


def _open_in(office: Office, project: Project, today: dt.date) -> Iterator[Entry]:
    for kind in _REGISTERS:
        entries: tuple[Entry, ...] = office.within(kind, project)
        for entry in entries:
            keeper = office.person(entry.transferred_to)
            if entry.is_open and not (keeper and keeper.is_active_on(today)):
                yield entry


def _open_entries(office: Office, project: Project, today: dt.date) -> Iterator[str]:
    for entry in _open_in(office, project, today):
        title = entry.do if isinstance(entry, ActionItem) else entry.display_name
        yield f"{entry.name_in_full}: {title}"


def _milestones(project: Project) -> Iterator[str]:
    for id, milestone in project.milestones.items():
        if milestone.actual is None and milestone.status != "dropped":
            yield f"{id}: {milestone.title}"


def _deliverables(office: Office, project: Project) -> Iterator[str]:
    for each in office.within(Deliverable, project):
        if not each.is_accepted and not each.dropped:
            yield f"{each.name_in_full}: {each.display_name}"


def _benefits(office: Office, project: Project) -> Iterator[str]:
    for each in office.within(Benefit, project):
        if each.is_open and not (each.after_closure_owner and each.review):
            yield f"{each.name_in_full}: {each.display_name}"


def _lessons(office: Office, project: Project) -> Iterator[str]:
    told = office.within(Lesson, project)
    if not any(each.cause and each.recommendation and each.owner for each in told):
        yield "no lesson has a cause, a recommendation and an owner"


def _report(office: Office, project: Project) -> Iterator[str]:
    if office.one(EndReport, project) is None:
        yield "there is none"


def _accepted(office: Office, project: Project) -> Iterator[str]:
    report = office.one(EndReport, project)
    if report is None or report.approved is None or not report.approved.is_granted:
        yield f"end-report/{project.id} waits for the sponsor"


def _gates(office: Office, project: Project) -> Iterator[str]:
    lifecycle = office.lifecycle(project)
    after = _last_phases(office, project)
    granted = {each.gate for each in office.approvals(project) if each.is_granted}
    for id, gate in lifecycle.gates.items() if lifecycle else ():
        if gate.before in after and id not in granted:
            yield f"{id}: {gate.title}"


def _last_phases(office: Office, project: Project) -> list[str]:
    """The phases of the lifecycle in which the work is over."""
    lifecycle = office.lifecycle(project)
    phases = lifecycle.phases.items() if lifecycle else ()
    return [id for id, phase in phases if phase.stage == "after"]
