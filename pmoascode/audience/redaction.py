"""An office without what an audience does not get, made before any page is.

What is not in the office can be in no page, total, chart, table, calendar, feed or index.
"""

import json
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from typing import Any

from msgspec import structs

from pmoascode.document import Document
from pmoascode.measures.leaving_out import LeftOut, fitting
from pmoascode.office import BUILT_IN, Office
from pmoascode.office.rebinding import without
from pmoascode.office.references import Reference, is_known, references
from pmoascode.records.audience import Audience
from pmoascode.records.objective import Objective
from pmoascode.records.organisation import Organisation
from pmoascode.records.own_rule import OwnRule
from pmoascode.records.person import Person
from pmoascode.records.policy import Policy
from pmoascode.records.portfolio import Portfolio
from pmoascode.records.programme import Programme
from pmoascode.records.project import Project
from pmoascode.records.record import Keys, Record
from pmoascode.records.report import Report
from pmoascode.records.role import Role
from pmoascode.records.waiver import Waiver

_WORKS = (Project, Programme, Portfolio)  # whatever is kept with one goes with it
# Records with a life of their own: one that names what is withheld stays, without the name.
_LASTING = (*_WORKS, Objective, Organisation, Person, Role)


@dataclass(frozen=True)
class Redaction:
    """What is taken out of an office for an audience."""

    audience: Audience
    left_out: LeftOut = field(default_factory=LeftOut)
    withheld: Collection[str] = ()  # ids of work that is withheld in any revision shown

    def __call__(self, office: Office) -> Office:
        """The office as the audience gets it."""
        shown = office if self.audience.gets_everything else self._without_withheld(office)
        return _under(self.audience, shown)

    def _without_withheld(self, office: Office) -> Office:
        left = _shape(office, partial(self._kept, office))
        while (following := _consistent(left, office)) != left:
            left = following
        return left

    def _kept(self, office: Office, record: Record) -> tuple[Record, Any] | None:
        """The record without the fields that are left out; nothing where it is left out itself."""
        if self.left_out.has(record) or self._is_unpublished(record):
            return None
        data = office.data(record)
        wanted: list[Keys] = list(self.left_out.fields.get(record.kind, ()))
        if isinstance(record, Report):
            wanted += [tuple(each.field.split(".")) for each in record.withheld]
        places = [place for keys in wanted for place in fitting(data, keys)]
        return without(record, data, places)

    def _is_unpublished(self, record: Record) -> bool:
        if isinstance(record, OwnRule | Waiver):
            return True  # no finding is shown; their texts may tell of anything
        if record.id in self.withheld and isinstance(record, _WORKS):
            return True
        is_for_all = self.audience.projects == "all"
        return isinstance(record, Project | Programme) and not (is_for_all or record.publish)


def untold(office: Office, shown: Office) -> tuple[Record, ...]:
    """The projects, programmes and portfolios that the audience does not get, by kind and id."""
    return tuple(
        work for kind in _WORKS for work in office.all(kind) if not shown.find(kind, work.id)
    )


def _consistent(office: Office, whole: Office) -> Office:
    """The office without what is about withheld work, or refers to what is not there."""
    gone = frozenset(work.id for work in untold(whole, office))
    return _shape(office, partial(_referring, office, gone))


def _referring(office: Office, gone: Collection[str], record: Record) -> tuple[Record, Any] | None:
    """The record without references that lead nowhere; nothing if it is about withheld work."""
    if record.scope_id in gone:
        return None
    data = office.data(record)
    places = list[Keys]()
    for reference in references(record, office):
        if is_known(reference, office):
            continue
        place = _place(reference, record, gone)
        if not place:
            return None
        places.append(place)
    return without(record, data, places) if places else (record, data)


def _place(reference: Reference, record: Record, gone: Collection[str]) -> Keys:
    """What goes with a reference: an entry that is about withheld work goes as a whole."""
    keys = reference.keys
    if reference.is_key or reference.id not in gone:
        return keys
    items = [number for number, key in enumerate(keys) if isinstance(key, int)]
    if items:
        return keys[: items[-1] + 1]
    return keys if isinstance(record, _LASTING) else ()


def _shape(office: Office, shaped: Callable[[Record], tuple[Record, Any] | None]) -> Office:
    """The office of the records as they are shaped; its documents say the same and no more."""
    kept: dict[type[Record], dict[tuple[str, str], Record]] = {}
    said: dict[str, dict[str, Any]] = {}
    for kind, known in office.records.items():
        for key, record in known.items():
            if record.path.startswith(BUILT_IN):
                kept.setdefault(kind, {})[key] = record
            elif found := shaped(record):
                kept.setdefault(kind, {})[key] = found[0]
                _put(said.setdefault(record.path, {}), record.keys, found[1])
    documents = {path: each for path, each in office.documents.items() if path.startswith(BUILT_IN)}
    documents |= {path: _document(path, data) for path, data in sorted(said.items())}
    return replace(
        office, records=kept, documents=documents, findings=(), unreadable=frozenset(), law=None
    )


def _put(data: dict[str, Any], keys: Keys, value: Any) -> None:
    """Puts the data of one record where its file has it; items of lists keep their numbers."""
    match keys:
        case ():
            data.update(value)
        case (str() as key,):
            data[key] = value
        case (str() as key, int() as number, *_):
            items: list[Any] = data.setdefault(key, [])
            items += [{} for _ in range(number + 1 - len(items))]
            items[number] = value


def _document(path: str, data: Mapping[str, Any]) -> Document:
    return Document(path, json.dumps(data, default=str, ensure_ascii=False), dict(data))


def _under(audience: Audience, office: Office) -> Office:
    """The office whose policy says of people what the audience gets, and nothing of audiences."""
    people = structs.replace(
        office.policy.people, publish=audience.people, personal=audience.personal
    )
    policy = structs.replace(office.policy, people=people, audiences={})
    known: Sequence[tuple[str, str]] = tuple(office.records.get(Policy, {})) or (("", policy.id),)
    records = dict(office.records)
    records[Policy] = dict.fromkeys(known, policy)
    return replace(office, records=records)
