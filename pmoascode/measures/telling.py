"""What a change does, told in the words of the office: dates in days, money in percent, people.

Each record that differs becomes sentences; what nobody would tell a board is named, not told.
"""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from pmoascode.change import RecordChange, changes
from pmoascode.measures.told import WEIGHTS, Fields, Ground, Sentences, Told
from pmoascode.measures.told_entries import (
    of_assignment,
    of_issue,
    of_other,
    of_report,
    of_risk,
    of_signed,
)
from pmoascode.measures.told_work import of_finance, of_work
from pmoascode.office import Office, Work
from pmoascode.records.approval import Approval
from pmoascode.records.assignment import Assignment
from pmoascode.records.change_request import ChangeRequest
from pmoascode.records.decision import Decision
from pmoascode.records.exception import ExceptionReport
from pmoascode.records.finance import Finance
from pmoascode.records.issue import Issue
from pmoascode.records.programme import Programme
from pmoascode.records.project import Project
from pmoascode.records.record import Record
from pmoascode.records.report import Report
from pmoascode.records.risk import Risk

_Tell = Callable[[Ground, Any, Any, Fields], Sentences]
_TELLERS: Mapping[type[Record], _Tell] = {
    Project: of_work,
    Programme: of_work,
    Finance: of_finance,
    Report: of_report,
    Risk: of_risk,
    Issue: of_issue,
    Approval: of_signed,
    Decision: of_signed,
    ChangeRequest: of_signed,
    ExceptionReport: of_signed,
    Assignment: of_assignment,
}


def told(before: Office, after: Office) -> tuple[Told, ...]:
    """Every change between two states of the office, by work, the gravest first."""
    found = [each for change in changes(before, after) for each in _of(change, before, after)]
    return tuple(sorted(found, key=_rank))


def _of(change: RecordChange, before: Office, after: Office) -> Iterator[Told]:
    record = change.record
    work = _work(record, after if change.after else before)
    tell = _TELLERS.get(type(record), of_other)
    ground = Ground(before, after, work)
    for text, weight in tell(ground, change.before, change.after, change.fields):
        yield Told(text, weight, work, record)


def _rank(each: Told) -> tuple[bool, str, int]:
    """The office's own last; then by work, the gravest first."""
    return (each.work is None, each.work.name if each.work else "", WEIGHTS.index(each.weight))


def _work(record: Record, office: Office) -> Work | None:
    if isinstance(record, Project | Programme):
        return record
    if isinstance(record, Assignment):
        id = record.scope_id
        return office.find(Project, id) or office.find(Programme, id)
    return office.owner(record)
