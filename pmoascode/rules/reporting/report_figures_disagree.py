"""report-figures-disagree."""

import datetime as dt
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from pmoascode.change import earlier
from pmoascode.finding import Severity
from pmoascode.measures.cost import money
from pmoascode.measures.exposure import exposure
from pmoascode.measures.stated import reported_work
from pmoascode.measures.wording import amount, called
from pmoascode.office import Office, Work
from pmoascode.records.parts import Forecast
from pmoascode.records.record import At, Keys
from pmoascode.records.report import Figures, Report
from pmoascode.rule import Problems, rule

Value = dt.date | Decimal | None


class _Pair(NamedTuple):
    keys: Keys  # within the figures of the report
    name: str
    stated: Value
    known: Value
    known_at: At


@rule(
    Severity.ERROR,
    profile="full",
    source="UK GMPP return: triangulation",
    bad=(
        """
        # projects/apollo/reports/2026-w45.yaml
        date: 2026-11-09
        by: tom-berg
        rating: {overall: green}
        figures:
          milestones:
            pilot-end: 2026-10-16  # <--
            go-live: 2027-03-19  # <--
          finish: 2027-07-01  # <--
          cost_baseline: 1250001  # <--
          cost_forecast: 1249999  # <--
          cost_actual: 400000  # <--
          exposure: 60000  # <--
        """,
        """
        # before: projects/apollo/reports/2026-10.yaml (removed)

        # projects/apollo/reports/2026-w40.yaml
        date: 2026-10-14
        by: tom-berg
        rating: {overall: green}
        figures:
          milestones: {pilot-end: 2026-10-16}  # <--
        """,
    ),
    good=(
        """
        # projects/iris/project.yaml
        name: Iris
        status: active
        milestones:
          contract: {title: Contract signed, forecast: 2026-10-05, status: reached}
          design: {title: Design agreed, forecast: 2026-10-05, status: dropped}
          built: {title: Built, baseline: 2027-01-29}
          open: {title: Open, baseline: 2027-01-29, forecast: 2027-02-05}

        # projects/iris/reports/2026-w45.yaml
        date: 2026-11-09
        by: sam-okoro
        rating: {overall: green}
        figures:
          milestones: {design: 2026-10-06, built: 2027-01-29, open: 2027-02-05, gone: 2026-10-02}
          finish: 2026-10-30
          cost_forecast: 90000
          exposure: 10000

        # projects/ghost/reports/2026-w45.yaml
        date: 2026-11-09
        by: tom-berg
        rating: {overall: green}
        figures: {finish: 2026-10-30}
        """,
        """
        # projects/apollo/reports/2026-w45.yaml
        date: 2026-11-09
        by: tom-berg
        rating: {overall: green}
        figures:
          milestones: {design-done: 2026-06-02, pilot-end: 2026-10-14, go-live: 2027-03-12}
          finish: 2027-06-30
          cost_baseline: 1250000
          cost_forecast: 1250000.00
          cost_actual: 410000
          exposure: 30000
        """,
        """
        # before: projects/apollo/reports/2026-w45.yaml
        date: 2026-11-09
        by: tom-berg
        rating: {overall: green}
        figures: {finish: 2027-07-01}

        # projects/apollo/reports/2026-w45.yaml
        date: 2026-11-09
        by: tom-berg
        rating: {overall: green}
        figures: {finish: 2027-07-01}
        """,
        """
        # before: projects/apollo/reports/2026-10.yaml (removed)

        # projects/apollo/reports/2026-w41.yaml
        date: 2026-10-13
        by: tom-berg
        rating: {overall: green}
        figures:
          milestones: {pilot-end: 2026-10-16}
        """,
        """
        # projects/apollo/reports/2026-w45.yaml
        date: 2026-11-09
        by: tom-berg
        rating: {overall: green}
        """,
        """
        # programmes/front-door/reports/2026-w45.yaml
        date: 2026-11-09
        by: li-wen
        rating: {overall: green}
        figures: {milestones: {one-login: 2028-06-30}, exposure: 0}
        """,
    ),
)
def report_figures_disagree(report: Report, office: Office, before: Office) -> Problems:
    """A figure quoted in a report differs from the records.

    Where the report says one date and the plan another, the reader has to guess which was meant,
    and whoever adds up reports gets another sum than the register's. Compared are the dates, the
    money and the exposure in `figures`, when the report is new: later the plan moves on, and the
    report keeps what was true on its day. What came true after the day of the report is left out.
    Only the newest report of running work is judged.

    To put it right, correct the figure that is wrong, in the report or in the plan; or leave it out
    of the report's `figures`, and it is taken from the plan.
    """
    work = reported_work(office, report)
    if work is None or report.figures is None or earlier(report, before, office):
        return
    figures = report.figures
    for pair in (*_dates(figures, work, report.date), *_sums(figures, work, office)):
        if None not in (pair.stated, pair.known) and pair.stated != pair.known:
            yield (
                report.at("figures", *pair.keys),
                (
                    f"status report {report.id} of {called(work.name, work.id)} gives {pair.name}"
                    f" as {_said(pair.stated, office)}; the records say"
                    f" {_said(pair.known, office)}"
                ),
                (pair.known_at,),
            )


def _dates(figures: Figures, work: Work, day: dt.date) -> Iterator[_Pair]:
    for id, stated in figures.milestones.items():
        milestone = work.milestones.get(id)
        if milestone and milestone.status != "dropped":
            keys, name = ("milestones", id), f"milestone {called(milestone.title, id)}"
            yield _Pair(keys, name, stated, _known(milestone, day), work.at(*keys))
    if work.finish:
        known = _known(work.finish, day)
        yield _Pair(("finish",), "the end", figures.finish, known, work.at("finish"))


def _known(date: Forecast, day: dt.date) -> dt.date | None:
    """The day expected then; nothing where it has come true since."""
    if date.actual:
        return date.actual if date.actual <= day else None
    return date.forecast or date.baseline


def _sums(figures: Figures, work: Work, office: Office) -> Iterator[_Pair]:
    known, risks = money(office, work), exposure(office, work)
    if known:
        for name in ("baseline", "forecast", "actual"):
            stated = getattr(figures, f"cost_{name}")
            said = f"the {name} of the cost"
            yield _Pair((f"cost_{name}",), said, stated, getattr(known, name), known.at)
    if risks:
        at = risks.top.at_key() if risks.top else work.at()
        yield _Pair(("exposure",), "the exposure", figures.exposure, risks.stated, at)


def _said(value: Value, office: Office) -> str:
    return amount(value, office.currency) if isinstance(value, Decimal) else str(value)
