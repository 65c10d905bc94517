"""Renaming: records that seem to have got another id without saying so."""

from collections.abc import Iterator

from pmoascode.change import RecordChange
from pmoascode.office import Office
from pmoascode.records.assignment import Assignment
from pmoascode.records.person import Person
from pmoascode.records.portfolio import Portfolio
from pmoascode.records.programme import Programme
from pmoascode.records.project import Project
from pmoascode.records.record import Record


def with_former_ids(office: Office) -> Iterator[Person | Portfolio | Programme | Project]:
    """The records that may name ids which they had before."""
    yield from office.all(Person)
    yield from office.all(Portfolio)
    yield from office.programmes
    yield from office.projects


def likely_renames(found: tuple[RecordChange, ...]) -> Iterator[tuple[RecordChange, RecordChange]]:
    """Each record that is gone, with the new one of the same kind, place and title."""
    new: dict[tuple[type[Record], str, str], RecordChange] = {}
    for change in found:
        if change.before is None and (key := _key(change.record)):
            new.setdefault(key, change)
    for change in found:
        if change.after is None and (key := _key(change.record)) and key in new:
            yield change, new.pop(key)


def _key(record: Record) -> tuple[type[Record], str, str] | None:
    """What tells that two records are the same thing; none where a record has no title."""
    title = getattr(record, "name", None) or getattr(record, "title", None)
    if title is None or isinstance(record, Assignment):
        return None
    return type(record), record.scope, title.strip().casefold()
