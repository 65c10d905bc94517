"""The priority of a project, as its portfolio's model weighs it."""

from decimal import Decimal

from pmoascode.records.portfolio import PriorityModel
from pmoascode.records.project import Priority


def weighted(model: PriorityModel, priority: Priority) -> Decimal | None:
    """The sum of the scores times their weights; None where a criterion has no score.

    Weighted scoring model, as in PMI, The Standard for Portfolio Management.
    """
    if not model.criteria or any(id not in priority.scores for id in model.criteria):
        return None
    parts = (each.weight.of(Decimal(priority.scores[id])) for id, each in model.criteria.items())
    return sum(parts, Decimal(0))
