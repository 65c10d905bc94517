"""The rule that somebody manages the portfolio."""

import datetime as dt

from pmoascode.finding import Severity
from pmoascode.office import Office
from pmoascode.records.portfolio import Portfolio
from pmoascode.rule import Problems, rule


@rule(
    Severity.ERROR,
    profile="full",
    source="P3O: the role of the portfolio manager",
    bad="""
        # portfolios/run.yaml
        name: Keep the company running  # <--
        board: {name: Run board, chair: maria-silva}
        """,
    good=(
        """
        # portfolios/run.yaml
        name: Keep the company running
        manager: ana-keller
        board: {name: Run board, chair: maria-silva}
        """,
        """
        # portfolios/run.yaml
        name: Keep the company running
        board: {name: Run board, chair: maria-silva}
        # assignments/run.yaml
        portfolio-manager:
          - {person: ana-keller, from: 2026-01-01, time: 10 %}
        """,
    ),
)
def portfolio_without_manager(portfolio: Portfolio, office: Office, today: dt.date) -> Problems:
    """A portfolio has no manager.

    Somebody has to keep the projects comparable, watch money and people across them and bring the
    board what it must decide. Where nobody does, the board sees one project at a time.

    To put it right, name the `manager` in the portfolio's record, or enter one as
    `portfolio-manager` in `assignments/<portfolio>.yaml`.
    """
    if (
        portfolio.manager is None
        and office.cover("portfolio-manager", portfolio, today) == "missing"
    ):
        yield portfolio.at("name"), f"the portfolio {portfolio.name} has no manager"
