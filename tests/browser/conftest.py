"""The example, built once as a user builds it, and a browser to look at it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from tests.conftest import CHROMIUM

from .example import built, replayed
from .serving import served
from .visiting import Visits


@pytest.fixture(scope="session")
def office(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example's repository."""
    return replayed(tmp_path_factory.mktemp("example") / "office")


@pytest.fixture(scope="session")
def site(office: Path) -> Path:
    """The example's site, as `pmo build` makes it."""
    return built(office, office / "build/site")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A browser that asks nobody anything of its own accord."""
    flags = ["--no-sandbox", "--disable-background-networking"]
    with (
        sync_playwright() as driver,
        driver.chromium.launch(executable_path=CHROMIUM, args=flags) as opened,
    ):
        yield opened


@pytest.fixture(scope="session")
def visits(site: Path, browser: Browser) -> Iterator[Visits]:
    """What was seen on each page, looked at once for all tests."""
    with served(site) as address:
        yield Visits(browser, address)
