"""What if: the same office with a person gone, or with a project at another time."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import replace

from msgspec import structs

from pmoascode.office import Office
from pmoascode.records.assignment import Assignment
from pmoascode.records.record import Record


def with_changed(office: Office, changed: Iterable[Record]) -> Office:
    """The office with the records in the place of those of the same kind, scope and id."""
    records = {kind: dict(found) for kind, found in office.records.items()}
    for record in changed:
        records[type(record)][record.scope, record.id] = record
    return replace(office, records=records)


def without(office: Office, person: str, last: dt.date) -> Office:
    """The office in which the person holds no role after the day."""
    records = dict(office.records)
    kept = {key: a for key, a in records[Assignment].items() if not _begins_after(a, person, last)}
    records[Assignment] = kept
    ending = [
        structs.replace(a, until=last)
        for a in office.assignments_of(person)
        if a.from_ <= last and (a.until is None or a.until > last)
    ]
    return with_changed(replace(office, records=records), ending)


def _begins_after(record: Record, person: str, last: dt.date) -> bool:
    return isinstance(record, Assignment) and record.person == person and record.from_ > last
