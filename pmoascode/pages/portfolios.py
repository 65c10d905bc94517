"""The page of each portfolio, for its board, and the list of all."""

from collections.abc import Iterator

from pmoascode.pages.facts import Facts
from pmoascode.pages.here import Here
from pmoascode.pages.page import Page
from pmoascode.pages.project import MOST
from pmoascode.pages.rendering import page, part
from pmoascode.records.portfolio import Portfolio
from pmoascode.views.portfolio_board import Board, board
from pmoascode.views.rolled_up import SHOWN, rolled_up


def portfolios(facts: Facts) -> Iterator[Page]:
    """The list of all portfolios, then a page each."""
    found = [
        board(facts.office, portfolio, facts.healths, facts.today)
        for portfolio in sorted(facts.office.all(Portfolio), key=lambda p: (p.name, p.id))
    ]
    yield page(
        facts,
        "portfolios",
        "Portfolios",
        "portfolios",
        summary="Every portfolio: its board, its money and its work.",
        nav="Programmes",
        contents=False,
        boards=found,
    )
    yield from (_portfolio(facts, each) for each in found)


def _portfolio(facts: Facts, found: Board) -> Page:
    portfolio = found.portfolio
    return page(
        facts,
        f"portfolios/{portfolio.id}",
        portfolio.name,
        "portfolio",
        summary=f"{portfolio.name}: its board, envelope, work and objectives.",
        record=portfolio,
        portfolio=portfolio,
        found=found,
        rolled=part(
            Here(facts, f"portfolios/{portfolio.id}"),
            "rolled_up",
            found=rolled_up(facts.ground, facts.office, found.works, facts.healths),
            shown=SHOWN,
        ),
        most=MOST,
    )
