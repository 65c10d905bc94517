"""How much a rule's findings weigh: by profile and tier, and as an office's policy has it."""

from collections.abc import Mapping
from itertools import groupby
from typing import get_args

from pmoascode.finding import Severity
from pmoascode.office import Office
from pmoascode.records.fields import Tier
from pmoascode.rule import PROFILES, Rule

ByTier = Mapping[str, str]  # small, medium and large, each with a severity's label


def of_profile(rule: Rule, profile: str) -> ByTier:
    """The severity that the rule itself gives under the profile."""
    return {tier: rule.severity_for(tier, profile).label for tier in get_args(Tier)}


def by_profile(rule: Rule) -> Mapping[str, ByTier]:
    """The severity under each profile that asks the rule."""
    asking = PROFILES[PROFILES.index(rule.profile) :]
    return {profile: of_profile(rule, profile) for profile in asking}


def here(rule: Rule, office: Office) -> ByTier:
    """The severity under the office's policy, `effective_from` left aside."""
    own = of_profile(rule, office.policy.profile)
    asked = office.policy.setting(rule.name).severity
    if not asked:
        return own
    if rule.waivable:
        return dict.fromkeys(own, asked)
    return {tier: max(asked, label, key=_weight) for tier, label in own.items()}


def said(weights: ByTier) -> str:
    """The severity as one word, or as one for each tier."""
    labels = sorted(set(weights.values()))
    if len(labels) == 1:
        return labels[0]
    return ", ".join(f"{tier} {label}" for tier, label in weights.items())


def said_by_profile(profiles: Mapping[str, ByTier]) -> str:
    """The severity as one word, or as one for the profiles that agree."""
    groups = groupby(profiles, key=lambda name: said(profiles[name]))
    parts = [(weight, " and ".join(names)) for weight, names in groups]
    if len(parts) == 1:
        return parts[0][0]
    return "; ".join(f"{weight} in {names}" for weight, names in parts)


def _weight(label: str) -> Severity:
    return Severity[label.upper()]
