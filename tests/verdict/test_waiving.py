"""Waivers: each that is in force excuses something, or is told to be unused."""

import pytest

from pmoascode.rules import RULES
from pmoascode.verdict import judge
from tests.rules.test_examples import TODAY, office_with

WAIVER = """rule: reporting-period-missed
record: report/apollo/2026-12
reason: The plan is due soon.
risk: The board sees it late.
compensation: A call each Friday.
requested_by: tom-berg
created: 2026-11-02
expires: EXPIRES
approved: {outcome: approved, by: ana-keller, as: pmo-director, date: 2026-11-03}
"""


def waiver(expires: str) -> str:
    return WAIVER.replace("EXPIRES", expires)


REPORT = "date: 2026-11-09\nby: tom-berg\nrating: {overall: green, schedule: green}\n"
LATE = {"projects/apollo/reports/2026-12.yaml": REPORT}  # the months between have no report
ONE, TWO = "policy/waivers/one.yaml", "policy/waivers/two.yaml"


@pytest.mark.parametrize(
    ("files", "excused", "unused"),
    [
        ({}, [], [(ONE, 1), (TWO, 1)]),
        (LATE, ["two"], []),  # the one that lasts longer answers for it; neither is idle
    ],
)
def test_two_waivers_for_one_finding(
    files: dict[str, str], excused: list[str], unused: list[tuple[str, int]]
) -> None:
    waivers = {ONE: waiver("2026-11-30"), TWO: waiver("2026-12-31")}
    verdict = judge(office_with(files, waivers), RULES, today=TODAY)
    assert [w.waiver.id for w in verdict.waived] == excused
    told = [(f.place.path, f.place.line) for f in verdict.findings if f.rule == "waiver-unused"]
    assert told == unused
