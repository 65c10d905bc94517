"""A month in the life of an office: from an empty folder to a closed project and a site.

Each step is a pull request as a forge sees it: a branch with commits of its author, reviews of its
head, judged against main, then merged.
"""

import json
import os
import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from pmoascode.cli import pmo
from pmoascode.finding import CannotRun

PEOPLE = {
    "ana-keller": ("Ana Keller", "ana.keller@harbour.example", 1, "akeller"),
    "maria-silva": ("Maria Silva", "maria.silva@harbour.example", 2, "msilva"),
    "tom-berg": ("Tom Berg", "tom.berg@harbour.example", 3, "tberg"),
}
P = "apollo-claims-portal"
REQUEST = f"change-request/{P}/go-live-a-week-later"
RISK = f"risk/{P}/the-vendor-misses-the-second-drop"
GREEN = [
    word
    for dimension in ("overall", "schedule", "cost", "scope", "resources")
    for word in (f"--{dimension}", "green")
]
INIT = [
    "init", ".", "--yes", "--organisation", "Harbour Mutual", "--currency", "EUR",
    "--head", "Ana Keller <ana.keller@harbour.example> @akeller",
    "--sponsor", "Maria Silva <maria.silva@harbour.example> @msilva",
    "--manager", "Tom Berg <tom.berg@harbour.example> @tberg",
    "--project", "Apollo claims portal", "--programme", "-", "--budget", "120000",
    "--start", "2026-10-05", "--finish", "2026-12-18", "--forge", "github",
]  # fmt: skip
MOVED = "[{path: project.milestones.go-live.baseline, old: 2026-12-04, new: 2026-12-11}]"
NO_IMPACT = "{time: 7 days, cost: 0, scope: none, quality: none, benefits: none, risk: none}"


@dataclass(frozen=True)
class Request:
    """One pull request: a day, whose it is, who approves it, and the commands that make it."""

    day: str
    acts: tuple[list[str], ...]
    approved: bool = False  # by the sponsor, without whom it is not let through


def acts(*commands: list[str]) -> tuple[list[str], ...]:
    return commands


MONTH = {
    "plan the milestones": Request(
        "2026-11-02",
        acts(
            ["milestone", P, "first-forms", "--title", "First forms online",
             "--baseline", "2026-11-20"],
            ["milestone", P, "go-live", "--title", "Portal open", "--baseline", "2026-12-04"],
            ["set", f"{P}.tolerances", "{time: 14 days, cost: 5 %}"],
        ),
        approved=True,
    ),
    "note a risk": Request(
        "2026-11-02",
        acts(["new", "risk", P, "--title", "The vendor misses the second drop",
              "--owner", "tom-berg", "--probability", "3", "--impact", "4",
              "--response", "reduce", "--review", "2026-11-16"]),
    ),
    "start": Request(
        "2026-11-02",
        acts(["approve", P, "start", "--by", "maria-silva", "--enter"]),
        approved=True,
    ),
    "report for October": Request(
        "2026-11-02",
        acts(["report", P, *GREEN, "--headline", "The claims team has seen the first screens."]),
    ),
    "case and plan": Request(
        "2026-11-09",
        acts(
            ["new", "business-case", P, "--field", "summary=Claims online instead of by post"],
            ["new", "pid", P, "--field", "background=Claims by post take three weeks"],
        ),
    ),
    "authorise": Request(
        "2026-11-09",
        acts(
            ["approve", f"pid/{P}", "--by", "maria-silva"],
            ["approve", P, "authorise", "--by", "maria-silva", "--amount", "120000", "--enter"],
        ),
        approved=True,
    ),
    "move a forecast": Request(
        "2026-11-16", acts(["milestone", P, "go-live", "--forecast", "2026-12-11"])
    ),
    "ask for a change": Request(
        "2026-11-16",
        acts(["new", "change-request", P, "--title", "Go-live a week later",
              "--field", "reason=The vendor is a week late", "--field", "status=assessing",
              "--field", f"changes={MOVED}", "--field", f"impact={NO_IMPACT}"]),
    ),
    "decide": Request(
        "2026-11-16",
        acts(["approve", REQUEST, "--by", "maria-silva", "--reason", "A week is within reach."]),
        approved=True,
    ),
    "carry it out": Request("2026-11-16", acts(["implement", REQUEST])),
    "reach a milestone": Request(
        "2026-11-20", acts(["milestone", P, "first-forms", "--reached"])
    ),
    "close the risk": Request(
        "2026-11-20",
        acts(["close", RISK, "--outcome", "avoided", "--reason", "The second drop came."]),
    ),
    "report for November": Request(
        "2026-12-02",
        acts(["report", P, *GREEN, "--headline", "On the way to go-live on 11 December."]),
    ),
    "go live": Request("2026-12-11", acts(["milestone", P, "go-live", "--reached"])),
    "enter closing": Request("2026-12-14", acts(["set", f"{P}.phase", "closing"])),
    "keep a lesson": Request(
        "2026-12-14",
        acts(["new", "lesson", P, "--title", "Ask for dates", "--field",
              "cause=Nobody asked the vendor", "--field", "recommendation=Ask every week",
              "--field", "owner=ana-keller", "--field", "recorded=2026-12-14"]),
    ),
    "end report": Request(
        "2026-12-14",
        acts(
            ["new", "end-report", P, "--field", "summary=A week late, within the money"],
            ["approve", f"end-report/{P}", "--by", "maria-silva"],
        ),
        approved=True,
    ),
    "close the gate": Request(
        "2026-12-14", acts(["approve", P, "close", "--by", "maria-silva"]), approved=True
    ),
    "close the project": Request("2026-12-14", acts(["close", P])),
}  # fmt: skip


