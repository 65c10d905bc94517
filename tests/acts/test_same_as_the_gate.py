"""What a command says the rules would say is what the check says of the change then."""

import json
import shutil
from pathlib import Path

import pytest

from tests.acts.conftest import Desk
from tests.checkouts import git

EXAMPLE = Path(__file__).parents[2] / "portfolio"
DAY = "2026-11-10"
NOTHING = "2026-11-11"  # a day later: what the calendar brings is nobody's change


@pytest.fixture
def example(tmp_path: Path) -> Desk:
    """The example portfolio, committed."""
    desk = Desk(tmp_path)
    shutil.copytree(EXAMPLE, desk.records)
    git("init", "-q", "-b", "main", cwd=tmp_path)
    desk.commit()
    return desk


@pytest.mark.parametrize("day", [DAY, NOTHING])
@pytest.mark.parametrize(
    ("words", "rules"),
    [
        (
            ("new", "risk", "my-account", "--title", "X", "--owner", "ruth-ellison",
             "--probability", "5", "--impact", "5"),
            {"high-risk-without-response"},
        ),
        (
            ("set", "my-account.milestones.go-live.baseline", "2027-03-04"),
            {"baseline-moved-without-change"},
        ),
        (("set", "my-account.finish.forecast", "2028-03-31"), set()),
        (("milestone", "my-account", "billing-link", "--reached"), set()),
        (("set", "drought-alerts.milestones.nothing.title", "X"), set()),
    ],
)  # fmt: skip
def test_the_findings_are_the_gates(
    example: Desk, words: tuple[str, ...], rules: set[str], day: str
) -> None:
    example.run(*words, "--anyway", "--format", "json", day=day)
    told = _findings(example)
    example.run("check", "--base", "HEAD", "--format", "json", day=day)
    assert told == _findings(example)
    assert rules <= {rule for rule, _, _ in told}


def _findings(desk: Desk) -> list[tuple[str, str, str]]:
    found = json.loads(desk.output)["findings"]
    return sorted(
        (each["rule"], f"{each['path']}:{each['line']}", each["message"])
        for each in found
        if each["severity"] != "info"
    )
