"""`pmo milestone`: what becomes of a milestone, and what that touches."""

import json

import pytest

from tests.acts.conftest import Desk

GO_LIVE = ("milestone", "apollo", "go-live")
OPEN = ("milestone", "hermes", "service-open")


def test_a_forecast_moves_with_its_reason(desk: Desk) -> None:
    assert (
        desk.run(*GO_LIVE, "--forecast", "2027-03-19", "--reason", "The second drop is late") == 0
    )
    assert desk.changed() == (
        "-    forecast: 2027-03-12\n+    forecast: 2027-03-19\n+    reason: The second drop is late"
    )
    assert desk.output.startswith(
        "Portal open (go-live) of Apollo claims portal is expected on 2027-03-19 instead of"
        " 2027-03-12, 7 days later.\n"
        "That is 7 days after its baseline of 2027-03-12, within the tolerance of 14 days.\n"
        "It is critical: the finish, expected on 2027-06-30, may move with it.\n"
        "It belongs to the phase “Delivery”, which the gate “Accept the result” ends.\n"
        "It waits for Address service (address-service) of Hermes address service, which comes on"
    )


def test_beyond_the_tolerance_it_says_whom_to_tell(desk: Desk) -> None:
    assert desk.run(*GO_LIVE, "--forecast", "2027-04-15", "--reason", "Late") == 1
    assert (
        "That is 34 days after its baseline of 2027-03-12, more than twice the tolerance of 14"
        " days.\nBeyond the tolerance somebody above decides; tell them: pmo new exception apollo"
        ' --dimension time --title "Portal open 34 days late"\n'
    ) in desk.output
    assert "pmo explain tolerance-breach-without-exception" in desk.output
    command = ("exception", "apollo", "--dimension", "time", "--title", "Portal open 34 days late")
    assert desk.run("new", *command) == 0
    assert desk.run(*GO_LIVE, "--forecast", "2027-04-15", "--reason", "Late") == 0, desk.output
    assert "tell them" not in desk.output


def test_it_says_who_waits_and_how_far_it_reaches(desk: Desk) -> None:
    assert desk.run(*OPEN, "--forecast", "2027-02-19", "--reason", "Late", "--dry-run") == 1
    assert (
        "What waits for it:\n"
        "  - Apollo claims portal needs it (address-service) for Portal open (go-live):"
        " 7 days too late\n"
    ) in desk.output
    assert "pmo explain dependency-late-unmarked" in desk.output


def test_without_a_change_it_tells_how_it_stands(desk: Desk) -> None:
    assert desk.run(*GO_LIVE) == 0
    assert "is expected on 2027-03-12.\nThat is on its baseline.\n" in desk.output
    assert "  - benefit Claims settled sooner (shorter-claims)\n" in desk.output
    assert desk.changed() == ""


@pytest.mark.parametrize(
    ("given", "day"), [(("--reached",), "2026-11-10"), (("--reached", "2026-11-05"), "2026-11-05")]
)
def test_it_is_reached(desk: Desk, given: tuple[str, ...], day: str) -> None:
    assert desk.run(*OPEN, *given) == 0, desk.output
    assert f"owner: sam-okoro, actual: {day}, status: reached}}" in desk.changed()
    assert f"(service-open) of Hermes address service was reached on {day}." in desk.output


def test_what_is_not_ready_is_said_before_it_is_reached(desk: Desk) -> None:
    assert desk.run(*GO_LIVE, "--reached") == 1
    assert "pmo explain go-live-before-readiness" in desk.output
    assert desk.changed() == ""


def test_it_is_dropped_for_a_reason(desk: Desk) -> None:
    assert desk.run(*GO_LIVE, "--drop") == 1
    assert "pmo explain milestone-dropped-without-reason" in desk.output
    assert desk.run(*GO_LIVE, "--drop", "--reason", "Phone claims suffice") == 0, desk.output
    assert desk.changed() == "+    status: dropped\n+    reason: Phone claims suffice"


def test_a_new_one_of_an_agreed_plan_asks_for_a_change_request(desk: Desk) -> None:
    new = ("milestone", "apollo", "training", "--title", "Staff trained")
    assert desk.run(*new, "--forecast", "2027-02-26") == 0, desk.output
    assert desk.changed() == "+  training:\n+    title: Staff trained\n+    forecast: 2027-02-26"
    _, _, command = desk.output.partition("it takes an approved change request: pmo ")
    assert command.startswith(
        'new change-request apollo --title "New milestone: Staff trained"'
        ' --change "project.milestones.training.baseline; ; 2027-02-26"\n'
    )
    assert desk.run(*new, "--baseline", "2027-02-26") == 1
    assert "pmo explain baseline-moved-without-change" in desk.output