class Month:
    """The office's repository, worked on by its people."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def git(self, *words: str, who: str = "ana-keller") -> str:
        name, email, _, _ = PEOPLE[who]
        by = {f"GIT_{role}_{what}": value for role in ("AUTHOR", "COMMITTER")
              for what, value in (("NAME", name), ("EMAIL", email))}  # fmt: skip
        apart = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
        done = subprocess.run(
            ["git", *words], cwd=self.folder, env={**os.environ, **apart, **by},
            capture_output=True, text=True, check=True,
        )  # fmt: skip
        return done.stdout.strip()

    def run(self, *words: str, day: str, who: str = "tom-berg") -> tuple[int, str]:
        self.git("config", "user.email", PEOPLE[who][1])
        done = CliRunner().invoke(pmo, [*words, "--today", day], standalone_mode=False)
        if isinstance(done.exception, CannotRun):
            return 2, f"{done.output}{done.exception}"
        assert done.exception is None, (words, done.exception, done.output)
        return int(done.return_value or 0), done.output

    def act(self, words: list[str], day: str) -> None:
        status, said = self.run(*words, day=day)
        assert status == 0, (words, said)

    def merge(self, name: str, request: Request) -> None:
        branch = name.replace(" ", "-")
        self.git("switch", "-q", "-c", branch, "main")
        for words in request.acts:
            self.act(words, request.day)
        self.git("add", "--all")
        self.git("commit", "-q", "-m", name, who="tom-berg")
        if request.approved:
            status, said = self.judged(request, approved=False)
            assert status == 1, name
            assert "in the name of Maria Silva" in said or "nobody above has" in said, said
        status, said = self.judged(request, approved=request.approved)
        assert status == 0, (name, said)
        self.git("switch", "-q", "main")
        self.git("merge", "-q", "--no-ff", "-m", name, branch)

    def judged(self, request: Request, *, approved: bool) -> tuple[int, str]:
        """What the check says of the pull request, with or without the sponsor's approval."""
        facts = self.folder.parent / "facts.json"
        facts.write_text(json.dumps(self._facts(request, approved=approved)), encoding="utf-8")
        gate = ("check", "--base", "main", "--reviews", str(facts), "--fail-on", "warning", "-q")
        return self.run(*gate, day=request.day)

    def _facts(self, request: Request, *, approved: bool) -> dict[str, Any]:
        """What GitHub tells of the pull request."""
        head, base = self.git("rev-parse", "HEAD"), self.git("rev-parse", "main")
        name, email, _, _ = PEOPLE["tom-berg"]
        signed = {"name": name, "email": email}
        commit = {
            "sha": head,
            "parents": [{"sha": base}],
            "author": _user("tom-berg"),
            "committer": _user("tom-berg"),
            "commit": {"author": signed, "committer": signed, "verification": {"verified": False}},
        }
        review = {
            "user": _user("maria-silva"),
            "state": "APPROVED",
            "commit_id": head,
            "submitted_at": f"{request.day}T10:00:00Z",
        }
        return {
            "pull_request": {
                "number": 1,
                "user": _user("tom-berg"),
                "head": {"sha": head},
                "base": {"sha": base},
                "commits": 1,
            },
            "reviews": [review] if approved else [],
            "commits": [commit],
        }


def _user(who: str) -> dict[str, Any]:
    return {"login": PEOPLE[who][3], "id": PEOPLE[who][2], "type": "User"}


@pytest.mark.parametrize("profile", ["starter", "standard"])
def test_from_an_empty_folder_to_a_closed_project(
    profile: str, tmp_path: Path, monkeypatch: Any
) -> None:
    month = Month(tmp_path / "office")
    month.folder.mkdir()
    monkeypatch.chdir(month.folder)
    month.git("init", "-q", "-b", "main")
    status, said = month.run(*INIT, day="2026-11-02", who="ana-keller")
    assert status == 0, said
    policy = month.folder / "portfolio/policy/policy.yaml"
    policy.write_text(policy.read_text("utf-8").replace("profile: starter", f"profile: {profile}"))
    month.git("add", "--all")
    month.git("commit", "-q", "-m", "Start the project office")
    for name, request in MONTH.items():
        month.merge(name, request)

    records = month.folder / "portfolio"
    project = (records / f"projects/{P}/project.yaml").read_text(encoding="utf-8")
    assert "\nphase: closed #" in project
    assert "\nstatus: closed #" in project
    assert "    baseline: 2026-12-11\n    forecast: 2026-12-11\n    actual: 2026-12-11" in project
    assert month.run("check", "--fail-on", "warning", day="2026-12-14")[0] == 0
    status, said = month.run("changes", "HEAD~19", day="2026-12-14")
    assert "  ! Active became closed\n" in said, said
    if profile == "standard":
        return  # the site is the same
    assert month.run("build", day="2026-12-14")[0] == 0
    page = (month.folder / f"build/site/projects/{P}/index.html").read_text(encoding="utf-8")
    assert "On the way to go-live on 11 December." in page


def test_closing_too_early_says_what_is_left(tmp_path: Path, monkeypatch: Any) -> None:
    month = Month(tmp_path / "office")
    month.folder.mkdir()
    monkeypatch.chdir(month.folder)
    month.git("init", "-q", "-b", "main")
    month.run(*INIT, day="2026-11-02", who="ana-keller")
    month.git("add", "--all")
    month.git("commit", "-q", "-m", "Start the project office")
    status, said = month.run("close", P, day="2026-11-02")
    assert status == 1
    assert f"✗ End report written  (pmo new end-report {P})" in said
    assert month.git("status", "--porcelain") == ""
