"""Tables of the portfolio as the pages show it: projects, milestones, reports, gates, roles."""

from collections.abc import Iterator

from pmoascode.exchange.table import Cell, Column, Table
from pmoascode.measures import schedule
from pmoascode.measures.health import DIMENSIONS
from pmoascode.pages.facts import Facts
from pmoascode.records.approval import Approval
from pmoascode.records.assignment import Assignment
from pmoascode.records.programme import Programme
from pmoascode.records.project import Project
from pmoascode.records.report import Report
from pmoascode.records.review import Review
from pmoascode.views.matrix import HealthRow, row


def work_tables(facts: Facts) -> Iterator[Table]:
    """The tables, the projects first."""
    yield _works(facts, "projects", "Projects", facts.office.projects)
    yield _works(facts, "programmes", "Programmes", facts.office.programmes)
    yield _milestones(facts)
    yield _reports(facts)
    yield _approvals(facts)
    yield _reviews(facts)
    yield _assignments(facts)
    yield _findings(facts)


def _works(
    facts: Facts, name: str, title: str, works: tuple[Project, ...] | tuple[Programme, ...]
) -> Table:
    rated = "As the last report states it; grey where it is not reported."
    columns = (
        Column("id", "text", "The id."),
        Column("name", "text", "What it is called."),
        Column("programme", "text", "The id of its programme."),
        Column("portfolio", "text", "The id of its portfolio."),
        Column("unit", "text", "The id of the unit that it belongs to."),
        Column("status", "text", "Whether work goes on."),
        Column("phase", "text", "The phase of its lifecycle."),
        Column("tier", "text", "How much rigour it needs."),
        Column("overall_stated", "text", rated),
        Column("overall_calculated", "text", "As its figures say; empty where none says anything."),
        *(Column(f"{dimension}_stated", "text", rated) for dimension in DIMENSIONS),
        Column("trend", "text", "Of the overall rating, against the report before."),
        Column("reported", "date", "The day of the last report."),
        Column("report_due", "date", "The last day for the next report."),
        Column("finish_baseline", "date", "The approved end."),
        Column("finish", "date", "The end as it happened, or as expected now."),
        Column("slip_days", "integer", "Days of the finish behind its baseline; early is below 0."),
        Column("cost_baseline", "money", "The approved cost."),
        Column("cost_forecast", "money", "The cost at completion expected."),
        Column("cost_actual", "money", "What has been spent."),
        Column("sponsor", "text", "Who holds the role today."),
        Column("manager", "text", "Who holds the role today."),
    )
    rows = tuple(_work(facts, row(facts.office, facts.health(work), facts.today)) for work in works)
    return Table(name, title, f"{title} and how they stand.", columns, rows)


def _work(facts: Facts, shown: HealthRow) -> tuple[Cell, ...]:
    work, health, office = shown.work, shown.health, facts.office
    portfolio, money = office.portfolio_of(work), shown.money
    return (
        work.id,
        facts.discreet(work.name),
        getattr(work, "programme", None),
        portfolio.id if portfolio else None,
        getattr(work, "unit", None),
        work.status,
        work.phase,
        office.tier(work),
        health.overall.stated,
        health.overall.calculated,
        *shown.ratings,
        health.trend,
        shown.reported,
        health.freshness.due,
        work.finish.baseline if work.finish else None,
        shown.finish,
        shown.slip,
        money.baseline if money else None,
        money.forecast if money else None,
        money.actual if money else None,
        person(facts, shown.sponsor),
        person(facts, shown.manager),
    )


def person(facts: Facts, id: str | None) -> str | None:
    """What stands for the person; the id's own text where nobody has it."""
    if not id:
        return None
    known = facts.people.get(id)
    return facts.discreet(known.text if known else id)


def _milestones(facts: Facts) -> Table:
    columns = (
        Column("project", "text", "The id of the project."),
        Column("id", "text", "The id of the milestone in the project."),
        Column("title", "text", "What is reached."),
        Column("critical", "boolean", "Whether the end of the project depends on it."),
        Column("owner", "text", "Who answers for it."),
        Column("baseline", "date", "The approved day."),
        Column("forecast", "date", "The day expected now."),
        Column("actual", "date", "The day on which it was reached."),
        Column("status", "text", "Planned, reached or dropped."),
        Column("slip_days", "integer", "Days behind the baseline; early is below 0."),
    )
    rows = tuple(
        (
            project.id,
            id,
            facts.discreet(each.title),
            each.critical,
            person(facts, each.owner),
            each.baseline,
            each.forecast,
            each.actual,
            each.status,
            schedule.slip(each, facts.today),
        )
        for project in facts.office.projects
        for id, each in project.milestones.items()
    )
    return Table("milestones", "Milestones", "Every milestone of every project.", columns, rows)


