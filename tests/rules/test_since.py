"""Each rule says since which version of the program it is there."""

import re
from pathlib import Path

import pytest

from pmoascode import __version__
from pmoascode.finding import FIRST_VERSION
from pmoascode.rule import Rule
from pmoascode.rules import RULES

# The rules of the first version, which say nothing; a later one states its `since`.
FIRST = Path(__file__).with_name("first_rules.txt")

each_rule = pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)


@pytest.fixture
def first(request: pytest.FixtureRequest) -> set[str]:
    """The names of the rules of the first version; blessing adds to them until it is out."""
    if request.config.getoption("--bless") and __version__ == FIRST_VERSION:
        names = sorted(rule.name for rule in RULES if rule.since == FIRST_VERSION)
        FIRST.write_text("".join(f"{name}\n" for name in names), encoding="utf-8")
    return set(FIRST.read_text(encoding="utf-8").split())


@each_rule
def test_only_the_rules_of_the_first_version_leave_it_out(rule: Rule, first: set[str]) -> None:
    advice = "state since=... in its decorator; before the first version is out, use --bless"
    assert (rule.since == FIRST_VERSION) == (rule.name in first), advice


@each_rule
def test_it_is_a_version_that_is_there_already(rule: Rule) -> None:
    assert re.fullmatch(r"\d+\.\d+\.\d+", rule.since)
    assert _numbers(rule.since) <= _numbers(__version__)


def _numbers(version: str) -> tuple[int, ...]:
    return tuple(int(part) for part in re.findall(r"\d+", version)[:3])
