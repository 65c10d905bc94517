"""A change of nothing but layout is no change: to no rule, no approval and no published report."""

import random

import pytest

from pmoascode.change import changes
from pmoascode.document import parse
from pmoascode.edit.form import formed
from pmoascode.rules import RULES
from pmoascode.verdict import judge_change
from tests.edit.strange import dressed
from tests.gate.requests import BASE, VALID, By, text, with_files
from tests.gate.test_honest_requests import TODAY

LAID_OUT = {path: formed(parse(path, text(path).encode())) for path in VALID}
OTHERWISE = {
    path: dressed("# by another hand\n" + text(path), random.Random(path)) for path in VALID
}


@pytest.mark.parametrize(
    "files",
    [LAID_OUT, {path: new for path, new in OTHERWISE.items() if not parse(path, new).findings}],
    ids=["in the canonical form", "in another hand"],
)
def test_layout_alone_is_no_change(files: dict[str, str | bytes]) -> None:
    head = with_files(files)
    assert sum(content != VALID[path].read() for path, content in files.items()) > 10
    assert changes(BASE, head) == ()
    verdict = judge_change(head, BASE, RULES, today=TODAY, pull_request=By("sam-okoro").request)
    assert [str(finding) for finding in verdict.findings] == []
