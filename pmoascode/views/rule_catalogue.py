"""Everything that can be found, rules and defects of reading alike, in one list."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import get_args

from pmoascode import document, office, own_rules, schema, verdict
from pmoascode.finding import Defect
from pmoascode.records.fields import Tier
from pmoascode.records.kinds import KINDS
from pmoascode.rule import PROFILES, Rule
from pmoascode.rules import RULES
from pmoascode.views.rule_severity import ByTier, by_profile, said, said_by_profile

READING = "reading"  # the family of what is found before any rule can be asked

# What a rule may look at, as its inputs call it, and in words.
SEES = {
    "file": "one file",
    "record": "one record",
    "office": "the whole office",
    "before": "the state before",
    "today": "the day",
    "who": "who did it",
    "rules": "the rules",
}
_INPUTS = {"authority": "office", "pull_request": "who"}


@dataclass(frozen=True)
class Entry:
    """One name that a finding can carry, explained."""

    name: str
    family: str
    severities: Mapping[str, ByTier]  # by profile and tier; of the profiles that ask the rule
    profile: str  # the first that asks it
    title: str
    why: str
    remedy: str
    judges: tuple[str, ...]  # the kinds of record; none where it judges the office as a whole
    sees: tuple[str, ...]  # keys of SEES
    source: str  # empty for a defect of reading
    waivable: bool
    since: str  # the version that brought it; empty for a rule of the office's own

    def is_in(self, profile: str | None) -> bool:
        """Whether the profile asks the rule; None stands for any."""
        return profile is None or profile in self.severities

    @property
    def severity(self) -> str:
        """How much it weighs where all its profiles and tiers agree, else "by tier"."""
        usual = self.severities[PROFILES[-1]]
        return said(usual) if len(set(usual.values())) == 1 else "by tier"

    @property
    def severity_said(self) -> str:
        """How much it weighs by profile and tier, as far as they differ."""
        return said_by_profile(self.severities)

    @property
    def sees_said(self) -> str:
        """What it looks at, in words."""
        return ", ".join(SEES[each] for each in self.sees)

    @property
    def judges_said(self) -> str:
        """What it judges, in words."""
        if self.family == READING:
            return "any file"
        if len(self.judges) == len({kind.name for kind in KINDS}):
            return "any record"
        return ", ".join(name.replace("-", " ") for name in self.judges) or "the office as a whole"


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


def _of_defect(defect: Defect) -> Entry:
    weights = dict.fromkeys(get_args(Tier), defect.severity.label)
    return Entry(
        name=defect.name,
        family=READING,
        severities=dict.fromkeys(PROFILES, weights),
        profile=PROFILES[0],
        title=defect.title,
        why=defect.explanation,
        remedy=defect.remedy,
        judges=(),
        sees=defect.sees,
        source="",
        waivable=False,
        since=defect.since,
    )


def entry_of(rule: Rule) -> Entry:
    """The rule as an entry of the catalogue."""
    return Entry(
        name=rule.name,
        family=rule.family,
        severities=by_profile(rule),
        profile=rule.profile,
        title=rule.title,
        why=rule.why,
        remedy=rule.remedy,
        judges=tuple(subject.kind for subject in rule.subjects),
        sees=_seen(rule),
        source=rule.source,
        waivable=rule.waivable,
        since=rule.since,
    )


def _seen(rule: Rule) -> tuple[str, ...]:
    """What the rule looks at, in the order of SEES."""
    found = {_INPUTS.get(name, name) for name in rule.inputs}
    found.add("record" if rule.subjects else "office")
    return tuple(name for name in SEES if name in found)
