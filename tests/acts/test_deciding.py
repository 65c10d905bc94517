"""`pmo approve` and `pmo reject`: the decision stands where it belongs, by whoever may decide."""

import pytest

from tests.acts.conftest import Desk
from tests.checkouts import DAY

REQUEST = """\
go-live-april:
  title: Go-live in April
  requested_by: tom-berg
  requested: 2026-11-03
  reason: The second drop is late.
  status: assessing
  impact: {time: 21 days, cost: 0, scope: none, quality: none, benefits: none, risk: none}
  changes:
    - {path: project.milestones.go-live.baseline, old: 2027-03-12, new: 2027-04-02}
    - {path: project.milestones.go-live.forecast, old: 2027-03-12, new: 2027-04-02}
"""


def test_the_next_gate_is_the_usual_one(desk: Desk) -> None:
    assert desk.run("approve", "hermes", "--by", "ines-roth", "--dry-run") in (0, 1)
    assert f"+++ portfolio/approvals/hermes/start-initiation-{DAY}.yaml" in desk.output


def test_a_gate_is_passed_with_conditions(desk: Desk) -> None:
    arguments = ("approve", "apollo", "--by", "maria-silva", "--amount", "9000.50", "--anyway")
    condition = ("--condition", "Close the books; tom-berg; 2026-12-01")
    assert desk.run(*arguments, *condition, *condition) == 0, desk.output
    (path,) = (desk.records / "approvals/apollo").glob(f"*-{DAY}.yaml")
    text = path.read_text(encoding="utf-8")
    assert "outcome: approved-with-conditions" in text
    assert "close-the-books:" in text
    assert "close-the-books-2:" in text
    assert "amount: 9000.50" in text
    assert "as: sponsor" in text
    assert "record: project" in text


def test_a_change_request_is_approved_then_carried_out(desk: Desk) -> None:
    path = desk.records / "projects/apollo/change-requests.yaml"
    path.write_text(path.read_text(encoding="utf-8") + REQUEST, encoding="utf-8")
    desk.commit()
    name = "change-request/apollo/go-live-april"
    assert desk.run("implement", name) == 2
    assert "Go-live in April is not approved" in desk.output
    why = ("--reason", "The pilot met its targets.")
    assert desk.run("approve", name, "--by", "maria-silva", *why) == 0, desk.output
    desk.commit()
    assert desk.run("implement", name) == 0, desk.output
    assert "The rules would say" not in desk.output
    changed = desk.changed()
    assert "-    baseline: 2027-03-12\n-    forecast: 2027-03-12" in changed
    assert "+    baseline: 2027-04-02\n+    forecast: 2027-04-02" in changed
    assert "-  status: decided\n+  status: implemented" in changed
    assert f"+  implemented: {DAY}" in changed


def test_a_value_that_is_not_what_the_request_expects_stays(desk: Desk) -> None:
    path = desk.records / "projects/apollo/change-requests.yaml"
    decision = "  decision: {outcome: approved, by: maria-silva, as: sponsor, date: 2026-11-09}\n"
    wrong = REQUEST.replace("old: 2027-03-12", "old: 2027-03-01", 1)
    path.write_text(path.read_text(encoding="utf-8") + wrong + decision, encoding="utf-8")
    desk.commit()
    assert desk.run("implement", "change-request/apollo/go-live-april") == 2
    assert "is 2027-03-12, but the request moves it from 2027-03-01" in desk.output
    assert desk.changed() == ""


def test_a_refusal_has_its_reason(desk: Desk) -> None:
    path = desk.records / "projects/apollo/change-requests.yaml"
    path.write_text(path.read_text(encoding="utf-8") + REQUEST, encoding="utf-8")
    desk.commit()
    name = "change-request/apollo/go-live-april"
    why = ("--reason", "The contract has no room")
    assert desk.run("reject", name, "--by", "maria-silva", *why) == 0, desk.output
    assert "+    outcome: rejected" in desk.changed()
    assert "+    reason: The contract has no room" in desk.changed()
    assert desk.run("approve", name, "--by", "maria-silva") == 2
    assert "was rejected by Maria Silva on 2026-11-10; a new decision needs a new record" in (
        desk.output
    )


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (
            ("approve", "hermes", "start-initiation", "--by", "tom-berg"),
            "Tom Berg is not",
        ),
        (("approve", "apollo", "start", "--by", "maria-silva"), "start is no gate of Apollo"),
        (("approve", "apollo.status"), "`apollo.status` is nothing that has a decision"),
        (("approve", "person/tom-berg"), "`person/tom-berg` is nothing that has a decision"),
        (("approve", "apollo", "--by", "nobody"), "nobody is called nobody"),
        (
            ("approve", "change-request/apollo/pilot-in-october", "--by", "maria-silva"),
            "was approved by Maria Silva on 2026-06-15",
        ),
    ],
)
def test_a_slip_is_answered_in_one_line(
    desk: Desk, arguments: tuple[str, ...], message: str
) -> None:
    assert desk.run(*arguments) == 2
    assert message in desk.output
    assert desk.changed() == ""


def test_at_a_terminal_what_waits_is_offered(desk: Desk) -> None:
    path = desk.records / "projects/apollo/change-requests.yaml"
    path.write_text(path.read_text(encoding="utf-8") + REQUEST, encoding="utf-8")
    desk.commit()
    assert desk.run("approve", "--by", "Maria", answers=["go-live-april", "y"]) == 0, desk.output
    assert "Go-live in April, change request of Apollo claims portal" in desk.output
    assert "+    by: maria-silva" in desk.changed()
    assert desk.run("approve", "--by", "maria-silva") == 2
    assert "nobody is there to ask, so name what is decided" in desk.output


def test_who_may_decide_is_said_with_the_way_to_name_them(desk: Desk) -> None:
    assert desk.run("approve", "hermes", "start-initiation") == 2
    assert "named with --by" in desk.output


def test_a_gate_names_what_it_rests_on_that_nobody_has_approved(desk: Desk) -> None:
    pid = desk.records / "projects/hermes/pid.yaml"
    pid.write_text("background: Letters come back.\n", encoding="utf-8")
    lifecycle = desk.records / "policy/lifecycles/standard.yaml"
    text = lifecycle.read_text(encoding="utf-8")
    asks = text.replace("before: delivery, app", "before: delivery, requires: [pid], app")
    lifecycle.write_text(asks, encoding="utf-8")
    desk.commit()
    gate = ("approve", "hermes", "authorise-project", "--by", "ines-roth", "--anyway")
    desk.run(*gate)
    assert "not approved itself yet: pmo approve pid/hermes" in desk.output
