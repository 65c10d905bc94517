"""The action that builds the site, run as a runner would run it."""

from pathlib import Path

import pytest
import yaml

from tests.checkouts import Origin, git, origin
from tests.test_action import Runner

ROOT = Path(__file__).resolve().parent.parent
ACTION = ROOT / ".github/actions/site/action.yml"
STEPS = {
    step["name"]: step
    for step in yaml.safe_load(ACTION.read_text(encoding="utf-8"))["runs"]["steps"]
}
BUILD = STEPS["Build the site"]


@pytest.fixture
def runner(tmp_path: Path) -> Runner:
    return Runner(tmp_path)


@pytest.fixture(scope="module")
def honest(tmp_path_factory: pytest.TempPathFactory) -> Origin:
    return origin(tmp_path_factory.mktemp("honest"))


def test_each_step_names_its_shell_and_splices_nothing_into_a_script() -> None:
    scripts = [step for step in STEPS.values() if "run" in step]
    assert len(scripts) == 2
    assert all(step["shell"] == "bash" and "${{" not in step["run"] for step in scripts)


def test_what_is_installed_is_locked() -> None:
    script = STEPS["Install the program"]["run"]
    assert "--require-hashes -r requirements/site.txt" in script
    folder = (ACTION.parent / "../../..").resolve()
    assert (folder / "requirements/site.txt").is_file()
    assert (folder / "pyproject.toml").is_file()


def test_the_site_lies_where_it_is_asked_for(
    honest: Origin, runner: Runner, tmp_path: Path
) -> None:
    workspace = honest.checkout(tmp_path / "work", commit=honest.first)
    status, said = runner.run(BUILD, workspace, DIRECTORY=".", INTO="build/site")
    assert status == 0, said
    assert (workspace / "build/site/index.html").is_file()
    assert git("log", "--oneline", cwd=workspace)


def test_that_it_could_not_be_built_is_said(runner: Runner, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    status, said = runner.run(BUILD, tmp_path / "empty", DIRECTORY=".", INTO="build/site")
    assert status == 2
    assert "::error title=pmo build could not run::pmo: there is no folder portfolio here" in said


@pytest.mark.parametrize("name", ["DIRECTORY", "INTO"])
def test_a_value_is_never_run(runner: Runner, tmp_path: Path, name: str) -> None:
    given = {"DIRECTORY": ".", "INTO": "build/site"}
    given[name] = f'"; touch {tmp_path}/run; $(touch {tmp_path}/run) #'
    runner.run(BUILD, tmp_path, **given)
    assert not (tmp_path / "run").exists()
