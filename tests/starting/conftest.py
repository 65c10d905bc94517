"""The golden files of an office that begins; `pytest --bless` writes them anew."""

from collections.abc import Callable
from pathlib import Path

import pytest

_FOLDER = Path(__file__).parent / "golden"


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[str, str], None]:
    """Compares a text with its golden file, or writes the file where it is blessed."""
    bless = bool(request.config.getoption("--bless"))

    def compare(name: str, text: str) -> None:
        file = _FOLDER / f"{name}.txt"
        if bless:
            file.parent.mkdir(exist_ok=True)
            file.write_text(text, encoding="utf-8")
        assert text == file.read_text(encoding="utf-8")

    return compare
