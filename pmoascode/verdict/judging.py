"""Every rule asked of every record that it judges, its findings weighed by the policy."""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from pmoascode.finding import Defect, Finding, Severity, order
from pmoascode.office import BUILT_IN, Office
from pmoascode.records.record import Record
from pmoascode.rule import PROFILES, Problem, Rule
from pmoascode.verdict.verdict import Skipped, Verdict
from pmoascode.verdict.waiving import UNUSED, after_waivers

DEFECTS = (
    UNUSED,
    Defect(
        "policy-names-unknown-rule",
        "The policy sets a rule that does not exist, or a setting that the rule does not have.",
        "The rule that was meant goes on as if the policy said nothing.",
        "Correct the spelling; `pmo rules` lists the rules and `pmo explain` their settings.",
    ),
)

_WITHOUT = {
    "before": "they judge a change, and no base was given (--base)",
    "pull_request": "they ask who did it, and no pull request was given (--reviews)",
}


def judge(
    office: Office,
    rules: Iterable[Rule],
    *,
    today: dt.date,
    before: Office | None = None,
    pull_request: object | None = None,
) -> Verdict:
    """What the rules say of the office on the day.

    Rules about a change need the office before it; rules about who did it need the pull request.
    Authority is the base's where there is one: what a change says of roles confers nothing yet.
    """
    inputs = {
        "office": office,
        "today": today,
        "before": before,
        "authority": before or office,
        "pull_request": pull_request,
    }
    findings = list(office.findings)
    skipped = []
    asked = 0
    rules = tuple(rules)
    for rule in rules:
        if not _is_in_profile(rule, office.policy.profile):
            continue
        missing = [name for name in rule.inputs if inputs[name] is None]
        if missing:
            skipped.append(Skipped(rule.name, _WITHOUT[missing[0]]))
            continue
        asked += 1
        findings += _found(rule, office, inputs)
    findings += _policy_findings(office, rules)
    kept, waived, unused = after_waivers(findings, office, rules, today)
    return Verdict(today, tuple(sorted((*kept, *unused), key=order)), waived, tuple(skipped), asked)


def _is_in_profile(rule: Rule, profile: str) -> bool:
    return PROFILES.index(rule.profile) <= PROFILES.index(profile)


def _found(rule: Rule, office: Office, inputs: Mapping[str, Any]) -> Iterator[Finding]:
    given = [inputs[name] for name in rule.inputs]
    if not rule.subjects:
        settings = _settings(rule, office, office.policy.defaults.tier)
        for problem in rule.judge(office, *given, **settings):
            yield _finding(rule, None, problem, office, inputs["today"])
        return
    for kind in rule.subjects:
        for subject in office.all(kind):
            settings = _settings(rule, office, office.tier(subject)) if rule.settings else {}
            for problem in rule.judge(subject, *given, **settings):
                yield _finding(rule, subject, problem, office, inputs["today"])


def _settings(rule: Rule, office: Office, tier: str) -> dict[str, Any]:
    """The rule's settings for the tier: the policy's where it has one, else the rule's own."""
    set_by_policy = office.policy.setting(rule.name).limits
    found = {}
    for name, default in rule.settings.items():
        value = set_by_policy.get(name, default)
        found[name] = value.get(tier, default) if isinstance(value, dict) else value
    return found


def _finding(
    rule: Rule, subject: Record | None, problem: Problem, office: Office, today: dt.date
) -> Finding:
    at, message, *also = problem
    return Finding(
        rule.name,
        _severity(rule, office, office.tier(subject), today),
        office.place(at),
        message,
        rule.remedy,
        tuple(office.place(other) for other in (also[0] if also else ())),
        subject.name_in_full if subject else "",
        at.keys,
    )


def _severity(rule: Rule, office: Office, tier: str, today: dt.date) -> Severity:
    """The rule's severity for the tier, as the policy changes it; at most a warning beforehand."""
    setting = office.policy.setting(rule.name)
    severity = rule.severity_for(tier, office.policy.profile)
    if setting.severity:
        wanted = Severity[setting.severity.upper()]
        severity = wanted if rule.waivable else max(wanted, severity)
    if setting.effective_from and today < setting.effective_from:
        severity = min(severity, Severity.WARNING)
    return severity


def _policy_findings(office: Office, rules: tuple[Rule, ...]) -> Iterator[Finding]:
    known = {rule.name: rule for rule in rules}
    policy = office.policy
    if policy.path.startswith(BUILT_IN):
        return
    for name in policy.rules:
        wrong = (
            [("rules", name)]
            if name not in known
            else [
                ("rules", name, "limits", setting)
                for setting in policy.setting(name).limits
                if setting not in known[name].settings
            ]
        )
        for keys in wrong:
            place = office.place(policy.at_key(*keys))
            yield Finding(
                "policy-names-unknown-rule",
                Severity.ERROR,
                place,
                f"the policy sets `{'.'.join(keys[1:])}`, which does not exist",
                DEFECTS[1].remedy,
                record=policy.name_in_full,
                keys=keys,
            )
