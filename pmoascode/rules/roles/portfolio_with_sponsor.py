"""The rule that a portfolio has no sponsor."""

from pmoascode.finding import Severity
from pmoascode.office import Office
from pmoascode.office.naming import person_name
from pmoascode.records.portfolio import Portfolio
from pmoascode.rule import Problems, rule


@rule(
    Severity.ERROR,
    profile="full",
    source="UK guidance for senior responsible owners: portfolios have none",
    bad="""
        # assignments/change.yaml
        portfolio-manager:
          - {person: ana-keller, from: 2026-01-01, time: 30 %}
        sponsor:
          - {person: paul-weber, from: 2026-01-01}  # <--
        """,
    good="""
        # assignments/change.yaml
        portfolio-manager:
          - {person: ana-keller, from: 2026-01-01, time: 30 %}
        pmo-analyst:
          - {person: omar-haddad, from: 2026-01-01, time: 10 %}
        """,
)
def portfolio_with_sponsor(portfolio: Portfolio, office: Office) -> Problems:
    """A portfolio has a sponsor, though only projects and programmes have one.

    A sponsor fights for one undertaking, a portfolio weighs many against each other: a board
    decides there. The UK guidance gives senior responsible owners to projects and programmes alone.

    To put it right, take the assignment out of `assignments/<portfolio>.yaml`. Who leads the
    decisions is the `chair` of the board.
    """
    for held in office.assignments(portfolio, "sponsor"):
        name = person_name(held.person, office)
        yield held.at("person"), f"{name} is sponsor of the portfolio {portfolio.name}"
