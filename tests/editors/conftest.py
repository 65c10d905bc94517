"""An office with the editor's set-up, and the language server that works in it."""

import json
import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner

from pmoascode.cli import pmo
from tests.editors.server import Server

ROOT = Path(__file__).parents[2]
PROGRAM = ROOT / ".cache/language-server/node_modules/yaml-language-server/bin/yaml-language-server"
REQUIRED = os.environ.get("PMO_REQUIRE_EDITOR", "") not in {"", "0"}
# As the extension sets them for YAML, whatever else its user likes.
EDITOR = {"[yaml]": {"editor.tabSize": 2}, "editor": {"tabSize": 2}}


def started(folder: Path, records: Path) -> Server:
    """The server in the folder, under the settings that the command has written there."""
    shutil.copytree(records, folder / "portfolio")
    (folder / ".git").mkdir()
    command = ["editor-schemas", "--records", str(folder / "portfolio")]
    assert CliRunner().invoke(pmo, command).exit_code == 0
    settings = json.loads((folder / ".vscode/settings.json").read_text("utf-8"))
    asked = {"schemas": settings["yaml.schemas"], "validate": True, "completion": True}
    asked |= {"hover": True, "schemaStore": {"enable": False}}
    return Server(PROGRAM, folder, EDITOR | {"yaml": asked})


def _skip_without_server() -> None:
    missing = "node" if not shutil.which("node") else "" if PROGRAM.is_file() else PROGRAM.name
    if missing and REQUIRED:
        pytest.fail(f"there is no {missing}, though PMO_REQUIRE_EDITOR is set")
    if missing:
        pytest.skip(f"there is no {missing} here; with npm, `make editor` fetches it")


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """The server in the office of the tests."""
    _skip_without_server()
    made = started(tmp_path_factory.mktemp("editor"), ROOT / "tests/valid_office")
    yield made
    made.end()


@pytest.fixture(scope="session")
def example_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """The server in the example."""
    _skip_without_server()
    made = started(tmp_path_factory.mktemp("example"), ROOT / "portfolio")
    yield made
    made.end()
