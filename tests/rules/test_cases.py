"""More cases of single rules, as texts in `cases/<rule>/`: boundaries, and what must not count.

They are written like the examples in the rules themselves; a bad case marks its lines.
"""

from pathlib import Path

import pytest

from pmoascode.finding import Finding
from pmoascode.rule import example
from pmoascode.rules import RULES
from pmoascode.verdict import judge
from tests.rules.test_examples import TODAY, UNREADABLE, office_with, pull_request

FOLDER = Path(__file__).parent / "cases"
CASES = sorted(FOLDER.glob("*/*.txt"))
RULE = {rule.name: rule for rule in RULES}


def found(path: Path) -> list[Finding]:
    """What the rule of the folder says of the case, and what cannot be read."""
    told = example(path.read_text(encoding="utf-8"))
    rule, today = RULE[path.parent.name], told.today or TODAY
    before = office_with(told.before)
    after = office_with(told.before, told.files)
    if told.before or "before" in rule.inputs:
        asked = pull_request(told)
        verdict = judge(after.under(before), [rule], today=today, before=before, pull_request=asked)
    else:
        verdict = judge(after, [rule], today=today)
    return [f for f in verdict.findings if f.rule in (rule.name, *UNREADABLE)]


@pytest.mark.parametrize("path", CASES, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_the_rule_speaks_at_the_marks_alone(path: Path) -> None:
    marks = sorted(example(path.read_text(encoding="utf-8")).marks)
    assert bool(marks) == path.stem.startswith("bad")
    assert [(f.place.path, f.place.line) for f in found(path)] == marks


@pytest.mark.parametrize(
    ("case", "said"),
    [
        (
            "baseline-moved-without-change/bad-2",
            "- {path: project.finish.baseline, old: 2027-03-31, new: 2027-04-30}",
        ),
        (
            "baseline-moved-without-change/bad-1",
            "(finish-in-april) that asks for it is not approved yet",
        ),
        (
            "baseline-moved-without-change/bad-2",
            "names it with other values; such a request must hold",
        ),
        ("baseline-moved-without-change/bad-5", "- {path: project.budget.baseline, old: 80000, "),
        ("stale-approval/bad-5", "`project.finish.baseline` moved from 2027-03-31 to 2027-04-30"),
        ("stale-approval/bad-3", "by more than the change request finish-in-april approved since"),
        ("stale-approval/bad-1", "no change request approved since says so"),
    ],
)
def test_the_message_says_what_helps(case: str, said: str) -> None:
    assert [said in f.message for f in found(FOLDER / f"{case}.txt")] == [True]
