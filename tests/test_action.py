"""The steps of the action, run as a runner would run them: bash, its variables, its files."""

import json
import os
import subprocess
import sys
import threading
from collections.abc import Iterator, Mapping
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.checkouts import Origin, git, origin

ACTION = Path(__file__).resolve().parent.parent / "action.yml"
STEPS = {
    step["name"]: step
    for step in yaml.safe_load(ACTION.read_text(encoding="utf-8"))["runs"]["steps"]
}
CHECK = STEPS["Check the records"]
ASK = STEPS["Ask who made and approved the change"]
WRONG = {"portfolio/projects/hermes/risks.yaml": "late:\n  title: It is late\n  owner: nobody\n"}
NOT_ALLOWED = (403, {"message": "Resource not accessible by integration"})


class Runner:
    """What a runner gives a step, in a folder of its own."""

    def __init__(self, folder: Path) -> None:
        self.temp = folder / "temp"
        self.summary, self.output = folder / "summary.md", folder / "output"
        (self.temp / "pmo" / "bin").mkdir(parents=True)
        (self.temp / "pmo" / "bin" / "pmo").symlink_to(Path(sys.executable).parent / "pmo")
        self.summary.touch()
        self.output.touch()

    def run(self, step: Mapping[str, Any], workspace: Path, **env: str) -> tuple[int, str]:
        """The exit status of the step and what it prints."""
        given = {
            **os.environ,
            **dict.fromkeys(step["env"], ""),
            "GITHUB_WORKSPACE": str(workspace),
            "GITHUB_STEP_SUMMARY": str(self.summary),
            "GITHUB_OUTPUT": str(self.output),
            "RUNNER_TEMP": str(self.temp),
            **env,
        }
        script = self.temp / "step.sh"
        script.write_text(step["run"], encoding="utf-8")
        command = ["bash", "--noprofile", "--norc", "-eo", "pipefail", str(script)]
        done = subprocess.run(
            command, env=given, cwd=workspace, capture_output=True, text=True, check=False
        )
        return done.returncode, done.stdout + done.stderr

    def check(self, workspace: Path, **env: str) -> tuple[int, str]:
        return self.run(CHECK, workspace, **{"DIRECTORY": ".", "FAIL_ON": "error"} | env)

    @property
    def outputs(self) -> dict[str, str]:
        lines = self.output.read_text(encoding="utf-8").splitlines()
        return dict(line.split("=", 1) for line in lines)


@pytest.fixture
def runner(tmp_path: Path) -> Runner:
    return Runner(tmp_path)


@pytest.fixture(scope="module")
def honest(tmp_path_factory: pytest.TempPathFactory) -> Origin:
    return origin(tmp_path_factory.mktemp("honest"))


@pytest.fixture(scope="module")
def wrong(tmp_path_factory: pytest.TempPathFactory) -> Origin:
    return origin(tmp_path_factory.mktemp("wrong"), change=WRONG)


def test_each_step_names_its_shell_and_splices_nothing_into_a_script() -> None:
    scripts = [step for step in STEPS.values() if "run" in step]
    assert len(scripts) == 3
    assert all(step["shell"] == "bash" and "${{" not in step["run"] for step in scripts)


def test_a_wrong_pull_request_is_annotated_summed_up_and_fails(
    wrong: Origin, runner: Runner, tmp_path: Path
) -> None:
    workspace = wrong.checkout(tmp_path / "work")
    status, said = runner.check(workspace, BASE=wrong.first, HEAD_SHA=wrong.head)
    assert status == 1
    assert "::error file=portfolio/projects/hermes/risks.yaml,line=3,col=10" in said
    assert "::error file=portfolio/projects/juno" not in said
    assert "risks" in runner.summary.read_text(encoding="utf-8")
    assert runner.outputs["status"] == "1"


def test_the_summary_links_to_the_newest_commit_of_the_pull_request(
    wrong: Origin, runner: Runner, tmp_path: Path
) -> None:
    workspace = wrong.checkout(tmp_path / "work")
    where = {"GITHUB_SERVER_URL": "https://git.example", "GITHUB_REPOSITORY": "harbour/office"}
    runner.check(workspace, BASE=wrong.first, HEAD_SHA=wrong.head, GITHUB_SHA="merge", **where)
    summary = runner.summary.read_text(encoding="utf-8")
    page = f"https://git.example/harbour/office/blob/{wrong.head}"
    assert f"]({page}/portfolio/projects/hermes/risks.yaml#L3)" in summary


def test_a_report_shows_the_same_and_does_not_fail(
    wrong: Origin, runner: Runner, tmp_path: Path
) -> None:
    workspace = wrong.checkout(tmp_path / "work")
    status, said = runner.check(workspace, REPORT_ONLY="true")
    assert (status, "::error file=" in said) == (0, True)
    assert runner.outputs["status"] == "1"


def test_the_merge_says_better_than_the_event_what_the_base_is(
    honest: Origin, runner: Runner, tmp_path: Path
) -> None:
    workspace = honest.checkout(tmp_path / "work")
    assert runner.check(workspace, BASE=honest.first, HEAD_SHA=honest.head)[0] == 0


def test_a_base_that_is_asked_for_is_taken(honest: Origin, runner: Runner, tmp_path: Path) -> None:
    workspace = honest.checkout(tmp_path / "work")
    wanted = {"BASE": honest.first, "OWN_BASE": honest.first, "HEAD_SHA": honest.head}
    status, said = runner.check(workspace, **wanted)
    assert (status, "::error file=portfolio/projects/juno" in said) == (1, True)


