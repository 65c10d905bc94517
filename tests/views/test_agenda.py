"""What is due from whom, and what waits for whose decision."""

import datetime as dt

import pytest

from pmoascode.measures.health import health
from pmoascode.office import Office
from pmoascode.records.project import Project
from pmoascode.views.agenda import agenda, personal
from pmoascode.views.attention import needs_of
from pmoascode.views.due import overdue, tasks
from pmoascode.views.mine import mine
from pmoascode.views.waiting import waiting
from tests.views.test_people_and_roles import office_with

TODAY = dt.date(2026, 11, 10)
EMPTY = {
    f"projects/apollo/{name}.yaml": ""
    for name in ("risks", "issues", "actions", "benefits", "change-requests", "exceptions",
                 "decisions", "deliverables", "kpis")
}  # fmt: skip


ONE = "{date: 2026-10-31, value: 1}"


def office(files: dict[str, str]) -> Office:
    found = office_with(EMPTY | files)
    assert not [f for f in found.findings if "unreadable" in f.rule]
    return found


def items(person: str, files: dict[str, str], of: str = "apollo") -> list[str]:
    """What is due from the person on the work, as words."""
    found = agenda(office(files), TODAY).get(person, ())
    return [
        f"{i.kind} {i.due}: {i.what}" for i in found if (i.work.id if i.work else "") == of
    ]  # fmt: skip


def test_the_manager_owes_the_report_and_the_milestones_of_nobody() -> None:
    project = """\
name: Apollo
status: active
phase: delivery
milestones:
  mine: {title: Mine, baseline: 2026-12-01, forecast: 2026-12-05}
  hers: {title: Hers, baseline: 2026-12-02, owner: lena-novak}
  done: {title: Done, baseline: 2026-10-02, actual: 2026-10-02, status: reached}
  gone: {title: Gone, baseline: 2026-10-02, status: dropped}
  undated: {title: Undated}
"""
    files = {"projects/apollo/project.yaml": project}
    found = items("tom-berg", files)
    assert "milestone 2026-12-05: Mine" in found
    assert [each for each in found if each.startswith("milestone")] == [
        "milestone 2026-12-05: Mine"
    ]
    assert [each.partition(":")[2] for each in found if each.startswith("report")] == [
        " Status report of Apollo"
    ]
    assert items("lena-novak", files) == ["milestone 2026-12-02: Hers"]


@pytest.mark.parametrize(
    ("path", "text", "expected"),
    [
        ("risks", "r: {title: R, owner: li-wen, review: 2026-12-01}", "review 2026-12-01: Risk: R"),
        ("risks", "r: {title: R, owner: li-wen, review: 2026-12-01, status: closed}", ""),
        ("risks", "r: {title: R, owner: li-wen}", ""),
        (
            "benefits",
            "b: {title: B, owner: li-wen, review: 2026-12-01, status: planned}",
            "review 2026-12-01: Benefit: B",
        ),
        (
            "benefits",
            (
                "b: {title: B, owner: tom-berg, responsible: li-wen, status: planned,"
                " target: {value: 1, date: 2026-11-20}}"
            ),
            "measurement 2026-11-20: B",
        ),
        ("actions", "a: {do: A, owner: li-wen, due: 2026-11-09}", "action 2026-11-09: A"),
        ("actions", "a: {do: A, owner: li-wen, due: 2026-11-09, done: 2026-11-09}", ""),
        ("issues", "i: {title: I, owner: li-wen, due: 2026-11-11}", "issue 2026-11-11: I"),
        (
            "kpis",
            f"k: {{title: K, owner: li-wen, every: 1 month, measurements: [{ONE}]}}",
            "measurement 2026-11-30: K",
        ),
        ("kpis", "k: {title: K, owner: li-wen, every: 1 month}", ""),
    ],
)
def test_what_has_an_owner_and_a_day_is_due(path: str, text: str, expected: str) -> None:
    found = items("li-wen", {f"projects/apollo/{path}.yaml": f"{text}\n"})
    assert found == ([expected] if expected else [])


