"""A folder with the valid office and texts laid over it, and commands over it."""

import shutil
from collections.abc import Mapping
from pathlib import Path

from click.testing import CliRunner

from pmoascode.cli import pmo
from pmoascode.finding import CannotRun

VALID = Path(__file__).parents[1] / "valid_office"


def folder_with(folder: Path, files: Mapping[str, str]) -> Path:
    """The valid office in the folder, with the files laid over it."""
    records = folder / "portfolio"
    shutil.copytree(VALID, records)
    for path, text in files.items():
        (records / path).parent.mkdir(parents=True, exist_ok=True)
        (records / path).write_text(text, encoding="utf-8")
    return records


def said(records: Path, *words: str, day: str = "2026-11-10") -> str:
    """What the command prints, or the line with which it refuses."""
    command = [words[0], "--records", str(records), "--today", day, *words[1:]]
    result = CliRunner().invoke(pmo, command, standalone_mode=False)
    refused = result.exception
    if refused is None:
        return result.output
    if isinstance(refused, CannotRun) or hasattr(refused, "format_message"):
        return f"refused: {refused}"
    raise refused