def test_a_checkout_without_history_says_what_to_set(
    honest: Origin, runner: Runner, tmp_path: Path
) -> None:
    workspace = honest.checkout(tmp_path / "work", "--depth=1")
    status, said = runner.check(workspace, BASE=honest.first, HEAD_SHA=honest.head)
    assert status == 2
    (line,) = [line for line in said.splitlines() if line.startswith("::error")]
    assert line.startswith("::error title=pmo check could not run::pmo: revision ")
    assert "set `fetch-depth: 0` on actions/checkout" in line
    assert "fetch-depth: 0" in runner.summary.read_text(encoding="utf-8")


@pytest.mark.parametrize("name", ["DIRECTORY", "BASE", "FAIL_ON", "REVIEWS", "REPORT_ONLY"])
def test_a_value_is_never_run(honest: Origin, runner: Runner, tmp_path: Path, name: str) -> None:
    workspace = honest.checkout(tmp_path / "work", "--depth=2")
    runner.check(workspace, **{name: f'"; touch {tmp_path}/run; $(touch {tmp_path}/run) #'})
    assert not (tmp_path / "run").exists()


class Forge:
    """A forge that answers what it is told to, page by page."""

    def __init__(self, pull: Origin) -> None:
        head, base = {"sha": pull.head}, {"sha": pull.first}
        tom = {"login": "tom-berg", "id": 110, "type": "User"}
        made = {"name": "Tom Berg", "email": "tom.berg@harbour.example"}
        commit = {"author": made, "committer": made}
        review = {"user": tom, "state": "COMMENTED", "commit_id": pull.head}
        self.allowed = "Bearer right"
        self.refusal: tuple[int, Any] = (401, {})
        self.answers: dict[str, Any] = {
            "": {"number": 1, "user": tom, "head": head, "base": base, "commits": 1},
            "/reviews": [{**review, "submitted_at": "2026-11-09T10:00:00Z"}] * 101,
            "/commits": [
                {"sha": pull.head, "commit": commit, "author": tom, "committer": tom, "parents": []}
            ],
        }

    def answer(self, path: str, token: str) -> tuple[int, Any]:
        if token != self.allowed:
            return self.refusal
        place, _, query = path.removeprefix("/pulls/1").partition("?")
        found = self.answers[place]
        if not isinstance(found, list):
            return 200, found
        size, page = (int(part.partition("=")[2]) for part in query.split("&"))
        return 200, found[size * (page - 1) : size * page]


@pytest.fixture
def forge(honest: Origin) -> Iterator[tuple[Forge, str]]:
    """The forge and the address of the pull request."""
    told = Forge(honest)

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            code, said = told.answer(self.path, self.headers.get("Authorization", ""))
            body = json.dumps(said).encode()
            self.send_response(code)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            return

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield told, f"http://127.0.0.1:{server.server_port}/pulls/1"
    server.shutdown()
    server.server_close()


def asked(
    runner: Runner, folder: Path, pull: str, head: str, key: str = "right", reviews: str = "auto"
) -> tuple[int, str]:
    """How the step ends that asks the forge."""
    words = {"TOKEN": key, "REVIEWS": reviews, "PULL": pull, "HEAD_SHA": head, "no_proxy": "*"}
    return runner.run(ASK, folder, **words)


def test_every_page_is_fetched_and_the_check_takes_it(
    honest: Origin, runner: Runner, forge: tuple[Forge, str], tmp_path: Path
) -> None:
    workspace = honest.checkout(tmp_path / "work")
    assert asked(runner, workspace, forge[1], honest.head) == (0, "")
    file = runner.outputs["file"]
    said = json.loads(Path(file).read_text(encoding="utf-8"))
    assert (len(said["reviews"]), len(said["commits"])) == (101, 1)
    status, _ = runner.check(workspace, BASE=honest.main, HEAD_SHA=honest.head, REVIEWS=file)
    assert status == 0
    assert "rules not asked" not in runner.summary.read_text(encoding="utf-8")
    assert git("status", "--porcelain", cwd=workspace) == ""


@pytest.mark.parametrize(
    ("token", "refusal"), [("wrong", NOT_ALLOWED), ("", (401, {"message": "Who?"}))]
)
def test_without_the_right_to_read_the_rest_is_judged_or_the_step_fails(
    honest: Origin,
    runner: Runner,
    forge: tuple[Forge, str],
    tmp_path: Path,
    token: str,
    refusal: tuple[int, Any],
) -> None:
    forge[0].refusal = refusal
    status, said = asked(runner, tmp_path, forge[1], honest.head, token)
    assert (status, runner.outputs) == (0, {})
    assert "permissions: pull-requests: read. Rules that ask who did it are not asked." in said
    status, said = asked(runner, tmp_path, forge[1], honest.head, token, "required")
    assert (status, said.startswith("::error title=pmo check could not run::")) == (2, True)


@pytest.mark.parametrize("code", [401, 403, 404])
def test_any_other_failure_is_one(
    honest: Origin, runner: Runner, forge: tuple[Forge, str], tmp_path: Path, code: int
) -> None:
    forge[0].refusal = (code, {"message": "API rate limit exceeded"})
    status, said = asked(runner, tmp_path, forge[1], honest.head, "wrong")
    assert (status, f"The forge answered {code}" in said, runner.outputs) == (2, True, {})


def test_a_push_in_between_is_left_to_its_own_run(
    honest: Origin, runner: Runner, forge: tuple[Forge, str], tmp_path: Path
) -> None:
    status, said = asked(runner, tmp_path, forge[1], honest.main)
    assert (status, "A newer commit was pushed" in said, runner.outputs) == (2, True, {})


def test_a_forge_that_does_not_answer_is_a_failure(
    honest: Origin, runner: Runner, tmp_path: Path
) -> None:
    status, said = asked(runner, tmp_path, "ftp://127.0.0.1:1/pulls/1", honest.head)
    assert (status, "The forge did not answer." in said) == (2, True)
