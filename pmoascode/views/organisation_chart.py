"""How the organisation is built: units below units, positions, and where the PMO reports."""

from collections.abc import Iterator
from dataclasses import dataclass

from pmoascode.records.organisation import Organisation, Position, Unit


@dataclass(frozen=True, slots=True)
class UnitRow:
    """One unit and how deep it stands."""

    id: str
    unit: Unit
    depth: int  # 0 at the top
    head: Position | None


def units(organisation: Organisation) -> tuple[UnitRow, ...]:
    """Every unit once, each after the one that it belongs to; circles are cut open."""
    seen: set[str] = set()
    below: dict[str, list[str]] = {}
    for id, unit in sorted(organisation.units.items()):
        below.setdefault(unit.parent if unit.parent in organisation.units else "", []).append(id)

    def walk(parent: str, depth: int) -> Iterator[UnitRow]:
        for id in below.get(parent, ()):
            if id not in seen:
                seen.add(id)
                unit = organisation.units[id]
                head = organisation.positions.get(unit.head or "")
                yield UnitRow(id, unit, depth, head)
                yield from walk(id, depth + 1)

    found = list(walk("", 0))
    for id in sorted(set(organisation.units) - seen):
        below.setdefault("circle", []).append(id)
    return (*found, *walk("circle", 0))


def line_of(organisation: Organisation, position: str | None) -> tuple[str, ...]:
    """The ids of the positions from this one up to the top; a circle ends it."""
    line: list[str] = []
    while position and position in organisation.positions and position not in line:
        line.append(position)
        position = organisation.positions[position].reports_to
    return tuple(line)


def reporting_line(organisation: Organisation, unit: Unit) -> tuple[str, ...]:
    """The positions that a PMO answers to, the nearest first."""
    head = organisation.positions.get(unit.head or "")
    return line_of(organisation, unit.reports_to or (head.reports_to if head else None))
