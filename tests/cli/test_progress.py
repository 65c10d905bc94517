"""The sign of life: on a terminal, after a moment, and gone at the end."""

import io
import sys
import threading
import time

import pytest

from pmoascode.cli.progress import working
from pmoascode.worktree import in_processes


class Terminal(io.StringIO):
    """Error output that somebody looks at."""

    def isatty(self) -> bool:
        return True


def shown(monkeypatch: pytest.MonkeyPatch, seconds: float, output: io.StringIO) -> str:
    monkeypatch.setattr(sys, "stderr", output)
    monkeypatch.setattr("pmoascode.cli.progress._MOMENT", 0.02)
    with working("Asking ..."):
        time.sleep(seconds)
    return output.getvalue()


def test_what_takes_longer_than_a_moment_is_seen_and_wiped_away(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    said = shown(monkeypatch, 0.3, Terminal())
    assert said.startswith("\rAsking ... |\r")
    assert said.endswith(f"\r{' ' * len('Asking ... |')}\r")


def test_what_is_quick_says_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stderr", output := Terminal())
    with working("Asking ..."):
        pass
    assert output.getvalue() == ""


def test_pipes_and_files_get_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    assert shown(monkeypatch, 0.1, io.StringIO()) == ""


def test_work_can_be_shared_meanwhile(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stderr", Terminal())
    threads = threading.active_count()
    with working("Asking ..."):
        assert threading.active_count() == threads
        assert in_processes([time.perf_counter] * 300)
