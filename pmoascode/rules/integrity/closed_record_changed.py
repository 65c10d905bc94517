"""The rule that what is closed stays as it was."""

from collections.abc import Mapping

from pmoascode.change import FieldChange, differences, earlier
from pmoascode.finding import Severity
from pmoascode.office import Office
from pmoascode.office.naming import record_name
from pmoascode.records.action import ActionItem
from pmoascode.records.approval import Approval
from pmoascode.records.assignment import Assignment
from pmoascode.records.benefit import Benefit
from pmoascode.records.change_request import ChangeRequest
from pmoascode.records.decision import Decision
from pmoascode.records.end_report import EndReport
from pmoascode.records.exception import ExceptionReport
from pmoascode.records.issue import Issue
from pmoascode.records.lesson import Lesson
from pmoascode.records.programme import Programme
from pmoascode.records.project import Project
from pmoascode.records.record import Record
from pmoascode.records.report import Report
from pmoascode.records.risk import Risk
from pmoascode.rule import Problems, rule

_FROZEN = ("closed", "cancelled")  # a rejected proposal may try again
_ENTRIES = (ActionItem, ChangeRequest, ExceptionReport, Issue, Risk)
_ELSEWHERE = (Approval, Assignment, Decision, Report)  # they have rules of their own
_GOES_ON: Mapping[type[Record], tuple[str, ...]] = {
    Benefit: ("after_closure_owner", "forecast", "measurements", "owner", "review", "status"),
    EndReport: ("follow_on", "review_due"),
    Lesson: ("applied_in", "owner", "shared"),
    Programme: ("external_ids", "links", "name", "publish"),
    Project: ("external_ids", "links", "name", "publish"),
}

# What another rule guards, closed or not.
_LOGGED: Mapping[type[Record], tuple[str, ...]] = {
    ChangeRequest: ("decision", "status"),
    ExceptionReport: ("chosen", "decision"),
}


@rule(
    Severity.ERROR,
    profile="starter",
    source="measured on World Bank projects: closed ones active again",
    bad=(
        """
        # projects/mercury/project.yaml
        name: Mercury address book
        summary: One address book for two departments.  # <--
        portfolio: change
        unit: it
        phase: closed
        status: closed
        tier: small
        objectives: [fewer-errors]
        start: {baseline: 2025-01-13, actual: 2025-01-13}
        finish: {baseline: 2026-02-27, actual: 2026-02-20}
        budget: {baseline: 60000, forecast: 58000, actual: 58000}
        milestones:
          book-open:
            title: Address book in use
            baseline: 2026-01-30
            actual: 2026-01-28
            status: reached
            owner: sam-okoro
        """,
        """
        # projects/apollo/risks.yaml
        vendor-late:
          title: The vendor misses the second drop
          cause: The vendor has lost two developers.
          event: The second drop comes after January.
          effect: Go-live moves into summer.
          category: Supplier
          owner: tom-berg
          raised: 2026-09-14
          raised_by: lena-novak
          probability: 3
          impact: 4
          residual: {probability: 2, impact: 3}
          cost: 60000
          proximity: this-stage
          response: reduce
          actions:
            - {do: Agree two more developers with the vendor, owner: tom-berg, due: 2026-11-27}
          fallback: Open with phone claims.
          status: open
          reviewed: 2026-11-02
          review: 2026-12-01
        few-testers:
          title: Too few testers
          owner: lena-novak
          raised: 2026-03-10
          raised_by: tom-berg
          probability: 2
          impact: 1  # <--
          response: reduce
          status: closed
          reviewed: 2026-09-30
          closed: {date: 2026-10-01, reason: Two testers joined., outcome: avoided}
        """,
    ),
    good=(
        """
        # projects/mercury/benefits.yaml
        fewer-letters:
          title: Fewer letters come back
          type: cashable
          owner: nora-lind
          after_closure_owner: paul-weber
          outcome: Every address is known once
          objective: fewer-errors
          measure: Letters returned a month
          unit: letters
          baseline: {value: 90, date: 2024-12-31}
          target: {value: 10, date: 2026-06-30}
          worth: 9000
          method: Count of the post room.
          every: 3 months
          status: partly-realised
          measurements:
            - {date: 2026-06-30, value: 9, evidence: Post room, by: paul-weber}
            - {date: 2026-09-30, value: 12, evidence: Post room, by: paul-weber}
        """,
        """
        # projects/hermes/actions.yaml
        list-streets:
          do: List the streets
          owner: sam-okoro
          due: 2026-12-11
        # before: projects/hermes/actions.yaml
        list-streets:
          do: List all streets
          owner: sam-okoro
          due: 2026-12-04
        """,
        """
        # before: projects/hermes/project.yaml
        name: Hermes address service
        programme: front-door
        phase: idea
        status: rejected
        tier: small
        # projects/hermes/project.yaml
        name: Hermes address service
        programme: front-door
        phase: idea
        status: proposed
        tier: small
        """,
    ),
)
def closed_record_changed(record: Record, office: Office, before: Office) -> Problems:
    """A closed record was changed beyond what may still follow.

    What is closed has been decided and counted; if it changes afterwards, nobody can tell any more
    what was decided. Between two exports of the World Bank's projects, dozens of closed ones were
    active again. A field that was empty may still be filled, benefits are still measured, lessons
    still applied, and what somebody took over goes on.

    To put it right, take the change back. If the work goes on, start a new project or raise a new
    entry that names the old one; if a published report was wrong, add a correction.
    """
    if isinstance(record, _ELSEWHERE):
        return
    was = earlier(record, before, office)
    if was is None or not _is_closed(was, before):
        return
    free = _GOES_ON.get(type(record), ())
    free += _LOGGED.get(type(record), ())
    changed = [each for each in differences(was, record) if _counts(each, free)]
    if changed:
        first = changed[0]
        keys = ".".join(map(str, first.keys))
        yield (
            record.at(*first.keys),
            (
                f"{record_name(record, office)} is closed, yet `{keys}` was changed "
                f"from {_said(first.old)} to {_said(first.new)}"
            ),
        )


def _is_closed(record: Record, before: Office) -> bool:
    """Whether the record itself, or the project that it belongs to, was closed."""
    if isinstance(record, _ENTRIES):
        taken_over = record.transferred_to is not None
        return not record.is_open or (_is_frozen(before.owner(record)) and not taken_over)
    return _is_frozen(record if isinstance(record, Project | Programme) else before.owner(record))


def _is_frozen(work: Project | Programme | None) -> bool:
    return work is not None and work.status in _FROZEN


def _counts(change: FieldChange, free: tuple[str, ...]) -> bool:
    """Whether it alters what was said; what was empty may be filled."""
    return change.old is not None and change.keys[0] not in (*free, "transferred_to")


def _said(value: object) -> str:
    if value is None:
        return "nothing"
    text = str(value)
    return f"`{text[:60]}`" if isinstance(value, str | int) or len(text) < 40 else "something else"
