"""The example, its verdict and its site are the same, however many processes make them."""

import datetime as dt

import pytest

from demo.example import TODAY
from demo.replay import ROOT
from pmoascode.office import load
from pmoascode.pages.facts import Facts
from pmoascode.pages.site import site
from pmoascode.revision import opened
from pmoascode.rules import RULES
from pmoascode.verdict import judge
from pmoascode.worktree import built_in_files, files_in, in_processes, processes

pytestmark = pytest.mark.usefixtures("alone")


def test_the_verdict_is_the_same_by_several_processes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(processes, "_FEW", 2)
    files, shipped = files_in(ROOT / "portfolio"), built_in_files()
    by_one, by_several = load(files, shipped), load(files, shipped, run=in_processes)
    assert by_several == by_one
    day = dt.date.fromisoformat(TODAY)
    verdict = judge(by_one, RULES, today=day)
    assert verdict.findings
    assert judge(by_several, RULES, today=day, run=in_processes) == verdict


def test_the_site_is_the_same_by_several_processes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(processes, "_FEW", 2)
    day = dt.date.fromisoformat(TODAY)
    workspace = opened(ROOT / "portfolio", today=day)
    by_one = site(Facts(workspace.office, workspace.verdict, day))
    by_several = site(Facts(workspace.office, workspace.verdict, day), in_processes)
    assert [page.path for page in by_several.pages] == [page.path for page in by_one.pages]
    assert by_several.pages == by_one.pages
    assert by_several.files == by_one.files
