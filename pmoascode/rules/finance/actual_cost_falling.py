"""actual-cost-falling."""

from pmoascode.change import earlier
from pmoascode.finding import Severity
from pmoascode.measures.change_control import path
from pmoascode.measures.controlled import Move, consents, is_covered
from pmoascode.measures.cost import money
from pmoascode.measures.wording import amount, called
from pmoascode.office import Office, Work
from pmoascode.records.finance import Finance
from pmoascode.records.programme import Programme
from pmoascode.records.project import Project
from pmoascode.records.record import At, Record
from pmoascode.rule import Problems, rule

_KEYS = ("budget", "actual")


@rule(
    Severity.ERROR,
    profile="standard",
    source="Bookkeeping: closed periods stay closed",
    bad=(
        """
        # before: projects/hermes/finance.yaml
        budget: {baseline: 80000, forecast: 80000, actual: 12000}
        # projects/hermes/finance.yaml
        budget:
          baseline: 80000
          forecast: 80000
          actual: 11999.99  # <--
        """,
        """
        # before: projects/hermes/finance.yaml
        budget: {baseline: 80000, forecast: 80000, actual: 12000}
        # projects/hermes/finance.yaml
        budget: {baseline: 80000, forecast: 80000}  # <--
        """,
        """
        # before: projects/hermes/finance.yaml
        budget: {baseline: 80000, forecast: 80000, actual: 12000}
        # projects/hermes/finance.yaml
        budget:
          baseline: 80000
          forecast: 80000
          actual: 0  # <--
        # projects/hermes/change-requests.yaml
        invoice-twice:
          title: An invoice was booked twice
          requested_by: sam-okoro
          requested: 2026-11-02
          reason: The ledger shows it once.
          status: assessing
          changes:
            - {path: finance.budget.actual, old: 12000, new: 0}
        """,
        """
        # before: projects/hermes/project.yaml
        name: Hermes address service
        programme: front-door
        unit: it
        tier: small
        objectives: [fewer-errors]
        budget: {baseline: 80000, forecast: 80000, actual: 12000}
        milestones:
          service-open: {title: Address service open, baseline: 2027-01-29}
        # projects/hermes/project.yaml
        name: Hermes address service
        programme: front-door
        unit: it
        tier: small
        objectives: [fewer-errors]
        budget:
          baseline: 80000
          forecast: 80000
          actual: 11000  # <--
        milestones:
          service-open: {title: Address service open, baseline: 2027-01-29}
        # projects/hermes/change-requests.yaml
        invoice-twice:
          title: An invoice was booked twice
          requested_by: sam-okoro
          requested: 2026-11-02
          reason: The ledger shows it once.
          effect_of_not: The books stay wrong.
          status: implemented
          impact: {time: 0 days, cost: 0, scope: none, quality: none, benefits: none, risk: none}
          changes:
            - {path: finance.budget.actual, old: 12000, new: 11000}
          decision:
            outcome: approved
            by: ines-roth
            as: sponsor
            date: 2026-11-09
            reason: The ledger was checked.
        """,
    ),
    good=(
        """
        # before: projects/hermes/finance.yaml
        budget: {baseline: 80000, forecast: 80000, actual: 12000}
        # projects/hermes/finance.yaml
        budget: {baseline: 80000, forecast: 80000, actual: 9000}
        # projects/hermes/change-requests.yaml
        invoice-twice:
          title: An invoice was booked twice
          requested_by: sam-okoro
          requested: 2026-11-02
          reason: The ledger shows it once.
          status: decided
          changes:
            - {path: finance.budget.actual, old: 12000, new: 9000}
          decision: {outcome: approved, by: ines-roth, as: sponsor, date: 2026-11-09}
        """,
        """
        # before: projects/hermes/finance.yaml
        budget: {baseline: 80000, forecast: 80000, actual: 12000}
        # projects/hermes/finance.yaml
        budget: {baseline: 80000, forecast: 80000, actual: 12000.00}
        """,
        """
        # before: projects/hermes/finance.yaml
        budget: {baseline: 80000, forecast: 80000}
        # projects/hermes/finance.yaml
        budget: {baseline: 80000, forecast: 80000, actual: 12000}
        """,
        """
        # before: projects/hermes/finance.yaml
        budget: {baseline: 80000, forecast: 80000, actual: 0}
        # projects/hermes/finance.yaml
        budget: {baseline: 80000, forecast: 80000}
        """,
        """
        # before: projects/hermes/project.yaml
        name: Hermes address service
        # projects/hermes/project.yaml
        name: Hermes address service
        budget: {actual: 12000}
        """,
        """
        # before: projects/hermes/finance.yaml
        budget: {actual: 12000}
        # projects/hermes/finance.yaml
        budget: {actual: 13000}
        """,
        """
        # before: projects/hermes/project.yaml
        name: Hermes address service
        budget: {actual: 12000}
        # projects/hermes/project.yaml
        name: Hermes address service
        budget: {actual: 11000}
        # projects/hermes/finance.yaml
        percent_complete: 10 %
        # projects/hermes/change-requests.yaml
        invoice-twice:
          requested_by: sam-okoro
          reason: The ledger shows it once.
          changes:
            - {path: project.budget.actual, old: 12000, new: 11000}
          decision: {outcome: approved, by: ines-roth, as: sponsor, date: 2026-11-09}
        """,
    ),
)
def actual_cost_falling(work: Project | Programme, office: Office, before: Office) -> Problems:
    """The cost spent so far fell without a correction.

    Money once spent stays spent. Where the sum falls, either the old figure was wrong or the new
    one is, and whoever has planned with the old one must learn which. Bookkeepers never rub out an
    entry: they write a correcting one that somebody signs.

    To put it right, set the figure back; or, if it was wrong, have a change request of the same
    project approved that has the entry which the finding shows under `changes`.
    """
    old = earlier(work, before, office)
    known = money(before, old) if old else None
    if known is None or not known.actual:
        return
    now = money(office, work)
    spent = now.actual if now else None
    move = Move(path(_keeper(work, office), _KEYS), known.actual, spent)
    if (spent or 0) >= known.actual or is_covered(move, consents(office, work)):
        return
    here = now.at if now else work.at("budget")
    told = f"is {amount(spent, office.currency)} now" if spent is not None else "is gone"
    yield (
        At(here.path, (*here.keys, "actual")),
        (
            f"the cost of {called(work.name, work.id)} so far was"
            f" {amount(known.actual, office.currency)} and {told}; to correct it, a change request"
            f" needs under its `changes` the entry: {move.entry}"
        ),
    )


def _keeper(work: Work, office: Office) -> Record:
    """The record that keeps the budget."""
    finance = office.one(Finance, work)
    return finance if finance and finance.budget else work
