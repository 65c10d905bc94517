"""earned-value-impossible."""

from collections.abc import Iterator
from decimal import Decimal

from pmoascode.finding import Severity
from pmoascode.measures.cost import money
from pmoascode.measures.wording import amount, called
from pmoascode.office import Office
from pmoascode.records.finance import Finance
from pmoascode.records.period import Period
from pmoascode.rule import Problems, rule

_NAMES = {"planned_value": "planned value", "earned_value": "earned value"}
_ALL = Decimal(100)


@rule(
    Severity.ERROR,
    profile="standard",
    source="Earned value: 0 to the budget at completion",
    bad=(
        """
        # projects/hermes/finance.yaml
        periods:
          2026-q4: {planned_value: 20000, earned_value: -1}  # <--
          2027-q1:
            earned_value: 60000
            planned_value: 60001  # <--
        """,
        """
        # projects/hermes/finance.yaml
        percent_complete: 101 %  # <--
        """,
    ),
    good="""
        # projects/hermes/finance.yaml
        percent_complete: 100 %
        periods:
          2026-12: {planned_value: 20000, earned_value: 15000}
          2027-q1: {planned_value: 60000, earned_value: -5000}
        """,
)
def earned_value_impossible(finance: Finance, office: Office) -> Problems:
    """Planned or earned value is negative or above the budget at completion.

    Planned and earned value are parts of the budget at completion: nothing can be planned or done
    beyond the whole. Indices and forecasts made from such figures mislead. Judged is the sum up to
    each period, so that a single period may take back what was earned too early; exactly the
    budget is right.

    To put it right, correct the value of the period. If the budget at completion has become larger,
    move its baseline through an approved change request first.
    """
    work = office.owner(finance)
    whole = money(office, work) if work else None
    if work is None or work.is_ended:
        return
    name = called(work.name, work.id)
    if finance.percent_complete and finance.percent_complete.number > _ALL:
        yield (
            finance.at("percent_complete"),
            f"the finances of {name} say that {finance.percent_complete} of the work is done",
        )
    bac = whole.baseline if whole else None
    for field, spoken in _NAMES.items():
        for period, total in _sums(finance, field):
            if total < 0 or (bac is not None and total > bac):
                limit = "less than nothing"
                if bac is not None and total > bac:
                    limit = f"more than its budget of {amount(bac, office.currency)}"
                yield (
                    finance.at("periods", period, field),
                    (
                        f"the {spoken} of {name} adds up to {amount(total, office.currency)} by the"
                        f" end of {period}, {limit}"
                    ),
                )
                break


def _sums(finance: Finance, field: str) -> Iterator[tuple[str, Decimal]]:
    """Each period that states the value, and the sum up to it, in the order of time."""
    total = Decimal(0)
    for period in sorted(_periods(finance), key=lambda each: (each.last, each.first)):
        value = getattr(finance.periods[period.id], field)
        if value is not None:
            total += value
            yield period.id, total


def _periods(finance: Finance) -> Iterator[Period]:
    for id in finance.periods:
        try:
            yield Period.parse(id)
        except ValueError:
            continue  # a name such as 2026-w53 where the year has no such week
