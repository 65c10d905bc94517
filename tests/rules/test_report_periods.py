"""Reports that follow each other: which periods overlap, and where one was missed."""

import datetime as dt

import pytest

from pmoascode.office import Office
from pmoascode.rule import Rule
from pmoascode.rules.reporting.report_periods_overlap import report_periods_overlap
from pmoascode.rules.reporting.reporting_period_missed import reporting_period_missed
from pmoascode.verdict import judge
from tests.rules.offices import office_of

PROJECT = "name: Apollo\nstatus: active\n"


def office(*reports: str, every: str = "1 month") -> Office:
    files = {
        "policy/policy.yaml": f"profile: full\ntiers: {{medium: {{report_every: {every}}}}}\n",
        "projects/apollo/project.yaml": PROJECT,
    }
    for number, period in enumerate(reports):
        day = dt.date(2026, 1, 1) + dt.timedelta(days=number)
        text = f"date: {day}\nby: tom-berg\nrating: {{overall: green}}\n"
        files[f"projects/apollo/reports/{period}.yaml"] = text
    return office_of(files)


def found(rule: Rule, judged: Office) -> list[str]:
    verdict = judge(judged, (rule,), today=dt.date(2026, 12, 31))
    return [f.place.path.rpartition("/")[2].removesuffix(".yaml") for f in verdict.findings]


@pytest.mark.parametrize(
    ("reports", "every", "missed"),
    [
        (["2026-08", "2026-09"], "1 month", False),
        (["2026-08", "2026-10"], "1 month", True),
        (["2026-01", "2026-03"], "1 month", True),  # February is the shortest month
        (["2025-12", "2026-01"], "1 month", False),
        (["2026-q1", "2026-q2"], "1 month", False),
        (["2026-q1", "2026-q3"], "3 months", True),
        (["2026-02", "2026-05"], "3 months", False),  # one report a quarter, named by its month
        (["2026-02", "2026-06"], "3 months", True),
        (["2026-w40", "2026-w41"], "1 week", False),
        (["2026-w40", "2026-w42"], "1 week", True),
        (["2026-w40", "2026-w42"], "2 weeks", False),
        (["2026-w40", "2026-w42"], "1 month", False),  # more often than is asked
        (["2026-10", "2026-w45"], "1 month", False),  # 1 November lies between, a Sunday
        (["2026-10", "2026-w46"], "1 month", True),
        (["2026-w43", "2026-11"], "1 week", False),  # six days lie between
        (["2026-10", "2026-w44"], "1 month", False),
        (["2026-08", "2026-10", "2026-11"], "1 month", False),  # the gap is history
        (["2026-10"], "1 month", False),
        (["2026-10", "2026-12", "2026-11"], "1 month", False),  # the missing one came late
    ],
)
def test_missed_period(reports: list[str], every: str, missed: bool) -> None:
    wanted = [reports[-1]] if missed else []
    assert found(reporting_period_missed, office(*reports, every=every)) == wanted


@pytest.mark.parametrize(
    ("reports", "overlap"),
    [
        (["2026-09", "2026-10"], False),
        (["2026-w53", "2027-w01"], False),
        (["2026-10", "2026-w44"], False),  # 26 to 31 October, six days
        (["2026-10", "2026-w43"], True),
        (["2026-q3", "2026-09"], True),
        (["2026", "2026-10"], True),
        (["2026-09", "2026-q3", "2026-10"], False),  # the double one is history
    ],
)
def test_overlap(reports: list[str], overlap: bool) -> None:
    wanted = [reports[-1]] if overlap else []
    assert found(report_periods_overlap, office(*reports)) == wanted
