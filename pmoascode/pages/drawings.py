"""The charts of the pages: from a view's figures to a drawing."""

from collections.abc import Sequence
from decimal import Decimal

from markupsafe import Markup

from pmoascode.charts import bar as bars
from pmoascode.charts import (
    bubble,
    curves,
    funnel,
    heatmap,
    influence,
    lattice,
    links,
    overview,
    plan,
    ribbon,
    roadmap,
    tenures,
    trend,
    variance,
)
from pmoascode.charts.spark import spark
from pmoascode.measures.colour import Colour
from pmoascode.measures.cost import Money
from pmoascode.office import Work
from pmoascode.pages.facts import anchor
from pmoascode.pages.here import Here
from pmoascode.pages.wording import counted, percent
from pmoascode.records.stakeholder import Stakeholder
from pmoascode.views import benefits, money, risks
from pmoascode.views.career_paths import STAGES, Paths
from pmoascode.views.dependencies import NeedRow
from pmoascode.views.history import History
from pmoascode.views.milestones import Trend
from pmoascode.views.pipeline import Pipeline
from pmoascode.views.portfolio import Course
from pmoascode.views.priority import Ranking
from pmoascode.views.risks import RiskRow
from pmoascode.views.roadmap import Lane, LaneGroup
from pmoascode.views.role_lanes import RoleLane
from pmoascode.views.status_history import StatusHistory


def money_bar(name: str, figures: Money, tolerance: Decimal, currency: str, size: str) -> Markup:
    """Budget, forecast and actual with the band of the tolerance, given in percent."""
    drawn = bars.Money(
        name, figures.baseline, figures.forecast, figures.actual, tolerance / 100, currency
    )
    return bars.bar(drawn, f"money-{size}", size)


def money_curve(here: Here, found: money.Curves, title: str) -> Markup:
    """Budget, forecast, actual and earned value, summed up over time."""
    drawn = [
        curves.Curve("Budget", found.budget),
        curves.Curve("Forecast", found.forecast),
        curves.Curve("Actual", found.actual),
        curves.Curve("Earned value", found.earned),
    ]
    return curves.curves(drawn, here.today, "curve", title, here.facts.office.currency)


def money_variances(here: Here, rows: Sequence[money.MoneyRow]) -> Markup:
    """Variances at completion; names lead to the pages."""
    drawn = [
        variance.Difference(row.work.name, row.money.variance, here.href(row.work))
        for row in rows
        if row.money.variance is not None
    ]
    currency = here.facts.office.currency
    return variance.variance(drawn, "variance", "Variance at completion by project", currency)


def rating_ribbon(found: History, title: str) -> Markup:
    """The ratings of the last reports, a line a dimension."""
    rows = [
        ribbon.Row(
            each.name.capitalize(),
            each.ratings,
        )
        for each in found.rows
    ]
    return ribbon.ribbon(rows, found.periods, "ribbon", title)


def portfolio_ribbon(here: Here, found: StatusHistory) -> Markup:
    """The overall ratings of every project; names lead to the pages."""
    rows = [
        ribbon.Row(line.project.name, line.ratings, here.href(line.project)) for line in found.lines
    ]
    return ribbon.ribbon(rows, found.periods, "ribbon", "Overall ratings of all projects")


def phase_funnel(found: Pipeline) -> Markup:
    """How many projects are in each phase."""
    bars_of = [funnel.Bar(each.title, len(each.entries)) for each in found.phases]
    return funnel.funnel(bars_of, "funnel", "Projects by phase")


def risk_map(here: Here, rows: Sequence[RiskRow]) -> Markup:
    """The open threats by probability and impact; ids lead to the records."""
    limits = here.facts.office.policy.risk
    found = [
        heatmap.Risk(
            row.risk.id,
            f"{row.risk.title} ({row.work.name})",
            row.risk.probability or 0,
            row.risk.impact or 0,
            here.href(row.risk),
        )
        for row in rows
        if row.is_threat
    ]
    return heatmap.heatmap(found, "heatmap", (limits.appetite + 1, limits.critical))


def exposure_course(here: Here, found: risks.Course) -> Markup:
    """Exposure in money at the ends of the last months."""
    drawn = [
        curves.Curve("Expected cost", found.expected),
        curves.Curve("As reported", found.reported),
    ]
    currency = here.facts.office.currency
    return curves.curves(drawn, here.today, "exposure", "Exposure over time", currency)


def benefit_profile(here: Here, found: benefits.Profile) -> Markup:
    """What the benefits bring a year, over time."""
    drawn = [
        curves.Curve("Planned", found.planned, is_stepped=True),
        curves.Curve("Forecast", found.forecast, is_stepped=True),
        curves.Curve("Realised", found.realised, is_stepped=True),
    ]
    currency = here.facts.office.currency
    return curves.curves(drawn, here.today, "profile", "Benefit profile", currency, per="a year")


