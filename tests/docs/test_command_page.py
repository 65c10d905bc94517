"""The reference of commands says what the commands say."""

import pytest

from tests.docs.command_page import PAGE, page


def test_the_page_is_as_the_commands_are(request: pytest.FixtureRequest) -> None:
    made = page()
    if request.config.getoption("--bless"):
        PAGE.parent.mkdir(exist_ok=True)
        PAGE.write_text(made, encoding="utf-8")
    assert PAGE.read_text(encoding="utf-8") == made
