"""The rule that logs only grow."""

from collections.abc import Iterator, Mapping
from typing import Any

from pmoascode.change import FieldChange, differences, earlier
from pmoascode.finding import Severity
from pmoascode.office import Office
from pmoascode.records.approval import Approval
from pmoascode.records.benefit import Benefit
from pmoascode.records.change_request import ChangeRequest
from pmoascode.records.decision import Decision
from pmoascode.records.exception import ExceptionReport
from pmoascode.records.kpi import Kpi
from pmoascode.records.record import Record
from pmoascode.records.report import Report
from pmoascode.rule import Problems, rule

Logged = Approval | Benefit | ChangeRequest | Decision | ExceptionReport | Kpi | Report

# What may follow once the entry is made; of the last four only what is named here is a log.
_MAY_FOLLOW: Mapping[type[Record], tuple[str, ...]] = {
    Approval: ("conditions", "evidence"),
    Report: ("accepted", "analyst_check", "corrections"),
}
_KEPT: Mapping[type[Record], tuple[str, ...]] = {
    Benefit: ("measurements",),
    ChangeRequest: ("decision",),
    Decision: ("chosen", "decided", "description", "options", "rationale", "title"),
    ExceptionReport: ("chosen", "decision"),
    Kpi: ("measurements",),
}


@rule(
    Severity.ERROR,
    profile="starter",
    source="Audit practice: logs only grow",
    waivable=False,
    bad=(
        """
        # approvals/apollo/authorise-project.yaml
        gate: authorise-project
        decision: {outcome: approved-with-conditions, by: maria-silva, as: sponsor, date: 2026-03-02}
        conditions:
          owners: {text: Name an owner for each benefit, owner: tom-berg, due: 2026-04-30, done: 2026-04-20}
        evidence:
          - {title: Minutes, url: "https://files.example/minutes/2026-03-02"}
        amount: 1260000  # <--
        """,
        """
        # projects/apollo/reports/2026-08.yaml
        date: 2026-09-02
        by: tom-berg
        rating: {overall: green, schedule: green, cost: green, scope: green, resources: green, risk: green, benefits: green}
        headline: The first drop works well.  # <--
        summary: The first drop was tested.
        achieved: [First drop tested]
        planned: [Pilot]
        """,
        """
        # before: kpis.yaml
        on-time:
          title: Reports on time
          unit: "%"
          direction: higher
          target: 95
          amber: 90
          red: 80
          every: 1 month
          owner: ana-keller
          measurements:
            - {date: 2026-09-30, value: 92}
            - {date: 2026-10-31, value: 96}
        # kpis.yaml
        on-time:
          title: Reports on time
          unit: "%"
          direction: higher
          target: 95
          amber: 90
          red: 80
          every: 1 month
          owner: ana-keller
          measurements:
            - {date: 2026-10-31, value: 96}  # <--
        """,
        """
        # projects/apollo/change-requests.yaml
        pilot-in-october:
          title: Pilot ends in October
          requested_by: tom-berg
          requested: 2026-06-08
          reason: The branches are closed in August.
          effect_of_not: A pilot without customers.
          category: Schedule
          urgency: medium
          status: implemented
          impact: {time: 0 days, cost: 0, scope: none, quality: none, benefits: none, risk: none}
          changes:
            - {path: project.milestones.pilot-end.baseline, old: 2026-08-28, new: 2026-10-16}
          decision:
            outcome: approved
            by: maria-silva
            as: sponsor
            date: 2026-06-15
            reason: Go-live hardly moves.  # <--
          implemented: 2026-06-16
        """,
    ),
    good=(
        """
        # projects/apollo/reports/2026-09.yaml
        date: 2026-10-02
        by: tom-berg
        rating: {overall: green, schedule: green, cost: green, scope: green, resources: green, risk: green, benefits: green}
        headline: The pilot runs.
        summary: Two branches use the portal.
        achieved: [Pilot begun]
        planned: [End of the pilot]
        accepted: {outcome: approved, by: maria-silva, as: sponsor, date: 2026-11-09}
        corrections:
          - {date: 2026-11-09, by: tom-berg, field: headline, was: The pilot runs., now: The pilot runs well., reason: The sponsor asked.}
        """,
        """
        # before: projects/apollo/decisions.yaml
        build:
          title: Build it ourselves
          options:
            build: {title: Build}
            buy: {title: Buy}
          chosen: build
          rationale: We know how.
          decided: {outcome: deferred, by: maria-silva, as: sponsor, date: 2026-10-12}
        # projects/apollo/decisions.yaml
        build:
          title: Build it or buy it
          options:
            build: {title: Build}
            buy: {title: Buy}
          chosen: buy
          rationale: It costs half.
          decided: {outcome: approved, by: maria-silva, as: sponsor, date: 2026-11-09}
        """,
    ),
)
def log_entry_rewritten(record: Logged, office: Office, before: Office) -> Problems:
    """An entry of a log that only grows was altered, such as an approval or a measurement.

    Decisions, approvals, published reports and measurements are what others have relied on. If
    they can be rewritten, they prove nothing. An entry may be added to: conditions are met, a
    report is accepted and corrected, a decision is superseded.

    To put it right, give the entry its old words back, and add what is new beside it: a new
    approval or decision, the next measurement, or a correction of the report.
    """
    was = earlier(record, before, office)
    if was is None or _is_undecided(was):
        return
    for change in _rewritten(was, record):
        keys = ".".join(map(str, change.keys))
        name = office.record_name(record)
        yield record.at(*change.keys), f"`{keys}` of {name} was altered after it was recorded"
        return


def _is_undecided(was: Logged) -> bool:
    decision = getattr(was, "decision", None) or getattr(was, "decided", None)
    if isinstance(was, ChangeRequest | Decision | ExceptionReport):
        return decision is None or decision.outcome == "deferred"
    return False


def _rewritten(was: Logged, record: Logged) -> Iterator[FieldChange]:
    """The values that were altered though they are part of the log."""
    kept, free = _KEPT.get(type(record)), _MAY_FOLLOW.get(type(record), ())
    for change in differences(was, record):
        field = change.keys[0]
        if field in kept if kept else field not in free:
            if field != "measurements" or change.old is not None:
                yield change
        elif field in ("corrections", "conditions", "evidence") and _is_lost(change.old):
            yield change


def _is_lost(old: Any) -> bool:
    """Whether it had said something, which is now something else or gone."""
    return old is not None
