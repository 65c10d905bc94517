"""A change judged: what it introduces blocks it, what was there before is listed apart."""

import datetime as dt
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from pmoascode.finding import CannotRun, Defect, Finding, Place, Severity, order
from pmoascode.forge import PullRequest
from pmoascode.office import Office
from pmoascode.records.policy import Policy
from pmoascode.rule import Rule
from pmoascode.verdict.judging import judge, unchanged
from pmoascode.verdict.verdict import Verdict

BOOTSTRAP = Defect(
    "base-without-policy",
    "The records that a change starts from have no policy yet.",
    "Until an office has a policy nobody owns its rules: the policy that comes with the package "
    "judges the change, and who did what, what was altered or removed, and what is waived, is only "
    "warned of.",
    "Merge a `policy/policy.yaml`; one line such as `profile: starter` is enough.",
    Severity.WARNING,
    ("before",),
)
POLICY = "policy/policy.yaml"
_EASED = ("duties", "integrity", "waivers")  # families that only warn until there is a policy


def judge_change(
    head: Office,
    base: Office,
    rules: Iterable[Rule],
    *,
    today: dt.date,
    pull_request: PullRequest | None = None,
    of_base: Verdict | None = None,
) -> Verdict:
    """What the rules say of the change from base to head, both judged on the same day.

    Policy, lifecycles, roles, the responsibility matrix, waivers and own rules are the base's. A
    finding is introduced if the base does not have it, or if the change edits its value; the
    others stand apart and block nothing. A base without a policy is judged by the one that comes
    with the package; duties, integrity and waivers then only warn, and the verdict says so.
    `of_base` is what the rules say of the base on that day, where it is known already.

    Raises:
        CannotRun: the base's policy has faults, and the change does not just mend it.
    """
    rules = tuple(rules)
    _hold_to_a_readable_policy(base, head)
    before = of_base or judge(base, rules, today=today)
    after = None
    if head is base and base.all(Policy) and pull_request is None:
        after = unchanged(before, base.under(base), rules)
    after = after or judge(
        head.under(base), rules, today=today, before=base, pull_request=pull_request
    )
    introduced, standing = _split(before.findings, after.findings, base, head)
    if not base.all(Policy) and POLICY not in base.documents:
        introduced = _eased(introduced, rules)
    return replace(after, findings=tuple(introduced), standing=tuple(standing))


def introduced(before: Verdict, after: Verdict, was: Office, now: Office) -> tuple[Finding, ...]:
    """The findings of a verdict that an earlier one, of the same day, does not have."""
    old, new = ((*each.findings, *each.standing) for each in (before, after))
    return tuple(_split(old, new, was, now)[0])


def _hold_to_a_readable_policy(base: Office, head: Office) -> None:
    """Refuses to judge by a policy with faults, unless the change does nothing but mend it."""
    if not any(finding.place.path == POLICY for finding in base.findings):
        return
    paths = {*base.own_files, *head.own_files}
    changed = {path for path in paths if _text(base, path) != _text(head, path)}
    if changed != {POLICY}:
        raise CannotRun(
            f"the base's {POLICY} has faults, so nothing can be judged by it;"
            " mend it first, in a change of its own"
        )


def _text(office: Office, path: str) -> str | None:
    document = office.documents.get(path)
    return document.text if document else None


def _split(
    before: Iterable[Finding], after: Iterable[Finding], base: Office, head: Office
) -> tuple[list[Finding], list[Finding]]:
    """The findings that the change introduces, and those that were there before.

    Of several findings of one rule at one value as many stand as the base had there; those that
    the base has in the same words stand first.
    """
    known = Counter(_name(finding) for finding in before)
    worded = Counter((*_name(finding), finding.message) for finding in before)
    same: list[Finding] = []
    other: list[Finding] = []
    for finding in after:
        words = (*_name(finding), finding.message)
        (same if worded[words] > 0 else other).append(finding)
        worded[words] -= 1
    introduced: list[Finding] = []
    standing: list[Finding] = []
    for finding in (*same, *other):
        is_old = known[_name(finding)] > 0 and not _is_edited(finding, base, head)
        known[_name(finding)] -= 1
        (standing if is_old else introduced).append(finding)
    return sorted(introduced, key=order), sorted(standing, key=order)


def _eased(findings: list[Finding], rules: tuple[Rule, ...]) -> list[Finding]:
    """The findings as they count while there is no policy, after the one that says so."""
    eased = {rule.name for rule in rules if rule.family in _EASED}
    said = "these records have no policy yet: duties, integrity and waivers only warn"
    place = Place(POLICY)
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
    """What tells findings apart; those of a whole file, as of its syntax, by their words too."""
    words = "" if finding.keys else finding.message
    return finding.rule, finding.record, finding.place.path, finding.keys, words


def _is_edited(finding: Finding, base: Office, head: Office) -> bool:
    """Whether the change edits the value that the finding is about; a whole file is no value."""
    if not finding.keys:
        return False
    path = finding.place.path
    return bool(_value(base, path, finding.keys) != _value(head, path, finding.keys))


def _value(office: Office, path: str, keys: tuple[str | int, ...]) -> Any:
    document = office.documents.get(path)
    return document.value(keys) if document else None