def _reports(facts: Facts) -> Table:
    dimensions = ("overall", *DIMENSIONS)
    columns = (
        Column("owner_kind", "text", "Project or programme."),
        Column("owner", "text", "Its id."),
        Column("period", "text", "The period reported."),
        Column("date", "date", "The day on which it was written."),
        Column("by", "text", "Who answers for it."),
        *(Column(each, "text", "As rated; empty where it is not.") for each in dimensions),
        Column("headline", "text", "The one thing to know."),
        Column("accepted", "date", "The day on which the sponsor accepted it."),
    )
    rows = tuple(
        (
            report.scope.partition("/")[0],
            report.scope_id,
            report.id,
            report.date,
            person(facts, report.by),
            *(getattr(report.rating, each) for each in dimensions),
            facts.discreet(report.headline) if report.headline else None,
            report.accepted.date if report.accepted and report.accepted.is_granted else None,
        )
        for report in _by_date(facts.office.all(Report))
    )
    return Table("reports", "Status reports", "Every status report, oldest first.", columns, rows)


def _by_date(reports: tuple[Report, ...]) -> list[Report]:
    return sorted(reports, key=lambda report: (report.date, report.scope, report.id))


def _approvals(facts: Facts) -> Table:
    columns = (
        Column("owner", "text", "The project or programme."),
        Column("gate", "text", "The gate of its lifecycle."),
        Column("outcome", "text", "What was decided."),
        Column("by", "text", "Who decided."),
        Column("as", "text", "In which role."),
        Column("date", "date", "When."),
        Column("amount", "money", "The money that it releases."),
    )
    decided = sorted(facts.office.all(Approval), key=lambda a: (a.decision.date, a.scope, a.id))
    rows = tuple(
        (
            each.scope_id,
            each.gate,
            each.decision.outcome,
            person(facts, each.decision.by),
            each.decision.as_,
            each.decision.date,
            each.amount,
        )
        for each in decided
    )
    return Table("approvals", "Gate decisions", "Every decision at a gate.", columns, rows)


def _reviews(facts: Facts) -> Table:
    columns = (
        Column("owner", "text", "The project or programme."),
        Column("id", "text", "The id of the review."),
        Column("title", "text", "What was reviewed."),
        Column("type", "text", "What kind of review it was."),
        Column("line_of_defence", "integer", "1 management, 2 PMO, 3 independent or audit."),
        Column("date", "date", "The last day of the review."),
        Column("reviewers", "text", "Who reviewed."),
        Column("rating", "text", "How confident the reviewers are of success."),
        Column("recommended", "integer", "Recommendations."),
        Column("open", "integer", "Those that are still to be carried out."),
        Column("next_review", "date", "The day of the next one."),
    )
    found = sorted(facts.office.all(Review), key=lambda r: (r.date, r.scope, r.id))
    rows = tuple(
        (
            each.scope_id,
            each.id,
            facts.discreet(each.title),
            each.type_,
            each.line_of_defence,
            each.date,
            "; ".join(person(facts, one) or "" for one in each.reviewers) or None,
            each.rating,
            len(each.recommendations),
            sum(one.done is None for one in each.recommendations.values()),
            each.next_review,
        )
        for each in found
    )
    return Table("reviews", "Assurance reviews", "Every independent review.", columns, rows)


def _assignments(facts: Facts) -> Table:
    columns = (
        Column("scope", "text", "The project, programme, portfolio or unit."),
        Column("role", "text", "The role."),
        Column("person", "text", "Who holds it."),
        Column("from", "date", "The first day."),
        Column("until", "date", "The last day; empty while no end is agreed."),
        Column("time", "text", "How much of full time."),
        Column("filled", "text", "Permanent or interim."),
    )
    rows = tuple(
        (
            each.scope_id,
            each.role,
            person(facts, each.person),
            each.from_,
            each.until,
            str(each.time) if each.time is not None else None,
            each.filled,
        )
        for each in facts.office.all(Assignment)
    )
    return Table("assignments", "Assignments", "Who holds which role, ever.", columns, rows)


def _findings(facts: Facts) -> Table:
    columns = (
        Column("rule", "text", "The rule."),
        Column("severity", "text", "How much it weighs.", ("info", "warning", "error")),
        Column("record", "text", "The record, by its full name."),
        Column("path", "text", "The file, from the folder of the records."),
        Column("line", "integer", "The line, 1 for the first."),
        Column("message", "text", "What is found."),
    )
    rows = tuple(
        (
            each.rule,
            each.severity.label,
            facts.discreet(each.record) or None,
            facts.discreet(each.place.path),
            each.place.line,
            facts.discreet(each.message),
        )
        for each in facts.verdict.findings
    )
    return Table("findings", "Findings", "What the rules find today.", columns, rows)
