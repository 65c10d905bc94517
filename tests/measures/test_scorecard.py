"""The figures about the office: what counts as a case, and what is too few to tell."""

from collections.abc import Mapping
from decimal import Decimal

import pytest

from pmoascode.measures.scorecard import scorecard
from tests.measures.small_office import TODAY, office

CLOSED = """\
name: {name}
status: closed
finish: {{baseline: 2026-06-30, actual: {end}}}
budget: {{baseline: 1000, actual: {cost}}}
tolerances: {{time: 14 days, cost: 5 %}}
"""
REPORT = "date: {day}\nby: tom-berg\nrating: {{overall: {rating}}}\n"


def closed(*ends: tuple[str, int]) -> dict[str, str]:
    return {
        f"projects/p{number}/project.yaml": CLOSED.format(name=f"P{number}", end=end, cost=cost)
        for number, (end, cost) in enumerate(ends)
    }


def reports(*told: tuple[str, str, str]) -> dict[str, str]:
    made = {
        f"projects/a/reports/{period}.yaml": REPORT.format(day=day, rating=rating)
        for period, day, rating in told
    }
    return {"projects/a/project.yaml": "name: A\nstatus: active\n", **made}


def score(files: Mapping[str, str], id: str) -> tuple[Decimal | None, int]:
    (found,) = (each for each in scorecard(office(files), TODAY) if each.id == id)
    return found.value, found.cases


@pytest.mark.parametrize(
    ("files", "id", "expected"),
    [
        (closed(("2026-06-30", 1000), ("2026-07-14", 1050)), "on-time", (None, 2)),
        (
            closed(("2026-06-30", 1000), ("2026-07-14", 1050), ("2026-07-15", 1051)),
            "on-time",
            (Decimal(200) / 3, 3),
        ),
        (
            closed(("2026-06-30", 1000), ("2026-07-14", 1050), ("2026-07-15", 1051)),
            "on-budget",
            (Decimal(200) / 3, 3),
        ),
        (closed(*[("2024-06-30", 1)] * 3), "on-time", (None, 0)),  # too long ago
        (
            reports(
                ("2026-08", "2026-09-05", "green"),
                ("2026-09", "2026-10-10", "green"),
                ("2026-10", "2026-11-10", "green"),
            ),
            "reports",
            (Decimal(100), 3),
        ),
        (
            reports(
                ("2026-07", "2026-08-11", "green"),  # a day beyond the grace
                ("2026-09", "2026-10-10", "green"),  # August is missing
                ("2026-10", "2026-11-05", "green"),
            ),
            "reports",
            (Decimal(50), 4),
        ),
        (
            reports(
                ("2026-05", "2026-06-05", "green"),
                ("2026-06", "2026-07-05", "amber"),
                ("2026-07", "2026-08-05", "red"),
                ("2026-08", "2026-09-05", "green"),
                ("2026-09", "2026-10-05", "red"),
                ("2026-10", "2026-11-05", "red"),
            ),
            "warning",
            (None, 2),
        ),
    ],
)
def test_a_figure_counts_its_cases(
    files: Mapping[str, str], id: str, expected: tuple[Decimal | None, int]
) -> None:
    assert score(files, id) == expected


def test_a_turn_to_red_counts_the_days_of_amber_before_it() -> None:
    told = [("green", 1), ("amber", 2), ("red", 3), ("green", 4), ("red", 5), ("amber", 6)]
    files = reports(*[(f"2026-0{n}", f"2026-0{n + 1}-05", colour) for colour, n in told])
    files |= {
        f"projects/b/reports/2026-0{n}.yaml": REPORT.format(day=f"2026-0{n + 1}-05", rating=colour)
        for colour, n in (("amber", 1), ("amber", 2), ("red", 3))
    }
    files["projects/b/project.yaml"] = "name: B\nstatus: active\n"
    value, cases = score(files, "warning")
    assert cases == 3
    assert value == 31  # the median of 31 days in A, of none in A again, and of 59 in B


CHANGE = """\
c{n}:
  requested_by: tom-berg
  requested: 2026-10-01
  reason: Late.
  decision: {{outcome: approved, by: maria-silva, as: sponsor, date: 2026-10-{day}}}
"""


def test_changes_and_conditions() -> None:
    text = "".join(CHANGE.format(n=n, day=day) for n, day in enumerate(("02", "05", "11")))
    files = {
        "projects/a/project.yaml": "name: A\nstatus: active\n",
        "projects/a/change-requests.yaml": text,
        "approvals/a/start-1.yaml": """\
gate: start
decision: {outcome: approved-with-conditions, by: maria-silva, as: sponsor, date: 2026-01-12}
conditions:
  one: {text: One, owner: tom-berg, due: 2026-02-01, done: 2026-02-01}
  two: {text: Two, owner: tom-berg, due: 2026-02-01, done: 2026-02-02}
  three: {text: Three, owner: tom-berg, due: 2026-02-01}
  four: {text: Four, owner: tom-berg, due: 2027-02-01}
""",
    }
    assert score(files, "changes") == (Decimal(4), 3)
    assert score(files, "conditions") == (Decimal(100) / 3, 3)
