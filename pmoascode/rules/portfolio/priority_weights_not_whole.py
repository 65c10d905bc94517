"""The rule that the weights of a priority model are shares of one whole."""

from pmoascode.finding import Severity
from pmoascode.records.amounts import Percent
from pmoascode.records.portfolio import Portfolio
from pmoascode.rule import Problems, rule

_WHOLE = Percent.parse("100 %")


@rule(
    Severity.ERROR,
    profile="full",
    source="MoP: prioritise by an agreed model",
    bad=(
        """
        # portfolios/run.yaml
        name: Keep the company running
        manager: ana-keller
        board: {name: Run board, chair: maria-silva}
        priority_model:
          criteria:  # <--
            value: {title: Value to customers, weight: 60 %}
            urgency: {title: Urgency, weight: 40.5 %}
        """,
        """
        # portfolios/run.yaml
        name: Keep the company running
        manager: ana-keller
        board: {name: Run board, chair: maria-silva}
        priority_model:
          criteria:  # <--
            value: {title: Value to customers, weight: 60 %}
            urgency: {title: Urgency, weight: 39 %}
        """,
    ),
    good=(
        """
        # portfolios/run.yaml
        name: Keep the company running
        priority_model:
          criteria:
            value: {title: Value to customers, weight: 60.5 %}
            urgency: {title: Urgency, weight: 39.5 %}
        """,
        """
        # portfolios/run.yaml
        name: Keep the company running
        """,
    ),
)
def priority_weights_not_whole(portfolio: Portfolio) -> Problems:
    """The weights of a priority model do not add up to 100 %.

    A score is the sum of the parts that the criteria contribute. Where the parts are more or less
    than the whole, scores leave their scale and cannot be compared with those of other years.

    To put it right, change the `weight` of the criteria so that they add up to 100 %.
    """
    model = portfolio.priority_model
    if model and model.total != _WHOLE:
        yield (
            portfolio.at_key("priority_model", "criteria"),
            f"the weights of the portfolio {portfolio.name} add up to {model.total}, not to 100 %",
        )
