"""What a role may decide: gates by tier, amounts, changes and waivers."""

from decimal import Decimal

import pytest

from pmoascode.views.powers import powers
from tests.measures.small_office import office

OFFICE = office(
    {
        "policy/policy.yaml": (
            "schema: 1\napprovals:\n"
            "  limits: {sponsor: 250000, portfolio-manager: 900000, project-manager: 10000}\n"
        ),
        "projects/apollo/project.yaml": "name: Apollo\nlifecycle: short\n",
        "policy/lifecycles/short.yaml": """\
title: Short
phases:
  idea: {title: Idea, stage: start-up}
  work: {title: Work, stage: delivery}
gates:
  start:
    title: Start
    before: work
    approvers: {small: [sponsor], large: [portfolio-manager]}
  end: {title: End, approvers: [sponsor]}
""",
        "policy/lifecycles/unused.yaml": """\
title: Unused
phases:
  idea: {title: Idea, stage: start-up}
gates:
  start: {title: Start, approvers: [pmo-analyst]}
""",
    }
)


@pytest.mark.parametrize(
    ("role", "gates", "limit", "changes", "waivers"),
    [
        (
            "sponsor",
            [("Start", ("small",)), ("End", ("small", "medium", "large"))],
            Decimal(250000),
            True,
            False,
        ),
        ("portfolio-manager", [("Start", ("large",))], Decimal(900000), False, False),
        ("pmo-director", [], None, False, True),
        ("pmo-analyst", [], None, False, False),
    ],
)
def test_a_role_decides_what_policy_and_lifecycles_give_it(
    role: str,
    gates: list[tuple[str, tuple[str, ...]]],
    limit: Decimal | None,
    changes: bool,
    waivers: bool,
) -> None:
    found = powers(OFFICE, role)
    assert [(each.gate, each.tiers) for each in found.gates] == gates
    assert (found.limit, found.changes, found.waivers) == (limit, changes, waivers)
    assert found.is_any == bool(gates or limit or changes or waivers)


@pytest.mark.parametrize(
    ("role", "above"),
    [
        ("project-manager", "sponsor"),
        ("sponsor", "portfolio-manager"),
        ("portfolio-manager", ""),
        ("pmo-analyst", ""),
    ],
)
def test_beyond_its_limit_the_next_role_decides(role: str, above: str) -> None:
    assert powers(OFFICE, role).above == above