REVIEW = """\
title: Readiness
type: gate
date: 2026-11-02
recommendations:
  dated: {text: Test the fallback, priority: essential, owner: li-wen, due: 2026-11-08}
  undated: {text: Name a deputy, priority: recommended, owner: li-wen}
  done: {text: Ask twice, priority: critical, owner: li-wen, due: 2026-11-09, done: 2026-11-09}
"""
LESSONS = """\
open: {title: Draft it yourself, owner: li-wen}
shared: {title: Read the clause, owner: li-wen, shared: 2026-11-01}
used: {title: One works a night, owner: li-wen, applied_in: [hermes]}
nobodys: {title: Count twice}
"""
FOLLOW_ON = """\
date: 2026-11-01
by: tom-berg
summary: Done.
follow_on:
  - {do: Switch off the old forms, owner: li-wen, due: 2026-11-30}
"""
AFTER = {
    "assurance/apollo/readiness.yaml": REVIEW,
    "projects/apollo/lessons.yaml": LESSONS,
    "projects/apollo/end-report.yaml": FOLLOW_ON,
}


def test_what_reviews_and_an_end_ask_for_is_due_from_whoever_is_to_do_it() -> None:
    assert items("li-wen", AFTER) == [
        "recommendation 2026-11-08: Test the fallback",
        "action 2026-11-30: Switch off the old forms",
    ]


def test_what_is_to_be_done_for_work_has_a_day_only_where_the_record_has() -> None:
    found = office(AFTER)
    apollo = found.find(Project, "apollo")
    assert apollo
    told = [(task.kind, task.do, task.due, task.owner) for task in tasks(found, apollo, ())]
    assert told == [
        ("recommendation", "Test the fallback", dt.date(2026, 11, 8), "li-wen"),
        ("action", "Switch off the old forms", dt.date(2026, 11, 30), "li-wen"),
        ("recommendation", "Name a deputy", None, "li-wen"),
        ("lesson", "Tell others: Draft it yourself", None, "li-wen"),
    ]
    assert [task.do for task in overdue(tasks(found, apollo, ()), TODAY)] == ["Test the fallback"]


def test_an_overdue_recommendation_needs_attention() -> None:
    found = office(AFTER)
    apollo = found.find(Project, "apollo")
    assert apollo
    needs = needs_of(found, health(found, apollo, TODAY), (), TODAY)
    assert "Test the fallback" in [need.what for need in needs if need.kind == "overdue"]


def test_an_improvement_of_the_office_is_due_while_it_is_open() -> None:
    improvements = """\
chamber: {title: Cold tests, source: lesson, owner: li-wen, due: 2026-12-01}
done: {title: A course, source: review, owner: li-wen, due: 2026-12-01, status: done}
"""
    found = items("li-wen", {"improvements.yaml": improvements}, of="")
    assert found == ["improvement 2026-12-01: Cold tests"]


def test_ended_work_asks_only_for_what_is_measured_afterwards() -> None:
    files = {
        "projects/mercury/project.yaml": "name: Mercury\nstatus: closed\nphase: closed\n",
        "projects/mercury/risks.yaml": "r: {title: R, owner: li-wen, review: 2026-12-01}\n",
        "projects/mercury/benefits.yaml": "b: {title: B, owner: tom-berg, status: planned,"
        " after_closure_owner: li-wen, target: {value: 1, date: 2027-01-31}}\n",
    }
    assert items("li-wen", files, "mercury") == ["measurement 2027-01-31: B"]


def test_development_is_personal_and_stands_apart() -> None:
    files = {
        "people/tom-berg.yaml": "name: Tom Berg\ndevelopment:\n"
        "  - {do: Learn, owner: tom-berg, due: 2026-12-01}\n"
        "  - {do: Teach, owner: li-wen, due: 2026-12-01}\n"
        "  - {do: Old, owner: tom-berg, due: 2026-01-01, done: 2026-01-01}\n",
    }
    found = office(files)
    li, tom = found.person("li-wen"), found.person("tom-berg")
    assert li
    assert tom
    assert [item.what for item in personal(found, li)] == ["Teach (for Tom Berg)"]
    assert [item.what for item in personal(found, tom)] == ["Learn"]
    assert "development" not in {i.kind for each in agenda(found, TODAY).values() for i in each}


def asked(person: str, files: dict[str, str]) -> list[str]:
    """What waits for the person, beyond what waits in the office without the files."""
    usual = set(_asked(person, {}))
    return [each for each in _asked(person, files) if each not in usual]


