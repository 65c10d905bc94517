"""risk-owner-without-role."""

import datetime as dt
from collections.abc import Iterator

from pmoascode.finding import Severity
from pmoascode.measures.wording import called
from pmoascode.office import Office, Work
from pmoascode.records.person import Person
from pmoascode.records.portfolio import Portfolio
from pmoascode.records.programme import Programme
from pmoascode.records.project import Project
from pmoascode.records.risk import Risk
from pmoascode.rule import Problems, rule


@rule(
    Severity.WARNING,
    profile="standard",
    source="PRINCE2: one owner for each risk",
    bad="""
        # projects/hermes/risks.yaml
        list-late:
          title: The street list comes late
          cause: The post office changes its system.
          event: The list comes in spring.
          effect: The service opens without villages.
          owner: lena-novak  # <--
          raised: 2026-10-05
          probability: 2
          impact: 3
          response: accept
          reviewed: 2026-11-02
          review: 2026-12-01
        """,
    good="""
        # projects/hermes/risks.yaml
        list-late: {title: The street list comes late, owner: sam-okoro, probability: 2, impact: 3}
        no-server: {title: No server is free, owner: ines-roth, probability: 1, impact: 3}
        merged-late: {title: Hermes comes after Apollo, owner: li-wen, probability: 2, impact: 2}
        """,
)
def risk_owner_without_role(risk: Risk, office: Office, today: dt.date) -> Problems:
    """The owner of an open risk holds no role on the project or above it.

    Who has no part in the work neither hears of the risk nor can do much about it. A role on the
    project, on its programme, portfolio or unit counts, and so do a seat on the portfolio's board
    and a position in the unit that the project serves.

    To put it right, name an owner from those who work on the project or decide about it, or
    assign the owner a role.
    """
    work, owner = office.owner(risk), office.person(risk.owner)
    if work is None or work.is_ended or not risk.is_open or owner is None:
        return
    if not owner.is_active_on(today) or _has_part(owner, work, office, today):
        return
    yield (
        risk.at("owner"),
        (
            f"risk {called(risk.title, risk.id)} of {called(work.name, work.id)} is owned by"
            f" {called(owner.name, owner.id)}, who holds no role on the {work.kind} or above it"
        ),
    )


def _has_part(person: Person, work: Work, office: Office, today: dt.date) -> bool:
    portfolio = _portfolio(work, office)
    units = tuple(_units(work.unit, office))
    ids = {work.id, portfolio.id if portfolio else "", *units}
    if isinstance(work, Project):
        ids.add(work.programme or "")
    roles = office.assignments_of(person)
    if any(r.scope_id in ids and (r.until is None or r.until >= today) for r in roles):
        return True
    board = portfolio.board if portfolio else None
    on_board = (board.chair, *board.members) if board else ()
    positions = office.organisation.positions.values() if office.organisation else ()
    in_units = (position.holder for position in positions if position.unit in units)
    return person.id in (portfolio.manager if portfolio else None, *on_board, *in_units)


def _portfolio(work: Work, office: Office) -> Portfolio | None:
    if isinstance(work, Project) and work.programme:
        programme = office.find(Programme, work.programme)
        return office.find(Portfolio, programme.portfolio) if programme else None
    return office.find(Portfolio, work.portfolio)


def _units(unit: str | None, office: Office) -> Iterator[str]:
    """The unit and those above it."""
    known = dict(office.organisation.units) if office.organisation else {}
    while unit and unit in known:
        yield unit
        unit = known.pop(unit).parent
