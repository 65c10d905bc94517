"""`pmo leave`: all that falls vacant is shown first, then the assignments end."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner

from pmoascode.cli import pmo
from tests.acts.conftest import Desk

LEAVE = ("leave", "maria-silva", "--on", "2026-12-31")
PLAN = ("--plan", "Interviews in week 47.", "--owner", "ana-keller")
GOLDEN = Path(__file__).parent / "golden"


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[str, str], None]:
    """Compares a text with its golden file, or writes the file where it is blessed."""

    def compare(name: str, text: str) -> None:
        file = GOLDEN / f"{name}.txt"
        if request.config.getoption("--bless", default=False):
            file.parent.mkdir(exist_ok=True)
            file.write_text(text, encoding="utf-8")
        assert text == file.read_text(encoding="utf-8")

    return compare


def test_all_is_shown_before_anything_is_written(
    desk: Desk, golden: Callable[[str, str], None]
) -> None:
    assert desk.run(*LEAVE, "--dry-run") == 0
    golden("leave", desk.output)
    assert desk.changed() == ""


def test_without_anybody_to_ask_nothing_is_written(desk: Desk) -> None:
    assert desk.run(*LEAVE) == 0
    assert "say --yes to have it written" in desk.output
    assert desk.changed() == ""


def test_assignments_end_with_day_and_reason_and_so_does_the_person(desk: Desk) -> None:
    assert desk.run(*LEAVE, "--yes", "--reason", "retired") == 0, desk.output
    assert (
        desk.changed()
        == """\
-    until: 2027-12-31
+    until: 2026-12-31
+    change_reason: retired
-    until: 2028-12-31
+    until: 2026-12-31
+    change_reason: retired
+active_until: 2026-12-31"""
    )


def test_what_falls_vacant_gets_its_plan(desk: Desk) -> None:
    assert desk.run(*LEAVE, "--yes", *PLAN) == 0, desk.output
    vacancy = """\
+vacancies:
+  sponsor:
+    since: 2027-01-01
+    plan: Interviews in week 47.
+    owner: ana-keller"""
    assert desk.changed().count(vacancy) == 2
    desk.commit()
    assert desk.run("leave", "maria-silva", "--on", "2026-12-31", "--dry-run") == 0
    assert "nothing changes" in desk.output


@pytest.mark.parametrize(
    ("answers", "written", "vacancies"),
    [
        ("Interviews in week 47.\nana\ny\n", True, 2),
        ("\ny\n", True, 0),
        ("Interviews in week 47.\nana\nn\n", False, 0),
    ],
)
def test_at_a_terminal_the_plan_is_asked_for_and_the_writing_too(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, answers: str, *, written: bool, vacancies: int
) -> None:
    monkeypatch.setattr("pmoascode.cli.acting.Manner.asks", True)
    command = [*LEAVE, "--records", str(desk.records), "--today", "2026-11-10"]
    result = CliRunner().invoke(pmo, command, input=answers, standalone_mode=False)
    assert result.exception is None, result.exception
    assert result.return_value == int(not written)
    assert desk.changed().count("owner: ana-keller") == vacancies
    assert ("active_until: 2026-12-31" in desk.changed()) is written


def test_who_stays_keeps_their_place(desk: Desk) -> None:
    assert desk.run(*LEAVE, "--yes", "--stays", "--reason", "career-move") == 0, desk.output
    assert "active_until" not in desk.changed()
    assert desk.changed().count("+    change_reason: career-move") == 2


def test_a_successor_and_a_colleague_are_told(desk: Desk) -> None:
    path = desk.records / "assignments/apollo.yaml"
    more = """\
  - {person: paul-weber, from: 2027-01-11, time: 10 %}
senior-user:
  - {person: maria-silva, from: 2026-11-01}
"""
    text = path.read_text("utf-8").replace("senior-user:\n", more)
    path.write_text(text, "utf-8")
    assert desk.run(*LEAVE, "--dry-run") in (0, 1)
    assert (
        "Paul Weber from 2027-01-11; nobody from 2027-01-01 to 2027-01-10 (10 days)" in desk.output
    )
    assert "Paul Weber holds it too" in desk.output


ROLE_OF_TWO = """\
sponsor:
  - {person: li-wen, from: 2026-01-01}
team-manager:
  - {person: maria-silva, from: 2027-03-01}
"""
TWICE = """\
sponsor:
  - {person: maria-silva, from: 2027-02-01}
  - {person: li-wen, from: 2026-01-01}
  - {person: maria-silva, from: 2027-03-01}
"""
KEPT = "sponsor:\n  - {person: li-wen, from: 2026-01-01}\n"


@pytest.mark.parametrize("others", [ROLE_OF_TWO, TWICE])
def test_what_would_begin_later_is_taken_out(desk: Desk, others: str) -> None:
    (desk.records / "assignments/hermes.yaml").write_text(others, "utf-8")
    desk.run(*LEAVE, "--yes", "--anyway")
    assert "Roles that never begin" in desk.output
    assert desk.text("assignments/hermes.yaml") == KEPT


def test_a_file_that_would_be_empty_goes(desk: Desk) -> None:
    only = "sponsor:\n  - {person: maria-silva, from: 2027-02-01}\n"
    (desk.records / "assignments/hermes.yaml").write_text(only, "utf-8")
    desk.run(*LEAVE, "--yes", "--anyway")
    assert not (desk.records / "assignments/hermes.yaml").exists()


def test_programs_get_json(desk: Desk) -> None:
    assert desk.run(*LEAVE, "--format", "json", "--dry-run") == 0
    said = json.loads(desk.output)
    assert (said["written"], said["person"], said["last_day"]) == (
        False, "maria-silva", "2026-12-31"
    )  # fmt: skip
    assert [(e["scope"], e["role"], e["gap"]) for e in said["ending"]] == [
        ("apollo", "sponsor", {"from": "2027-01-01", "until": "2027-06-30"}),
        ("front-door", "sponsor", {"from": "2027-01-01", "until": "2028-12-31"}),
    ]
    assert [file["path"] for file in said["files"]] == [
        "portfolio/assignments/apollo.yaml",
        "portfolio/assignments/front-door.yaml",
        "portfolio/people/maria-silva.yaml",
    ]


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("leave", "nobody", "--on", "2026-12-31"), "nothing and nobody is called nobody"),
        (("leave", "apollo", "--on", "2026-12-31"), "nothing and nobody is called apollo"),
        ((*LEAVE, "--plan", "Soon."), "--plan says how, --owner who: give both or neither"),
        ((*LEAVE, "--plan", "Soon.", "--owner", "x"), "nothing and nobody is called x"),
        (("leave", "maria-silva", "--on", "2026-02-30"), "is no day as year-month-day"),
    ],
)
def test_a_slip_is_answered_in_one_line(desk: Desk, words: tuple[str, ...], message: str) -> None:
    assert desk.run(*words) == 2
    assert message in desk.output
    assert desk.changed() == ""
