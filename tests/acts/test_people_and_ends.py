"""`pmo assign`, `pmo waive`, `pmo close`, `pmo withdraw`: what each leaves in the records."""

import pytest

from tests.acts.conftest import Desk
from tests.checkouts import DAY


def test_a_new_holder_takes_over_from_the_old_one(desk: Desk) -> None:
    arguments = ("apollo", "project-manager", "sam-okoro", "--time", "60 %")
    assert desk.run("assign", *arguments, "--reason", "career-move", "--anyway") == 0, desk.output
    text = desk.text("assignments/apollo.yaml")
    assert (
        "{person: tom-berg, from: 2026-01-12, until: 2026-11-09, time: 80 %,"
        " change_reason: career-move}" in text
    )
    assert "- person: sam-okoro\n    from: 2026-11-10\n    time: 60 %\n" in text
    assert "Tom Berg holds it until 2026-11-09." in desk.output


def test_a_handover_releases_nobody(desk: Desk) -> None:
    arguments = ("apollo", "project-manager", "sam-okoro", "--handover", "--anyway")
    assert desk.run("assign", *arguments) == 0, desk.output
    assert not any(line.startswith("-") for line in desk.changed().split("\n"))
    assert "+    handover: true" in desk.changed()


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("apollo", "project-manager", "tom-berg"), "Tom Berg is project manager of Apollo"),
        (("nowhere", "sponsor", "tom-berg"), "there is no project, programme, portfolio or unit"),
        (("apollo", "king", "tom-berg"), "there is no role `king`"),
        (("apollo", "sponsor", "nobody"), "there is no record `person/nobody`"),
        (("apollo", "sponsor", "li-wen", "--time", "much"), "`time` is “much”"),
    ],
)
def test_an_appointment_that_cannot_be(
    desk: Desk, arguments: tuple[str, ...], message: str
) -> None:
    assert desk.run("assign", *arguments) == 2
    assert message in desk.output
    assert desk.changed() == ""


def test_a_risk_closes_with_its_reason(desk: Desk) -> None:
    reason = ("--reason", "The second drop is accepted.")
    close = ("close", "risk/apollo/vendor-late", "--outcome", "avoided", *reason)
    assert desk.run(*close) == 0, desk.output
    changed = desk.changed()
    assert "+  status: closed" in changed
    assert f"+    date: {DAY}" in changed
    assert "+    outcome: avoided" in changed
    assert desk.run(*close) == 2
    assert "has ended already" in desk.output


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("close", "risk/apollo/vendor-late", "--reason", "x", "--outcome", "gone"), "“gone”"),
        (("close", "person/tom-berg"), "cannot be closed; what can is: risk, issue, action"),
        (("withdraw", "risk/apollo/vendor-late"), "cannot be withdrawn; what can is:"),
        (("close", "mercury"), "is closed already"),
        (("withdraw", "apollo", "--reason", "x", "--by", "maria-silva"), "what becomes of the"),
        (
            ("withdraw", "apollo", "--reason", "x", "--effect", "y", "--as", "sponsor"),
            "Tom Berg is not sponsor of Apollo claims portal",
        ),
    ],
)
def test_what_does_not_end_this_way(desk: Desk, arguments: tuple[str, ...], message: str) -> None:
    assert desk.run(*arguments) == 2
    assert message in desk.output
    assert desk.changed() == ""


def test_a_project_says_what_closing_takes(desk: Desk) -> None:
    assert desk.run("close", "apollo") == 1
    assert "✗ Milestones reached or dropped  (pmo milestone apollo MILESTONE)" in desk.output
    assert "      go-live: Portal open" in desk.output
    assert "      risk/apollo/vendor-late: The vendor misses the second drop" in desk.output
    assert "✓ Lessons recorded" in desk.output
    assert "Nothing was written." in desk.output
    assert desk.changed() == ""


def test_open_entries_are_handed_over(desk: Desk) -> None:
    assert desk.run("close", "apollo", "--transfer-to", "ana-keller") == 0, desk.output
    assert "+  transferred_to: ana-keller" in desk.changed()
    assert desk.run("close", "apollo") == 1
    assert "✓ Registers settled, or handed over" in desk.output


def test_a_project_is_stopped_with_its_decision(desk: Desk) -> None:
    why = ("--reason", "Two partners left.", "--effect", "The analysis is kept.")
    assert desk.run("withdraw", "apollo", *why, "--by", "maria-silva") == 0, desk.output
    assert "+status: cancelled" in desk.changed()
    text = desk.text("projects/apollo/decisions.yaml")
    assert "stop:\n  title: Stop Apollo claims portal\n  category: stop\n" in text
    assert "effect: The analysis is kept." in text
    assert "by: maria-silva\n    as: sponsor\n" in text


def test_a_waiver_is_written_in_the_name_of_who_grants_it(desk: Desk) -> None:
    path = desk.records / "projects/apollo/risks.yaml"
    text = path.read_text(encoding="utf-8").replace("  owner: tom-berg\n", "", 1)
    path.write_text(text, encoding="utf-8")
    desk.commit()
    words = ("--reason", "He left.", "--risk", "Nobody looks.", "--compensation", "The board.")
    waive = ("waive", "risk-without-owner", "risk/apollo/vendor-late", *words)
    assert desk.run(*waive, "--expires", "2026-12-01") == 0, desk.output
    assert desk.text("policy/waivers/vendor-late-risk-without-owner.yaml") == (
        "rule: risk-without-owner\nrecord: risk/apollo/vendor-late\nreason: He left.\n"
        "risk: Nobody looks.\ncompensation: The board.\nrequested_by: tom-berg\n"
        "approved:\n  outcome: approved\n  by: ana-keller\n  as: pmo-director\n"
        f"  date: {DAY}\ncreated: {DAY}\nexpires: 2026-12-01\n"
    )
    assert desk.run(*waive) == 2
    assert "finds nothing at" not in desk.output
    desk.commit()
    name = "waiver/vendor-late-risk-without-owner"
    assert desk.run("withdraw", name, "--anyway") == 0, desk.output
    assert not (desk.records / "policy/waivers").exists()


@pytest.mark.parametrize(
    ("rule", "record", "message"),
    [
        ("no-such-rule", "project/apollo", "there is no rule `no-such-rule`"),
        ("risk-without-owner", "risk/apollo/vendor-late", "finds nothing at"),
    ],
)
def test_there_must_be_something_to_waive(desk: Desk, rule: str, record: str, message: str) -> None:
    assert desk.run("waive", rule, record) == 2
    assert message in desk.output


def test_at_a_terminal_a_risk_closes_with_its_outcome(desk: Desk) -> None:
    answers = ["The second drop is accepted.", "avoi", "y"]
    assert desk.run("close", "vendor-late", answers=answers) == 0, desk.output
    assert "+    outcome: avoided" in desk.changed()
