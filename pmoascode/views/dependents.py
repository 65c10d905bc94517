"""What waits for a milestone: other projects, benefits, deliverables, tenures, a gate."""

from collections.abc import Iterator
from dataclasses import dataclass

from pmoascode.measures.supply import supply
from pmoascode.office import Office, Work
from pmoascode.office.references import references
from pmoascode.records.dependency import Dependency
from pmoascode.records.record import Record

_Point = tuple[str, str]  # id of the work and of its milestone


@dataclass(frozen=True, slots=True)
class Dependent:
    """One thing that is met when the milestone moves."""

    record: Record
    depth: int  # 1 for what names the milestone itself, 2 for what waits for that, and so on
    milestone: str  # of the other project, where a dependency leads to one; else empty
    late: int | None = None  # days from the day needed to the day on which it comes, if known


def dependents(office: Office, work: Work, milestone: str) -> tuple[Dependent, ...]:
    """What names the milestone, and what waits for those; each once, however far it reaches."""
    return tuple(_dependents(office, (work.id, milestone), 1, {(work.id, milestone)}))


def _dependents(
    office: Office, point: _Point, depth: int, seen: set[_Point]
) -> Iterator[Dependent]:
    for dependency in office.all(Dependency):
        giver = dependency.giver
        if dependency.is_open and (giver.project, giver.milestone) == point:
            yield from _through(office, dependency, depth, seen)
    if depth == 1:
        yield from (Dependent(record, 1, "") for record in _naming(office, point))


def _through(
    office: Office, dependency: Dependency, depth: int, seen: set[_Point]
) -> Iterator[Dependent]:
    """The dependency, and what waits for the milestone that waits for it."""
    found = supply(dependency, office)
    milestone = dependency.receiver_milestone or ""
    yield Dependent(dependency, depth, milestone, found.days if found else None)
    further = (dependency.scope_id, milestone)
    if milestone and further not in seen:
        seen.add(further)
        yield from _dependents(office, further, depth + 1, seen)


def _naming(office: Office, point: _Point) -> Iterator[Record]:
    """The records of the same work that name the milestone, dependencies left out."""
    for records in office.records.values():
        for record in records.values():
            if record.scope_id == point[0] and not isinstance(record, Dependency):
                named = references(record, office)
                if any("milestone" in r.kinds and r.id == point[1] for r in named):
                    yield record
