"""The lifecycles, the responsibility matrix and the standards that come with the package."""

from typing import get_args

import pytest

from pmoascode.records.fields import PhaseStage, Tier
from pmoascode.records.raci import RaciRow
from pmoascode.records.standard import Standard
from tests.built_in.shipped import KIND_NAMES, lifecycles, office, roles

LIFECYCLES = [
    ("standard", ["idea", "initiation", "delivery", "closing", "closed"]),
    ("prince2", ["starting-up", "initiation", "delivery", "final-stage", "post-project"]),
    ("pm2", ["initiating", "planning", "executing", "closing", "closed"]),
    (
        "gateway",
        [
            *("strategy", "business-case", "delivery-strategy", "procurement", "build"),
            *("readiness", "operation", "closed"),
        ],
    ),
    (
        "uk-major-projects",
        ["feasibility", "appraise-and-select", "define", "deliver", "operate-and-embed", "closed"],
    ),
    ("agile-government", ["discovery", "alpha", "beta", "live", "retired"]),
    (
        "msp",
        ["identify", "design", "plan", "deliver", "embed", "evaluate", "close", "closed"],
    ),
]
STANDARDS = {
    "governance-framework",
    "portfolio-management",
    "status-reporting",
    "risk-management",
    "project-management-philosophy",
    "into-project-management",
}


@pytest.mark.parametrize(("id", "phases"), LIFECYCLES)
class TestLifecycle:
    def test_goes_from_start_up_to_after(self, id: str, phases: list[str]) -> None:
        lifecycle = lifecycles()[id]
        order = get_args(PhaseStage)
        stages = [order.index(phase.stage) for phase in lifecycle.phases.values()]
        assert list(lifecycle.order) == phases
        assert stages == sorted(stages)
        assert set(stages) == set(range(len(order)))

    def test_moves_lead_back(self, id: str, phases: list[str]) -> None:
        for move in lifecycles()[id].moves:
            assert phases.index(move.to) < phases.index(move.from_)

    def test_gates_are_in_order_and_name_what_exists(self, id: str, phases: list[str]) -> None:
        gates = lifecycles()[id].gates
        places = [phases.index(gate.before or "") for gate in gates.values()]
        assert places == sorted(set(places))
        for name, gate in gates.items():
            assert set(gate.requires) <= KIND_NAMES, name
            assert gate.checklist, name
            for tier in get_args(Tier):
                approvers = set(gate.approvers_for(tier))
                assert approvers, name
                assert approvers <= roles().keys(), name

    def test_delivery_and_the_end_have_a_gate(self, id: str, phases: list[str]) -> None:
        lifecycle = lifecycles()[id]
        opens = {gate.before: gate for gate in lifecycle.gates.values()}
        delivery = next(n for n, phase in lifecycle.phases.items() if phase.stage == "delivery")
        assert {"business-case", "pid"} <= set(opens[delivery].requires)
        assert "end-report" in opens[phases[-1]].requires


def test_every_lifecycle_is_there() -> None:
    assert set(lifecycles()) == {id for id, _ in LIFECYCLES}


def test_responsibility_matrix() -> None:
    for row in office().all(RaciRow):
        assert row.id in KIND_NAMES
        assert row.roles.keys() <= roles().keys(), row.id
        assert len(row.accountable) == 1, row.id
        assert row.responsible, row.id
        assert "junior-project-manager" not in row.accountable


def test_standards_have_an_owner_and_a_text() -> None:
    standards = {standard.id: standard for standard in office().all(Standard)}
    assert set(standards) == STANDARDS
    for id, standard in standards.items():
        assert standard.owner in roles(), id
        assert standard.body, id
