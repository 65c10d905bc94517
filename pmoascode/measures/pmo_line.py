"""Where the PMOs of an organisation stand: to whom each reports, and which belongs under which."""

from collections.abc import Iterator
from typing import NamedTuple

from pmoascode.records.organisation import Organisation, Position, Unit


class Pmo(NamedTuple):
    """A unit that is a PMO, with the positions that it names; None where they are not there."""

    id: str
    unit: Unit
    above: Position | None  # to which it reports
    head: Position | None
    speaker: Position | None  # the executive who speaks for it


def pmos(organisation: Organisation) -> Iterator[Pmo]:
    """Each PMO, in the order of the file."""
    find = organisation.positions.get
    for id, unit in organisation.units.items():
        if unit.type_ == "pmo":
            speaker = find(unit.senior_leadership_line or "")
            yield Pmo(id, unit, find(unit.reports_to or ""), find(unit.head or ""), speaker)


def is_inside_pmo(unit: Unit, organisation: Organisation) -> bool:
    """Whether the unit belongs to a PMO directly."""
    parent = organisation.units.get(unit.parent or "")
    return parent is not None and parent.type_ == "pmo"


def stands_under(pmo: Pmo, other: Pmo, organisation: Organisation) -> bool:
    """Whether the PMO belongs to the other one, or one of its lines comes by the other's posts."""
    if other.id in _around(pmo.unit, organisation):
        return True
    posts = _upwards((pmo.unit.reports_to, pmo.unit.senior_leadership_line), organisation)
    return any(id == other.unit.head or organisation.positions[id].unit == other.id for id in posts)


def _around(unit: Unit, organisation: Organisation) -> frozenset[str]:
    """The ids of the units around the unit."""
    seen: set[str] = set()
    parent = unit.parent
    while parent in organisation.units and parent not in seen:
        seen.add(parent)
        parent = organisation.units[parent].parent
    return frozenset(seen)


def _upwards(starts: tuple[str | None, ...], organisation: Organisation) -> frozenset[str]:
    """The ids of the positions from each start to the top."""
    seen: set[str] = set()
    for start in starts:
        at = start
        while at in organisation.positions and at not in seen:
            seen.add(at)
            at = organisation.positions[at].reports_to
    return frozenset(seen)
