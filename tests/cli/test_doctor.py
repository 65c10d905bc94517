"""`pmo doctor` as a user runs it: on an office that begins, at a desk, with what the forge says."""

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.checkouts import git
from tests.cli.test_init import ENVIRONMENT, HARBOUR, files, pmo
from tests.forge.test_branch_rules import RULES

DAY = ("--today", "2026-11-23")


@pytest.fixture
def office(tmp_path: Path) -> Path:
    """The office as `pmo init` makes it, in a repository that has a remote one."""
    folder = tmp_path / "office"
    folder.mkdir()
    pmo("init", *HARBOUR, "--superior", "Maria Silva", cwd=folder)
    git("init", "-q", "-b", "main", cwd=folder)
    git("add", "--all", cwd=folder)
    git("commit", "-q", "-m", "Start", cwd=folder)
    git("remote", "add", "origin", "git@github.com:harbour/office.git", cwd=folder)
    git("config", "user.email", "ana.keller@harbour.example", cwd=folder)
    return folder


def test_an_office_that_begins(office: Path, golden: Callable[[str, str], None]) -> None:
    before = files(office)
    done = pmo("doctor", *DAY, cwd=office / "portfolio")
    assert (done.returncode, done.stderr) == (1, "")
    version = subprocess.run(["git", "version"], capture_output=True, text=True, check=True)
    golden("doctor", done.stdout.replace(version.stdout.split()[2], "2.47.1"))
    assert files(office) == before


def test_a_folder_without_anything(tmp_path: Path) -> None:
    done = pmo("doctor", *DAY, cwd=tmp_path)
    assert (done.returncode, done.stderr) == (1, "")
    assert "  missing  there is no folder portfolio here or above\n           -> pmo init\n" in (
        done.stdout
    )


def test_what_the_forge_asks_is_judged(office: Path, tmp_path: Path) -> None:
    file = tmp_path / "rules.json"
    for rules, state in ((RULES, "ok"), (RULES[:1], "missing")):
        file.write_text(json.dumps(rules), "utf-8")
        done = pmo("doctor", "--rulesets", str(file), "--format", "json", *DAY, cwd=office)
        said = json.loads(done.stdout)
        found = {each["name"]: each["state"] for each in said["remarks"]}
        assert (found["required-check"], found["force-push"]) == (state, state)
        assert found["code-owner-review"] == "ok"


def test_a_file_of_rules_that_is_none(office: Path) -> None:
    done = pmo("doctor", "--rulesets", "README.md", cwd=office)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("pmo: the file of rules cannot be used: ")
    assert pmo("doctor", "--rulesets", "nothing.json", cwd=office).returncode == 2


def test_json_says_the_same_with_a_version(office: Path) -> None:
    said = json.loads(pmo("doctor", "--format", "json", *DAY, cwd=office).stdout)
    assert said["format_version"] == "1.0"
    states = [remark["state"] for remark in said["remarks"]]
    assert said["counts"] == {state: states.count(state) for state in said["counts"]}
    text = pmo("doctor", *DAY, cwd=office).stdout
    assert all(f"  {each['state']:<8} {each['said']}\n" in text for each in said["remarks"])


def test_litter_a_shallow_clone_and_a_stranger_are_told(office: Path, tmp_path: Path) -> None:
    (office / "README.md").write_text("More\n", "utf-8")
    git("commit", "-qam", "More", cwd=office)
    git("clone", "-q", "--depth", "1", office.as_uri(), "clone", cwd=tmp_path)
    clone = tmp_path / "clone"
    (clone / "portfolio/people/.pmo-writing-abc").write_text("", "utf-8")
    git("config", "user.email", "stranger@else.example", cwd=clone)
    git("switch", "-q", "-c", "report", cwd=clone)
    said = json.loads(pmo("doctor", "--format", "json", *DAY, cwd=clone).stdout)
    odd = {each["name"]: each["said"] for each in said["remarks"] if each["state"] == "odd"}
    (commits,) = [each["said"] for each in said["remarks"] if each["name"] == "commits"]
    assert commits == "branch report; the main branch is main"
    assert odd["history"].startswith("the clone is shallow")
    assert odd["litter"].endswith(": portfolio/people/.pmo-writing-abc")
    assert "stranger@else.example" in odd["identity"]


def test_without_git_the_rest_is_told(office: Path, tmp_path: Path) -> None:
    (tmp_path / "bin").mkdir()
    code = "from pmoascode.cli import main; main()"
    done = subprocess.run(
        [sys.executable, "-c", code, "doctor", *DAY],
        cwd=office,
        env={**ENVIRONMENT, "PATH": str(tmp_path / "bin")},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (1, "")
    assert "  missing  git cannot be started\n" in done.stdout
    assert "  ok       the check finds no error\n" in done.stdout


def test_a_hostile_address_is_shown_as_text(office: Path) -> None:
    git("remote", "set-url", "origin", "https://x\x1b[31m.example/a", cwd=office)
    assert "\x1b" not in pmo("doctor", *DAY, cwd=office).stdout


def test_a_link_in_place_of_a_file_counts_for_nothing(office: Path, tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_text("plugins:\n  - pmoascode\n", "utf-8")
    (office / "mkdocs.yml").unlink()
    (office / "mkdocs.yml").symlink_to(secret)
    assert "there is no mkdocs.yml" in pmo("doctor", *DAY, cwd=office).stdout
