"""kpi-thresholds-out-of-order."""

from collections.abc import Iterator

from pmoascode.finding import Severity
from pmoascode.measures.wording import called
from pmoascode.records.kpi import Kpi
from pmoascode.rule import Problems, rule

_GOOD_FIRST = (("target", "amber"), ("target", "red"), ("amber", "red"))


@rule(
    Severity.ERROR,
    profile="full",
    source="Performance measurement: a defined indicator",
    bad=(
        """
        # kpis.yaml
        reports-on-time:
          title: Reports on time
          formula: Reports on time / reports due
          unit: "%"
          direction: higher
          target: 95
          amber: 80  # <--
          red: 90
          every: 1 month
          source: Reports of the month
          owner: ana-keller
        """,
        """
        # kpis.yaml
        idea-to-start:
          title: Days from idea to start
          formula: Median of the days
          unit: days
          direction: lower
          target: 45  # <--
          amber: 45
          red: 90
          every: 1 month
          source: These records
          owner: ana-keller
        """,
        """
        # kpis.yaml
        idea-to-start:
          title: Days from idea to start
          formula: Median of the days
          unit: days
          direction: lower
          target: 0  # <--
          red: 0
          every: 1 month
          source: These records
          owner: ana-keller
        """,
    ),
    good=(
        """
        # kpis.yaml
        on-time: {title: Reports on time, direction: higher, target: 95, amber: 94, red: 94}
        days: {title: Days from idea to start, direction: lower, target: 45, amber: 46, red: 47}
        green-projects: {title: Green projects, direction: higher, target: 60, red: 59}
        open-findings: {title: Open findings, target: 5, amber: 1, red: 9}
        """,
    ),
)
def kpi_thresholds_out_of_order(kpi: Kpi) -> Problems:
    """The thresholds of a KPI contradict its direction or target.

    At its threshold and worse an indicator turns amber, then red. If the target itself is amber, or
    amber is worse than red, the colour says the opposite of the value. Where amber and red are one
    value there is no amber, which is allowed.

    To put it right, order target, amber and red from good to bad: downwards where higher is better,
    upwards where lower is.
    """
    for good, bad in _crossed(kpi):
        yield (
            kpi.at(good),
            (
                f"KPI {called(kpi.title, kpi.id)} is better when {kpi.direction}, but its {good} of"
                f" {getattr(kpi, good)} is not better than its {bad} of {getattr(kpi, bad)}"
            ),
            (kpi.at(bad),),
        )
        return


def _crossed(kpi: Kpi) -> Iterator[tuple[str, str]]:
    """Pairs of which the first should be better than the second and is not."""
    if kpi.direction is None:
        return
    sign = 1 if kpi.direction == "higher" else -1
    for good, bad in _GOOD_FIRST:
        better, worse = getattr(kpi, good), getattr(kpi, bad)
        if better is None or worse is None:
            continue
        if sign * better < sign * worse or (good == "target" and better == worse):
            yield good, bad
