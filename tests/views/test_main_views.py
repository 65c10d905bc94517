"""What waits, how the work stands, what comes when: the rows that the main pages print."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace

import pytest
from msgspec import structs

from pmoascode.measures.health import health
from pmoascode.office import Office
from pmoascode.pages.facts import Facts
from pmoascode.records.approval import Approval
from pmoascode.records.lifecycle import Lifecycle
from pmoascode.records.project import Project
from pmoascode.views import due, gates, holders
from pmoascode.views.attention import Need, attention, foremost
from pmoascode.views.gist import first_sentence
from pmoascode.views.history import history
from pmoascode.views.matrix import matrix
from pmoascode.views.milestones import milestones, trends
from pmoascode.views.parents import by_parent
from pmoascode.views.portfolio import course, figures
from pmoascode.views.programme import children
from pmoascode.views.project import OnePage, one_page
from pmoascode.views.roadmap import by_finish, roadmap
from pmoascode.views.vacancies import openings
from tests.measures.small_office import apollo as small_project
from tests.measures.small_office import office as written
from tests.pages.small_site import TODAY, facts


@pytest.fixture(scope="module")
def found() -> Facts:
    return facts()


@pytest.fixture(scope="module")
def apollo(found: Facts) -> Project:
    project = found.office.find(Project, "apollo")
    assert project
    return project


@pytest.fixture(scope="module")
def page(found: Facts, apollo: Project) -> OnePage:
    given = found.approvals["apollo"]
    return one_page(found.office, found.health(apollo), given, TODAY)


def test_what_waits_is_sorted_by_urgency(found: Facts) -> None:
    needs = attention(found.office, found.healths, TODAY)
    assert [(need.kind, need.subject, need.what, need.days_late) for need in needs] == [
        ("decision", "Apollo claims portal", "Move go-live to April?", -6),
        ("gate", "Front door", "Authorise the project: no approval, though Delivery goes on", 0),
        (
            "gate",
            "Hermes address service",
            "Authorise the project: no approval, though Delivery goes on",
            0,
        ),
        ("silent", "Hermes address service", "", 183),
        ("vacancy", "Hermes address service", "sponsor", 40),
        (
            "overdue",
            "Apollo claims portal",
            "Name an owner for each benefit, and 1 more",
            11,
        ),
        ("overdue", "Apollo claims portal", "Pilot ended", 4),
        ("vacancy", "Hermes address service", "project-manager", 0),
        ("rating", "Apollo claims portal", "Go-live is three weeks late.", -66),
    ]
    assert needs[-1].owner == "tom-berg"
    assert needs[4].text == "Interviews in week 46."
    assert [need.thing for need in needs if need.kind == "overdue"] == ["condition", "milestone"]
    assert [need.owner for need in needs if need.what == "Pilot ended"] == ["tom-berg"]


def waiver(expires: str, approved: bool = True) -> Office:
    signed = (
        "approved: {outcome: approved, by: ana-keller, as: pmo-director, date: 2026-10-01}\n"
        if approved
        else ""
    )
    text = (
        "rule: risk-without-owner\nrecord: project/apollo\nreason: R\nrisk: R\ncompensation: C\n"
        f"requested_by: tom-berg\ncreated: 2026-10-01\nexpires: {expires}\n{signed}"
    )
    return written({"policy/waivers/w.yaml": text})


@pytest.mark.parametrize(
    ("expires", "approved", "late"),
    [
        ("2026-11-09", True, [1]),
        ("2026-11-24", True, [-14]),
        ("2026-11-25", True, []),
        ("2026-11-09", False, []),
    ],
)
def test_a_waiver_waits_once_it_is_about_to_end(
    expires: str, approved: bool, late: list[int]
) -> None:
    needs = attention(waiver(expires, approved), {}, TODAY)
    assert [need.days_late for need in needs] == late


@pytest.mark.parametrize(
    ("escalated", "of"), [(", escalated_to: front-door", "front-door"), ("", "")]
)
def test_an_exception_is_asked_of_nobody_but_whom_it_was_escalated_to(
    escalated: str, of: str
) -> None:
    late = "late: {title: Late, dimension: time, raised: 2026-11-04, raised_by: tom-berg"
    raised = small_project(exceptions=f"{late}{escalated}}}\n")
    project = raised.projects[0]
    needs = attention(raised, {project.name_in_full: health(raised, project, TODAY)}, TODAY)
    assert [need.owner for need in needs if need.kind == "exception"] == [of]


def test_what_an_exception_report_advises_is_said_to_be_advice() -> None:
    late = "{title: Late, dimension: time, raised: 2026-11-04, raised_by: tom-berg"
    text = f"a: {late}, recommendation: Wait.}}\nb: {late}, consequences: Dearer.}}\n"
    raised = small_project(exceptions=text)
    project = raised.projects[0]
    needs = attention(raised, {project.name_in_full: health(raised, project, TODAY)}, TODAY)
    said = [need.text for need in needs if need.kind == "exception"]
    assert said == ["Recommended: Wait.", "Dearer."]


def test_the_foremost_are_not_all_of_one_kind() -> None:
    gate, red = Need("gate", "a", "x"), Need("rating", "b", "y")
    many = [replace(gate, what=str(number)) for number in range(6)]
    assert [need.what for need in foremost([*many, red], 5)] == ["0", "1", "2", "3", "y"]
    assert [need.what for need in foremost([*many, red], 5, 4)] == ["0", "1", "2", "3", "y"]
    assert [need.what for need in foremost([*many, red], 3, 2)] == ["0", "1", "y"]
    assert [need.what for need in foremost(many, 5)] == ["0", "1", "2", "3", "4"]


def test_the_matrix_groups_running_projects_by_programme(found: Facts) -> None:
    groups = matrix(found.office, found.healths, TODAY)
    assert [(group.parent.id, [row.work.id for row in group.rows]) for group in groups] == [
        ("front-door", ["apollo"]),
        ("", ["hermes"]),
    ]
    apollo, hermes = (group.rows[0] for group in groups)
    assert apollo.ratings == ("green", "green", "green", "amber", "amber", "grey")
    assert (apollo.slip, apollo.sponsor, apollo.manager) == (21, "maria-silva", "tom-berg")
    assert apollo.next_milestone == ("go-live", "Portal open", dt.date(2027, 4, 2))
    assert (hermes.why_quiet, hermes.sponsor, hermes.money) == ("no report, overdue", "", None)


def test_gates(found: Facts, apollo: Project) -> None:
    rows = gates.gates(found.office, apollo, found.approvals["apollo"])
    assert [(row.id, row.before, row.state) for row in rows] == [
        ("authorise", "Delivery", "passed"),
        ("close", "Closed", "ahead"),
    ]
    assert [row.state for row in gates.gates(found.office, apollo, ())] == ["missing", "ahead"]


def test_only_a_phase_that_an_approval_ended_counts_as_approved(
    found: Facts, apollo: Project
) -> None:
    def states(given: Sequence[Approval]) -> list[str]:
        rows = gates.gates(found.office, apollo, given)
        return [step.state for step in gates.phases(found.office, apollo, rows)]

    assert states(found.approvals["apollo"]) == ["approved", "now", "ahead"]
    assert states(()) == ["unapproved", "now", "ahead"]


def test_a_phase_that_no_gate_ends_is_done_without_approval(found: Facts, apollo: Project) -> None:
    closed = structs.replace(apollo, phase="closed")
    lifecycle = found.office.lifecycle(apollo)
    assert lifecycle
    without = structs.replace(lifecycle, gates={"authorise": lifecycle.gates["authorise"]})
    office = replace(
        found.office, records={**found.office.records, Lifecycle: {("", without.id): without}}
    )
    rows = gates.gates(office, closed, found.approvals["apollo"])
    assert [s.state for s in gates.phases(office, closed, rows)] == ["approved", "done", "now"]


def test_the_next_gate_tells_what_it_asks_for(found: Facts, page: OnePage) -> None:
    assert page.next_gate
    assert (page.next_gate.id, page.next_gate.state) == ("close", "ahead")
    ended = next(each for each in found.office.projects if each.is_ended)
    assert one_page(found.office, found.health(ended), (), TODAY).next_gate is None


def test_papers_that_a_gate_asks_for_are_there_or_not(found: Facts, apollo: Project) -> None:
    lifecycle = found.office.lifecycle(apollo)
    assert lifecycle
    asking = structs.replace(
        lifecycle,
        gates={
            id: structs.replace(gate, requires=("risk", "end-report"), checklist=("Handed over",))
            for id, gate in lifecycle.gates.items()
        },
    )
    known = replace(
        found.office, records={**found.office.records, Lifecycle: {("", asking.id): asking}}
    )
    row = gates.gates(known, apollo, ())[0]
    assert [(paper.title, paper.is_there) for paper in row.papers] == [
        ("Risk", True),
        ("End report", False),
    ]
    assert row.checklist == ("Handed over",)


def test_what_waits_in_the_registers_stands_beside_what_the_report_asks(page: OnePage) -> None:
    assert [(each.kind, each.question, bool(each.anchor)) for each in page.asked] == [
        ("decision", "Move go-live to April?", True),
    ]


def test_tasks_are_sorted_by_day(found: Facts, apollo: Project) -> None:
    tasks = due.tasks(found.office, apollo, found.approvals["apollo"])
    assert [(task.kind, task.owner, task.due and task.due.day) for task in tasks] == [
        ("condition", "tom-berg", 30),
        ("action", "tom-berg", 6),
        ("issue", "lena-novak", 20),
    ]
    assert len(due.overdue(tasks, TODAY)) == 2


def test_a_vacant_role_is_in_the_team(found: Facts) -> None:
    hermes = found.office.find(Project, "hermes")
    assert hermes
    team = holders.team(found.office, hermes, TODAY)
    assert [(each.role, each.person) for each in team] == [("sponsor", ""), ("project-manager", "")]
    assert team[0].vacancy


def test_milestones_show_the_forecast_of_the_report_before(found: Facts, apollo: Project) -> None:
    rows = milestones(found.office, apollo, found.health(apollo).previous, TODAY)
    assert [(row.id, row.last_forecast, row.slip, row.colour, row.is_overdue) for row in rows] == [
        ("design-done", None, 4, "blue", False),
        ("pilot-end", dt.date(2026, 10, 16), 25, "amber", True),
        ("go-live", dt.date(2027, 3, 12), 21, "amber", False),
    ]


def test_a_trend_ends_with_the_plan_of_today(found: Facts, apollo: Project) -> None:
    lines = trends(apollo, found.office.reports(apollo), TODAY)
    assert [line.title for line in lines] == ["Pilot ended", "Portal open"]
    assert lines[1].points[0] == (dt.date(2026, 10, 2), dt.date(2027, 3, 12))
    assert lines[1].points[-1] == (TODAY, dt.date(2027, 4, 2))


def test_the_history_has_a_row_for_each_dimension_ever_rated(page: OnePage) -> None:
    ratings = history(page.reports[::-1])
    assert ratings.periods == ("2026-09", "2026-10")
    assert [row.name for row in ratings.rows][:1] == ["overall"]
    assert ratings.rows[-1].ratings == (None, "amber")


def test_one_page_tells_changes_since_the_report_before(page: OnePage) -> None:
    assert [change.id for change in page.changes_since] == ["more-tests"]
    needed = page.registers.dependencies[0]
    assert (needed.expected, needed.days_late, needed.is_at_risk) == (
        dt.date(2027, 2, 19),
        7,
        True,
    )
    assert [risk.id for risk in page.registers.all_risks] == ["vendor-late", "few-testers"]


def test_the_key_figures(found: Facts) -> None:
    rows = [row for group in matrix(found.office, found.healths, TODAY) for row in group.rows]
    shown = figures(rows, found.office, TODAY)
    assert (shown.running, shown.proposed, shown.ended) == (2, 0, 1)
    assert (shown.colours["amber"], shown.colours["grey"]) == (1, 1)
    assert (shown.reports_in_time, shown.silent, shown.milestones) == (1, 1, 0)
    assert shown.money.variance == 50000


def test_the_course_counts_what_was_stated_at_each_month_end(found: Facts) -> None:
    went = course(found.office, TODAY)
    assert [f"{end:%m-%d}" for end in went.ends] == [
        "06-30", "07-31", "08-31", "09-30", "10-31", "11-10",
    ]  # fmt: skip
    assert (went.step, went.counts) == (
        "month",
        {"amber": (0, 0, 0, 0, 0, 1), "green": (0, 0, 0, 0, 1, 0)},
    )


def dated(days: list[str]) -> Office:
    files = {"projects/apollo/project.yaml": "name: Apollo\nstatus: active\n"}
    for day in days:
        text = f"date: {day}\nby: tom-berg\nrating: {{overall: amber-green}}\n"
        files[f"projects/apollo/reports/{day[:7]}.yaml"] = text
    return written(files)


@pytest.mark.parametrize(
    ("days", "step", "first"),
    [
        (["2026-09-30", "2026-10-30"], "month", "2026-06-30"),
        (["2026-06-30", "2026-09-30"], "quarter", "2025-08-31"),
        (["2025-03-31", "2026-03-31"], "year", "2021-11-30"),
        ([], "month", "2026-06-30"),
    ],
)
def test_the_course_follows_the_rhythm_of_the_reports(
    days: list[str], step: str, first: str
) -> None:
    went = course(dated(days), TODAY)
    assert (went.step, went.ends[0].isoformat()) == (step, first)


def test_a_rating_counts_in_the_course_until_the_next_report_is_overdue() -> None:
    went = course(dated(["2026-07-31", "2026-08-31"]), TODAY)  # the next was due early in October
    assert went.counts["amber-green"] == (0, 1, 1, 1, 0, 0)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("Late by a month. We ask for help.", "Late by a month."),
        ("# Delay\n\nMore below.", "Delay"),
        ("Works, e.g. Main Street, go on. Then rest.", "Works, e.g. Main Street, go on."),
        ("Red for the following reasons:\n\n- Late drop.\n- No room.", "Late drop."),
        ("Red for the following reasons:", "Red for the following reasons:"),
        ("It costs £1.5 m\nmore than planned", "It costs £1.5 m more than planned"),
        ("", ""),
    ],
)
def test_the_first_sentence_of_a_text(text: str, sentence: str) -> None:
    assert first_sentence(text) == sentence


@pytest.mark.parametrize(
    ("lines", "titles"),
    [
        (["programme: x", ""], ["All projects"]),
        (["portfolio: a", "portfolio: b"], ["A", "B"]),
        (["portfolio: a\nunit: u", "portfolio: a"], ["Unit U", "No unit"]),
        (["portfolio: a", "unit: u\nportfolio: b"], ["A", "B"]),
        (["", ""], ["All projects"]),
    ],
)
def test_projects_stand_under_the_first_parent_that_divides_them(
    lines: list[str], titles: list[str]
) -> None:
    office = written(
        {
            "organisation.yaml": (
                "name: O\ncurrency: EUR\nunits: {u: {title: Unit U, type: department}}\n"
            ),
            "portfolios/a.yaml": "name: A\n",
            "portfolios/b.yaml": "name: B\n",
        }
        | {
            f"projects/p{n}/project.yaml": f"name: P{n}\nstatus: active\n{line}\n"
            for n, line in enumerate(lines)
        }
    )
    assert [parent.title for parent, _ in by_parent(office, office.projects)] == titles


def test_a_programme_sums_its_running_projects_alone(found: Facts) -> None:
    its = children(found.office, found.office.programmes[0], found.healths, TODAY)
    assert [row.work.id for row in its.rows] == ["apollo", "osprey"]
    assert its.totals.forecast == 1300000
    assert its.rollup.colour == "amber"


def test_the_roadmap_leaves_out_what_is_ended_or_dropped(found: Facts) -> None:
    groups = roadmap(found.office, found.healths, TODAY)
    lanes = [lane for group in groups for lane in group.lanes]
    assert [lane.work.id for lane in lanes] == ["apollo", "hermes"]
    assert [point.title for point in lanes[0].points] == [
        "Design agreed",
        "Pilot ended",
        "Portal open",
        "Authorise",
    ]
    assert [stretch.state for stretch in lanes[0].stretches] == ["current"]
    critical = roadmap(found.office, found.healths, TODAY, critical=True)[0].lanes[0]
    assert [point.title for point in critical.points] == ["Portal open", "Authorise"]


def test_a_roadmap_by_year_ends_with_what_has_no_finish(found: Facts) -> None:
    (first, *_) = groups = roadmap(found.office, found.healths, TODAY)
    open_ended = replace(first, lanes=(replace(first.lanes[0], finish=None),))
    divided = by_finish((open_ended, *groups))
    titles = [(group.parent.title, len(group.lanes)) for group in divided]
    assert titles == [("Finish in 2027", 2), ("No finish", 1)]


@pytest.mark.parametrize(
    ("assigned", "said", "roles"),
    [
        ("", "", []),
        ("", "vacancies: {sponsor: {since: 2026-10-01, plan: P, owner: x}}\n", ["sponsor"]),
        (
            "sponsor: [{person: x, from: 2026-01-01, until: 2026-02-01}]\n",
            "",
            ["project-manager", "sponsor"],
        ),
    ],
    ids=["nothing recorded", "said openly", "held before"],
)
def test_a_role_is_vacant_only_where_holders_are_recorded(
    assigned: str, said: str, roles: list[str]
) -> None:
    project = "name: Apollo\nstatus: active\nstart: {actual: 2026-01-01}\n"
    files = {"projects/apollo/project.yaml": project + said}
    known = written(files | ({"assignments/apollo.yaml": assigned} if assigned else {}))
    healths = {p.name_in_full: health(known, p, TODAY) for p in known.projects}
    needs = attention(known, healths, TODAY)
    assert sorted(need.what for need in needs if need.kind == "vacancy") == roles
    assert sorted({opening.role for opening in openings(known, TODAY)}) == roles
