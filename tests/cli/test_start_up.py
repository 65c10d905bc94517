"""What a check imports: nothing that only the site needs."""

import subprocess
import sys

import pytest

HEAVY = ("jinja2", "mkdocs", "nh3", "markdown_it", "pmoascode.pages", "pmoascode.charts")


@pytest.mark.parametrize(
    ("modules", "without"),
    [
        ("pmoascode.cli", (*HEAVY, "git", "yaml", "pmoascode.office")),
        ("pmoascode.cli.check", (*HEAVY, "git")),
        ("pmoascode.cli.check, pmoascode.revision", HEAVY),
    ],
)
def test_what_is_not_needed_is_not_imported(modules: str, without: tuple[str, ...]) -> None:
    code = f"import {modules}, sys; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert set(done.stdout.split()).isdisjoint(without)
