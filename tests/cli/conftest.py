"""What commands print, held against golden files; `pytest --bless` writes these anew."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

_FOLDER = Path(__file__).parent / "golden"


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[str, str], None]:
    """Compares a text with its golden file, or writes the file where it is blessed."""
    asked = os.environ.get("PMO_BLESS", "") not in {"", "0"}
    bless = asked or bool(request.config.getoption("--bless", default=False))

    def compare(name: str, text: str) -> None:
        file = _FOLDER / f"{name}.txt"
        if bless:
            file.parent.mkdir(exist_ok=True)
            file.write_text(text, encoding="utf-8")
        assert file.exists(), f"{file.name} is missing: read the text, then set PMO_BLESS=1"
        assert text == file.read_text(encoding="utf-8")

    return compare
