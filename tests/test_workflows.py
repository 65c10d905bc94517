"""The workflows and the action are valid and clean, and all that they install is pinned."""

import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).resolve().parent.parent
WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
ACTION = ROOT / "action.yml"
SITE_ACTION = ROOT / ".github" / "actions" / "site" / "action.yml"
GITLAB = sorted((ROOT / "templates" / "gitlab").glob("*.yml"))
LOCKS = sorted((ROOT / "requirements").glob("*.txt"))
PINNED = re.compile(r"uses: (?:\./\S*|[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+)(?: #|$)")


def run(tool: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    """What a tool of this environment says of the repository."""
    program = Path(sys.executable).parent / tool
    return subprocess.run(
        [program, *arguments], cwd=ROOT, capture_output=True, text=True, check=False
    )


def unpinned(text: str) -> list[str]:
    """The lines that take an action by a name that can be moved."""
    lines = (line.strip().removeprefix("- ") for line in text.splitlines())
    return [line for line in lines if line.startswith("uses:") and not PINNED.match(line)]


def test_security_check_finds_nothing() -> None:
    found = run("zizmor", "--offline", "--pedantic", "--no-progress", "--color=never", ".")
    assert found.returncode == 0, found.stdout + found.stderr


def test_security_check_sees_a_hole(tmp_path: Path) -> None:
    folder = tmp_path / ".github" / "workflows"
    folder.mkdir(parents=True)
    title = "${{ github.event.pull_request.title }}"
    job = f"jobs:\n  a:\n    runs-on: ubuntu-24.04\n    steps:\n      - run: echo {title}\n"
    (folder / "a.yml").write_text(f"on: pull_request_target\n{job}", encoding="utf-8")
    found = run("zizmor", "--offline", "--no-progress", "--color=never", str(tmp_path))
    assert found.returncode != 0
    assert "template-injection" in found.stdout


@pytest.mark.parametrize(
    ("schema", "files"),
    [
        ("vendor.github-workflows", WORKFLOWS),
        ("vendor.github-actions", [ACTION, SITE_ACTION]),
        ("vendor.gitlab-ci", GITLAB),
        ("vendor.dependabot", [ROOT / ".github" / "dependabot.yml"]),
    ],
)
def test_each_file_fits_its_schema(schema: str, files: list[Path]) -> None:
    assert files
    found = run("check-jsonschema", "--builtin-schema", schema, *map(str, files))
    assert found.returncode == 0, found.stdout + found.stderr


@pytest.mark.parametrize("path", [*WORKFLOWS, ACTION, SITE_ACTION], ids=lambda path: path.name)
def test_every_action_is_pinned(path: Path) -> None:
    assert unpinned(path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    ("line", "pinned"),
    [
        (f"- uses: actions/checkout@{'a' * 40} # v7.0.0", True),
        ("uses: ./tool # zizmor: ignore[self-repository]", True),
        ("uses: ./", True),
        (f"- uses: actions/checkout@{'a' * 40}", False),
        (f"- uses: actions/checkout@{'a' * 39} # v7.0.0", False),
        ("- uses: actions/checkout@v7", False),
    ],
)
def test_a_pin_is_told_from_a_name(line: str, *, pinned: bool) -> None:
    assert (unpinned(line) == []) is pinned


@pytest.mark.parametrize("name", ["check.yml", "pmo-check.yml", "nightly.yml"])
def test_a_check_holds_no_secret_and_no_right_to_write(name: str) -> None:
    text = uncommented(ROOT / ".github" / "workflows" / name)
    assert "secrets." not in text
    assert ": write" not in text
    assert "pull_request_target" not in text
    assert text.count("actions/checkout@") == text.count("persist-credentials: false") > 0


@pytest.mark.parametrize("name", ["check.yml", "pmo-check.yml"])
def test_a_pull_request_does_not_choose_its_judge(name: str) -> None:
    text = uncommented(ROOT / ".github" / "workflows" / name)
    (job,) = yaml.safe_load(text)["jobs"].values()
    tool = next(step for step in job["steps"] if step.get("with", {}).get("path") == "tool")
    assert job["steps"][-1]["uses"].startswith("./tool")
    assert "base" in tool["with"]["ref"] or tool["with"]["ref"] == "${{ job.workflow_sha }}"
    assert "records" in job["steps"][-1]["with"]["directory"]


def test_the_check_runs_again_when_somebody_reviews() -> None:
    triggers = yaml.safe_load(uncommented(ROOT / ".github/workflows/check.yml"))[True]  # `on`
    assert set(triggers) == {"pull_request", "pull_request_review", "merge_group"}
    assert {"submitted", "dismissed"} <= set(triggers["pull_request_review"]["types"])


def test_the_nightly_run_is_red_only_where_it_could_not_run() -> None:
    (job,) = yaml.safe_load(uncommented(ROOT / ".github/workflows/nightly.yml"))["jobs"].values()
    assert job["steps"][-1]["with"]["report-only"] == "true"
    assert "continue-on-error" not in job["steps"][-1]


def test_the_pipeline_judges_a_change_by_its_base_and_keeps_whole_history() -> None:
    pipeline = yaml.safe_load(GITLAB[0].read_text(encoding="utf-8"))
    assert pipeline["variables"]["GIT_DEPTH"] == "0"
    check = pipeline["pmo-check"]
    assert "allow_failure" not in check
    (script,) = check["script"]
    assert "--base=$CI_MERGE_REQUEST_DIFF_BASE_SHA" in script
    assert f"--write=gitlab={check['artifacts']['reports']['codequality']}" in script
    assert pipeline["pmo-nightly"]["allow_failure"] == {"exit_codes": [1]}


def uncommented(path: Path) -> str:
    """The file without the lines that are comments."""
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    return "".join(line for line in lines if not line.lstrip().startswith("#"))


@pytest.mark.parametrize("path", LOCKS, ids=lambda path: path.name)
def test_a_lock_file_gives_each_package_one_version_and_its_hashes(path: Path) -> None:
    text = path.read_text(encoding="utf-8").replace("\\\n", " ")
    lines = [line for line in text.splitlines() if line and not line.lstrip().startswith("#")]
    assert lines
    assert [line for line in lines if not re.match(r"[\w.-]+==\S+ .*--hash=sha256:", line)] == []


@pytest.mark.parametrize("path", LOCKS, ids=lambda path: path.name)
def test_a_lock_file_names_no_place_to_fetch_from(path: Path) -> None:
    assert re.findall(r"\S+://\S+|--\S*(?:index|links)\S*", path.read_text("utf-8")) == []


def test_the_lock_files_agree() -> None:
    pins = {
        path.stem: set(re.findall(r"^([\w.-]+==\S+)", path.read_text("utf-8"), re.MULTILINE))
        for path in LOCKS
    }
    assert pins["check"] < pins["site"] < pins["ci"]
