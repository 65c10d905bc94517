"""Supply: when what a project needs from elsewhere comes, and how late that is."""

import datetime as dt
from dataclasses import dataclass

from pmoascode.measures.tolerance import NO_DURATION
from pmoascode.office import Office
from pmoascode.records.dependency import Dependency
from pmoascode.records.project import Milestone, Project
from pmoascode.records.record import At


@dataclass(frozen=True, slots=True)
class Supply:
    """The two days of one dependency."""

    comes: dt.date  # the day on which it can be used: the giver's date, and the lag
    needed: dt.date  # the last day on which it is of use
    given_at: At  # where the giver's date stands

    @property
    def days(self) -> int:
        """Calendar days from the day needed to the day on which it comes; above 0 is too late."""
        return (self.comes - self.needed).days


def giving_milestone(dependency: Dependency, office: Office) -> Milestone | None:
    """The milestone of the other project that gives, where both exist."""
    project = office.find(Project, dependency.giver.project)
    return project.milestones.get(dependency.giver.milestone or "") if project else None


def receiving_milestone(dependency: Dependency, office: Office) -> Milestone | None:
    """The milestone that waits for it."""
    work = office.owner(dependency)
    return work.milestones.get(dependency.receiver_milestone or "") if work else None


def supply(dependency: Dependency, office: Office) -> Supply | None:
    """When it comes and when it is needed; None where either is not known.

    The giver's milestone says when it comes, by its actual, forecast or approved day; without one
    the forecast of the dependency does. It is needed by its own day, else by the milestone that
    waits for it.
    """
    given, at = dependency.forecast, dependency.at("forecast")
    milestone = giving_milestone(dependency, office)
    project = office.find(Project, dependency.giver.project)
    if milestone and project:
        given = None if milestone.status == "dropped" else milestone.expected
        at = project.at("milestones", dependency.giver.milestone or "")
    waiting = receiving_milestone(dependency, office)
    needed = dependency.need_by or (waiting.expected if waiting else None)
    if given is None or needed is None:
        return None
    return Supply((dependency.lag or NO_DURATION).after(given), needed, at)
