"""kpi-incomplete."""

from pmoascode.finding import Severity
from pmoascode.measures.wording import called, listed
from pmoascode.records.kpi import Kpi
from pmoascode.rule import Problems, rule

_NEEDED = {
    "formula": "its formula",
    "unit": "the unit",
    "direction": "the direction",
    "target": "the target",
    "source": "the source",
    "every": "how often it is measured",
    "owner": "its owner",
}


@rule(
    Severity.ERROR,
    profile="full",
    source="Performance measurement: a defined indicator",
    bad=(
        """
        # kpis.yaml
        reports-on-time:  # <--
          title: Reports on time
        """,
        """
        # kpis.yaml
        reports-on-time:  # <--
          title: Reports on time
          formula: Reports on time / reports due
          unit: "%"
          direction: higher
          every: 1 month
          source: Reports of the month
          owner: ana-keller
        """,
    ),
    good="""
        # kpis.yaml
        open-findings:
          title: Open findings
          formula: Findings that are open
          unit: findings
          direction: lower
          target: 0
          every: 1 month
          source: These records
          owner: ana-keller
        """,
)
def kpi_incomplete(kpi: Kpi) -> Problems:
    """A KPI lacks its formula, unit, direction, target, source, frequency or owner.

    Two people who measure an indicator must come to the same value, and a reader must see whether
    it is good. Without its formula and source the value cannot be repeated; without direction and
    target it means nothing; without an owner and a rhythm nobody measures at all.

    To put it right, fill in what the finding names.
    """
    missing = [word for field, word in _NEEDED.items() if getattr(kpi, field) is None]
    if missing:
        yield kpi.at_key(), f"KPI {called(kpi.title, kpi.id)} lacks {listed(missing)}"
