"""Sums of money: totals against lines and periods, planned and earned value against the budget."""

import datetime as dt
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pmoascode.rule import Rule
from pmoascode.rules.finance.earned_value_impossible import earned_value_impossible
from pmoascode.rules.finance.total_differs_from_parts import total_differs_from_parts
from pmoascode.verdict import judge
from tests.rules.offices import office_of

POLICY = "profile: full\n"
BUDGET = "budget: {baseline: 1000, forecast: 1100, actual: 300}\n"
ROUNDED = "profile: full\nrules: {total-differs-from-parts: {limits: {rounding: 2}}}\n"


def found(rule: Rule, finance: str, policy: str = POLICY) -> list[tuple[int, str]]:
    """Line and message of what the rule says of the finances of a project of 1,000."""
    files = {
        "policy/policy.yaml": policy,
        "projects/apollo/project.yaml": "name: Apollo\nstatus: active\n" + BUDGET,
        "projects/apollo/finance.yaml": finance,
    }
    office = office_of(files)
    findings = judge(office, (rule,), today=dt.date(2026, 11, 10)).findings
    return [(f.place.line, f.message) for f in findings if f.rule == rule.name]


def lines(*baselines: str) -> str:
    entries = (f"  l{n}: {{title: L, baseline: {b}}}\n" for n, b in enumerate(baselines))
    return "lines:\n" + "".join(entries)


@pytest.mark.parametrize(
    ("finance", "said"),
    [
        (lines("400", "600"), []),
        (lines("400", "600.00"), []),
        (lines("333.33", "333.33", "333.34"), []),
        (lines("0.1", "0.2", "999.7"), []),  # as floating point this is not 1,000
        (lines("400", "599.99"), ["baseline of the lines of Apollo (apollo) adds up to 999.99"]),
        (lines("400", "601"), ["baseline of the lines of Apollo (apollo) adds up to 1,001"]),
        ("lines: {a: {title: A, baseline: 5}, b: {title: B}}\n", []),
        ("lines: {a: {title: A, forecast: 1100, actual: 300}}\n", []),
        ("lines: {a: {title: A, actual: 299}}\n", ["actual of the lines"]),
        ("periods: {2026-01: {actual: 300}, 2026-02: {actual: 0}}\n", []),
        ("periods: {2026-01: {actual: 299}}\n", []),
        ("periods: {2026-01: {actual: 301}}\n", ["actual of the periods"]),
        ("periods: {2026-q1: {actual: 300, forecast: 9}, 2026-q2: {forecast: 800}}\n", []),
        (
            "periods: {2026-q1: {actual: 300}, 2026-q2: {forecast: 801}}\n",
            ["forecast of the periods of Apollo (apollo) adds up to 1,101; its total is 1,100"],
        ),
        ("budget: {baseline: 1000}\n", []),
        ("budget: {baseline: 1001}\n", ["1,001 in its finances and 1,000 in its own record"]),
    ],
)
def test_totals(finance: str, said: list[str]) -> None:
    messages = [message for _, message in found(total_differs_from_parts, finance)]
    assert len(messages) == len(said)
    assert [text for text, message in zip(said, messages, strict=True) if text in message] == said


@pytest.mark.parametrize(("last", "count"), [("602", 0), ("598", 0), ("603", 1), ("597", 1)])
def test_policy_allows_rounding(last: str, count: int) -> None:
    assert len(found(total_differs_from_parts, lines("400", last), ROUNDED)) == count


@pytest.mark.parametrize(
    ("finance", "marked"),
    [
        ("periods:\n  2026-01: {earned_value: 1000}\n", []),
        ("periods:\n  2026-01: {earned_value: 1000.01}\n", [2]),
        ("periods:\n  2026-01: {planned_value: 0}\n", []),
        ("periods:\n  2026-01: {planned_value: -0.01}\n", [2]),
        ("periods:\n  2026-02: {earned_value: -5}\n  2026-01: {earned_value: 5}\n", []),
        ("periods:\n  2026-02: {earned_value: -6}\n  2026-01: {earned_value: 5}\n", [2]),
        ("periods:\n  2026-01: {earned_value: 1001}\n  2026-02: {earned_value: 1}\n", [2]),
        ("periods:\n  2026-q4: {earned_value: 600}\n  2026-q1: {earned_value: 600}\n", [2]),
        ("percent_complete: 100 %\n", []),
        ("percent_complete: 100.01 %\n", [1]),
    ],
)
def test_earned_value(finance: str, marked: list[int]) -> None:
    assert [line for line, _ in found(earned_value_impossible, finance)] == marked


@settings(max_examples=40, deadline=None)
@given(st.lists(st.decimals(0, 400, places=2), min_size=1, max_size=6))
def test_lines_are_found_fault_with_unless_they_add_up_exactly(amounts: list[Decimal]) -> None:
    said = found(total_differs_from_parts, lines(*(str(a) for a in amounts)))
    assert bool(said) == (sum(amounts) != Decimal(1000))