def dependency_map(here: Here, rows: Sequence[NeedRow]) -> Markup:
    """Givers to the left, what receivers need to the right; names lead to the pages."""
    drawn = [
        links.Link(
            row.giver,
            row.work.name,
            row.need.dependency.title,
            row.need.days_late,
            row.need.is_at_risk,
            here.href(row.need.giver) if row.need.giver else "",
            here.href(row.work),
        )
        for row in rows
    ]
    return links.links(drawn, "dependencies", "Who gives what to whom")


def priority_bubbles(here: Here, found: Ranking, most: int) -> Markup:
    """The foremost projects by score and risk; names lead to the pages."""
    drawn = [
        bubble.Bubble(
            each.project.name,
            each.score,
            each.risk,
            each.cost,
            each.colour,
            each.is_funded,
            here.href(each.project),
        )
        for each in found.scored[:most]
        if each.score is not None
    ]
    title = f"Score, risk and cost in {found.portfolio.name}"
    return bubble.bubble(drawn, f"bubbles-{found.portfolio.id}", title, here.facts.office.currency)


def milestone_trend(found: Sequence[Trend], title: str, number: int | None = None) -> Markup:
    """Forecast dates by report date; `number` tells several on one page apart."""
    lines = [trend.Line(each.title, each.points, each.baseline) for each in found]
    return trend.trend(lines, "trend" if number is None else f"trend-{number}", title)


def portfolio_roadmap(here: Here, groups: Sequence[LaneGroup]) -> Markup:
    """All lanes on one time axis; names lead to the pages."""
    drawn = [
        plan.Group(
            group.parent.title,
            here.parent_href(group.parent),
            tuple(_row(here, lane) for lane in group.lanes),
        )
        for group in groups
    ]
    return roadmap.roadmap(drawn, here.today, "roadmap")


def portfolio_overview(here: Here, lines: Sequence[tuple[LaneGroup, str]]) -> Markup:
    """A line a group with what finishes when; names lead to the addresses given."""
    drawn = [
        plan.Group(group.parent.title, href, tuple(_row(here, lane) for lane in group.lanes))
        for group, href in lines
    ]
    return overview.overview(drawn, here.today, "roadmap")


def roles_over_time(here: Here, work: Work, lanes: Sequence[RoleLane]) -> Markup:
    """Who held each role of the work when, by the names that readers may see."""
    drawn = [tenures.Lane(here.role_title(lane.role), _bars(here, lane)) for lane in lanes]
    return tenures.tenures(drawn, here.today, "tenures", work.name, work.last_day)


def career_lattice(here: Here, paths: Paths) -> Markup:
    """The roles by stage and the steps between them; names lead to the roles' pages."""
    nodes = [
        lattice.Node(
            role.id,
            role.title,
            STAGES.index(role.career_stage) if role.career_stage else 0,
            counted(number, "person", "people") if (number := paths.people[role.id]) else "",
            here.href(role),
            role.entry_level,
        )
        for role in paths.roles
    ]
    edges = [(step.from_.id, step.to.id) for step in paths.steps]
    return lattice.lattice(nodes, edges, [stage.capitalize() for stage in STAGES], "lattice")


def _bars(here: Here, lane: RoleLane) -> tuple[tenures.Bar, ...]:
    held = (
        tenures.Bar(here.name(h.person), h.from_, h.until, h.is_interim, percent(h.time))
        for h in lane.holdings
        if not h.assignment.tenure.is_empty
    )
    return (*held, *(tenures.Bar("", gap.first, gap.last) for gap in lane.gaps))


def course_sparks(found: Course) -> tuple[tuple[Colour, int, Markup], ...]:
    """Colour, number today and its course over the reports."""
    return tuple(
        (name, values[-1], spark(values, f"spark-{name}", f"Projects {name}, by {found.step}"))
        for name, values in found.counts.items()
    )


def _row(here: Here, lane: Lane) -> plan.Row:
    return plan.Row(
        title=lane.work.name,
        href=here.href(lane.work),
        rating=lane.colour,
        start=lane.start,
        finish=lane.finish,
        baseline_finish=lane.baseline_finish,
        phases=tuple(plan.Span(s.title, s.first, s.last, s.state) for s in lane.stretches),
        milestones=tuple(
            plan.Mark(p.title, p.kind, p.baseline, p.forecast, p.actual) for p in lane.points
        ),
    )


def stakeholder_map(found: Sequence[Stakeholder]) -> Markup:
    """Influence against interest; names lead to their rows."""
    parties = [
        influence.Party(
            each.name,
            each.influence or 0,
            each.interest or 0,
            each.attitude or "",
            f"#{anchor(each)}",
        )
        for each in found
    ]
    return influence.influence(parties, "stakeholder-map")
