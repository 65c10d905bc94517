"""What projects are shown under: their programme, else their portfolio, else their unit."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from pmoascode.office import Office
from pmoascode.records.portfolio import Portfolio
from pmoascode.records.programme import Programme
from pmoascode.records.project import Project


@dataclass(frozen=True, slots=True)
class Parent:
    """A programme, portfolio or unit with projects below it; without an id, those of none."""

    kind: str  # programme, portfolio, unit; empty where nothing divides the projects
    id: str
    title: str
    record: Programme | Portfolio | None = field(default=None, compare=False)


Sorted = tuple[tuple[Parent, tuple[Project, ...]], ...]


def by_parent(office: Office, projects: Sequence[Project]) -> Sorted:
    """The projects under the first kind of parent that divides them; those of none come last.

    Where any project has a programme, programmes divide them; portfolios and units do so where
    there are at least two groups. Parents stand by title, their projects in the order given.
    """
    for kind, parent_of in _kinds(office):
        found: dict[Parent, list[Project]] = {}
        for project in projects:
            found.setdefault(parent_of(project) or _none(kind), []).append(project)
        if len(found) > 1 or (kind == "programme" and any(parent.id for parent in found)):
            ordered = sorted(found, key=lambda p: (not p.id, p.title, p.id))
            return tuple((parent, tuple(found[parent])) for parent in ordered)
    return ((Parent("", "", "All projects"), tuple(projects)),) if projects else ()


def _kinds(office: Office) -> Sequence[tuple[str, Callable[[Project], Parent | None]]]:
    programmes = {p.id: Parent("programme", p.id, p.name, p) for p in office.programmes}
    portfolios = {p.id: Parent("portfolio", p.id, p.name, p) for p in office.all(Portfolio)}
    units = _units(office)
    return (
        ("programme", lambda project: programmes.get(project.programme or "")),
        ("portfolio", lambda project: portfolios.get(project.portfolio or "")),
        ("unit", lambda project: units.get(project.unit or "")),
    )


def _units(office: Office) -> Mapping[str, Parent]:
    known = office.organisation.units if office.organisation else {}
    return {id: Parent("unit", id, unit.title) for id, unit in known.items()}


def _none(kind: str) -> Parent:
    return Parent(kind, "", f"No {kind}")
