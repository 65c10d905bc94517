"""Everything that can be found, rules and defects of reading alike, in one list."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from pmoascode import document, office, own_rules, schema, verdict
from pmoascode.finding import Defect, Severity
from pmoascode.office import Office
from pmoascode.rule import PROFILES, Rule
from pmoascode.rules import RULES

READING = "reading"  # the family of what is found before any rule can be asked


@dataclass(frozen=True)
class Entry:
    """One name that a finding can carry, explained."""

    name: str
    family: str
    severity: str  # or "by tier"
    profile: str
    title: str
    why: str
    remedy: str
    source: str
    waivable: bool

    def is_in(self, profile: str | None) -> bool:
        """Whether the profile asks the rule; every profile reads files."""
        order = list(PROFILES)
        return profile is None or order.index(self.profile) <= order.index(profile)  # type: ignore[arg-type]


@cache
def entries() -> tuple[Entry, ...]:
    """Every rule and every defect of reading, sorted by family; reading first."""
    parts = (document, office, schema, own_rules, verdict)
    found = tuple(defect for part in parts for defect in part.DEFECTS)
    rules = {rule.name: entry_of(rule) for rule in RULES}
    defects = {defect.name: _of_defect(defect) for defect in found if defect.name not in rules}
    return (
        *(defects[name] for name in sorted(defects)),
        *sorted(rules.values(), key=lambda entry: (entry.family, entry.name)),
    )


@cache
def rules_by_name() -> Mapping[str, Rule]:
    """Every rule by its name; defects of reading are none."""
    return {rule.name: rule for rule in RULES}


def severity_here(entry: Entry, office: Office) -> str:
    """How much a finding weighs under the office's policy; by tier, if it differs."""
    rule = rules_by_name().get(entry.name)
    if rule is None:
        return entry.severity
    asked = office.policy.setting(rule.name).severity
    weights = {
        tier: rule.severity_for(tier, office.policy.profile)
        for tier in ("small", "medium", "large")
    }
    if asked:
        wanted = Severity[asked.upper()]
        weights = {
            tier: wanted if rule.waivable else max(wanted, own) for tier, own in weights.items()
        }
    labels = sorted({weight.label for weight in weights.values()})
    if len(labels) == 1:
        return labels[0]
    return ", ".join(f"{tier} {weight.label}" for tier, weight in weights.items())


def _of_defect(defect: Defect) -> Entry:
    return Entry(
        name=defect.name,
        family=READING,
        severity=defect.severity.label,
        profile="starter",
        title=defect.title,
        why=defect.explanation,
        remedy=defect.remedy,
        source="",
        waivable=False,
    )


def entry_of(rule: Rule) -> Entry:
    """The rule as an entry of the catalogue."""
    return Entry(
        name=rule.name,
        family=rule.family,
        severity=rule.severity.label if isinstance(rule.severity, Severity) else "by tier",
        profile=rule.profile,
        title=rule.title,
        why=rule.why,
        remedy=rule.remedy,
        source=rule.source,
        waivable=rule.waivable,
    )
