"""The pipeline: which projects are in which phase, and for how long."""

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from statistics import median

from pmoascode.measures import cost
from pmoascode.measures.colour import Colour
from pmoascode.measures.health import Health
from pmoascode.office import Office
from pmoascode.records.lifecycle import Lifecycle
from pmoascode.records.project import Project

_OVER = ("closed", "cancelled", "rejected")


@dataclass(frozen=True, slots=True)
class Entry:
    """One project in its phase."""

    project: Project
    since: dt.date | None  # the day on which it entered the phase; None where nothing tells
    days: int | None  # in the phase
    next_gate: str  # title of the gate ahead; empty where there is none
    cost: Decimal | None  # forecast at completion, else the baseline
    colour: Colour


@dataclass(frozen=True, slots=True)
class PhaseOf:
    """The projects in one phase, the longest there first."""

    title: str
    entries: tuple[Entry, ...]

    @property
    def typical(self) -> int | None:
        """The median of the days in the phase; None where fewer than three projects tell."""
        told = [entry.days for entry in self.entries if entry.days is not None]
        return int(median(told)) if len(told) > 2 else None

    @property
    def cost(self) -> Decimal:
        """What its projects cost together, as far as they say."""
        return sum((entry.cost for entry in self.entries if entry.cost), Decimal(0))


@dataclass(frozen=True, slots=True)
class Pipeline:
    """The phases of the lifecycles in use, in order; those of one title are one."""

    phases: tuple[PhaseOf, ...]


def pipeline(office: Office, healths: Mapping[str, Health], today: dt.date) -> Pipeline:
    """Every project that is not over, by phase."""
    found: dict[str, list[Entry]] = {}
    for lifecycle in _lifecycles(office):
        for phase in lifecycle.phases.values():
            if phase.stage != "after":
                found.setdefault(phase.title, [])
    for project in office.projects:
        if project.status not in _OVER:
            phase_now = office.phase(project)
            title = phase_now.title if phase_now else "No phase"
            found.setdefault(title, []).append(_entry(office, healths, project, today))
    return Pipeline(
        tuple(PhaseOf(title, tuple(sorted(entries, key=_longest)))
              for title, entries in found.items())
    )  # fmt: skip


def _lifecycles(office: Office) -> Iterator[Lifecycle]:
    """The lifecycles that projects follow, the default first."""
    seen = set()
    default = office.find(Lifecycle, office.policy.defaults.lifecycle)
    used = (office.lifecycle(project) for project in office.projects)
    for lifecycle in (default, *used):
        if lifecycle and lifecycle.id not in seen:
            seen.add(lifecycle.id)
            yield lifecycle


def _entry(
    office: Office, healths: Mapping[str, Health], project: Project, today: dt.date
) -> Entry:
    since = _since(office, project)
    money = cost.money(office, project)
    price = (money.forecast or money.baseline) if money else None
    return Entry(
        project,
        since,
        (today - since).days if since and since <= today else None,
        _next_gate(office, project),
        price,
        healths[project.name_in_full].shown,
    )


def _since(office: Office, project: Project) -> dt.date | None:
    """The day of the approval that opened the phase; of the first one, the project's start."""
    lifecycle = office.lifecycle(project)
    if lifecycle is None:
        return None
    phase = project.phase or next(iter(lifecycle.phases), "")
    opening = {id for id, gate in lifecycle.gates.items() if gate.before == phase}
    granted = [a.decision.date for a in office.approvals(project)
               if a.is_granted and a.gate in opening]  # fmt: skip
    if granted:
        return max(granted)
    is_first = phase == next(iter(lifecycle.phases), "")
    return project.start.actual if is_first and project.start else None


def _next_gate(office: Office, project: Project) -> str:
    lifecycle = office.lifecycle(project)
    if lifecycle is None:
        return ""
    order = lifecycle.order
    phase = project.phase or next(iter(order), "")
    ahead = order[order.index(phase) + 1 :] if phase in order else ()
    for each in ahead:
        for gate in lifecycle.gates.values():
            if gate.before == each:
                return gate.title
    return ""


def _longest(entry: Entry) -> tuple[int, str]:
    return (-(entry.days if entry.days is not None else -1), entry.project.name)
