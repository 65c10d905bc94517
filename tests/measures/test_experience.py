"""How long somebody has held a role, and how large what they led was."""

import datetime as dt
from decimal import Decimal

import pytest

from pmoascode.measures.experience import Experience, experience
from pmoascode.measures.readiness import days_together
from pmoascode.records.tenure import Tenure
from tests.views.test_people_and_roles import office_with

TODAY = dt.date(2026, 11, 10)


def day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


def found(assignments: str, **files: str) -> dict[str, Experience]:
    office = office_with({"assignments/hermes.yaml": assignments} | files)
    sam = office.person("sam-okoro")
    assert sam
    return {each.role: each for each in experience(office, sam, TODAY)}


@pytest.mark.parametrize(
    ("stretches", "days"),
    [
        ([("2026-11-10", None)], 1),
        ([("2026-11-01", "2026-11-05"), ("2026-11-04", "2026-11-08")], 8),
        ([("2026-11-01", "2026-11-08"), ("2026-11-03", "2026-11-04")], 8),
        ([("2026-11-09", "2027-03-01")], 2),
        ([("2026-11-11", None)], 0),
        ([("2026-11-05", "2026-11-01")], 0),
        ([], 0),
    ],
)
def test_each_day_counts_once_and_none_that_is_to_come(
    stretches: list[tuple[str, str | None]], days: int
) -> None:
    tenures = [Tenure(day(first), day(last) if last else None) for first, last in stretches]
    assert days_together(tenures, TODAY) == days


def test_a_role_held_on_two_projects_at_once_counts_its_days_once() -> None:
    held = found("project-manager:\n  - {person: sam-okoro, from: 2026-01-01, time: 40 %}\n")
    manager = held["project-manager"]  # on Mercury from 2025-01-06 to 2026-03-31 as well
    assert (manager.first, manager.last) == (day("2025-01-06"), None)
    assert manager.days == (TODAY - day("2025-01-06")).days + 1
    assert manager.months == 22
    assert manager.scopes == ("mercury", "hermes")


def test_the_largest_work_is_that_of_the_largest_approved_budget() -> None:
    manager = found(
        "project-manager:\n  - {person: sam-okoro, from: 2026-01-01}\n",
        **{
            "projects/hermes/project.yaml": "name: Hermes\nstatus: active\ntier: large\n"
            "budget: {baseline: 59999}\n",
        },
    )["project-manager"]
    assert (manager.tier, manager.budget, manager.largest) == (
        "large", Decimal(60000), "mercury"
    )  # fmt: skip


def test_who_holds_a_role_with_others_has_led_nothing_by_it() -> None:
    held = found("senior-user:\n  - {person: sam-okoro, from: 2026-01-01}\n")
    assert (held["senior-user"].tier, held["senior-user"].largest) == (None, "")


def test_what_is_to_come_is_no_experience() -> None:
    held = found("sponsor:\n  - {person: sam-okoro, from: 2026-11-11}\n")
    assert held.keys() == {"project-manager"}
