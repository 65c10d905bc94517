"""What a forge is given is valid, clean and pinned, and names the program everywhere."""

import re
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest
import yaml

from pmoascode.starting import Around, program
from tests.starting.offices import COMMIT, GITHUB, GITLAB, files, harbour
from tests.test_workflows import ROOT, unpinned

UNKNOWN = Around("github")
RELEASE = re.compile(r"uses: [\w./-]+@[0-9a-f]{40}( # v\d+\.\d+\.\d+)?$")


def written(folder: Path, made: Mapping[str, bytes]) -> Path:
    for path, content in made.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(content)
    return folder


def run(tool: str, *arguments: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    command = [str(Path(sys.executable).parent / tool), *arguments]
    return subprocess.run(command, cwd=cwd, capture_output=True, text=True, check=False)


def workflows(around: Around = GITHUB) -> dict[str, str]:
    made = files(harbour(around=around))
    return {
        Path(path).stem: content.decode()
        for path, content in made.items()
        if path.startswith(".github/workflows/")
    }


@pytest.mark.parametrize("around", [GITHUB, UNKNOWN], ids=["known", "unknown"])
def test_security_check_finds_nothing(around: Around, tmp_path: Path) -> None:
    folder = written(tmp_path, files(harbour(around=around)))
    words = ("--offline", "--pedantic", "--no-progress", "--color=never", ".")
    found = run("zizmor", *words, cwd=folder)
    assert found.returncode == 0, found.stdout + found.stderr


@pytest.mark.parametrize(
    ("around", "schema", "pattern"),
    [
        (GITHUB, "vendor.github-workflows", ".github/workflows/*.yml"),
        (GITHUB, "vendor.dependabot", ".github/dependabot.yml"),
        (UNKNOWN, "vendor.github-workflows", ".github/workflows/*.yml"),
        (GITLAB, "vendor.gitlab-ci", ".gitlab-ci.yml"),
        (Around("gitlab"), "vendor.gitlab-ci", ".gitlab-ci.yml"),
    ],
)
def test_each_file_fits_its_schema(
    around: Around, schema: str, pattern: str, tmp_path: Path
) -> None:
    folder = written(tmp_path, files(harbour(around=around)))
    names = [str(path) for path in sorted(folder.glob(pattern))]
    assert names
    found = run("check-jsonschema", "--builtin-schema", schema, *names, cwd=folder)
    assert found.returncode == 0, found.stdout + found.stderr


def test_every_action_is_pinned() -> None:
    for name, text in workflows().items():
        lines = [line.strip() for line in text.splitlines() if line.strip().startswith("uses:")]
        assert lines, name
        assert [line for line in lines if not RELEASE.fullmatch(line)] == []
        others = "\n".join(line for line in lines if "pmoascode" not in line)
        assert unpinned(others) == []


def test_the_versions_are_those_of_this_project() -> None:
    """Dependabot brings this project's own workflows up to date; these must follow."""
    own = "".join(path.read_text("utf-8") for path in (ROOT / ".github").rglob("*.yml"))
    for text in workflows().values():
        for action in re.findall(r"uses: (actions/\S+ # \S+)", text):
            assert f"uses: {action}" in own


@pytest.mark.parametrize("name", ["check", "nightly"])
def test_a_check_holds_no_secret_and_no_right_to_write(name: str) -> None:
    text = workflows()[name]
    assert "secrets." not in text
    assert ": write" not in text
    assert "pull_request_target" not in text
    assert text.count("actions/checkout@") == text.count("persist-credentials: false") == 1


def test_the_check_judges_pull_requests_reviews_and_the_merge_queue() -> None:
    check = yaml.safe_load(workflows()["check"])
    assert set(check[True]) == {"pull_request", "pull_request_review", "merge_group"}  # `on`
    (job,) = check["jobs"].values()
    assert job["name"] == "records"
    assert job["steps"][0]["with"]["fetch-depth"] == 0
    assert job["steps"][1]["uses"] == f"harbour/pmoascode@{COMMIT}"


@pytest.mark.parametrize(
    ("name", "path"), [("nightly", ""), ("publish", "/.github/actions/site"), ("check", "")]
)
def test_the_actions_that_are_called_are_there(name: str, path: str) -> None:
    assert f"uses: harbour/pmoascode{path}@{COMMIT}\n" in workflows()[name]
    assert (ROOT / path.strip("/") / "action.yml").is_file()


def test_the_inputs_that_are_given_are_known() -> None:
    action = yaml.safe_load((ROOT / "action.yml").read_text("utf-8"))
    (job,) = yaml.safe_load(workflows()["nightly"])["jobs"].values()
    assert set(job["steps"][-1]["with"]) <= set(action["inputs"])


def test_only_publication_may_write_and_only_pages() -> None:
    publish = yaml.safe_load(workflows()["publish"])
    assert publish["permissions"] == {}
    assert publish["jobs"]["build"]["permissions"] == {"contents": "read"}
    assert publish["jobs"]["deploy"]["permissions"] == {"pages": "write", "id-token": "write"}
    assert publish["jobs"]["build"]["steps"][-1]["with"]["path"] == "build/site"


def test_an_installed_program_is_named_with_its_version() -> None:
    known = program(f"https://github.com/harbour/pmoascode.git@{COMMIT}")
    assert known is not None
    versioned = Around("github", "", type(known)(known.address, known.commit, "1.4.0"))
    text = workflows(versioned)["check"]
    assert f"uses: harbour/pmoascode@{COMMIT} # v1.4.0\n" in text


def test_a_program_that_is_not_known_lets_no_check_pass() -> None:
    assert f"uses: OWNER/pmoascode@{'0' * 40}\n" in workflows(UNKNOWN)["check"]
    pipeline = files(harbour(around=Around("gitlab")))[".gitlab-ci.yml"].decode()
    assert yaml.safe_load(pipeline)["variables"]["PMO_PACKAGE"] == ""


def test_the_pipeline_is_the_shipped_one_with_the_program_filled_in() -> None:
    made = yaml.safe_load(files(harbour(around=GITLAB))[".gitlab-ci.yml"])
    shipped = yaml.safe_load((ROOT / "templates/gitlab/pmo.gitlab-ci.yml").read_text("utf-8"))
    package = made["variables"].pop("PMO_PACKAGE")
    assert package == f"pmoascode @ git+https://github.com/harbour/pmoascode@{COMMIT}"
    assert made == shipped


@pytest.mark.parametrize(
    ("text", "address"),
    [
        (f"harbour/pmoascode@{COMMIT}", "https://github.com/harbour/pmoascode"),
        (f"git+https://git.example/a/b/pmo.git@{COMMIT}", "https://git.example/a/b/pmo"),
        (f"https://git.example/pmo/@{COMMIT}", "https://git.example/pmo"),
        ("harbour/pmoascode@main", None),
        (f"harbour/pmoascode@{COMMIT[:39]}", None),
        (f"https://user@git.example/pmo@{COMMIT}", None),
        (f"harbour@{COMMIT}", None),
        (f"a/b@{COMMIT}\n", None),
    ],
)
def test_a_program_is_read(text: str, address: str | None) -> None:
    found = program(text)
    assert (found and found.address) == address
