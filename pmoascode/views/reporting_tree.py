"""Who reports to whom: every position below the one above it, with the PMO and its line."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from pmoascode.records.organisation import Organisation
from pmoascode.views.organisation_chart import reporting_line

DEEPEST = 12  # deeper ones are shown at this depth


@dataclass(frozen=True, slots=True)
class Post:
    """A position in its place, or a unit that has no position at all."""

    id: str
    kind: Literal["position", "unit"]
    title: str
    unit: str  # title of the unit that it leads or belongs to; empty for a unit
    holder: str  # id of the person; empty where it is vacant, and for a unit
    depth: int  # 0 at the top
    is_pmo: bool  # leads a PMO, or is one that nobody leads
    is_on_line: bool  # the PMO answers to it, directly or further up
    speaks_for_pmo: bool  # the PMO's line to senior leadership
    is_cut: bool  # its line leads in a circle, and is cut open here

    @property
    def is_vacant(self) -> bool:
        """Whether it is a position that nobody fills."""
        return self.kind == "position" and not self.holder


Key = tuple[str, str]  # kind and id


def reporting_tree(organisation: Organisation) -> tuple[Post, ...]:
    """Every position once, each after the one that it reports to; circles are cut open.

    A unit without any position hangs below the post that leads the nearest unit around it. The
    post that leads a PMO hangs where the PMO reports.
    """
    above = _above(organisation)
    below: dict[Key | None, list[Key]] = {}
    for key, parent in above.items():
        below.setdefault(parent, []).append(key)
    order = _walked(below.get(None, ()), below)
    cut: set[Key] = set()
    for key in above:
        if key not in order:
            first = _in_circle(key, above)
            cut.add(first)
            order |= _walked((first,), below)
    return tuple(_posts(organisation, order, cut))


def _walked(roots: Iterable[Key], below: Mapping[Key | None, list[Key]]) -> dict[Key, int]:
    """The roots and all below them in order, with their depths."""
    found: dict[Key, int] = {}
    waiting = [(key, 0) for key in reversed(tuple(roots))]
    while waiting:
        key, depth = waiting.pop()
        if key not in found:
            found[key] = min(depth, DEEPEST)
            waiting += [(each, depth + 1) for each in reversed(below.get(key, []))]
    return found


def _in_circle(key: Key, above: Mapping[Key, Key | None]) -> Key:
    """The member of the circle to which the line from here leads that it meets first."""
    seen: set[Key] = set()
    while key not in seen:
        seen.add(key)
        key = above[key] or key
    return key


def _above(organisation: Organisation) -> dict[Key, Key | None]:
    """What each position and each unit without positions hangs below, in the order of the file."""
    units, positions = organisation.units, organisation.positions
    reports: dict[str, str | None] = {id: each.reports_to for id, each in positions.items()}
    for unit in units.values():
        if unit.type_ == "pmo" and unit.head in positions and unit.reports_to in positions:
            reports[unit.head or ""] = unit.reports_to
    found: dict[Key, Key | None] = {
        ("position", id): ("position", to) if to in positions and to != id else None
        for id, to in reports.items()
    }
    peopled = {each.unit for each in positions.values()}
    for id, unit in units.items():
        if id not in peopled and unit.head not in positions:
            to = unit.reports_to if unit.reports_to in positions else _leader(organisation, id)
            found["unit", id] = ("position", to) if to else None
    return found


def _leader(organisation: Organisation, unit: str) -> str | None:
    """The position that leads the nearest unit around the unit."""
    seen = {unit}
    around = organisation.units[unit].parent
    while around in organisation.units and around not in seen:
        seen.add(around)
        head = organisation.units[around].head
        if head in organisation.positions:
            return head
        around = organisation.units[around].parent
    return None


def _posts(organisation: Organisation, order: Mapping[Key, int], cut: set[Key]) -> Iterable[Post]:
    units, positions = organisation.units, organisation.positions
    offices = {id: unit for id, unit in units.items() if unit.type_ == "pmo"}
    heads = {unit.head for unit in offices.values()}
    line = {id for unit in offices.values() for id in reporting_line(organisation, unit)}
    spokesmen = {unit.senior_leadership_line for unit in offices.values()}
    leads = {unit.head: unit.title for unit in units.values() if unit.head}
    for (kind, id), depth in order.items():
        is_cut = (kind, id) in cut
        if kind == "unit":
            is_pmo = id in offices
            yield Post(id, "unit", units[id].title, "", "", depth, is_pmo, False, False, is_cut)
            continue
        its = positions[id]
        own = units[its.unit].title if its.unit in units else ""
        yield Post(
            id,
            "position",
            its.title,
            leads.get(id, own),
            its.holder or "",
            depth,
            id in heads,
            id in line,
            id in spokesmen,
            is_cut,
        )
