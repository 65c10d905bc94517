"""One dependency: what is needed, from whom, and how late it comes."""

import datetime as dt
from dataclasses import dataclass

from pmoascode.office import Office
from pmoascode.records.dependency import Dependency
from pmoascode.records.project import Project


@dataclass(frozen=True, slots=True)
class DependencyRow:
    """Something that the project needs, with the day on which its giver expects it."""

    dependency: Dependency
    giver: Project | None
    expected: dt.date | None  # the giver's milestone, else the forecast or the agreed day
    days_late: int | None  # expected less needed; above 0 is too late

    @property
    def is_at_risk(self) -> bool:
        """Whether it is said to be at risk, or expected too late."""
        return self.dependency.status == "at-risk" or (self.days_late or 0) > 0


def dependency_row(office: Office, dependency: Dependency) -> DependencyRow:
    """The dependency with its giver, and the days by which it comes too late."""
    giver = office.find(Project, dependency.giver.project)
    milestone = giver.milestones.get(dependency.giver.milestone or "") if giver else None
    expected = (milestone and milestone.expected) or dependency.forecast or dependency.agreed
    late = None
    if expected and dependency.need_by:
        late = (expected - dependency.need_by).days
    return DependencyRow(dependency, giver, expected, late)
