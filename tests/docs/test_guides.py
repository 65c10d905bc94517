"""A reader who follows a guide meets what the guide shows."""

import os
import shlex
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from demo.replay import replay
from pmoascode.cli import pmo
from pmoascode.document import parse
from pmoascode.office import kind_of
from pmoascode.schema import problems
from tests.checkouts import git
from tests.docs.guide import PAGES, RUN, Laid, Step, Typed, Written, put_in, steps, yaml_blocks
from tests.docs.shown import first_missing

MADE = "cd build/demo"  # the way into the example, where `make demo` has put it


@pytest.fixture(scope="module")
def example(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example repository with its history."""
    folder = tmp_path_factory.mktemp("example") / "demo"
    replay(folder)
    return folder


@pytest.fixture
def copy(example: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the example, in which the reader stands."""
    folder = Path(shutil.copytree(example, tmp_path / "demo"))
    monkeypatch.chdir(folder)
    return folder


@pytest.mark.parametrize("guide", RUN, ids=lambda guide: guide.stem)
def test_what_a_guide_tells_to_do_gives_what_it_shows(guide: Path, copy: Path) -> None:
    for step in steps(guide):
        _follow(step, copy)


def _follow(step: Step, folder: Path) -> None:
    match step:
        case Written(path, text, _):
            file = Path.cwd() / path
            file.parent.mkdir(parents=True, exist_ok=True)
            before = file.read_text("utf-8") if file.exists() else ""
            file.write_text(put_in(before, text), "utf-8")
        case Laid(path, text):
            Path(path).write_text(text, "utf-8")
        case Typed(command, _) if command == MADE:
            os.chdir(folder)
        case Typed(command, _) if command.startswith("cd "):
            os.chdir(command.removeprefix("cd "))
        case Typed(command, _) if command.startswith("git "):
            git(*shlex.split(command)[1:], cwd=Path.cwd())
        case Typed(command, shown) if command.startswith("pmo "):
            said = _run(command)
            missing = first_missing(shown, said.splitlines())
            assert missing is None, f"{command} does not say {missing!r}, but:\n{said}"


def _run(command: str) -> str:
    result = CliRunner().invoke(pmo, shlex.split(command)[1:], standalone_mode=False)
    status = result.return_value if isinstance(result.return_value, int) else 0
    assert result.exception is None, f"{command}: {result.exception!r}"
    assert status in (0, 1), command
    return result.output


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_every_yaml_block_can_be_read(page: Path) -> None:
    said = [parse("page.yaml", text.encode()).findings for text in yaml_blocks(page)]
    assert [finding.message for findings in said for finding in findings] == []


@pytest.mark.parametrize("guide", PAGES, ids=lambda page: page.stem)
def test_a_file_with_its_excerpts_holds_to_the_schema(guide: Path, copy: Path) -> None:
    for step in steps(guide):
        if not isinstance(step, Written):
            continue
        _follow(step, copy)
        if step.path.startswith("portfolio/") and not step.is_broken:
            assert _faults(step.path, copy) == [], step.path


def _faults(path: str, folder: Path) -> list[str]:
    found = kind_of(path.removeprefix("portfolio/"))
    assert found is not None, f"{path} is the path of no record"
    document = parse(path, (folder / path).read_bytes())
    faults = [*document.findings, *(finding for _, finding in problems(document, found[0].name))]
    return [finding.message for finding in faults]
