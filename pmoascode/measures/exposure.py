"""Exposure: what the open threats of a project weigh, as scores and as money."""

from dataclasses import dataclass
from decimal import Decimal

from pmoascode.office import Office
from pmoascode.office.office import Work
from pmoascode.records.risk import Risk

# The middle of each fifth of the scale, as in the PMBOK Guide's probability and impact matrix.
PROBABILITY = {
    1: Decimal("0.1"),
    2: Decimal("0.3"),
    3: Decimal("0.5"),
    4: Decimal("0.7"),
    5: Decimal("0.9"),
}
_CENT = Decimal("0.01")


@dataclass(frozen=True, slots=True)
class Exposure:
    """The open threats of a project or programme, summed up."""

    risks: int  # open threats, those without a score included
    scores: int  # sum of probability times impact, each 1 to 25
    money: Decimal | None  # sum of probability share times cost; None where no cost is stated
    top: Risk | None  # the highest score; the first by id where several have it

    @property
    def stated(self) -> Decimal | None:
        """The money as a report states it: with two decimals at most."""
        return None if self.money is None else self.money.quantize(_CENT).normalize() + 0


def open_risks(office: Office, work: Work) -> tuple[Risk, ...]:
    """The open risks of the work, opportunities included, highest score first."""
    found = (risk for risk in office.within(Risk, work) if risk.is_open)
    return tuple(sorted(found, key=lambda risk: (-(risk.score or 0), risk.id)))


def expected_cost(risk: Risk) -> Decimal | None:
    """The share that stands for the risk's probability, times its cost; in money."""
    if risk.cost is None or risk.probability not in PROBABILITY:
        return None
    return PROBABILITY[risk.probability] * risk.cost


def exposure(office: Office, work: Work) -> Exposure | None:
    """The exposure of the work; None where it has no risk on record, closed ones included."""
    if not office.within(Risk, work):
        return None
    threats = [risk for risk in open_risks(office, work) if risk.type_ == "threat"]
    costs = [cost for risk in threats if (cost := expected_cost(risk)) is not None]
    scored = [risk for risk in threats if risk.score]
    return Exposure(
        risks=len(threats),
        scores=sum(risk.score or 0 for risk in scored),
        money=sum(costs, Decimal(0)) if costs else None,
        top=scored[0] if scored else None,
    )
