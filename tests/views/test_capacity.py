"""Demand against capacity: what counts, in which period, and what is not known."""

import datetime as dt
from collections.abc import Iterator, Mapping
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.capacity import MONTHS
from benchmarks.capacity import found as swept
from benchmarks.sqlite_days import answers, filled
from benchmarks.staffed import staffed
from pmoascode.measures.what_if import first_day, moved
from pmoascode.office import Office
from pmoascode.records.assignment import Assignment
from pmoascode.records.project import Project
from pmoascode.records.tenure import Tenure
from pmoascode.views.capacity import By, Row, capacity, periods
from pmoascode.views.outlook import differences, outlook
from pmoascode.views.overloads import overloads
from tests.measures.small_office import office

TODAY = dt.date(2026, 11, 10)
WITHIN = periods(dt.date(2026, 11, 1), dt.date(2027, 1, 31), "month")
TESTER = "title: Tester\nfamily: delivery\nskills: {testing: 4, reading: 2}\n"
PEOPLE = {
    "people/ana.yaml": "name: Ana\ncareer_role: tester\nskills: {testing: {level: 4}}\n",
    "people/tom.yaml": (
        "name: Tom\ncareer_role: tester\ncapacity: 50 %\nactive_until: 2026-12-31\n"
        "skills: {testing: {level: 3}}\n"
    ),
    "roles/tester.yaml": TESTER,
    "skills.yaml": """\
testing: {title: Testing, category: technical}
reading: {title: Reading, category: technical}
""",
}
APOLLO = "name: Apollo\nstatus: active\nfinish: {forecast: 2026-12-15}\n"


def rows(files: Mapping[str, str], by: By = "role") -> list[str]:
    """Each row: title, basis, unsaid of total, then demand/capacity of three months."""
    found = capacity(office(PEOPLE | dict(files)), by, WITHIN, TODAY)
    return [
        " ".join([row.title, row.basis, f"{row.unsaid}/{row.total}", *cells(row)]) for row in found
    ]


def cells(row: Row) -> Iterator[str]:
    for cell in row.cells:
        there = "?" if cell.capacity is None else f"{cell.capacity:.0f}"
        yield f"{round(cell.demand, 1):g}/{there}".replace(".0/", "/")


HELD = "tester: [{person: ana, from: 2026-11-01, until: 2026-12-31, time: 60 %}]\n"
LOOKOUT = "lookout: [{person: ana, from: 2026-11-01, time: 5 %}]\n"
OPEN = "tester: [{person: ana, from: 2026-12-01, time: 62 %}]\n"


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        (
            {"projects/apollo/project.yaml": APOLLO, "assignments/apollo.yaml": HELD},
            ["Tester counted 0/1 60/150 60/150 0/100"],
        ),
        (
            {"projects/apollo/project.yaml": APOLLO, "assignments/apollo.yaml": OPEN},
            ["Tester counted 0/1 0/150 30/150 0/100"],
        ),
        (
            {
                "projects/apollo/project.yaml": APOLLO,
                "assignments/apollo.yaml": "tester: [{person: ana, from: 2026-11-01}]\n",
            },
            ["Tester counted 1/1 0/150 0/150 0/100"],
        ),
        (
            {
                "projects/apollo/project.yaml": "name: Apollo\nstatus: closed\n",
                "assignments/apollo.yaml": OPEN,
            },
            [],
        ),
        (
            {
                "projects/apollo/project.yaml": "name: Apollo\nstatus: proposed\n",
                "assignments/apollo.yaml": OPEN,
            },
            ["Tester counted 0/1 0/150 62/150 62/100"],
        ),
        (
            {
                "projects/apollo/project.yaml": APOLLO,
                "assignments/apollo.yaml": HELD,
                "portfolios/change.yaml": """\
name: Change
capacity:
  - {month: 2026-11, role: tester, fte: 0.5}
  - {month: 2027-01, role: tester, fte: 2}
  - {month: 2027-01, role: writer, fte: 1}
""",
                "portfolios/other.yaml": (
                    "name: Other\ncapacity: [{month: 2026-11, role: tester, fte: 0.25}]\n"
                ),
            },
            ["Tester stated 0/1 60/75 60/? 0/200", "Writer stated 0/0 0/? 0/? 0/100"],
        ),
        (
            {
                "projects/apollo/project.yaml": APOLLO,
                "assignments/apollo.yaml": LOOKOUT,
            },
            ["Lookout  0/1 5/? 2.4/? 0/?"],
        ),
        (
            {
                "projects/apollo/project.yaml": f"""{APOLLO}vacancies:
  tester: {{since: 2026-11-16, plan: Soon, owner: ana, time: 80 %}}
  lookout: {{since: 2026-11-16, plan: Soon, owner: ana}}
""",
                "assignments/apollo.yaml": (
                    "tester: [{person: ana, from: 2026-12-01, time: 62 %}]\n"
                ),
            },
            ["Tester counted 0/2 40/150 30/150 0/100", "Lookout  1/1 0/? 0/? 0/?"],
        ),
    ],
)
def test_roles(files: dict[str, str], expected: list[str]) -> None:
    assert rows(files) == expected


def test_skills_are_asked_for_by_roles_and_held_at_a_level() -> None:
    files = {"projects/apollo/project.yaml": APOLLO, "assignments/apollo.yaml": HELD}
    assert rows(files, "skill") == [
        "Testing, 4+ counted 0/1 60/100 60/100 0/100",
        "Reading, 2+  0/1 60/? 60/? 0/?",
    ]


