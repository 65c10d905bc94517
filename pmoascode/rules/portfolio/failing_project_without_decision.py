"""The rule that somebody decides whether a failing project goes on."""

import datetime as dt

from pmoascode.finding import Severity
from pmoascode.measures.stated import ratings
from pmoascode.office import Office
from pmoascode.records.business_case import BusinessCase
from pmoascode.records.decision import Decision
from pmoascode.records.exception import ExceptionReport
from pmoascode.records.project import Project
from pmoascode.records.record import At
from pmoascode.rule import Problems, rule

_ANSWERS = ("continue", "stop", "hold", "close")
_TWICE = 2


@rule(
    Severity.ERROR,
    profile="full",
    source="MoP: stop what no longer pays",
    bad=(
        """
        # projects/hermes/project.yaml
        name: Hermes address service
        programme: front-door
        phase: idea
        status: active  # <--
        tier: small
        objectives: [fewer-errors]
        milestones:
          service-open: {title: Address service open, baseline: 2027-01-29}
        # projects/hermes/reports/2026-10.yaml
        date: 2026-11-02
        by: sam-okoro
        rating: {overall: red}
        headline: The case does not hold.
        summary: The post office sells its own list for a tenth of the price.
        cause: The post office changed its prices.
        actions: [{do: Ask the board, owner: sam-okoro, due: 2026-11-20}]
        green_on: 2027-01-15
        no_decision_needed: The board meets anyway.
        accepted: {outcome: approved, by: ines-roth, as: sponsor, date: 2026-11-02}
        # projects/hermes/business-case.yaml
        reasons: Five lists of addresses differ.
        options:
          nothing: {title: Do nothing, kind: do-nothing}
          service: {title: One service}
        recommended: service
        viable: false
        reviewed: 2026-11-02
        """,
        """
        # projects/hermes/project.yaml
        name: Hermes address service
        programme: front-door
        phase: idea
        status: active  # <--
        tier: small
        objectives: [fewer-errors]
        milestones:
          service-open: {title: Address service open, baseline: 2027-01-29}
        # projects/hermes/exceptions.yaml
        late-1:
          title: The list comes late again
          dimension: time
          raised: 2026-10-05
          raised_by: sam-okoro
          cause: The post office delivers late.
          consequences: Letters go wrong for longer.
          options:
            wait: {title: Wait}
            buy: {title: Buy another list}
          recommendation: Wait.
        late-2:
          title: The list comes late again
          dimension: time
          raised: 2026-11-03
          raised_by: sam-okoro
          cause: The post office delivers late.
          consequences: Letters go wrong for longer.
          options:
            wait: {title: Wait}
            buy: {title: Buy another list}
          recommendation: Wait.
        # projects/hermes/decisions.yaml
        go-on:
          title: Go on with a smaller service
          category: continue
          raised_by: sam-okoro
          options:
            smaller: {title: Go on}
            stop: {title: Stop}
          chosen: smaller
          rationale: The smaller service still pays.
          decided: {outcome: approved, by: ines-roth, as: sponsor, date: 2026-11-02}
        """,
    ),
    good=(
        """
        # projects/hermes/project.yaml
        name: Hermes address service
        programme: front-door
        phase: idea
        status: active
        tier: small
        objectives: [fewer-errors]
        milestones:
          service-open: {title: Address service open, baseline: 2027-01-29}
        # projects/hermes/reports/2026-10.yaml
        date: 2026-11-02
        by: sam-okoro
        rating: {overall: red}
        headline: The case does not hold.
        summary: The post office sells its own list for a tenth of the price.
        cause: The post office changed its prices.
        actions: [{do: Ask the board, owner: sam-okoro, due: 2026-11-20}]
        green_on: 2027-01-15
        no_decision_needed: The board meets anyway.
        accepted: {outcome: approved, by: ines-roth, as: sponsor, date: 2026-11-02}
        # projects/hermes/business-case.yaml
        reasons: Five lists of addresses differ.
        options:
          nothing: {title: Do nothing, kind: do-nothing}
          service: {title: One service}
        recommended: service
        viable: false
        reviewed: 2026-11-02
        # projects/hermes/decisions.yaml
        go-on:
          title: Go on with a smaller service
          category: continue
          raised_by: sam-okoro
          options:
            smaller: {title: Go on}
            stop: {title: Stop}
          chosen: smaller
          rationale: The smaller service still pays.
          decided: {outcome: approved, by: ines-roth, as: sponsor, date: 2026-11-02}
        """,
        """
        # projects/hermes/project.yaml
        name: Hermes address service
        programme: front-door
        phase: idea
        status: active
        tier: small
        objectives: [fewer-errors]
        milestones:
          service-open: {title: Address service open, baseline: 2027-01-29}
        # projects/hermes/exceptions.yaml
        late-1:
          title: The list comes late again
          dimension: time
          raised: 2026-10-05
          raised_by: sam-okoro
          cause: The post office delivers late.
          consequences: Letters go wrong for longer.
          options:
            wait: {title: Wait}
            buy: {title: Buy another list}
          recommendation: Wait.
        late-2:
          title: The list comes late again
          dimension: time
          raised: 2026-11-03
          raised_by: sam-okoro
          cause: The post office delivers late.
          consequences: Letters go wrong for longer.
          options:
            wait: {title: Wait}
            buy: {title: Buy another list}
          recommendation: Wait.
        # projects/hermes/decisions.yaml
        go-on:
          title: Go on with a smaller service
          category: stop
          raised_by: sam-okoro
          options:
            smaller: {title: Go on}
            stop: {title: Stop}
          chosen: smaller
          rationale: The smaller service still pays.
          decided: {outcome: approved, by: ines-roth, as: sponsor, date: 2026-11-03}
        """,
    ),
)
def failing_project_without_decision(project: Project, office: Office, today: dt.date) -> Problems:
    """A project is red without a viable case, or twice beyond tolerance, and nobody decides.

    Failing projects seldom stop by themselves: each month there is a reason to wait for the next.
    Whoever pays for them should look at the whole once more and say yes or no. Judged are the
    newest report with the business case, and the exception reports; the decision must not be older
    than they are.

    To put it right, have the board or the sponsor decide, and record it in `decisions.yaml` with
    the category `continue`, `stop`, `hold` or `close`.
    """
    failing = project.is_running and (
        _red_without_case(project, office, today) or _twice_beyond(project, office, today)
    )
    if failing:
        message, since, where = failing
        if not _is_decided(project, office, since):
            yield (
                project.at("status"),
                f"{project.name} {message}, and nobody has decided since whether it goes on",
                where,
            )


Failing = tuple[str, dt.date, tuple[At, ...]]  # what is wrong, since when, where it stands


def _red_without_case(project: Project, office: Office, today: dt.date) -> Failing | None:
    report, case = office.last_report(project, on=today), office.one(BusinessCase, project)
    if report is None or case is None or case.viable is not False:
        return None
    if ratings(report).get("overall") != "red":
        return None
    message = "is red and its business case does not hold any more"
    since = case.reviewed or report.date
    return message, since, (report.at("rating", "overall"), case.at("viable"))


def _twice_beyond(project: Project, office: Office, today: dt.date) -> Failing | None:
    raised = [each for each in office.within(ExceptionReport, project) if each.raised <= today]
    if len(raised) < _TWICE:
        return None
    newest = max(raised, key=lambda each: each.raised)
    message = f"has left its tolerance {len(raised)} times, last on {newest.raised}"
    return message, newest.raised, tuple(each.at("raised") for each in raised)


def _is_decided(project: Project, office: Office, since: dt.date) -> bool:
    return any(
        each.category in _ANSWERS and each.stands and each.decided and each.decided.date >= since
        for each in office.within(Decision, project)
    )
