"""Prioritisation: projects in the order of their scores, and how far the envelope reaches."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from pmoascode.measures import cost
from pmoascode.measures.colour import Colour
from pmoascode.measures.exposure import exposure
from pmoascode.measures.health import Health
from pmoascode.measures.priority import weighted
from pmoascode.office import Office
from pmoascode.records.portfolio import Portfolio
from pmoascode.records.project import Project

NOTHING = Decimal(0)


@dataclass(frozen=True, slots=True)
class Ranked:
    """One project in the order."""

    project: Project
    score: Decimal | None  # weighted; None where a criterion is not scored
    cost: Decimal  # forecast at completion, else the baseline; 0 where neither is stated
    together: Decimal  # with every project before it
    is_funded: bool | None  # whether the envelope reaches it; None without score or envelope
    risk: int | None  # highest score of an open threat
    colour: Colour


@dataclass(frozen=True, slots=True)
class Ranking:
    """The running and proposed projects of one portfolio."""

    portfolio: Portfolio
    scored: tuple[Ranked, ...]  # the highest first
    unscored: tuple[Ranked, ...]  # by name
    envelope: Decimal | None  # of all the years stated

    @property
    def below(self) -> tuple[Ranked, ...]:
        """The scored projects that the envelope does not reach."""
        return tuple(each for each in self.scored if each.is_funded is False)


def rankings(office: Office, healths: Mapping[str, Health]) -> tuple[Ranking, ...]:
    """The ranking of each portfolio that has projects, by its name."""
    portfolios = sorted(office.all(Portfolio), key=lambda each: (each.name, each.id))
    found = (_ranking(office, portfolio, healths) for portfolio in portfolios)
    return tuple(each for each in found if each.scored or each.unscored)


def _ranking(office: Office, portfolio: Portfolio, healths: Mapping[str, Health]) -> Ranking:
    its = [p for p in office.projects if not p.is_ended and office.portfolio_of(p) is portfolio]
    scores = {project.id: _score(portfolio, project) for project in its}
    order = sorted(its, key=lambda p: (-(scores[p.id] or NOTHING), p.name, p.id))
    envelope = sum((year.amount for year in portfolio.envelope), NOTHING) or None
    ranked, together = [], NOTHING
    for project in (p for p in order if scores[p.id] is not None):
        together += _cost(office, project)
        reached = None if envelope is None else together <= envelope
        ranked.append(_ranked(office, healths, project, scores[project.id], together, reached))
    unscored = sorted((p for p in its if scores[p.id] is None), key=lambda p: (p.name, p.id))
    others = (_ranked(office, healths, p, None, NOTHING, None) for p in unscored)
    return Ranking(portfolio, tuple(ranked), tuple(others), envelope)


def _ranked(
    office: Office,
    healths: Mapping[str, Health],
    project: Project,
    score: Decimal | None,
    together: Decimal,
    is_funded: bool | None,
) -> Ranked:
    weighed = exposure(office, project)
    top = weighed.top.score if weighed and weighed.top else None
    shown = healths[project.name_in_full].shown
    return Ranked(project, score, _cost(office, project), together, is_funded, top, shown)


def _score(portfolio: Portfolio, project: Project) -> Decimal | None:
    if portfolio.priority_model is None or project.priority is None:
        return None
    return weighted(portfolio.priority_model, project.priority)


def _cost(office: Office, project: Project) -> Decimal:
    money = cost.money(office, project)
    return (money and (money.forecast or money.baseline)) or NOTHING
