"""Decisions: which wait for somebody and by when, which were taken lately."""

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from pmoascode.measures.health import Health
from pmoascode.office import Office, Work
from pmoascode.records.change_request import ChangeRequest
from pmoascode.records.decision import Decision
from pmoascode.records.exception import ExceptionReport
from pmoascode.records.option import Option
from pmoascode.records.record import Record
from pmoascode.views.happenings import Happening, happenings

Kind = Literal["decision", "exception", "change request"]
LATELY = 92  # days in which a decision counts as taken lately: a quarter of a year
_TAKEN = ("gate", "decision", "change")


@dataclass(frozen=True, slots=True)
class Waiting:
    """One question that waits for its answer."""

    kind: Kind
    question: str
    of: str  # id of a person or role, or the name of a board; empty where nobody is named
    due: dt.date | None  # the last day on which the answer helps
    since: dt.date | None  # the day on which it was asked
    consequence: str  # what happens without an answer; may be empty
    options: tuple[str, ...]
    recommended: str  # which option, and why; may be empty
    work: Work
    record: Record
    reason: str = ""  # why it is asked for
    anchor: str = ""  # on the work's page, where it is not a record of its own


def waiting(
    office: Office, healths: Mapping[str, Health]
) -> tuple[tuple[str, tuple[Waiting, ...]], ...]:
    """Who is asked, and what: the most pressing first in each group and among the groups."""
    found = [each for health in healths.values() for each in asked_of(office, health)]
    groups: dict[str, list[Waiting]] = {}
    for each in sorted(found, key=_pressing):
        groups.setdefault(each.of, []).append(each)
    return tuple((of, tuple(asked)) for of, asked in groups.items())


def asked_of(office: Office, health: Health) -> tuple[Waiting, ...]:
    """What waits for an answer in work that runs or is proposed, the most pressing first."""
    if not (health.work.is_running or health.work.status == "proposed"):
        return ()
    return tuple(sorted(_of_work(office, health), key=_pressing))


def taken(office: Office, today: dt.date) -> tuple[Happening, ...]:
    """The decisions of the last quarter, the newest first."""
    first = today - dt.timedelta(days=LATELY)
    return tuple(
        each for each in happenings(office, today) if each.kind in _TAKEN and each.day >= first
    )


def _pressing(each: Waiting) -> tuple[dt.date, str, str]:
    return (each.due or dt.date.max, each.work.name, each.question)


def _of_work(office: Office, health: Health) -> Iterator[Waiting]:
    work, report = health.work, health.report
    for asked in report.decisions_needed if report else ():
        yield Waiting(
            "decision", asked.what, asked.by, asked.needed_by, report.date if report else None,
            asked.consequence or "", asked.options, "", work, report or work,
            anchor="decisions",
        )  # fmt: skip
    for decision in office.within(Decision, work):
        if decision.is_open:
            yield Waiting(
                "decision", decision.title, decision.owner or "", decision.due, None,
                decision.description or "", _titles(decision.options), decision.rationale or "",
                work, decision,
            )  # fmt: skip
    for exception in office.within(ExceptionReport, work):
        if exception.is_open and exception.decision is None:
            yield Waiting(
                "exception", exception.display_name, exception.escalated_to or "", None,
                exception.raised, exception.consequences or "", _titles(exception.options),
                exception.recommendation or "", work, exception,
            )  # fmt: skip
    for request in office.within(ChangeRequest, work):
        if request.is_open and request.decision is None:
            yield Waiting(
                "change request", request.display_name, "sponsor", None, request.requested,
                request.effect_of_not or "", (), "", work, request, request.reason,
            )  # fmt: skip


def _titles(options: Mapping[str, Option]) -> tuple[str, ...]:
    return tuple(option.title for option in options.values())
