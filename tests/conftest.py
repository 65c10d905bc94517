"""What all tests share: how browser tests are held back, and when that is a failure."""

import os
import shutil
from collections.abc import Generator

import pytest

CHROMIUM = shutil.which("chromium")
REQUIRED = os.environ.get("PMO_REQUIRE_BROWSER", "") not in {"", "0"}


@pytest.fixture
def alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """Lets work be shared among processes, though those that run the tests have other threads."""
    monkeypatch.setattr("pmoascode.worktree.processes.threading.active_count", lambda: 1)


def pytest_addoption(parser: pytest.Parser) -> None:
    """Let golden files be written anew."""
    parser.addoption("--bless", action="store_true", help="write the golden files anew")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Skip browser tests, with the reason, where there is no browser to run them in."""
    if CHROMIUM is None and not REQUIRED:
        without = pytest.mark.skip(reason="no Chromium here; on Debian: apt-get install chromium")
        for item in items:
            if item.get_closest_marker("browser"):
                item.add_marker(without)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item,
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Turn a skipped browser test into a failed one where a browser was promised."""
    report = yield
    if REQUIRED and report.skipped and item.get_closest_marker("browser"):
        report.outcome = "failed"
        report.longrepr = f"skipped, though PMO_REQUIRE_BROWSER is set: {report.longrepr}"
    return report
