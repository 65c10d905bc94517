"""The next report is about the period after the last one, at the work's own distance."""

import datetime as dt
from collections.abc import Mapping

import pytest

from pmoascode.measures.next_period import next_period
from pmoascode.office import Office
from pmoascode.records.amounts import Duration
from pmoascode.records.parts import Forecast
from pmoascode.records.policy import Policy
from pmoascode.records.project import Project
from pmoascode.records.record import Record
from pmoascode.records.report import Ratings, Report
from pmoascode.records.tier_policy import TierPolicy

TODAY = dt.date(2026, 11, 10)


def office(told: tuple[str, ...], every: str, start: str | None) -> tuple[Office, Project]:
    """An office whose project has reported on the periods."""
    project = Project(
        id="apollo",
        name="Apollo",
        tier="medium",
        start=Forecast(actual=dt.date.fromisoformat(start)) if start else None,
    )
    policy = Policy(id="policy", tiers={"medium": TierPolicy(report_every=Duration.parse(every))})
    reports = {
        ("project/apollo", id): Report(
            id=id, scope="project/apollo", date=TODAY, by="tom-berg", rating=Ratings()
        )
        for id in told
    }
    records: dict[type[Record], Mapping[tuple[str, str], Record]] = {
        Project: {("", "apollo"): project},
        Policy: {("", "policy"): policy},
        Report: reports,
    }
    return Office(records, {}, ()), project


@pytest.mark.parametrize(
    ("told", "every", "start", "expected"),
    [
        (("2026-10",), "1 month", None, "2026-11"),
        (("2026-08", "2026-09"), "1 month", None, "2026-10"),
        (("2026-11",), "1 month", None, "2026-12"),
        (("2026-03", "2026-04"), "1 month", None, "2026-10"),  # several were missed
        (("2026-08", "2026-10"), "1 month", None, "2026-11"),  # one was missed, no habit
        (("2026-12",), "1 month", None, "2027-01"),
        (("2026-w44", "2026-w45"), "1 week", None, "2026-w46"),
        (("2026-w43", "2026-w45"), "2 weeks", None, "2026-w47"),
        (("2026-w44", "2026-w45"), "1 month", None, "2026-w46"),  # oftener than it must
        (("2026-w53",), "1 week", None, "2027-w01"),
        (("2026-q3",), "3 months", None, "2026-q4"),
        (("2026-07", "2026-10"), "3 months", None, "2027-01"),
        (("2025",), "1 year", None, "2026"),
        ((), "1 month", "2026-09-14", "2026-10"),
        ((), "1 month", "2026-11-02", "2026-11"),
        ((), "1 month", None, "2026-11"),
        ((), "1 week", "2026-09-14", "2026-w45"),
        ((), "3 months", "2026-11-02", "2026-q4"),
    ],
)
def test_next_period(told: tuple[str, ...], every: str, start: str | None, expected: str) -> None:
    assert next_period(*office(told, every, start), TODAY).id == expected
