"""go-live-before-readiness."""

import datetime as dt
from collections.abc import Iterator
from decimal import Decimal

from pmoascode.finding import Severity
from pmoascode.measures.wording import called
from pmoascode.office import Office
from pmoascode.records.amounts import Percent
from pmoascode.records.change_plan import ChangePlan
from pmoascode.records.id_limit import IdLimit
from pmoascode.records.project import Project
from pmoascode.records.record import At
from pmoascode.rule import Problems, rule

_MOST = Percent(Decimal(80))
_GO_LIVE = IdLimit("go-live")


@rule(
    Severity.ERROR,
    profile="full",
    source="UK gateway review 4: readiness for service",
    bad=(
        """
        # projects/hermes/project.yaml
        name: Hermes address service
        programme: front-door
        unit: it
        status: active
        tier: small
        objectives: [fewer-errors]
        start: {baseline: 2026-12-01}
        finish: {baseline: 2027-03-31}
        milestones:
          service-open: {title: Address service open, baseline: 2027-01-29}
          go-live: {title: First letters, baseline: 2026-11-10, actual: 2026-11-10}
        # projects/hermes/change-plan.yaml
        groups:
          post-room:
            title: Post room
            readiness: 79.99 %  # <--
          branches:  # <--
            title: Branches
          agents:
            title: Agents
            readiness: 80 %
          customers:
            title: Customers
            severity: none
        trainings:
          list:
            group: post-room
            content: The list
            completed: 79 %  # <--
          map:  # <--
            group: agents
            content: The map
        """,
        """
        # policy/lifecycles/short.yaml
        title: Short
        phases:
          hand-over: {title: Hand over, stage: closing}
        # projects/hermes/project.yaml
        name: Hermes address service
        programme: front-door
        unit: it
        status: active
        lifecycle: short
        tier: small
        objectives: [fewer-errors]
        tolerances: {time: 30 days, cost: 10 %}
        milestones:
          service-open: {title: Address service open, baseline: 2027-01-29}
        # projects/hermes/pid.yaml
        lessons_reviewed: There was no project like it before.
        approved: {outcome: approved, by: ines-roth, as: sponsor, date: 2026-10-05}
        # projects/hermes/change-plan.yaml
        strategy: Team by team, leaders first.
        groups:
          post-room:
            title: Post room
            readiness: 60 %  # <--
            adkar: {awareness: 4, desire: 4, knowledge: 3, ability: 2, reinforcement: 1}
        communications:
          start: {audience: Post room, message: Why the list comes.}
        no_training_needed: The screens stay as they are.
        no_resistance_expected: The staff asked for it.
        """,
    ),
    good=(
        """
        # projects/hermes/project.yaml
        name: Hermes address service
        status: active
        milestones:
          go-live: {title: First letters, actual: 2026-11-10}
        # projects/hermes/change-plan.yaml
        groups:
          post-room: {title: Post room, readiness: 80 %}
          agents: {title: Agents, readiness: 20 %, severity: none}
        trainings:
          list: {group: post-room, content: The list, completed: 80 %}
          map: {group: agents, content: The map, completed: 10 %}
        """,
        """
        # projects/hermes/project.yaml
        name: Hermes address service
        status: active
        milestones:
          go-live: {title: First letters, actual: 2026-11-11}
          pilot: {title: Pilot, actual: 2026-11-02}
        # projects/hermes/change-plan.yaml
        groups:
          post-room: {title: Post room}
        """,
        """
        # projects/mercury/change-plan.yaml
        groups:
          post-room: {title: Post room}
        """,
        """
        # projects/hermes/project.yaml
        name: Hermes address service
        status: active
        milestones:
          go-live: {title: First letters, actual: 2026-11-02}
        """,
        """
        # projects/hermes/project.yaml
        name: Hermes address service
        status: closed
        milestones:
          go-live: {title: First letters, actual: 2026-11-02}
        # projects/hermes/change-plan.yaml
        groups:
          post-room: {title: Post room}
        """,
        """
        # projects/hermes/project.yaml
        name: Hermes address service
        status: active
        milestones:
          go-live: {title: First letters, actual: 2026-11-02}
        # projects/hermes/change-plan.yaml
        trainings:
          list: {group: no-such-group, content: The list}
        """,
    ),
)
def go_live_before_readiness(
    project: Project,
    office: Office,
    today: dt.date,
    *,
    readiness: Percent = _MOST,
    training: Percent = _MOST,
    milestone: IdLimit = _GO_LIVE,
) -> Problems:
    """Groups of people go live who are not ready or trained as far as the policy asks.

    People who cannot yet work in the new way fall back to the old one on the first day, and most
    come to mistrust the new. A project is live once its milestone `go-live` is reached, or when it
    is in closing. The limits are `readiness` and `training`, 80 % each; the limit `milestone` is
    the id of the milestone that counts. Groups for whom nothing changes are left out.

    To put it right, assess the groups anew in `change-plan.yaml`, train who is left, or move the
    milestone.
    """
    plan = office.one(ChangePlan, project)
    if plan is None or not project.is_running or not _is_live(project, office, milestone.id, today):
        return
    for at, told in (*_unready(plan, readiness), *_untrained(plan, training)):
        yield at, f"{called(project.name, project.id)} is live, but {told}"


def _is_live(project: Project, office: Office, milestone: str, today: dt.date) -> bool:
    reached = project.milestones.get(milestone)
    if reached and reached.actual and reached.actual <= today:
        return True
    return office.stage(project) == "closing"


def _unready(plan: ChangePlan, limit: Percent) -> Iterator[tuple[At, str]]:
    for id, group in plan.groups.items():
        if group.severity == "none":
            continue
        if group.readiness is None:
            yield plan.at_key("groups", id), f"nobody has assessed how ready {group.title} are"
        elif group.readiness < limit:
            yield (
                plan.at("groups", id, "readiness"),
                f"{group.title} are ready to {group.readiness}; {limit} are asked for",
            )


def _untrained(plan: ChangePlan, limit: Percent) -> Iterator[tuple[At, str]]:
    for id, training in plan.trainings.items():
        group = plan.groups.get(training.group)
        if group is None or group.severity == "none":
            continue
        if training.completed is None:
            yield (
                plan.at_key("trainings", id),
                f"nothing says how many of {group.title} have done the training",
            )
        elif training.completed < limit:
            yield (
                plan.at("trainings", id, "completed"),
                f"{training.completed} of {group.title} are trained; {limit} are asked for",
            )
