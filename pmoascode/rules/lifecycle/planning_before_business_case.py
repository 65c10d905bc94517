"""The rule that planning rests on an approved business case."""

from typing import get_args

from pmoascode.finding import Severity
from pmoascode.measures.wording import called
from pmoascode.office import Office, Work
from pmoascode.records.business_case import BusinessCase
from pmoascode.records.fields import PhaseStage
from pmoascode.records.programme import Programme
from pmoascode.records.project import Project
from pmoascode.rule import Problems, rule

_STAGES: tuple[PhaseStage, ...] = get_args(PhaseStage)
_LADDER = ("justification", "strategic-outline", "outline", "full")


@rule(
    Severity.ERROR,
    profile="full",
    source="PM2: ready for planning; UK business case: strategic outline, outline, full",
    bad=(
        """
        # projects/apollo/business-case.yaml
        version: "1.3"
        maturity: strategic-outline  # <--
        reasons: Claims take 12 days.
        options:
          nothing: {title: Do nothing, kind: do-nothing}
          forms: {title: Better forms, kind: do-minimum, cost: 90000, benefit: 120000}
          portal: {title: Portal by the vendor, cost: 1250000, benefit: 1750000}
        recommended: portal
        benefits: [shorter-claims]
        viable: true
        reviewed: 2026-02-20
        approved: {outcome: approved, by: maria-silva, as: sponsor, date: 2026-01-09}
        """,
        """
        # projects/hermes/project.yaml
        name: Hermes address service
        programme: front-door
        unit: it
        phase: initiation  # <--
        status: active
        tolerances: {time: 30 days, cost: 10 %}
        tier: medium
        objectives: [fewer-errors]
        start: {baseline: 2026-12-01}
        finish: {baseline: 2027-03-31}
        budget: {baseline: 80000, forecast: 80000}
        milestones:
          service-open: {title: Address service open, baseline: 2027-01-29, forecast: 2027-01-29}
        # approvals/hermes/start-initiation.yaml
        gate: start-initiation
        decision: {outcome: approved, by: ines-roth, as: sponsor, date: 2026-10-05}
        """,
    ),
    good=(
        """
        # projects/hermes/project.yaml
        name: Hermes address service
        programme: front-door
        unit: it
        phase: initiation
        status: active
        tolerances: {time: 30 days, cost: 10 %}
        tier: small
        objectives: [fewer-errors]
        start: {baseline: 2026-12-01}
        finish: {baseline: 2027-03-31}
        budget: {baseline: 80000, forecast: 80000}
        milestones:
          service-open: {title: Address service open, baseline: 2027-01-29, forecast: 2027-01-29}
        """,
    ),
)
def planning_before_business_case(work: Project | Programme, office: Office) -> Problems:
    """A project is being planned without an approved business case of the maturity asked for.

    A plan costs money too, and a plan that is there gets carried out. So somebody approves first
    that the idea is worth it, as far as one can tell: a strategic outline before planning; before
    delivery an outline, and a full case for a large project. Planning begins with the stage from
    which the policy asks the tier for a business case; a tier that needs none may go without.

    To put it right, have the business case approved, as a rule by the sponsor, and enter the
    sign-off in `business-case.yaml` under `approved`; work it out as far as its `maturity` must be;
    or set the project's `phase` back.
    """
    asked = _asked(work, office)
    if not work.is_running or not asked:
        return
    where = f"{called(work.name, work.id)} is in {office.stage(work)}"
    case = office.one(BusinessCase, work)
    if case is None:
        scope = f"{work.kind}/{work.id}"
        if not office.is_unreadable("business-case", work.id, scope):
            yield work.at("phase"), f"{where} without a business case"
    elif case.approved is None or not case.approved.is_granted:
        yield case.at("approved"), f"{where}, but its business case is not approved"
    elif _LADDER.index(case.maturity) < _LADDER.index(asked):
        yield (
            case.at("maturity"),
            f"{where}, but its business case is of the maturity {case.maturity}; it takes {asked}",
        )


def _asked(work: Work, office: Office) -> str:
    """The maturity that the case must have by now; empty where none is needed yet."""
    files, stage = office.rigour(work).files, office.stage(work)
    reached = _STAGES[: _STAGES.index(stage) + 1] if stage in _STAGES else ()
    if not any("business-case" in files.get(each, ()) for each in reached):
        return ""
    if "delivery" not in reached:
        return "strategic-outline"
    return "full" if office.tier(work) == "large" else "outline"
