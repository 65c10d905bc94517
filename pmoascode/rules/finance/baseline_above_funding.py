"""baseline-above-funding."""

from decimal import Decimal

from pmoascode.finding import Severity
from pmoascode.measures.cost import money
from pmoascode.measures.wording import amount, called
from pmoascode.office import Office
from pmoascode.records.finance import Finance
from pmoascode.rule import Problems, rule


@rule(
    Severity.ERROR,
    profile="full",
    source="HM Treasury: affordability",
    bad="""
        # projects/apollo/finance.yaml
        funding:  # <--
          fund: {title: Change fund 2026, amount: 1200000, approved_by: authorise-project}
          claims: {title: Budget of the department, amount: 49999.99, approved_by: buy}
        """,
    good=(
        """
        # projects/apollo/finance.yaml
        funding:
          fund: {title: Change fund 2026, amount: 1200000, approved_by: authorise-project}
          claims: {title: Budget of the department, amount: 50000, approved_by: buy}
        """,
        """
        # projects/hermes/finance.yaml
        funding:
          first: {title: First part of the money, amount: 20000}
        """,
        """
        # projects/apollo/finance.yaml
        percent_complete: 33 %
        """,
        """
        # projects/nobody/finance.yaml
        budget: {baseline: 80000}
        funding:
          first: {title: First part of the money, amount: 20000}
        """,
        """
        # projects/hermes/project.yaml
        name: Hermes address service
        status: active
        # projects/hermes/finance.yaml
        funding:
          first: {title: First part of the money, amount: 20000}
        """,
        """
        # projects/hermes/project.yaml
        name: Hermes address service
        status: active
        budget: {forecast: 80000}
        # projects/hermes/finance.yaml
        funding:
          first: {title: First part of the money, amount: 20000}
        """,
    ),
)
def baseline_above_funding(finance: Finance, office: Office) -> Problems:
    """The cost baseline is higher than the approved funding.

    A plan that nobody has paid for in full stops in the middle, when most of the money is spent and
    nothing can be used yet. All entries under `funding` count together; exactly the baseline is
    enough. A project that is merely proposed may still look for its money, and a file without
    `funding` is not judged.

    To put it right, enter the funding that is missing with its approval, or lower the baseline
    through an approved change request.
    """
    work = office.owner(finance)
    total = money(office, work) if work else None
    if work is None or not work.is_running or not finance.funding:
        return
    granted = sum((fund.amount for fund in finance.funding.values()), Decimal(0))
    if total and total.baseline is not None and total.baseline > granted:
        yield (
            finance.at_key("funding"),
            (
                f"the cost baseline of {called(work.name, work.id)} is"
                f" {amount(total.baseline, office.currency)}; its funding adds up to"
                f" {amount(granted, office.currency)}"
            ),
            (total.at,),
        )
