"""Every format writes the fixed verdict as it did; `pytest --bless` writes the files anew."""

import os
from pathlib import Path

import pytest

from pmoascode.formats import FORMATS
from tests.formats.damaged import result

GOLDEN = Path(__file__).parent / "golden"
ENDINGS = {"json": "json", "markdown": "md", "sarif": "sarif", "gitlab": "json", "junit": "xml"}


@pytest.mark.parametrize("name", FORMATS)
def test_is_written_as_before(name: str, request: pytest.FixtureRequest) -> None:
    file = GOLDEN / f"{name}.{ENDINGS.get(name, 'txt')}"
    said = FORMATS[name](result())
    asked = os.environ.get("PMO_BLESS", "") not in {"", "0"}
    if asked or request.config.getoption("--bless"):
        file.write_text(said, "utf-8")
    assert said == file.read_text("utf-8")


@pytest.mark.parametrize("name", FORMATS)
def test_is_written_twice_alike_and_ends_with_a_line(name: str) -> None:
    first, second = FORMATS[name](result()), FORMATS[name](result())
    assert first == second
    assert first.endswith("\n")
    assert first.isprintable() or all(c.isprintable() or c in "\n\N{WORD JOINER}" for c in first)
