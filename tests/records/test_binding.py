"""What binding refuses and completes, and what the policy and the lifecycle answer."""

from decimal import Decimal
from typing import Any

import msgspec
import pytest

from pmoascode.records.amounts import Duration, Percent
from pmoascode.records.assignment import Assignment
from pmoascode.records.binding import bind
from pmoascode.records.lifecycle import Lifecycle
from pmoascode.records.person import Person
from pmoascode.records.policy import Policy
from pmoascode.records.portfolio import Portfolio
from pmoascode.records.record import Record


@pytest.mark.parametrize(
    ("record", "wrong"),
    [
        (Person, {"name": "Tom Berg", "capacity": "all of it"}),
        (Person, {"name": "Tom Berg", "capacity": 80}),
        (Policy, {"tiers": {"huge": {}}}),
        (Policy, {"tiers": {"small": {"grace": "10 dogs"}}}),
        (Portfolio, {"name": "Change", "review_every": "often"}),
        (Assignment, {"person": "tom-berg", "from": "2026-02-30"}),
    ],
)
def test_what_does_not_fit_is_refused(record: type[Record], wrong: dict[str, Any]) -> None:
    with pytest.raises(msgspec.ValidationError):
        bind(record, wrong)


def test_the_given_identity_stands_above_what_the_file_says() -> None:
    written = {"person": "tom-berg", "from": "2026-01-12", "role": "sponsor", "id": "x"}
    bound = bind(Assignment, written, id="", role="project-manager", scope="project/apollo")
    assert (bound.role, bound.id, bound.scope_id) == ("project-manager", "", "apollo")


def test_an_empty_policy_is_complete() -> None:
    policy = bind(Policy, {"schema": 1})
    assert (policy.profile, policy.defaults.lifecycle) == ("starter", "standard")
    assert policy.rigour(None).tolerance.time == Duration(14, "day")
    assert policy.rigour("small").files == {}
    assert policy.setting("green-but-late").severity is None
    said = bind(Policy, {"rules": {"green-but-late": "info"}})
    assert said.setting("green-but-late").severity == "info"


def test_a_tier_keeps_what_the_policy_leaves_out() -> None:
    said = {"tiers": {"medium": {"tolerance": {"cost": "3 %"}, "pm_level": 5}}}
    medium = bind(Policy, said).rigour("medium")
    assert medium.tolerance.cost == Percent(Decimal(3))
    assert medium.tolerance.time == Duration(14, "day")
    assert (medium.pm_level, medium.report_every) == (5, Duration(1, "month"))


@pytest.mark.parametrize(
    ("old", "new", "allowed"),
    [
        ("one", "two", True),
        ("two", "two", True),
        ("one", "three", False),
        ("three", "two", False),
        ("two", "one", True),
        ("elsewhere", "one", False),
    ],
)
def test_moves_between_phases(old: str, new: str, allowed: bool) -> None:
    phases = {name: {"title": name, "stage": "delivery"} for name in ("one", "two", "three")}
    moves = [{"from": "two", "to": "one"}]
    lifecycle = bind(Lifecycle, {"title": "Short", "phases": phases, "moves": moves})
    assert lifecycle.allows(old, new) is allowed
