"""past-period-rewritten."""

import datetime as dt

from pmoascode.change import earlier
from pmoascode.finding import Severity
from pmoascode.measures.change_control import path
from pmoascode.measures.controlled import Move, consents, is_covered
from pmoascode.measures.wording import amount, called
from pmoascode.office import Office
from pmoascode.records.amounts import Duration
from pmoascode.records.finance import Finance, FinancePeriod
from pmoascode.records.period import Period
from pmoascode.rule import Problems, rule

_MONTH = Duration(30, "day")


@rule(
    Severity.ERROR,
    profile="standard",
    source="Bookkeeping: closed periods stay closed",
    bad=(
        """
        # before: projects/apollo/finance.yaml
        periods:
          2026-w40: {budget: 10000, actual: 9500}
        # projects/apollo/finance.yaml
        periods:
          2026-w40: {budget: 10000, actual: 9600}  # <--
        """,
        """
        # before: projects/hermes/finance.yaml
        periods:
          2026-q2: {budget: 13000, actual: 13000}
          2026-q3: {budget: 15000, actual: 15000}
        # projects/hermes/finance.yaml
        periods:  # <--
          2026-q2: {budget: 13000}  # <--
        """,
    ),
    good=(
        """
        # before: projects/apollo/finance.yaml
        periods:
          2026-w41: {budget: 10000, actual: 9500}
        # projects/apollo/finance.yaml
        periods:
          2026-w41: {budget: 10000, actual: 9600}
        """,
        """
        # before: projects/apollo/finance.yaml
        periods:
          2026-q2: {budget: 130000}
          2026-q3: {budget: 150000, actual: 150000}
        # projects/apollo/finance.yaml
        periods:
          2026-q2: {budget: 130000, actual: 130000}
          2026-q3: {budget: 150000, actual: 150000.00}
        """,
        """
        # before: projects/hermes/finance.yaml
        periods:
          2026-q3: {budget: 15000, actual: 15000}
        # projects/hermes/finance.yaml
        periods:
          2026-q3: {budget: 15000, actual: 14000}
        # projects/hermes/change-requests.yaml
        invoice-twice:
          title: An invoice was booked twice
          requested_by: sam-okoro
          requested: 2026-11-02
          reason: The ledger shows it once.
          status: decided
          changes:
            - {path: finance.periods.2026-q3.actual, old: 15000, new: 14000}
          decision: {outcome: approved, by: ines-roth, as: sponsor, date: 2026-11-09}
        """,
        """
        # before: projects/mercury/finance.yaml
        periods: {2026-q1: {actual: 1000}}
        """,
        """
        # before: projects/nobody/finance.yaml
        periods: {2026-q1: {actual: 1000}}
        # projects/nobody/finance.yaml
        periods: {2026-q1: {actual: 2000}}
        """,
        """
        # before: projects/hermes/finance.yaml (removed)
        # projects/hermes/finance.yaml
        periods: {2026-q1: {actual: 2000}}
        """,
    ),
)
def past_period_rewritten(
    finance: Finance, office: Office, before: Office, today: dt.date, *, grace: Duration = _MONTH
) -> Problems:
    """The actual cost of a past period changed without a correction.

    Reports, forecasts and decisions were made with the figure of the closed period. If it changes
    under them, nobody can follow them any more. For the limit `grace` after its last day a period
    is open for the last invoices; a period that had no figure yet may be given one at any time.

    To put it right, set the figure back and book the difference in the present period; or have a
    change request of the same project approved that has the entry which the finding shows under
    `changes`.
    """
    work, old = office.owner(finance), earlier(finance, before, office)
    if work is None or old is None:
        return
    given = consents(office, work)
    for id, was in old.periods.items():
        spent = finance.periods.get(id, FinancePeriod()).actual
        keys = ("periods", id, "actual")
        move = Move(path(finance, keys), was.actual, spent)
        if was.actual is None:
            continue
        if _is_closed(id, grace, today) and not is_covered(move, given):
            told = "is gone" if spent is None else f"is {amount(spent, office.currency)} now"
            yield (
                finance.at(*keys) if id in finance.periods else finance.at_key("periods"),
                (
                    f"the actual cost of {called(work.name, work.id)} in {id} was"
                    f" {amount(was.actual, office.currency)} and {told}; to correct it, a change"
                    f" request needs under its `changes` the entry: {move.entry}"
                ),
            )


def _is_closed(id: str, grace: Duration, today: dt.date) -> bool:
    try:
        return grace.after(Period.parse(id).last) < today
    except ValueError:  # a name such as 2026-w53 where the year has no such week
        return False
