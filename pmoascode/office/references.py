"""References: the ids in records that must be ids of other records, and what they may be."""

import re
from collections.abc import Collection, Iterator, Mapping
from functools import cache
from typing import NamedTuple

from pmoascode.office.marked import Branch, Part, Resolve, Value, branch, values
from pmoascode.office.office import Office
from pmoascode.records.approval import Approval
from pmoascode.records.fields import ID_PATTERN
from pmoascode.records.kinds import KINDS
from pmoascode.records.lifecycle import Lifecycle
from pmoascode.records.programme import Programme
from pmoascode.records.project import Project
from pmoascode.records.record import Keys, Record

_ID = re.compile(ID_PATTERN)
_CLASSES: Mapping[str, type[Record]] = {kind.name: kind.record for kind in KINDS}
_WITHIN = {kind.record for kind in KINDS if "{owner}" in kind.pattern}  # kept with a project


class Reference(NamedTuple):
    """An id by which a record names another."""

    record: Record
    keys: Keys  # from the record
    id: str
    kinds: tuple[str, ...]  # of which it must be one
    is_key: bool  # it stands as a key, not as a value
    project: str = ""  # the project beside it, whose milestone it names


def references(record: Record, office: Office) -> Iterator[Reference]:
    """Every reference of the record, as its kind's schema marks them.

    What cannot be an id at all is left out: reading has found it already.
    """
    way = _way(type(record))
    if not way:
        return
    for value in values(office.data(record), way):
        if isinstance(value.value, str) and _ID.fullmatch(value.value):
            yield _reference(record, value)


def is_known(reference: Reference, office: Office) -> bool:
    """Whether the record is there, or is there and cannot be read, or cannot be told."""
    return any(_is_known(kind, reference, office) for kind in reference.kinds)


def candidates(reference: Reference, office: Office) -> Collection[str]:
    """The ids that the reference could have instead."""
    found: list[str] = []
    for kind in reference.kinds:
        parts = _parts(kind, reference, office)
        scopes = _scopes(kind, reference, office)
        found += parts if parts is not None else office.ids(_CLASSES[kind], scopes)
    return found


def kind_of_id(id: str, office: Office) -> str:
    """The kind of the record that has the id, if one of those that others refer to has it."""
    kinds = ("project", "programme", "portfolio", "person", "role", "objective")
    return next((kind for kind in kinds if office.find(_CLASSES[kind], id)), "")


@cache
def _way(record: type[Record]) -> Branch:
    return branch(next(kind for kind in KINDS if kind.record is record), _refers)


def _refers(part: Part, _resolve: Resolve) -> object:
    return part.get("x-refers-to")


def _reference(record: Record, found: Value) -> Reference:
    beside = found.beside if isinstance(found.beside, dict) else {}
    project = beside.get("project", "")
    return Reference(
        record,
        found.keys,
        found.value,
        tuple(found.mark.split()),
        found.is_key,
        project if isinstance(project, str) else "",
    )


def _is_known(kind: str, reference: Reference, office: Office) -> bool:
    id, scope = reference.id, reference.record.scope
    if kind in _CLASSES:
        scopes = _scopes(kind, reference, office)
        if any(office.find(_CLASSES[kind], id, each) for each in scopes):
            return True
        return any(office.is_unreadable(kind, id, each) for each in (*scopes, scope))
    parts = _parts(kind, reference, office)
    return parts is None or id in parts


def _scopes(kind: str, reference: Reference, office: Office) -> tuple[str, ...]:
    """Where an id of the kind is looked up: in the same project first, then in its programme."""
    record = reference.record
    if _CLASSES.get(kind) is Approval:
        return (f"scope/{record.scope_id}",)
    if _CLASSES.get(kind) not in _WITHIN:
        return ("",)
    work = _work(record, office)
    if work is None:
        return (record.scope,)
    above = getattr(work, "programme", None)
    return (f"{work.kind}/{work.id}", *((f"programme/{above}",) if above else ()))


def _parts(kind: str, reference: Reference, office: Office) -> Collection[str] | None:
    """The ids of a kind that is kept inside other records; nothing where those are unknown."""
    record = reference.record
    if kind in ("option", "group"):
        within = office.data(record).get(f"{kind}s", {})
        return within if isinstance(within, dict) else None
    if kind in ("unit", "position"):
        if office.is_unreadable("organisation", ""):
            return None
        return getattr(office.organisation, f"{kind}s", ())
    work = _work(record, office)
    if kind == "milestone":
        given = office.find(Project, reference.project) if reference.project else work
        return given.milestones if given else None
    if kind in ("phase", "gate"):
        is_lifecycle = isinstance(record, Lifecycle)
        lifecycle = record if is_lifecycle else work and office.lifecycle(work)
        return getattr(lifecycle, f"{kind}s") if lifecycle else None
    return None


def _work(record: Record, office: Office) -> Project | Programme | None:
    return record if isinstance(record, Project | Programme) else office.owner(record)
