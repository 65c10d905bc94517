"""A base without a policy: the built-in one judges, and who did what is only warned of."""

import datetime as dt

from pmoascode.finding import Severity
from pmoascode.rules import RULES
from pmoascode.verdict import Verdict, judge_change
from tests.gate.changes import WAIVER
from tests.gate.requests import VALID, By, text, with_files

TODAY = dt.date(2026, 11, 10)
WITHOUT = {"policy/policy.yaml": ""}
WEAK = "profile: starter\nrules: {red-without-path-to-green: info}\n"
DUTIES = {"policy-changed-without-owner", "policy-mixed-with-records", "record-removed"}


def verdict(files: dict[str, str], by: By, before: dict[str, str] | None = None) -> Verdict:
    start = WITHOUT if before is None else before
    base, head = with_files(start), with_files({**start, **files})
    return judge_change(head, base, RULES, today=TODAY, pull_request=by.request)


def weights(found: Verdict) -> dict[str, Severity]:
    return {finding.rule: finding.severity for finding in found.findings}


CHANGE = {
    "policy/policy.yaml": WEAK,
    "projects/apollo/assumptions.yaml": "",
    "projects/apollo/actions.yaml": text("projects/apollo/actions.yaml").replace("Tell", "Ask"),
}


def test_says_so_and_only_warns() -> None:
    found = weights(verdict(CHANGE, By("tom-berg")))
    assert found.pop("base-without-policy") is Severity.WARNING
    assert {name: found.get(name) for name in DUTIES} == dict.fromkeys(DUTIES, Severity.WARNING)


def test_with_a_policy_the_same_is_blocked_in_silence() -> None:
    found = weights(verdict(CHANGE, By("tom-berg"), before={}))
    assert "base-without-policy" not in found
    assert {name: found.get(name) for name in DUTIES} == dict.fromkeys(DUTIES, Severity.ERROR)


def test_the_policy_that_it_brings_does_not_judge_it() -> None:
    red = text("projects/apollo/reports/2026-10.yaml").replace("overall: green", "overall: red")
    files = {"policy/policy.yaml": WEAK, "projects/apollo/reports/2026-11.yaml": red}
    found = weights(verdict(files, By("tom-berg")))
    assert found["red-without-path-to-green"] is Severity.ERROR


def test_the_first_records_of_all_may_come() -> None:
    base = with_files(dict.fromkeys(VALID, ""))
    waived = {"policy/waivers/no-manager.yaml": WAIVER}
    found = judge_change(
        with_files(waived), base, RULES, today=TODAY, pull_request=By("ana-keller").request
    )
    assert [str(f) for f in found.findings if f.severity is Severity.ERROR] == []
    assert weights(found)["waiver-without-authority"] is Severity.WARNING
