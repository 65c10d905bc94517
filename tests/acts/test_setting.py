"""`pmo set`: the one value changes, and what the rules would say is said before."""

import json

import pytest

from tests.acts.conftest import Desk

FORECAST = "apollo.milestones.go-live.forecast"
RISK = "risk/apollo/vendor-late"


@pytest.mark.parametrize(
    ("arguments", "changed"),
    [
        ((FORECAST, "2027-03-19"), "-    forecast: 2027-03-12\n+    forecast: 2027-03-19"),
        (("apollo.objectives", "faster-claims"), ""),
        (("organisation.name", "Harbour: all of it"), '+name: "Harbour: all of it"'),
        (
            ("apollo.links", "[{title: Plan, url: https://files.example/plan}]"),
            "+links:\n+  - title: Plan\n+    url: https://files.example/plan",
        ),
        (("tom-berg.notes", "x", "--dry-run"), None),
    ],
)
def test_it_changes_the_field_and_nothing_else(
    desk: Desk, arguments: tuple[str, ...], changed: str | None
) -> None:
    status = desk.run("set", *arguments)
    if changed is None:
        assert (status, desk.changed()) == (2, "")
    else:
        assert status == 0, desk.output
        assert changed in desk.changed()


def test_several_fields_are_one_change(desk: Desk) -> None:
    assert desk.run("set", f"{RISK}.probability", "5", f"{RISK}.impact", "5") == 0, desk.output
    assert sorted(line[0] for line in desk.changed().split("\n")) == ["+", "+", "-", "-"]


def test_a_field_can_go(desk: Desk) -> None:
    assert desk.run("set", "apollo.delivery_method", "--remove") == 0, desk.output
    assert desk.changed() == "-delivery_method: hybrid"


def test_what_the_rules_would_block_is_not_written(desk: Desk) -> None:
    baseline = ("set", "apollo.milestones.go-live.baseline", "2027-04-02")
    assert desk.run(*baseline) == 1
    assert "pmo explain baseline-moved-without-change" in desk.output
    assert "nothing was written" in desk.output
    assert desk.changed() == ""
    assert desk.run(*baseline, "--anyway") == 0
    assert "+    baseline: 2027-04-02" in desk.changed()


def test_what_no_record_can_say_is_never_written(desk: Desk) -> None:
    assert desk.run("set", "apollo.milestones.go-live.owner", "nobody") == 1
    assert "the person `nobody`, which does not exist" in desk.output
    assert desk.changed() == ""


def test_only_new_findings_are_told(desk: Desk) -> None:
    assert desk.run("set", "apollo.milestones.go-live.baseline", "2027-04-02", "--anyway") == 0
    assert desk.run("set", "apollo.summary", "A portal for claims.") == 0
    assert "The rules would say" not in desk.output


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("apolo.status", "active"), "there is no record `apolo`; did you mean"),
        (("apollo", "active"), "`apollo` is a record; name one of its fields"),
        (("apollo.status", "actve"), "did you mean active?"),
        (("apollo.colour", "red"), "`colour` is not a field of this project"),
        ((FORECAST, "2027-02-30"), "`forecast` is “2027-02-30”"),
        (("vendor-lat.probability", "4"), "there is no record `vendor-lat`"),
    ],
)
def test_a_slip_is_answered_in_one_line(
    desk: Desk, arguments: tuple[str, ...], message: str
) -> None:
    assert desk.run("set", *arguments) == 2
    assert message in desk.output
    assert desk.changed() == ""


def test_programs_get_json(desk: Desk) -> None:
    assert desk.run("set", FORECAST, "2027-03-19", "--format", "json") == 0
    said = json.loads(desk.output)
    assert (said["written"], said["blocked"], said["findings"]) == (True, False, [])
    assert [(file["path"], file["state"]) for file in said["files"]] == [
        ("portfolio/projects/apollo/project.yaml", "changed")
    ]


def test_a_file_that_changed_meanwhile_is_not_overwritten(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = desk.records / "projects/apollo/project.yaml"

    def interfere(*_: object) -> bool:
        path.write_text("name: Somebody else was here\n", encoding="utf-8")
        return True

    monkeypatch.setattr("pmoascode.cli.acting._agreed", interfere)
    assert desk.run("set", FORECAST, "2027-03-19") == 2
    assert "has changed since it was read; nothing was written" in desk.output
    assert path.read_text(encoding="utf-8") == "name: Somebody else was here\n"


def test_owners_follow_roles(desk: Desk) -> None:
    desk.folder.joinpath(".github").mkdir()
    assert desk.run("codeowners") == 0
    desk.commit()
    assert desk.run("set", "tom-berg.active_until", "2026-11-01", "--anyway") == 0, desk.output
    assert ".github/CODEOWNERS" in desk.output
    assert desk.run("codeowners", "--check") == 0