def test_people() -> None:
    held = """\
tester:
  - {person: ana, from: 2026-11-01, until: 2026-12-31, time: 60 %}
  - {person: ana, from: 2026-11-16, until: 2026-11-30, time: 80 %}
  - {person: nobody-known, from: 2026-11-16, until: 2026-11-30, time: 80 %}
"""
    files = {"projects/apollo/project.yaml": APOLLO, "assignments/apollo.yaml": held}
    found = capacity(office(PEOPLE | files), "person", WITHIN, TODAY)
    assert [(row.title, row.cells[0].demand, row.cells[0].peak) for row in found] == [
        ("Ana", Decimal(100), Decimal(140))
    ]


@pytest.mark.parametrize(
    ("first", "last", "every", "expected"),
    [
        ("2026-11-10", "2027-01-01", "month", ["2026-11", "2026-12", "2027-01"]),
        ("2026-11-10", "2026-11-10", "month", ["2026-11"]),
        ("2026-12-28", "2027-01-04", "week", ["2026-w53", "2027-w01"]),
    ],
)
def test_periods(first: str, last: str, every: str, expected: list[str]) -> None:
    days = dt.date.fromisoformat(first), dt.date.fromisoformat(last)
    assert [p.id for p in periods(*days, "week" if every == "week" else "month")] == expected


def overloaded(apollo: str, hermes: str) -> Office:
    return office(
        PEOPLE
        | {
            "projects/apollo/project.yaml": APOLLO,
            "projects/hermes/project.yaml": "name: Hermes\nstart: {baseline: 2027-01-11}\n",
            "assignments/apollo.yaml": f"tester:\n  - {{person: ana, {apollo}}}\n",
            "assignments/hermes.yaml": f"tester:\n  - {{person: ana, {hermes}}}\n",
        }
    )


def told(found: Office, within: Tenure) -> list[str]:
    return [
        f"{o.person.name} {o.tenure} {o.percent} > {o.limit}"
        for o in overloads(found, within, TODAY)
    ]


WHOLE = Tenure(WITHIN[0].first, WITHIN[-1].last)


def test_an_overload_is_told_to_the_day_and_whole() -> None:
    found = overloaded(
        "from: 2026-01-01, time: 80 %", "from: 2026-10-02, until: 2026-11-15, time: 50 %"
    )
    assert told(found, WHOLE) == ["Ana from 2026-10-02 to 2026-11-15 130 > 100"]
    assert told(found, Tenure(dt.date(2026, 11, 16))) == []


def test_each_change_of_an_overload_is_one_of_its_own() -> None:
    found = overloaded(
        "from: 2026-01-01, until: 2026-12-31, time: 80 %",
        "from: 2026-11-02, until: 2026-11-15, time: 50 %}\n"
        "  - {person: ana, from: 2026-11-09, until: 2026-11-30, time: 25 %",
    )
    assert told(found, WHOLE) == [
        "Ana from 2026-11-02 to 2026-11-08 130 > 100",
        "Ana from 2026-11-09 to 2026-11-15 155 > 100",
        "Ana from 2026-11-16 to 2026-11-30 105 > 100",
    ]


shares = st.sampled_from((20, 40, 60, 100))
days = st.integers(0, 60).map(lambda n: dt.date(2026, 11, 1) + dt.timedelta(days=n))
entries = st.lists(st.tuples(days, st.none() | days, shares), min_size=1, max_size=5)


@settings(deadline=None)  # an office is read for each
@given(entries, days)
def test_an_overload_is_the_truth_day_by_day(
    given_: list[tuple[dt.date, dt.date | None, int]], day: dt.date
) -> None:
    held = "".join(
        f"  - {{person: ana, from: {a}{f', until: {b}' if b else ''}, time: {share} %}}\n"
        for a, b, share in given_
    )
    found = office(PEOPLE | {"assignments/pmo.yaml": f"tester:\n{held}"})
    total = sum(share for a, b, share in given_ if a <= day and (b is None or day <= b))
    here = [o.percent for o in overloads(found, WHOLE, TODAY) if day in o.tenure]
    assert here == ([Decimal(total)] if total > 100 else [])


def test_a_project_that_comes_later_takes_its_people_later() -> None:
    found = overloaded(
        "from: 2026-01-01, time: 80 %",
        "from: 2027-01-11, until: 2027-02-28, time: 50 %",
    )
    hermes = found.find(Project, "hermes")
    assert hermes
    assert first_day(found, hermes) == dt.date(2027, 1, 11)
    assert told(found, WHOLE) == []
    earlier = moved(found, hermes, -42, TODAY)
    assert told(earlier, WHOLE) == ["Ana from 2026-11-30 to 2026-12-15 130 > 100"]
    now, then = (outlook(each, "role", WITHIN, TODAY) for each in (found, earlier))
    assert [round(each) for each in differences(now, then)["tester"]] == [2, 50, -6]
    assert told(found, WHOLE) == []  # the office itself is as it was


def test_what_has_been_stays() -> None:
    found = overloaded(
        "from: 2026-01-01, time: 80 %", "from: 2026-11-09, until: 2026-11-10, time: 50 %"
    )
    apollo, hermes = (found.find(Project, id) for id in ("apollo", "hermes"))
    assert apollo
    assert hermes
    later = moved(moved(found, apollo, 30, TODAY), hermes, 30, TODAY)
    tenures = [str(a.tenure) for a in later.all(Assignment)]
    assert tenures == ["from 2026-01-01 on", "from 2026-11-09 to 2026-12-10"]
    moved_apollo = later.find(Project, "apollo")
    assert moved_apollo
    assert moved_apollo.last_day == dt.date(2027, 1, 14)


def test_a_data_base_that_counts_day_by_day_finds_the_same() -> None:
    made = staffed(250)
    over, asked, gaps = swept(made)
    theirs = answers(filled(made), MONTHS)
    assert (over, round(asked, 6), gaps) == (theirs[0], round(theirs[1], 6), theirs[2])
    assert over > 0
    assert gaps > 0
