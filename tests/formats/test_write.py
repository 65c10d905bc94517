"""`pmo check --write`: one run, several files, each whole or not at all."""

import json
import shutil
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result

from pmoascode.cli import pmo
from pmoascode.finding import CannotRun
from pmoascode.formats import FORMATS
from tests.formats.damaged import AFTER
from tests.gate.requests import FOLDER

DAY = ("--today", "2026-11-10")


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder above an office of one project with one mistake, in which the reader stands."""
    project = tmp_path / "portfolio" / "projects" / "apollo" / "project.yaml"
    project.parent.mkdir(parents=True)
    project.write_text("name: Apollo claims portal\nstatus: actve\n", "utf-8")
    organisation = tmp_path / "portfolio" / "organisation.yaml"
    organisation.write_text("name: Meridian\ncurrency: EUR\n", "utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def check(*words: str) -> Result:
    return CliRunner().invoke(pmo, ["check", *DAY, *words], standalone_mode=False)


@pytest.mark.parametrize("name", FORMATS)
def test_a_file_says_what_the_format_prints(name: str, here: Path) -> None:
    printed = check("--format", name)
    written = check("--format", "text", "--write", f"{name}=build/out/findings")
    assert (printed.return_value, written.return_value) == (1, 1)
    assert (here / "build/out/findings").read_text("utf-8") == printed.output
    assert "status: actve" in written.output


def test_one_run_writes_several(here: Path) -> None:
    (here / "pmo.sarif").write_text("what was there before", "utf-8")
    done = check("--format", "github", "--write", "sarif=pmo.sarif", "--write", "junit=a=b.xml")
    assert done.output.startswith("::error file=portfolio/projects/apollo/project.yaml,line=2")
    (run,) = json.loads((here / "pmo.sarif").read_text("utf-8"))["runs"]
    assert [found["ruleId"] for found in run["results"]] == ["value-not-allowed"]
    assert (here / "a=b.xml").read_text("utf-8").startswith("<?xml")
    assert sorted(p.name for p in here.iterdir()) == ["a=b.xml", "pmo.sarif", "portfolio"]


def test_a_link_is_followed_and_stays(here: Path) -> None:
    (here / "real.json").write_text("", "utf-8")
    (here / "link.json").symlink_to("real.json")
    check("--write", "json=link.json")
    assert (here / "link.json").is_symlink()
    assert '"format_version"' in (here / "real.json").read_text("utf-8")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--write", "sarif"), "'sarif' is no FORMAT=FILE; the formats are text, json, github"),
        (("--write", "sarif="), "is no FORMAT=FILE"),
        (("--write", "pdf=a.pdf"), "'pdf=a.pdf' is no FORMAT=FILE"),
        (("--write", "json=portfolio"), "portfolio is no file that can be replaced"),
        (("--write", "json=/dev/null"), "/dev/null is no file that can be replaced"),
        (("--write", "json=a", "--write", "junit=./a"), "two formats cannot go into one file"),
    ],
)
def test_what_cannot_be_written_is_said_before_anything_is(
    words: tuple[str, ...], said: str, here: Path
) -> None:
    done = check(*words)
    assert isinstance(done.exception, click.UsageError)
    assert said in done.exception.message
    assert [p.name for p in here.iterdir()] == ["portfolio"]


@pytest.mark.usefixtures("here")
def test_a_folder_that_takes_no_file_cannot_run() -> None:
    done = check("--write", "json=portfolio/organisation.yaml/a.json")
    assert isinstance(done.exception, CannotRun)
    assert "cannot write" in str(done.exception)


@pytest.mark.parametrize(
    ("level", "status", "first"),
    [
        ("error", 0, "⚠️ The records are not blocked: 1 warning"),
        ("warning", 1, "⛔ The records are blocked: one finding has to be put right"),
    ],
)
def test_the_level_that_fails_is_the_level_that_blocks(
    level: str, status: int, first: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "portfolio"
    shutil.copytree(FOLDER, folder)
    risks = folder / "projects" / "apollo" / "risks.yaml"
    risks.write_text(AFTER["projects/apollo/risks.yaml"], "utf-8")
    waiver = folder / "policy" / "waivers" / "vendor-late.yaml"
    waiver.parent.mkdir()
    waiver.write_text(AFTER["policy/waivers/vendor-late.yaml"], "utf-8")
    monkeypatch.chdir(tmp_path)
    done = check("--fail-on", level, "--format", "markdown")
    assert (done.return_value, done.output.splitlines()[0]) == (status, f"## {first}")
