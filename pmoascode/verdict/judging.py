"""Every rule asked of every record that it judges, its findings weighed by the policy."""

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from functools import partial
from typing import Any

from pmoascode.finding import Defect, Finding, Severity, order
from pmoascode.forge import PullRequest
from pmoascode.office import Office, in_turn
from pmoascode.records.amounts import Duration, Percent
from pmoascode.records.id_limit import IdLimit
from pmoascode.records.policy import Policy
from pmoascode.records.record import Keys, Record
from pmoascode.rule import PROFILES, Problem, Rule
from pmoascode.verdict.verdict import Skipped, Verdict
from pmoascode.verdict.waiving import UNUSED, after_waivers

UNKNOWN = Defect(
    "policy-names-unknown-rule",
    "The policy sets a rule that does not exist, or a setting that the rule does not have.",
    "The rule that was meant goes on as if the policy said nothing.",
    "Correct the spelling; `pmo rules` lists the rules and `pmo explain` their settings.",
    sees=("record", "rules"),
)
MALFORMED = Defect(
    "policy-setting-malformed",
    "The policy gives a rule a limit that it cannot read.",
    "The rule goes on with its own limit, which is not what the policy says.",
    "Write the limit as `pmo explain` shows the rule's own: a number, `14 days`, or `5 %`.",
    sees=("record", "rules"),
)
DEFECTS = (UNUSED, UNKNOWN, MALFORMED)

Finder = Callable[[], Sequence[Finding]]
Run = Callable[[Sequence[Finder]], Sequence[Sequence[Finding]]]  # asks, and answers in order

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
    pull_request: PullRequest | None = None,
    run: Run = in_turn,
) -> Verdict:
    """What the rules say of the office on the day, asked by `run`.

    Rules about a change need the office before it; rules about who did it need the pull request.
    Authority is the base's where there is one: what a change says of roles confers nothing yet.
    """
    rules = tuple(rules)
    inputs = {
        "office": office,
        "today": today,
        "before": before,
        "authority": before or office,
        "pull_request": pull_request,
        "rules": rules,
    }
    findings = list(office.findings)
    skipped = []
    finders: list[Finder] = []
    for rule in rules:
        if not is_asked(rule, office.policy.profile):
            continue
        missing = [name for name in rule.inputs if inputs[name] is None]
        if missing:
            skipped.append(Skipped(rule.name, _WITHOUT[missing[0]]))
            continue
        finders.append(partial(_all_by, rule, office, inputs))
    for found in run(finders):
        findings += found
    findings += _policy_findings(office, rules)
    kept, waived, unused = after_waivers(findings, office, rules, today)
    in_order = tuple(sorted((*kept, *unused), key=order))
    return Verdict(today, in_order, waived, tuple(skipped), len(finders))


def unchanged(verdict: Verdict, office: Office, rules: Iterable[Rule]) -> Verdict | None:
    """What `judge` says of an office beside itself, made of what it says of the office alone.

    Only the rules about a change are asked; None where one of them speaks though nothing changed,
    so that all have to be weighed together.
    """
    asked = [rule for rule in rules if is_asked(rule, office.policy.profile)]
    about = [r for r in asked if "before" in r.inputs and "pull_request" not in r.inputs]
    inputs = {
        "office": office,
        "today": verdict.today,
        "before": office,
        "authority": office,
        "rules": tuple(rules),
    }
    if any(True for rule in about for _ in found_by(rule, office, inputs)):
        return None
    skipped = [r for r in asked if "pull_request" in r.inputs]
    return replace(
        verdict,
        skipped=tuple(Skipped(rule.name, _WITHOUT["pull_request"]) for rule in skipped),
        asked=verdict.asked + len(about),
    )


def is_asked(rule: Rule, profile: str) -> bool:
    """Whether the rule belongs to the profile."""
    return PROFILES.index(rule.profile) <= PROFILES.index(profile)


def _all_by(rule: Rule, office: Office, inputs: Mapping[str, Any]) -> Sequence[Finding]:
    return tuple(found_by(rule, office, inputs))


def found_by(rule: Rule, office: Office, inputs: Mapping[str, Any]) -> Iterator[Finding]:
    """What one rule finds in the office; `inputs` has the value of each of its inputs."""
    given = [inputs[name] for name in rule.inputs]
    if not rule.subjects:
        settings = settings_of(rule, office, office.policy.defaults.tier)
        for problem in rule.judge(office, *given, **settings):
            yield _finding(rule, None, problem, office, inputs["today"])
        return
    for kind in rule.subjects:
        for subject in office.all(kind):
            settings = settings_of(rule, office, office.tier(subject)) if rule.settings else {}
            for problem in rule.judge(subject, *given, **settings):
                yield _finding(rule, subject, problem, office, inputs["today"])


def settings_of(rule: Rule, office: Office, tier: str) -> dict[str, Any]:
    """The rule's settings for the tier: the policy's where it has one, else the rule's own."""
    set_by_policy = office.policy.setting(rule.name).limits
    found = {}
    for name, default in rule.settings.items():
        value = set_by_policy.get(name, default)
        said = value.get(tier, default) if isinstance(value, dict) else value
        found[name] = default if (read := _read(said, default)) is None else read
    return found


def _read(value: Any, default: Any) -> Any:
    """The policy's value as the rule's default is typed; None if it cannot be one."""
    try:
        return value if type(value) is type(default) else _TYPES[type(default)](value)
    except (KeyError, TypeError, ValueError, ArithmeticError):
        return None


def _whole(value: Any) -> int:
    if isinstance(value, bool) or int(value) != value:
        raise ValueError(value)
    return int(value)


_TYPES: Mapping[type, Callable[[Any], Any]] = {
    int: _whole,
    Decimal: Decimal,
    Duration: Duration.parse,
    Percent: Percent.parse,
    IdLimit: IdLimit.parse,
}


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
    """What the policy says of rules and settings that there are not, or cannot be so."""
    known = {rule.name: rule for rule in rules}
    for policy in office.all(Policy):
        for name in policy.rules:
            if name not in known:
                yield _of_policy(office, policy, UNKNOWN, ("rules", name), "does not exist")
                continue
            for setting, value in policy.setting(name).limits.items():
                keys = ("rules", name, "limits", setting)
                default = known[name].settings.get(setting)
                if default is None:
                    yield _of_policy(office, policy, UNKNOWN, keys, "does not exist")
                elif any(_read(each, default) is None for each in _each(value)):
                    said = f"cannot be {value}; the rule's own is {default}"
                    yield _of_policy(office, policy, MALFORMED, keys, said)


def _each(value: Any) -> Iterable[Any]:
    return value.values() if isinstance(value, dict) else (value,)


def _of_policy(office: Office, policy: Policy, defect: Defect, keys: Keys, said: str) -> Finding:
    return Finding(
        defect.name,
        defect.severity,
        office.place(policy.at_key(*keys)),
        f"the policy sets `{'.'.join(str(key) for key in keys[1:])}`, which {said}",
        defect.remedy,
        record=policy.name_in_full,
        keys=keys,
    )
