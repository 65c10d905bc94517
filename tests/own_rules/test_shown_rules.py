"""The own rules that the guide and the example portfolio show: each with its examples kept."""

from pathlib import Path

import pytest

from pmoascode import own_rules
from tests.docs.guide import DOCS, ROOT, Written, steps
from tests.own_rules.offices import office

GUIDE = DOCS / "guides/own-rules.md"
OURS = sorted((ROOT / "portfolio/policy/rules").glob("*.yaml"))
SHOWN = [
    (step.path, step.text)
    for step in steps(GUIDE)
    if isinstance(step, Written) and "judges:" in step.text
]
FILES = [*SHOWN, *((path.relative_to(ROOT).as_posix(), path.read_text("utf-8")) for path in OURS)]


@pytest.mark.parametrize(("path", "text"), FILES, ids=[Path(path).stem for path, _ in FILES])
def test_the_rule_can_be_asked_and_keeps_its_examples(path: str, text: str) -> None:
    below = path.removeprefix("portfolio/")
    judged = office({below: text})
    found = [*judged.findings, *own_rules.flaws(judged), *own_rules.failed_examples(judged)]
    assert [f.message for f in found if f.place.path == below] == []
    assert len(own_rules.rules(judged)) == 1
    assert judged.documents[below].data["examples"].keys() == {"good", "bad"}


def test_the_guide_shows_rules() -> None:
    assert len(SHOWN) == 4
