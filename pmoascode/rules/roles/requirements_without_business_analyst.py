"""The rule that approved requirements have a keeper."""

import datetime as dt

from pmoascode.finding import Severity
from pmoascode.office import Office
from pmoascode.records.programme import Programme
from pmoascode.records.project import Project
from pmoascode.records.requirement import Requirement
from pmoascode.rule import Problems, rule

_KEPT = ("approved", "implemented", "verified")


@rule(
    Severity.WARNING,
    profile="full",
    source="BABOK: requirements have a keeper",
    bad="",
    good="",
)
def requirements_without_business_analyst(
    project: Project, office: Office, today: dt.date
) -> Problems:
    """A project has approved requirements and no business analyst.

    Requirements contradict each other and change while the work goes on. Without somebody who keeps
    them together the team builds each by itself, and nobody knows which test proves what. A
    business analyst of the programme counts for its projects.

    To put it right, enter a `business-analyst` in `assignments/<project>.yaml`.
    """
    kept = [each for each in office.within(Requirement, project) if each.status in _KEPT]
    if not project.is_running or not kept:
        return
    programme = office.find(Programme, project.programme)
    scopes = (project, programme) if programme else (project,)
    if not any(office.holders("business-analyst", scope, today) for scope in scopes):
        number = f"{len(kept)} approved requirement{'' if len(kept) == 1 else 's'}"
        yield (
            project.at("name"),
            f"{project.name} has {number} and no business analyst to keep them",
            (kept[0].at("status"),),
        )