def _asked(person: str, files: dict[str, str]) -> list[str]:
    found = waiting(office(files), person, TODAY)
    return [f"{w.what}: {w.title}, as {w.role or 'named'}" for w in found]


@pytest.mark.parametrize(
    ("path", "text", "person", "expected"),
    [
        (
            "change-requests",
            "c: {title: C, requested_by: tom-berg, reason: R}",
            "maria-silva",
            ["change request: C, as sponsor"],
        ),
        ("change-requests", "c: {requested_by: maria-silva, reason: R}", "maria-silva", []),
        ("change-requests", "c: {title: C, requested_by: tom-berg, reason: R}", "tom-berg", []),
        (
            "change-requests",
            "c: {title: C, requested_by: tom-berg, reason: R, status: withdrawn}",
            "maria-silva",
            [],
        ),
        (
            "exceptions",
            "e: {title: E, dimension: time, raised: 2026-11-03}",
            "maria-silva",
            ["exception: E, as sponsor"],
        ),
        (
            "risks",
            "r: {title: R, probability: 5, impact: 3, response: accept}",
            "maria-silva",
            ["risk: R, as sponsor"],
        ),
        ("risks", "r: {title: R, probability: 4, impact: 3, response: accept}", "maria-silva", []),
        (
            "deliverables",
            "d: {title: D, receiver: lena-novak, due: {actual: 2026-11-01}}",
            "lena-novak",
            ["deliverable: D, as named"],
        ),
        (
            "deliverables",
            "d: {title: D, due: {actual: 2026-11-01}}",
            "paul-weber",
            ["deliverable: D, as senior-user"],
        ),
        ("deliverables", "d: {title: D, due: {forecast: 2026-11-01}}", "paul-weber", []),
    ],
)  # fmt: skip
def test_what_waits_for_a_decision(path: str, text: str, person: str, expected: list[str]) -> None:
    assert asked(person, {f"projects/apollo/{path}.yaml": f"{text}\n"}) == expected


WAIVER = """\
rule: risk-without-owner
record: project/apollo
reason: The owner starts on Monday.
risk: Nobody watches the risk for a week.
compensation: The manager looks at it daily.
requested_by: tom-berg
created: 2026-11-02
expires: 2026-11-20
"""


def test_a_waiver_waits_for_those_who_may_grant_it() -> None:
    said = ["waiver: risk-without-owner of project/apollo, as pmo-director"]
    assert asked("ana-keller", {"policy/waivers/w.yaml": WAIVER}) == said
    assert asked("maria-silva", {"policy/waivers/w.yaml": WAIVER}) == []


@pytest.mark.parametrize(
    ("september", "october", "waits"),
    [(True, False, True), (False, False, False), (True, True, False)],
)
def test_the_last_report_waits_where_reports_are_accepted(
    september: bool, october: bool, waits: bool
) -> None:
    def report(day: str, accepted: bool) -> str:
        sign = "{outcome: approved, by: maria-silva, as: sponsor, date: 2026-11-04}"
        text = f"date: {day}\nby: tom-berg\nrating: {{overall: green}}\n"
        return text + (f"accepted: {sign}\n" if accepted else "")

    files = {
        "projects/apollo/reports/2026-08.yaml": report("2026-09-02", september),
        "projects/apollo/reports/2026-09.yaml": report("2026-10-02", september),
        "projects/apollo/reports/2026-10.yaml": report("2026-11-02", october),
    }
    said = "report: Status report 2026-10, as sponsor"
    assert (said in _asked("maria-silva", files)) is waits


def test_mine_looks_as_far_ahead_as_asked_and_keeps_what_is_late() -> None:
    files = {
        "projects/apollo/actions.yaml": """\
late: {do: Late, owner: nora-lind, due: 2026-01-01}
near: {do: Near, owner: nora-lind, due: 2026-11-17}
far: {do: Far, owner: nora-lind, due: 2026-11-18}
"""
    }
    found = office(files)
    nora = found.person("nora-lind")
    assert nora
    own = mine(found, nora, TODAY, 7)
    assert [item.what for item in own.due] == ["Late", "Near"]
    assert own.beyond == 1
    assert own.names["action"] == 3
