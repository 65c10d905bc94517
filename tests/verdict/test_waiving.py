"""Waivers: each that is in force excuses something, or is told to be unused."""

import pytest

from pmoascode.rules import RULES
from pmoascode.verdict import judge
from tests.rules.test_examples import TODAY, office_with

WAIVER = """rule: RULE
record: project/apollo
reason: The plan is due soon.
risk: The board sees it late.
compensation: A call each Friday.
requested_by: tom-berg
created: 2026-11-02
expires: EXPIRES
approved: {outcome: approved, by: ana-keller, as: pmo-director, date: 2026-11-03}
"""


def waiver(rule: str, expires: str = "2026-12-31") -> str:
    return WAIVER.replace("RULE", rule).replace("EXPIRES", expires)


@pytest.mark.parametrize(
    ("rule", "excused", "unused"),
    [
        ("project-without-objective", [], ["policy/waivers/one.yaml", "policy/waivers/two.yaml"]),
        ("milestone-without-owner", [], []),
    ],
)
def test_two_waivers(rule: str, excused: list[str], unused: list[str]) -> None:
    pass