def test_a_new_one_of_a_proposed_plan_has_its_baseline(desk: Desk) -> None:
    new = ("milestone", "hermes", "contract", "--title", "Contract signed", "--owner", "sam-okoro")
    assert desk.run(*new, "--baseline", "2026-12-11") == 0, desk.output
    assert desk.changed() == (
        "+  contract:\n"
        "+    title: Contract signed\n"
        "+    owner: sam-okoro\n"
        "+    baseline: 2026-12-11"
    )


def test_all_of_them_are_listed(desk: Desk) -> None:
    assert desk.run("milestone", "apollo") == 0
    assert desk.output == (
        "MILESTONE    TITLE          BASELINE    EXPECTED       SLIP\n"
        "design-done  Design agreed  2026-05-29  2026-06-02   4 days  reached\n"
        "pilot-end    Pilot ended    2026-10-16  2026-10-14  -2 days  reached\n"
        "go-live      Portal open    2027-03-12  2027-03-12   0 days  critical\n"
    )


@pytest.mark.parametrize(
    ("answers", "changed"),
    [
        (
            ["soon", "2027-03-19", "The drop is late", "y"],
            "-    forecast: 2027-03-12\n+    forecast: 2027-03-19\n+    reason: The drop is late",
        ),
        (["reached", "y"], "+    actual: 2026-11-10\n+    status: reached"),
        (["reached 2026-11-09", "y"], "+    actual: 2026-11-09\n+    status: reached"),
        (["", "y"], ""),
    ],
)
def test_it_asks_what_has_become_of_it(desk: Desk, answers: list[str], changed: str) -> None:
    assert desk.run(*GO_LIVE, answers=answers) == 0, desk.output
    assert desk.changed() == changed


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("apolo",), "there is no record `apolo`; did you mean"),
        (("tom-berg",), "`tom-berg` is a person; name a project or a programme"),
        (("apollo", "go-liv"), "has no milestone `go-liv`; did you mean go-live?"),
        (("apollo", "training", "--title", "Trained"), "a new milestone needs a day"),
        (("apollo", "training", "--forecast", "2027-02-26"), "A new one needs --title"),
        (("apollo", "go-live", "--forecast", "soon"), "but a date as year-month-day was expected"),
        (("apollo", "go-live", "--drop", "--reached"), "either reached or dropped"),
    ],
)
def test_a_slip_is_answered_in_one_line(
    desk: Desk, arguments: tuple[str, ...], message: str
) -> None:
    assert desk.run("milestone", *arguments) == 2
    assert message in desk.output
    assert desk.changed() == ""


def test_programs_get_json(desk: Desk) -> None:
    assert desk.run(*OPEN, "--reached", "--format", "json") == 0
    said = json.loads(desk.output)
    assert (said["written"], said["says"][0]) == (
        True,
        "Address service open (service-open) of Hermes address service was reached on 2026-11-10.",
    )


def test_programs_get_the_list_and_the_standing_as_json(desk: Desk) -> None:
    assert desk.run("milestone", "apollo", "--format", "json") == 0
    *_, last = json.loads(desk.output)["milestones"]
    assert last == {
        "id": "go-live",
        "title": "Portal open",
        "status": "planned",
        "critical": True,
        "baseline": "2027-03-12",
        "expected": "2027-03-12",
        "actual": None,
        "slip_days": 0,
        "overdue": False,
    }
    assert desk.run(*GO_LIVE, "--format", "json") == 0
    assert json.loads(desk.output)["says"][1] == "That is on its baseline."


def test_at_a_terminal_the_project_is_asked_for(desk: Desk) -> None:
    assert desk.run("milestone", answers=["apollo"]) == 0, desk.output
    assert "go-live" in desk.output
    assert desk.run("milestone") == 2
    assert "name the project or programme" in desk.output


def test_a_plan_without_milestones_says_how_to_make_one(desk: Desk) -> None:
    new = ("new", "project", "ceres", "--name", "Ceres archive", "--anyway")
    assert desk.run(*new) == 0, desk.output
    assert desk.run("milestone", "ceres") == 0
    assert "has no milestones yet" in desk.output


def test_at_a_terminal_a_new_one_is_asked_for_its_title_and_day(desk: Desk) -> None:
    answers = ["Staff trained", "", "2027-02-26", "y"]
    assert desk.run("milestone", "hermes", "training", answers=answers) == 0, desk.output
    assert "has no milestone training yet; this makes it" in desk.output
    assert "+    title: Staff trained\n+    forecast: 2027-02-26" in desk.changed()
    assert desk.run("milestone", "hermes", "service-opn", answers=["X"]) == 2
    assert "did you mean service-open?" in desk.output
