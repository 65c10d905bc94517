"""cancelled-without-decision."""

from pmoascode.finding import Severity
from pmoascode.measures.wording import called
from pmoascode.office import Office, Work
from pmoascode.records.decision import Decision
from pmoascode.records.end_report import EndReport
from pmoascode.records.programme import Programme
from pmoascode.records.project import Project
from pmoascode.rule import Problems, rule


@rule(
    Severity.ERROR,
    profile="full",
    source="PRINCE2: premature closure",
    bad=(
        """
        # projects/juno/project.yaml
        name: Juno street list
        portfolio: change
        unit: it
        status: rejected  # <--
        tier: small
        objectives: [fewer-errors]
        """,
        """
        # projects/juno/project.yaml
        name: Juno street list
        portfolio: change
        unit: it
        status: rejected  # <--
        tier: small
        objectives: [fewer-errors]
        # approvals/juno/start-initiation.yaml
        gate: start-initiation
        decision: {outcome: rejected, by: ines-roth, as: sponsor, date: 2026-10-05}
        # assignments/juno.yaml
        sponsor:
          - {person: ines-roth, from: 2026-10-01, until: 2027-06-30, time: 5 %}
        # projects/juno/decisions.yaml
        stop:
          title: Stop Juno
          category: stop
          raised_by: sam-okoro
          options:
            go-on: {title: Go on, effect: It costs more than it brings.}
            stop: {title: Stop, effect: The street list goes to Apollo.}
          chosen: go-on
          rationale: The list is needed.
          decided: {outcome: rejected, by: ines-roth, as: sponsor, date: 2026-10-12}
        """,
        """
        # projects/juno/project.yaml
        name: Juno street list
        portfolio: change
        unit: it
        status: cancelled  # <--
        tier: small
        objectives: [fewer-errors]
        # assignments/juno.yaml
        sponsor:
          - {person: ines-roth, from: 2026-10-01, until: 2027-06-30, time: 5 %}
        # projects/juno/decisions.yaml
        stop:
          title: Stop Juno
          category: stop
          raised_by: sam-okoro
          options:
            go-on: {title: Go on, effect: It costs more than it brings.}
            stop: {title: Stop}
          chosen: stop
          rationale: The post office offers the same.
          decided: {outcome: approved, by: ines-roth, as: sponsor, date: 2026-10-12}
        """,
        """
        # projects/juno/project.yaml
        name: Juno street list
        portfolio: change
        unit: it
        status: cancelled  # <--
        tier: small
        objectives: [fewer-errors]
        # approvals/juno/start-initiation.yaml
        gate: start-initiation
        decision:
          outcome: rejected
          by: ines-roth
          as: sponsor
          date: 2026-10-05
          reason: The post office offers the same.
        # assignments/juno.yaml
        sponsor:
          - {person: ines-roth, from: 2026-10-01, until: 2027-06-30, time: 5 %}
        # projects/juno/decisions.yaml
        list:
          title: Buy the street list
          category: technical
          raised_by: sam-okoro
          options:
            buy: {title: Buy the list, effect: It is here in a week.}
            make: {title: Make the list, effect: It takes half a year.}
          chosen: buy
          rationale: It saves half a year.
          decided: {outcome: approved, by: ines-roth, as: sponsor, date: 2026-10-12}
        """,
    ),
    good=(
        """
        # projects/hermes/project.yaml
        name: Hermes address service
        status: rejected
        # approvals/hermes/start-initiation.yaml
        gate: start-initiation
        decision:
          outcome: rejected
          by: ines-roth
          as: sponsor
          date: 2026-10-05
          reason: The post office offers the same.
        """,
        """
        # projects/hermes/project.yaml
        name: Hermes address service
        status: cancelled
        # projects/hermes/decisions.yaml
        stop:
          title: Stop Hermes
          category: stop
          options:
            go-on: {title: Go on}
            stop: {title: Stop, effect: The street list goes to Apollo.}
          chosen: stop
          rationale: The post office offers the same.
          decided: {outcome: approved, by: ines-roth, as: sponsor, date: 2026-10-12}
        """,
        """
        # projects/hermes/project.yaml
        name: Hermes address service
        status: cancelled
        # projects/hermes/end-report.yaml
        date: 2026-10-20
        by: sam-okoro
        summary: Stopped.
        assets: The street list goes to Apollo.
        # projects/hermes/decisions.yaml
        stop:
          title: Stop Hermes
          category: stop
          decided:
            outcome: approved
            by: ines-roth
            as: sponsor
            date: 2026-10-12
            reason: The post office offers the same.
        """,
        """
        # projects/hermes/project.yaml
        name: Hermes address service
        status: on-hold
        """,
        """
        # projects/hermes/project.yaml
        name: Hermes address service
        status: rejected
        # projects/hermes/decisions.yaml
        stop:
          title: Stop Hermes
          category: stop
          decided: {outcome: approved, by: ines-roth, as: sponsor, date: 2026-10-12}
        """,
        """
        # projects/hermes/project.yaml
        name: Hermes address service
        status: cancelled
        # projects/hermes/end-report.yaml
        date: 2026-10-20
        by: sam-okoro
        summary: Stopped.
        handover: The street list goes to Apollo.
        # projects/hermes/decisions.yaml
        stop:
          title: Stop Hermes
          category: stop
          decided: {outcome: approved, by: ines-roth, as: sponsor, date: 2026-10-12}
        """,
    ),
)
def cancelled_without_decision(work: Project | Programme, office: Office) -> Problems:
    """A project is cancelled or rejected without a decision that says why and what is left.

    Stopping in time is a good decision, if it is one: taken by those who answer for the money, for
    a reason that others can learn from, with a word on what becomes of the results. A project that
    just fades away teaches nothing, and what was bought for it is lost. An idea that is turned
    down has no results yet.

    To put it right, enter the decision of the category `stop` in `decisions.yaml`, with the
    `effect` of the chosen option; an end report can say under `assets` or
    `handover` what becomes of the results. For an idea that was turned down at a gate the rejected
    approval with its reason is enough.
    """
    if work.status not in ("cancelled", "rejected") or _turned_down(work, office):
        return
    name = f"{called(work.name, work.id)} is {work.status}"
    stop = _decision(work, office)
    if stop is None:
        if not office.is_unreadable("decision", work.id, f"{work.kind}/{work.id}"):
            yield work.at("status"), f"{name}, and no decision of the category “stop” says so"
    elif work.status == "cancelled" and not _says_what_is_left(stop, work, office):
        yield (
            work.at("status"),
            f"{name}, and its decision does not say what becomes of the results",
            (stop.at(),),
        )


def _turned_down(work: Work, office: Office) -> bool:
    """Whether a gate has rejected an idea, with the reason."""
    if work.status != "rejected":
        return False
    said = (approval.decision for approval in office.approvals(work))
    return any(each.outcome == "rejected" and each.reason for each in said)


def _decision(work: Work, office: Office) -> Decision | None:
    stops = (d for d in office.within(Decision, work) if d.category == "stop" and d.stands)
    return next((d for d in stops if d.decided and d.decided.is_granted), None)


def _says_what_is_left(stop: Decision, work: Work, office: Office) -> bool:
    chosen = stop.options.get(stop.chosen or "")
    report = office.one(EndReport, work)
    return bool((chosen and chosen.effect) or (report and (report.assets or report.handover)))
