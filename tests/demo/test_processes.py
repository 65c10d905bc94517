"""The example's site is the same, however many processes make it."""

import datetime as dt

import pytest

from demo.example import TODAY
from demo.replay import ROOT
from pmoascode.pages.facts import Facts
from pmoascode.pages.site import site
from pmoascode.revision import opened
from pmoascode.worktree import in_processes, processes


@pytest.mark.skipif(processes.processes(1000) < 2, reason="needs two processors and fork")
def test_the_site_is_the_same_by_several_processes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(processes, "_FEW", 2)
    day = dt.date.fromisoformat(TODAY)
    workspace = opened(ROOT / "portfolio", today=day)
    by_one = site(Facts(workspace.office, workspace.verdict, day))
    by_several = site(Facts(workspace.office, workspace.verdict, day), in_processes)
    assert [page.path for page in by_several.pages] == [page.path for page in by_one.pages]
    assert by_several.pages == by_one.pages
    assert by_several.files == by_one.files
