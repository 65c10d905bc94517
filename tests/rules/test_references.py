"""References: looked up near first, silent about what is there and cannot be read."""

import pytest

from pmoascode.rules.structure import RULES
from pmoascode.verdict import judge
from tests.rules.test_examples import TODAY, office_with

RISK = (
    "late: {title: Late, escalated_to: %s, closed: {date: 2026-10-01, reason: Done, issue: %s}}\n"
)

GIVER = "a: {title: A, giver: {project: apollo, milestone: service-open}}\n"


@pytest.mark.parametrize(
    ("files", "said"),
    [
        ({"projects/hermes/risks.yaml": RISK % ("front-door", "test-data")}, ["issue"]),
        ({"projects/apollo/risks.yaml": RISK % ("front-door", "test-data")}, []),
        ({"projects/apollo/risks.yaml": RISK % ("tom-berg", "test-data")}, ["escalated_to"]),
        ({"people/tom-berg.yaml": "name: [\n"}, []),
        ({"projects/apollo/deliverables.yaml": "claims-form: {title: 7\n"}, []),
        ({"organisation.yaml": "name: [\n"}, []),
        (
            {"assignments/hermes.yaml": "sponsr:\n- {person: li-wen, from: 2026-10-01}\n"},
            ["sponsr"],
        ),
        ({"approvals/hermes/start.yaml": "gate: begin\n"}, []),
        (
            {"projects/hermes/dependencies.yaml": GIVER},
            ["milestone"],
        ),
    ],
)
def test_what_is_found(files: dict[str, str], said: list[str]) -> None:
    office = office_with(files)
    verdict = judge(office, RULES, today=TODAY)
    found = [f for f in verdict.findings if f.rule == "reference-to-missing-record"]
    assert [str(f.keys[-1]) for f in found] == said
