"""The reference of commands says what the commands say."""

import pytest

from tests.docs.command_page import pages


def test_the_pages_are_as_the_commands_are(request: pytest.FixtureRequest) -> None:
    for file, made in pages().items():
        if request.config.getoption("--bless"):
            file.parent.mkdir(exist_ok=True)
            file.write_text(made, encoding="utf-8")
        assert file.read_text(encoding="utf-8") == made
