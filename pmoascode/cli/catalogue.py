"""Everything that can be found, rules and defects of reading alike, in one list."""

from dataclasses import dataclass

from pmoascode import document, office, schema, verdict
from pmoascode.finding import Severity
from pmoascode.rule import PROFILES, Rule
from pmoascode.rules import RULES


@dataclass
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


def entries() -> list[Entry]:
    """Every rule and every defect of reading, sorted by family; reading first."""
    defects = (*document.DEFECTS, *office.DEFECTS, *schema.DEFECTS, *verdict.DEFECTS)
    reading = [
        Entry(
            d.name,
            "reading",
            d.severity.label,
            "starter",
            d.title,
            d.explanation,
            d.remedy,
            "",
            False,
        )
        for d in sorted(defects, key=lambda d: d.name)
    ]
    return reading + [_entry(rule) for rule in RULES]


def _entry(rule: Rule) -> Entry:
    severity = rule.severity.label if isinstance(rule.severity, Severity) else "by tier"
    return Entry(
        rule.name,
        rule.family,
        severity,
        rule.profile,
        rule.title,
        rule.why,
        rule.remedy,
        rule.source,
        rule.waivable,
    )
