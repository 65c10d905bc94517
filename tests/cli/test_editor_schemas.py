"""What `pmo editor-schemas` writes into a repository, and what it leaves as it is."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from pmoascode.cli import pmo
from pmoascode.records.kinds import KINDS
from tests.cli.folders import folder_with


@pytest.fixture
def records(tmp_path: Path) -> Path:
    (tmp_path / ".git").mkdir()
    return folder_with(tmp_path, {})


def run(records: Path, *words: str) -> tuple[int, str]:
    command = ["editor-schemas", "--records", str(records), *words]
    result = CliRunner().invoke(pmo, command, standalone_mode=False)
    return (2 if result.exception else result.return_value), result.output or str(result.exception)


def files(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def test_writes_schemas_that_git_ignores_and_settings(records: Path) -> None:
    assert run(records) == (
        0,
        (
            f"{len({kind.name for kind in KINDS}) + 1} files in .pmo/schemas, .pmo/.gitignore, "
            ".vscode/extensions.json, .vscode/pmo.code-snippets, .vscode/settings.json, "
            ".vscode/tasks.json written\n"
        ),
    )
    root = records.parent
    assert (root / ".pmo/.gitignore").read_text() == "*\n"
    settings = json.loads((root / ".vscode/settings.json").read_text())
    assert all((root / path).is_file() for path in settings["yaml.schemas"])


def test_writes_the_same_again(records: Path) -> None:
    run(records)
    first = files(records.parent)
    assert run(records) == (0, "all is up to date\n")
    assert files(records.parent) == first
    assert run(records, "--check") == (0, "all is up to date\n")


def test_check_sees_that_somebody_came_and_writes_nothing(records: Path) -> None:
    run(records)
    (records / "people/rosa-blum.yaml").write_text("name: Rosa Blum\n")
    before = files(records.parent)
    status, said = run(records, "--check")
    assert status == 1
    assert ".pmo/schemas" in said
    assert files(records.parent) == before
    run(records)
    assert "rosa-blum (Rosa Blum)" in (records.parent / ".pmo/schemas/ids.json").read_text()


def test_settings_with_comments_are_left_and_said(records: Path) -> None:
    place = records.parent / ".vscode/settings.json"
    place.parent.mkdir()
    place.write_text('{\n  // mine\n  "editor.fontSize": 14\n}\n')
    old = place.read_bytes()
    status, said = run(records)
    assert status == 0
    assert ".vscode/settings.json is left as it is" in said
    assert place.read_bytes() == old


def test_modelines_are_written_where_they_are_asked_for(records: Path) -> None:
    before = files(records)
    broken = records / "projects/apollo/issues.yaml"
    broken.write_text("a: {title: no: thing}\n")
    assert run(records)[0] == 0
    assert files(records) == before | {"projects/apollo/issues.yaml": broken.read_bytes()}
    assert run(records, "--modelines")[0] == 0
    after = files(records)
    line = b"# yaml-language-server: $schema=../../../.pmo/schemas/project.schema.json\n"
    assert after["projects/apollo/project.yaml"] == line + before["projects/apollo/project.yaml"]
    assert after["projects/apollo/issues.yaml"] == b"a: {title: no: thing}\n"
    assert run(records, "--modelines") == (0, "all is up to date\n")


def test_another_folder_is_named_in_the_settings(records: Path) -> None:
    run(records)
    into = records.parent / "build/schemas"
    assert run(records, "--into", str(into))[0] == 0
    settings = json.loads((records.parent / ".vscode/settings.json").read_text())
    assert {path.rpartition("/")[0] for path in settings["yaml.schemas"]} == {"./build/schemas"}
    assert not (into / ".gitignore").exists()


def test_a_folder_elsewhere_is_refused(
    records: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    status, said = run(records, "--into", str(tmp_path_factory.mktemp("elsewhere")))
    assert status == 2
    assert "the editor finds only folders in" in said


def test_an_office_that_cannot_be_read_in_part_still_helps(records: Path) -> None:
    (records / "organisation.yaml").write_text("name: [\n")
    (records / "people/tom-berg.yaml").write_text("name: {\n")
    assert run(records)[0] == 0
    ids = (records.parent / ".pmo/schemas/ids.json").read_text()
    assert "ana-keller (Ana Keller)" in ids
    assert "tom-berg" not in ids
