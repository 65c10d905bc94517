"""The pages about the office itself: its scorecard, and how well its records are kept."""

from collections.abc import Iterator

from pmoascode.measures.scorecard import ENOUGH
from pmoascode.measures.scorecard import scorecard as scores_of
from pmoascode.pages.facts import Facts
from pmoascode.pages.page import Page
from pmoascode.pages.rendering import page
from pmoascode.records.kpi import Kpi
from pmoascode.rule import PROFILES
from pmoascode.views.rule_catalogue import entries
from pmoascode.views.upkeep import families, kept


def scorecard(facts: Facts) -> Iterator[Page]:
    """What the records say of the office, and what it measures itself."""
    own = tuple(kpi for kpi in facts.office.all(Kpi) if not kpi.scope)
    yield page(
        facts,
        "scorecard",
        "Scorecard of the office",
        "scorecard",
        summary="On time, within budget, reports in time, accuracy of forecasts: how we work.",
        nav="Governance",
        scores=scores_of(facts.office, facts.today),
        enough=ENOUGH,
        own=own,
    )


def governance_health(facts: Facts) -> Iterator[Page]:
    """Whether the records can be trusted: findings, ages, waivers."""
    verdict, profile = facts.verdict, facts.office.policy.profile
    asked = [e for e in entries() if e.profile in PROFILES[: PROFILES.index(profile) + 1]]
    found = families(asked, verdict)
    yield page(
        facts,
        "governance-health",
        "Governance health",
        "governance_health",
        summary="Which rules hold, how old the figures are, what is waived: can this be trusted?",
        nav="Governance",
        families=found,
        rules=sum(each.rules for each in found),
        clean=sum(each.clean for each in found),
        works=kept(facts.office, facts.healths, facts.findings, facts.today),
        waived=sorted(verdict.waived, key=lambda w: (w.waiver.expires, w.finding.place)),
    )
