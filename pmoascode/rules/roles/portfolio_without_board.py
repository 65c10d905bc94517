"""The rule that a board decides on the portfolio."""

from pmoascode.finding import Severity
from pmoascode.records.portfolio import Portfolio
from pmoascode.rule import Problems, rule


@rule(
    Severity.ERROR,
    profile="full",
    source="P3O: a body decides on the portfolio",
    bad=(
        """
        # portfolios/run.yaml
        name: Keep the company running  # <--
        manager: ana-keller
        """,
        """
        # portfolios/run.yaml
        name: Keep the company running
        manager: ana-keller
        board:
          name: Run board  # <--
          members: [ana-keller, paul-weber]
        """,
    ),
    good="""
        # portfolios/run.yaml
        name: Keep the company running
        manager: ana-keller
        board: {name: Run board, chair: maria-silva}
        """,
)
def portfolio_without_board(portfolio: Portfolio) -> Problems:
    """A portfolio has no approving board, or its board has no chair.

    Which project goes first, and which one stops, is a decision against somebody's wish. Without a
    body that takes it, and one person who leads it there, every project goes on.

    To put it right, name the `board` of the portfolio with its `chair`.
    """
    if portfolio.board is None:
        yield portfolio.at("name"), f"the portfolio {portfolio.name} has no board"
    elif portfolio.board.chair is None:
        message = f"{portfolio.board.name} of the portfolio {portfolio.name} has no chair"
        yield portfolio.at("board", "name"), message
