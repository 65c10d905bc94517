"""`pmo changes`: what is told on the terminal, in Markdown and in JSON."""

import json

from click.testing import CliRunner

from pmoascode.cli import pmo
from tests.acts.conftest import Desk
from tests.checkouts import DAY


def printed(desk: Desk, *arguments: str) -> str:
    given = ["changes", *arguments, "--records", str(desk.records), "--today", DAY]
    return CliRunner().invoke(pmo, given, standalone_mode=False).output


def test_it_tells_what_the_files_say_since_the_last_commit(desk: Desk) -> None:
    assert printed(desk, "HEAD") == "Nothing changed since HEAD.\n"
    assert desk.run("set", "apollo.milestones.go-live.forecast", "2027-03-19") == 0, desk.output
    assert desk.run("set", "apollo.summary", "A portal.") == 0, desk.output
    text = "Portal open moved from 2027-03-12 to 2027-03-19 (+7 days)"
    assert printed(desk, "HEAD") == (f"Apollo claims portal\n  - {text}\n    1 smaller change\n")
    assert printed(desk, "HEAD", "--all").endswith(f"  - {text}\n    Changed: summary\n")
    assert "### Apollo claims portal" in printed(desk, "HEAD", "--format", "markdown")
    (first, second) = json.loads(printed(desk, "HEAD", "--format", "json"))["changes"]
    assert first == {
        "work": "project/apollo",
        "record": "project/apollo",
        "weight": "minor",
        "text": text,
    }
    assert second["weight"] == "detail"
