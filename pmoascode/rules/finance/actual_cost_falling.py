"""actual-cost-falling."""

from pmoascode.change import FieldChange
from pmoascode.finding import Severity
from pmoascode.measures.change_control import is_permitted, path
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
    ),
)
def actual_cost_falling(work: Project | Programme, office: Office, before: Office) -> Problems:
    """The cost spent so far fell without a correction.

    Money once spent stays spent. Where the sum falls, either the old figure was wrong or the new
    one is, and whoever has planned with the old one must learn which. Bookkeepers never rub out an
    entry: they write a correcting one that somebody signs.

    To put it right, set the figure back, or add a change request whose `changes` name the path, the
    old and the new amount, and have it approved.
    """
    old = before.find(type(work), work.id)
    known = money(before, old) if old else None
    if known is None or not known.actual:
        return
    now = money(office, work)
    spent = now.actual if now else None
    record, change = _keeper(work, office), FieldChange(_KEYS, known.actual, spent)
    if (spent or 0) >= known.actual or is_permitted(record, change, office):
        return
    here = now.at if now else work.at("budget")
    told = f"is {amount(spent, office.currency)} now" if spent is not None else "is gone"
    yield (
        At(here.path, (*here.keys, "actual")),
        (
            f"the cost of {called(work.name, work.id)} so far was"
            f" {amount(known.actual, office.currency)} and {told}; no approved change request"
            f" corrects `{path(record, _KEYS)}`"
        ),
    )


def _keeper(work: Work, office: Office) -> Record:
    """The record that keeps the budget."""
    finance = office.one(Finance, work)
    return finance if finance and finance.budget else work
