"""The verdict: every rule on every record that it judges, weighed by the policy and its waivers."""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from pmoascode.finding import Defect, Finding, Severity, order
from pmoascode.office import BUILT_IN, Office
from pmoascode.records.record import Record
from pmoascode.records.waiver import Waiver
from pmoascode.rule import PROFILES, Problem, Rule

DEFECTS = (
    Defect(
        "waiver-excuses-nothing",
        "A waiver excuses a finding that there is not.",
        "A waiver that is no longer needed would hide the next defect of its kind.",
        "Remove the waiver.",
        Severity.WARNING,
    ),
    Defect(
        "policy-names-unknown-rule",
        "The policy sets a rule that does not exist, or a setting that the rule does not have.",
        "The rule that was meant goes on as if the policy said nothing.",
        "Correct the spelling; `pmo rules` lists the rules and `pmo explain` their settings.",
    ),
)


@dataclass(frozen=True)
class Waived:
    """A finding that a waiver excuses, and the waiver."""

    finding: Finding
    waiver: Waiver


@dataclass(frozen=True)
class Skipped:
    """A rule that could not be asked, and why."""

    rule: str
    reason: str


@dataclass(frozen=True)
class Verdict:
    """What the rules say of an office on a day."""

    today: dt.date
    findings: tuple[Finding, ...]  # sorted by place; those that a waiver excuses are left out
    waived: tuple[Waived, ...]
    skipped: tuple[Skipped, ...]
    asked: int  # rules that were asked

    @cached_property
    def by_record(self) -> Mapping[str, tuple[Finding, ...]]:
        """The findings of each record, by its name in full."""
        groups: dict[str, list[Finding]] = {}
        for finding in self.findings:
            groups.setdefault(finding.record, []).append(finding)
        return {name: tuple(group) for name, group in groups.items()}

    def count(self, severity: Severity) -> int:
        """How many findings have the severity."""
        return sum(f.severity is severity for f in self.findings)


def judge(
    office: Office, rules: Iterable[Rule], *, today: dt.date, before: Office | None = None
) -> Verdict:
    """What the rules say of the office on the day; rules about a change need the office before."""
    inputs = {"office": office, "today": today, "before": before}
    findings = list(office.findings)
    skipped = []
    asked = 0
    rules = tuple(rules)
    for rule in rules:
        if not _is_in_profile(rule, office.policy.profile):
            continue
        if before is None and "before" in rule.inputs:
            skipped.append(
                Skipped(rule.name, "it judges a change, and there is no base to compare")
            )
            continue
        asked += 1
        findings += _found(rule, office, inputs)
    findings += _policy_findings(office, rules)
    kept, waived, unused = _after_waivers(findings, office, rules, today)
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
            )


def _after_waivers(
    findings: list[Finding], office: Office, rules: tuple[Rule, ...], today: dt.date
) -> tuple[list[Finding], tuple[Waived, ...], list[Finding]]:
    """The findings that stand, those that a waiver excuses, and the waivers that excuse nothing."""
    waivable = {rule.name for rule in rules if rule.waivable}
    live = {
        (w.rule, w.record): w
        for w in office.all(Waiver)
        if w.holds_on(today) and w.rule in waivable
    }
    kept, waived = [], []
    for finding in findings:
        waiver = live.get((finding.rule, finding.record))
        if waiver:
            waived.append(Waived(finding, waiver))
        else:
            kept.append(finding)
    used = {w.waiver.id for w in waived}
    asked = {rule.name for rule in rules if _is_in_profile(rule, office.policy.profile)}
    unused = [_unused(w, office) for w in live.values() if w.id not in used and w.rule in asked]
    return kept, tuple(waived), unused


def _unused(waiver: Waiver, office: Office) -> Finding:
    defect = DEFECTS[0]
    return Finding(
        defect.name,
        defect.severity,
        office.place(waiver.at("rule")),
        f"waiver {waiver.id} excuses {waiver.rule} on {waiver.record}, where nothing is found",
        defect.remedy,
        record=waiver.name_in_full,
    )
