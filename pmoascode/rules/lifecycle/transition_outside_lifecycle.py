"""The rule that phases and statuses follow each other as agreed."""

from collections.abc import Mapping

from pmoascode.change import earlier
from pmoascode.finding import Severity
from pmoascode.measures.wording import called, listed
from pmoascode.office import Office
from pmoascode.records.fields import Status
from pmoascode.records.lifecycle import Lifecycle
from pmoascode.records.programme import Programme
from pmoascode.records.project import Project
from pmoascode.rule import Problems, rule

_FOLLOWS: Mapping[Status, tuple[Status, ...]] = {
    "proposed": ("active", "on-hold", "cancelled", "rejected"),
    "active": ("on-hold", "closed", "cancelled"),
    "on-hold": ("active", "closed", "cancelled"),
    "rejected": ("proposed",),
}  # what is closed or cancelled stays so: `closed-record-changed` speaks of it


@rule(
    Severity.ERROR,
    profile="standard",
    source="measured on Kubernetes proposals: steps skipped",
    bad=(
        """
        # projects/hermes/project.yaml
        name: Hermes address service
        programme: front-door
        unit: it
        phase: delivery  # <--
        status: proposed
        tier: small
        objectives: [fewer-errors]
        start: {baseline: 2026-12-01}
        finish: {baseline: 2027-03-31}
        budget: {baseline: 80000, forecast: 80000}
        milestones:
          service-open: {title: Address service open, baseline: 2027-01-29, forecast: 2027-01-29}
        """,
        """
        # before: projects/hermes/project.yaml
        name: Hermes address service
        programme: front-door
        unit: it
        phase: idea
        status: active
        tolerances: {time: 30 days, cost: 10 %}
        tier: small
        objectives: [fewer-errors]
        start: {baseline: 2026-12-01}
        finish: {baseline: 2027-03-31}
        budget: {baseline: 80000, forecast: 80000}
        milestones:
          service-open: {title: Address service open, baseline: 2027-01-29, forecast: 2027-01-29}
        # projects/hermes/project.yaml
        name: Hermes address service
        programme: front-door
        unit: it
        phase: idea
        status: proposed  # <--
        tolerances: {time: 30 days, cost: 10 %}
        tier: small
        objectives: [fewer-errors]
        start: {baseline: 2026-12-01}
        finish: {baseline: 2027-03-31}
        budget: {baseline: 80000, forecast: 80000}
        milestones:
          service-open: {title: Address service open, baseline: 2027-01-29, forecast: 2027-01-29}
        """,
    ),
    good=(
        """
        # projects/hermes/project.yaml
        name: Hermes address service
        programme: front-door
        unit: it
        phase: initiation
        status: proposed
        tier: small
        objectives: [fewer-errors]
        start: {baseline: 2026-12-01}
        finish: {baseline: 2027-03-31}
        budget: {baseline: 80000, forecast: 80000}
        milestones:
          service-open: {title: Address service open, baseline: 2027-01-29, forecast: 2027-01-29}
        """,
    ),
)
def transition_outside_lifecycle(
    work: Project | Programme, office: Office, before: Office
) -> Problems:
    """A phase or status moved in a way that the lifecycle does not allow.

    A phase that is skipped takes its gate and its documents with it. In the history of Kubernetes
    proposals nine jumped from the first state to the last. A phase leads to the next one and along
    the `moves` of the lifecycle; a status leads to those that can follow it. A rejected proposal
    may be proposed anew.

    To put it right, go through the phases one by one; or take the status that follows. A way that
    is needed more often belongs under `moves` in the lifecycle.
    """
    was = earlier(work, before, office)
    lifecycle = office.lifecycle(work)
    if was is None:
        return
    name = called(work.name, work.id)
    follows = _FOLLOWS.get(was.status, (work.status,))
    if work.status not in (was.status, *follows):
        yield (
            work.at("status"),
            (
                f"{name} went from {was.status} to {work.status}; after {was.status} comes"
                f" {listed(follows, 'or')}"
            ),
        )
    if lifecycle is None:
        return
    old, new = (each.phase or lifecycle.order[0] for each in (was, work))
    is_known = {old, new} <= set(lifecycle.order)
    if is_known and not lifecycle.allows(old, new):
        yield (
            work.at("phase"),
            (
                f"{name} went from the phase {lifecycle.phases[old].title} to"
                f" {lifecycle.phases[new].title}, which the lifecycle {lifecycle.title} does not"
                f" allow; {_ways(lifecycle, old)}"
            ),
        )


def _ways(lifecycle: Lifecycle, old: str) -> str:
    ways = [lifecycle.phases[to].title for to in lifecycle.order if lifecycle.allows(old, to)]
    others = [title for title in ways if title != lifecycle.phases[old].title]
    return f"from there it leads to {listed(others, 'or')}" if others else "it is the last phase"
