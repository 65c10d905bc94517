"""The rule that somebody decides on a step back."""

import datetime as dt

from pmoascode.change import earlier
from pmoascode.finding import Severity
from pmoascode.measures.controlled import Move, consents, is_covered
from pmoascode.measures.passed_gates import passed_gates
from pmoascode.measures.wording import called
from pmoascode.office import Office, Work
from pmoascode.records.decision import Decision
from pmoascode.records.lifecycle import Lifecycle
from pmoascode.records.programme import Programme
from pmoascode.records.project import Project
from pmoascode.rule import Problems, rule

_ABOUT = ("continue", "stop", "hold", "scope", "schedule")  # categories that a step back can have


@rule(
    Severity.ERROR,
    profile="standard",
    source="measured on Kubernetes proposals: steps taken back",
    bad=(
        """
        # before: projects/hermes/project.yaml
        name: Hermes address service
        programme: front-door
        unit: it
        phase: delivery
        status: proposed
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
        phase: initiation  # <--
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
    good=(
        """
        # before: projects/hermes/project.yaml
        name: Hermes address service
        programme: front-door
        unit: it
        phase: delivery
        status: proposed
        tier: small
        objectives: [fewer-errors]
        start: {baseline: 2026-12-01}
        finish: {baseline: 2027-03-31}
        budget: {baseline: 80000, forecast: 80000}
        milestones:
          service-open: {title: Address service open, baseline: 2027-01-29, forecast: 2027-01-29}
        # before: approvals/hermes/authorise-project.yaml
        gate: authorise-project
        decision: {outcome: approved, by: ines-roth, as: sponsor, date: 2026-11-02}
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
        # projects/hermes/decisions.yaml
        again:
          title: Plan anew
          category: schedule
          raised_by: sam-okoro
          options:
            again: {title: Plan anew}
            stay: {title: Go on as planned}
          chosen: again
          rationale: The street list comes in another form.
          decided: {outcome: approved, by: ines-roth, as: sponsor, date: 2026-11-02}
        """,
    ),
)
def moved_back_without_decision(
    work: Project | Programme, office: Office, before: Office
) -> Problems:
    """A project or programme went back to an earlier phase without a decision.

    A step back can be right, and it undoes what a gate has decided, so it takes a decision of the
    same weight. In the history of Kubernetes proposals 41 of about 500 moves went backwards.
    Since the gate that opened the phase there must be one of these: a decision of the category
    continue, stop, hold, scope or schedule; a gate that was not passed; or an approved change
    request that names the phase.

    To put it right, enter in `decisions.yaml` who decided to go back and why; or leave `phase` as
    it was.
    """
    was, lifecycle = earlier(work, before, office), office.lifecycle(work)
    if was is None or lifecycle is None:
        return
    order = lifecycle.order
    old, new = (each.phase or order[0] for each in (was, work))
    is_back = {old, new} <= set(order) and order.index(new) < order.index(old)
    if not is_back or not lifecycle.allows(old, new):
        return  # a move that the lifecycle does not know at all is another matter
    opened = _opened(lifecycle, old, work, office)
    move = Move(f"{work.kind}.phase", was.phase, work.phase)
    if not _is_decided(work, office, opened) and not is_covered(move, consents(office, work)):
        since = f" since its gate was passed on {opened}" if opened else ""
        yield (
            work.at("phase"),
            (
                f"{called(work.name, work.id)} went back from {lifecycle.phases[old].title} to"
                f" {lifecycle.phases[new].title}, and no decision{since} says so"
            ),
        )


def _opened(lifecycle: Lifecycle, phase: str, work: Work, office: Office) -> dt.date | None:
    """The last day on which a gate into the phase was passed."""
    days = (
        a.decision.date
        for a in passed_gates(work, office)
        if lifecycle.gates[a.gate].before == phase
    )
    return max(days, default=None)


def _is_decided(work: Work, office: Office, since: dt.date | None) -> bool:
    decisions = (d for d in office.within(Decision, work) if d.category in _ABOUT and d.stands)
    signed = [d.decided for d in decisions if d.decided and d.decided.is_granted]
    signed += [a.decision for a in office.approvals(work) if not a.is_granted]
    return any(since is None or each.date >= since for each in signed)
