"""`pmo check` as a user runs it: its output, its exit status, and that it writes nothing."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

VALID = Path(__file__).parents[1] / "valid_office"
DAY = ("--today", "2026-11-10")


def pmo(*words: str, cwd: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    command = [str(Path(sys.executable).parent / "pmo"), *words]
    environment = {**os.environ, "COLUMNS": "100", **environment}
    return subprocess.run(
        command, cwd=cwd, env=environment, capture_output=True, text=True, check=False, timeout=60
    )


@pytest.fixture
def office(tmp_path: Path) -> Path:
    """A folder with an office of one project that has one mistake."""
    folder = tmp_path / "portfolio"
    (folder / "projects" / "apollo").mkdir(parents=True)
    (folder / "organisation.yaml").write_text("name: Meridian\ncurrency: EUR\n", encoding="utf-8")
    text = "name: Apollo claims portal\nstatus: actve\n"
    (folder / "projects" / "apollo" / "project.yaml").write_text(text, encoding="utf-8")
    return tmp_path


def test_a_mistake_is_shown_with_its_line_and_fails(office: Path) -> None:
    done = pmo("check", *DAY, cwd=office)
    assert done.returncode == 1
    assert done.stdout.splitlines()[1:4] == [
        " --> portfolio/projects/apollo/project.yaml:2:9",
        "2 | status: actve",
        "  |         ^^^^^",
    ]
    assert "did you mean active?" in done.stdout
    assert "\x1b" not in done.stdout


def test_a_valid_office_passes_and_is_found_from_below(office: Path) -> None:
    file = office / "portfolio" / "projects" / "apollo" / "project.yaml"
    file.write_text("name: Apollo\n", encoding="utf-8")
    done = pmo("check", *DAY, cwd=file.parent)
    assert (done.returncode, done.stderr) == (0, "")


def test_json_says_the_same_with_a_version(office: Path) -> None:
    done = pmo("check", "--format", "json", *DAY, cwd=office)
    said = json.loads(done.stdout)
    assert said["format_version"] == "1.1"
    assert said["counts"] == {"error": 1, "warning": 0, "info": 0}
    (found,) = said["findings"]
    assert (found["path"], found["line"], found["column"], found["width"]) == (
        "portfolio/projects/apollo/project.yaml",
        2,
        9,
        5,
    )


def test_github_annotates_the_line(office: Path) -> None:
    line = pmo("check", "--format", "github", *DAY, cwd=office).stdout.splitlines()[0]
    where = "file=portfolio/projects/apollo/project.yaml,line=2,col=9,endColumn=14"
    assert line.startswith(f"::error {where},title=value-not-allowed::")


@pytest.mark.parametrize(
    ("words", "status", "said"),
    [
        (("--records", "nowhere"), 2, "there is no folder"),
        (("--today", "2026-13-01"), 2, "is no day as year-month-day"),
        (("--at", "HEAD"), 2, "repository"),
        (("--at", "--output=x"), 2, ""),
        (("--reviews", "x.json"), 2, "--base"),
        (("--fail-on", "never"), 2, "error"),
    ],
)
def test_what_cannot_run_ends_with_two_and_one_line(
    office: Path, words: tuple[str, ...], status: int, said: str
) -> None:
    done = pmo("check", *words, cwd=office)
    assert done.returncode == status
    assert said in done.stderr
    assert "Traceback" not in done.stderr


def test_a_revision_is_read_through_git_and_the_files_are_left_alone(office: Path) -> None:
    file = office / "portfolio" / "projects" / "apollo" / "project.yaml"
    file.write_text("name: Apollo\n", encoding="utf-8")
    commit(office, "Begin")
    file.write_text("name: Apollo\nstatus: actve\n", encoding="utf-8")
    before = sorted((p, p.stat().st_mtime_ns) for p in office.rglob("*") if p.is_file())
    assert pmo("check", *DAY, cwd=office).returncode == 1
    assert pmo("check", "--at", "HEAD", *DAY, cwd=office).returncode == 0
    after = sorted((p, p.stat().st_mtime_ns) for p in office.rglob("*") if p.is_file())
    assert before == after


def test_a_change_is_blocked_by_what_it_introduces_alone(office: Path) -> None:
    apollo = office / "portfolio" / "projects" / "apollo" / "project.yaml"
    apollo.write_text("name: Apollo\nstatus: active\n", encoding="utf-8")
    commit(office, "Begin")
    apollo.write_text("name: Apollo portal\nstatus: active\n", encoding="utf-8")
    honest = pmo("check", "--base", "HEAD", *DAY, cwd=office)
    assert (honest.returncode, "there before" in honest.stdout) == (0, True)
    hermes = office / "portfolio" / "projects" / "hermes" / "project.yaml"
    hermes.parent.mkdir()
    hermes.write_text("name: Hermes\nstatus: active\n", encoding="utf-8")
    worse = pmo("check", "--base", "HEAD", *DAY, cwd=office)
    assert worse.returncode == 1
    assert "Hermes is active and has no sponsor" in worse.stdout


def test_a_change_that_takes_all_records_away_cannot_be_judged(office: Path) -> None:
    commit(office, "Begin")
    for file in sorted((office / "portfolio").rglob("*.yaml")):
        file.unlink()
    done = pmo("check", "--base", "HEAD", *DAY, cwd=office)
    assert (done.returncode, "there is no record" in done.stderr) == (2, True)


def test_a_reader_that_leaves_early_is_no_fault(office: Path) -> None:
    command = f"{Path(sys.executable).parent / 'pmo'} rules | head -1"
    done = subprocess.run(
        ["bash", "-c", command], cwd=office, capture_output=True, text=True, check=False
    )
    assert "Traceback" not in done.stderr
    assert "Exception" not in done.stderr


def commit(folder: Path, subject: str) -> None:
    """Commits everything in the folder, in a repository made for it if need be."""
    by = ["-c", "user.name=Tom Berg", "-c", "user.email=tom.berg@example.org"]
    for words in (["init", "-q"], ["add", "-A"], [*by, "commit", "-qm", subject]):
        subprocess.run(["git", *words], cwd=folder, check=True, capture_output=True)


def test_the_page_of_the_commit_makes_links_and_any_other_address_is_refused(office: Path) -> None:
    page = "https://git.example/harbour/office/tree/0a1b2c"
    done = pmo("check", "--format", "markdown", "--shown-at", page, *DAY, cwd=office)
    at = "https://git.example/harbour/office/blob/0a1b2c/portfolio/projects/apollo/project.yaml#L2"
    assert f"]({at})" in done.stdout
    refused = pmo("check", "--shown-at", "https://git.example/harbour/office", *DAY, cwd=office)
    assert (refused.returncode, refused.stdout) == (2, "")
    assert "is no page of a commit" in refused.stderr
