"""`pmo check PATH`: what is found there alone is shown and counts; all records are judged."""

import contextlib
import fcntl
import json
import os
import pty
import struct
import subprocess
import sys
import termios
from pathlib import Path

import pytest
from click.testing import CliRunner

from pmoascode.cli import pmo as main
from tests.cli.test_check import DAY, commit, pmo

APOLLO = "projects/apollo/project.yaml"
HERMES = "projects/hermes/project.yaml"


@pytest.fixture
def office(tmp_path: Path) -> Path:
    """Two projects, of which one names a person who is not there."""
    for path, text in {
        "organisation.yaml": "name: Meridian\ncurrency: EUR\n",
        APOLLO: "name: Apollo\nmilestones: {done: {title: Done, owner: tom-berg}}\n",
        HERMES: "name: Hermes\nmilestones: {done: {title: Done, owner: nobody}}\n",
        "people/tom-berg.yaml": "name: Tom Berg\n",
    }.items():
        file = tmp_path / "portfolio" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    return tmp_path


def check(folder: Path, *words: str) -> tuple[int, list[str], str]:
    """The exit status, where something is found, and the outcome's line of the text format."""
    with contextlib.chdir(folder):
        text = CliRunner().invoke(main, ["check", *words, *DAY], standalone_mode=False)
        found = CliRunner().invoke(
            main, ["check", *words, "--format", "json", *DAY], standalone_mode=False
        )
    assert text.return_value == found.return_value
    told = json.loads(found.output)
    assert f"{told['elsewhere']} elsewhere not shown" in text.output
    places = [each["path"].rpartition("portfolio/")[2] for each in told["findings"]]
    return found.return_value, places, text.output.strip().rpartition("\n")[2]


@pytest.mark.parametrize(
    ("here", "paths", "found"),
    [
        (".", [f"portfolio/{HERMES}"], True),
        (".", ["portfolio/projects/hermes/"], True),
        (".", [HERMES], True),
        (".", ["portfolio"], True),
        (".", ["portfolio/projects/apollo", "portfolio/projects/hermes"], True),
        ("portfolio/projects", ["hermes"], True),
        ("portfolio/projects", ["../projects/hermes/project.yaml"], True),
        ("portfolio", ["."], True),
        (".", ["portfolio/projects/apollo"], False),
        (".", ["projects/apollo"], False),
        (".", ["portfolio/people", "portfolio/organisation.yaml"], False),
    ],
)
def test_shows_what_is_found_there_alone(
    here: str, paths: list[str], found: bool, office: Path
) -> None:
    status, places, outcome = check(office / here, *paths)
    assert (status, places) == ((1, [HERMES]) if found else (0, []))
    assert " on 4 files, as of 2026-11-10, " in outcome
    assert outcome.endswith(f", {int(not found)} elsewhere not shown)")


def test_a_record_is_judged_beside_all_others(office: Path) -> None:
    (office / "portfolio/people/tom-berg.yaml").unlink()
    assert check(office, "projects/apollo")[:2] == (1, [APOLLO])


@pytest.mark.parametrize(
    "path", ["projects/nope", "portfolio/projects/her", "/etc", "..", "-", "projects/apollo/nope"]
)
def test_a_path_of_no_record_is_told_in_one_line(path: str, office: Path) -> None:
    done = pmo("check", path, *DAY, cwd=office)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.endswith(f"{path} is no file or folder of the records in portfolio/\n")


def test_of_a_change_what_was_taken_away_can_be_named_too(office: Path) -> None:
    commit(office, "Begin")
    (office / "portfolio" / APOLLO).unlink()
    status, places, _ = check(office, "--base", "HEAD", "projects/apollo")
    assert (status, places) == (0, [APOLLO])  # removed, which only warns without a policy
    assert check(office, "--base", "HEAD", "people")[:2] == (0, [])


def test_a_terminal_gets_lines_of_its_width_and_a_pipe_whole_ones(office: Path) -> None:
    narrow = [line for line in on_terminal(office, 50) if "pmo explain" not in line]
    assert max(map(len, narrow)) <= 50
    assert max(map(len, pmo("check", *DAY, cwd=office).stdout.splitlines())) > 80


def on_terminal(folder: Path, columns: int) -> list[str]:
    """The lines that the check prints on a terminal of so many columns, without colours."""
    reader, writer = pty.openpty()
    fcntl.ioctl(writer, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
    environment = {k: v for k, v in os.environ.items() if k != "COLUMNS"} | {"NO_COLOR": "1"}
    command = [str(Path(sys.executable).parent / "pmo"), "check", *DAY]
    with subprocess.Popen(command, cwd=folder, stdout=writer, env=environment) as program:
        os.close(writer)
        said = b""
        try:
            while part := os.read(reader, 4096):
                said += part
        except OSError:  # how a terminal of Linux tells its end
            pass
        os.close(reader)
    assert program.returncode == 1
    return said.decode().splitlines()
