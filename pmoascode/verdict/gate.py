"""A change judged: what it introduces blocks it, what was there before is listed apart."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from pmoascode.finding import Defect, Finding, Place, Severity
from pmoascode.forge import PullRequest
from pmoascode.office import Office
from pmoascode.records.policy import Policy
from pmoascode.rule import Rule
from pmoascode.verdict.judging import judge
from pmoascode.verdict.verdict import Verdict

BOOTSTRAP = Defect(
    "base-without-policy",
    "The records that a change starts from have no policy yet.",
    "Until an office has a policy nobody owns its rules: the policy that comes with the package "
    "judges the change, and who did what, or what was altered or removed, is only warned of.",
    "Merge a `policy/policy.yaml`; one line such as `profile: starter` is enough.",
    Severity.WARNING,
)
_EASED = ("duties", "integrity")  # families that only warn until there is a policy


def judge_change(
    head: Office,
    base: Office,
    rules: Iterable[Rule],
    *,
    today: dt.date,
    pull_request: PullRequest | None = None,
) -> Verdict:
    """What the rules say of the change from base to head, both judged on the same day.

    Policy, lifecycles, roles, the responsibility matrix, waivers and own rules are the base's. A
    finding is introduced if the base does not have it, or if the change edits its value; the
    others stand apart and block nothing. A base without a policy is judged by the one that comes
    with the package; the families duties and integrity then only warn, and the verdict says so.
    """
    rules = tuple(rules)
    before = judge(base, rules, today=today)
    after = judge(head.under(base), rules, today=today, before=base, pull_request=pull_request)
    known = {_name(finding) for finding in before.findings}
    introduced: list[Finding] = []
    standing: list[Finding] = []
    for finding in after.findings:
        is_old = _name(finding) in known and not _is_edited(finding, base, head)
        (standing if is_old else introduced).append(finding)
    if not base.all(Policy):
        introduced = _eased(introduced, rules)
    return replace(after, findings=tuple(introduced), standing=tuple(standing))


def _eased(findings: list[Finding], rules: tuple[Rule, ...]) -> list[Finding]:
    """The findings as they count while there is no policy, after the one that says so."""
    eased = {rule.name for rule in rules if rule.family in _EASED}
    said = "these records have no policy yet: duties and integrity are judged as warnings"
    place = Place("policy/policy.yaml")
    first = Finding(BOOTSTRAP.name, BOOTSTRAP.severity, place, said, BOOTSTRAP.remedy)
    return [
        first,
        *(
            replace(each, severity=min(each.severity, Severity.WARNING))
            if each.rule in eased
            else each
            for each in findings
        ),
    ]


def _name(finding: Finding) -> tuple[object, ...]:
    return finding.rule, finding.record, finding.place.path, finding.keys


def _is_edited(finding: Finding, base: Office, head: Office) -> bool:
    """Whether the change edits the value that the finding is about; a whole file is no value."""
    if not finding.keys:
        return False
    path = finding.place.path
    return bool(_value(base, path, finding.keys) != _value(head, path, finding.keys))


def _value(office: Office, path: str, keys: tuple[str | int, ...]) -> Any:
    document = office.documents.get(path)
    value: Any = document.data if document else None
    for key in keys:
        try:
            value = value[key]
        except (KeyError, IndexError, TypeError):
            return None
    return value
