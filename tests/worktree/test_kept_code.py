"""The code of templates is kept as Python keeps that of modules."""

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from jinja2 import Environment, FileSystemLoader

from pmoascode.worktree.kept_code import KeptCode


class Compiling(Environment):
    """Counts what it compiles."""

    compiled = 0

    def compile(self, *given: Any, **named: Any) -> Any:
        self.compiled += 1
        return super().compile(*given, **named)


def shown(folder: Path, writer: str = "one") -> tuple[str, int]:
    """What the template of the folder shows in a new environment, and how many were compiled."""
    environment = Compiling(
        loader=FileSystemLoader(folder), bytecode_cache=KeptCode(folder, writer)
    )
    return environment.get_template("page.html.jinja").render(), environment.compiled


def kept(folder: Path) -> list[Path]:
    return list((folder / "__pycache__").glob("*"))


@pytest.fixture
def templates(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    monkeypatch.setattr(sys, "pycache_prefix", None)
    (tmp_path / "page.html.jinja").write_text("{{ 1 + 1 }}")
    return tmp_path


def test_code_of_a_template_is_kept_and_used(templates: Path) -> None:
    assert shown(templates) == ("2", 1)
    assert shown(templates) == ("2", 0)


def test_code_of_an_older_template_is_not_used(templates: Path) -> None:
    shown(templates)
    (templates / "page.html.jinja").write_text("{{ 1 + 2 }}")
    assert shown(templates) == ("3", 1)
    assert len(kept(templates)) == 1


def test_code_of_another_writer_is_not_used(templates: Path) -> None:
    shown(templates)
    assert shown(templates, "another") == ("2", 1)


@pytest.mark.parametrize("damage", [b"", b"j2", b"\0" * 100, None])
def test_kept_code_that_cannot_be_read_is_made_again(templates: Path, damage: bytes | None) -> None:
    shown(templates)
    [file] = kept(templates)
    whole = file.read_bytes()
    file.write_bytes(whole[:-40] if damage is None else damage)
    assert shown(templates) == ("2", 1)
    assert file.read_bytes() == whole


def test_nothing_is_kept_where_python_keeps_nothing(
    templates: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    assert shown(templates) == ("2", 1)
    assert not kept(templates)


def test_a_place_that_takes_nothing_stops_no_page(templates: Path) -> None:
    (templates / "__pycache__").write_text("no folder")
    assert shown(templates) == ("2", 1)


def test_a_site_keeps_the_code_of_its_templates(tmp_path: Path) -> None:
    kept = tmp_path / "kept"
    records = Path(__file__).parents[1] / "valid_office"
    pmo = str(Path(sys.executable).parent / "pmo")
    run = [pmo, "pages", "--records", str(records), "--into", str(tmp_path / "pages")]
    told = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    subprocess.run(run, check=True, env=told | {"PYTHONPYCACHEPREFIX": str(kept)})
    assert list(kept.glob("**/pages/templates/project.html.jinja.*.pyc"))
