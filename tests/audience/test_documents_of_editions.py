"""A document says nothing of its approval that is not so of the whole of it."""

import pytest

from pmoascode.fingerprint import subject_fingerprint
from pmoascode.office import Office
from pmoascode.pages.documents import STATES, documents_of
from pmoascode.pages.editions import for_audience
from pmoascode.pages.project import project_page
from pmoascode.records.project import Project
from tests.pages.small_site import facts
from tests.views.test_people_and_roles import office_with

LIFECYCLE = """\
title: Plain
phases: {plan: {title: Plan, stage: initiation}, do: {title: Do, stage: delivery}}
gates:
  go: {title: Go ahead, before: do, approvers: [sponsor], requires: [pid, requirement]}
"""
SIGNED = "{outcome: approved, by: maria-silva, as: sponsor, date: 2026-03-02}"
PINNED = "background: The audit.\napproach: The old words.\nusers: [Claims]\n"
ASKED = "fast: {text: Fast., priority: must}\n"


def _office(pid: str, leave_out: str, requirements: str = ASKED, pins: str = "") -> Office:
    office = office_with(
        {
            "policy/policy.yaml": f"profile: full\naudiences: {{a: {{leave_out: {leave_out}}}}}\n",
            "policy/lifecycles/standard.yaml": LIFECYCLE,
            "projects/orbit/project.yaml": "name: Orbit\nstatus: active\nphase: do\n",
            "projects/orbit/pid.yaml": pid,
            "projects/orbit/requirements.yaml": requirements,
            "approvals/orbit/go-1.yaml": f"gate: go\ndecision: {SIGNED}\nsubject: [{pins}]\n",
        }
    )
    assert office.findings == ()
    return office


def _orbit(office: Office) -> Project:
    orbit = office.find(Project, "orbit")
    assert orbit
    return orbit


def _pins(pid: str = PINNED) -> str:
    """What the approval was about: the documents as they were on its day."""
    office = _office(pid, "[]")
    found = {
        kind: subject_fingerprint(office, _orbit(office), kind) for kind in ("pid", "requirement")
    }
    return ", ".join(f"{{record: {kind}, fingerprint: {text}}}" for kind, text in found.items())


def told(office: Office, document: str) -> tuple[str, str]:
    """What the page of the document and the project's list of documents say of its approval."""
    shown = for_audience(facts(office), "a")
    pages = {page.path: page.html for page in documents_of(shown, _orbit(shown.office))}
    listed = project_page(shown, _orbit(shown.office)).html.partition('id="documents"')[2]
    html, entry = pages[f"projects/orbit/{document}"], listed.partition(f'href="{document}/"')[2]
    return _state(html), _state(entry.partition("</li>")[0])


def _state(html: str) -> str:
    return max((said, state) for state, said in STATES.items() if said in html)[1]


@pytest.mark.parametrize(
    ("pid", "leave_out", "state"),
    [
        # Nothing of it is left out: as it is.
        (PINNED, "[stakeholder]", "current"),
        (PINNED.replace("old", "new"), "[stakeholder]", "stale"),
        # What came after the approval is left out: what is shown alone is what was approved.
        (f"{PINNED}scope_included: [Dogs]\n", "[pid.scope_included]", "unclear"),
        # What was approved is left out, as it was and changed.
        (PINNED, "[pid.approach]", "unclear"),
        (PINNED.replace("old", "new"), "[pid.approach]", "unclear"),
        # What is left out was never approved: the rest is as it is.
        (PINNED, "[pid.users]", "current"),
        # What would tell of the approval is left out.
        (PINNED, "[approval.subject]", "untold"),
        (f"{PINNED}approved: {SIGNED}\n", "[approval.subject]", "unclear"),
        (f"{PINNED}approved: {SIGNED}\n", "[approval.subject, pid.approved]", "untold"),
    ],
)
def test_a_document_is_called_what_the_whole_of_it_is(pid: str, leave_out: str, state: str) -> None:
    office = _office(pid, leave_out, pins=_pins())
    assert told(office, "pid") == (state, state)


@pytest.mark.parametrize(
    ("leave_out", "state"),
    [("[requirement/orbit/dogs]", "unclear"), ("[stakeholder]", "stale")],
)
def test_an_entry_that_is_left_out_counts_as_well(leave_out: str, state: str) -> None:
    more = "dogs: {text: Dogs., priority: must}\n"
    office = _office(PINNED, leave_out, ASKED + more, _pins())
    assert told(office, "requirements") == (state, state)


def test_without_the_gates_nobody_knows_whether_it_needs_an_approval() -> None:
    assert told(_office(PINNED, "[lifecycle]"), "requirements") == ("untold", "untold")
    assert told(_office(PINNED, "[stakeholder]"), "requirements") == ("open", "open")


def test_a_word_for_what_is_not_told_stands_at_the_head_of_each_sheet() -> None:
    shown = for_audience(facts(_office(PINNED, "[approval.subject]", pins=_pins())), "a")
    (pid, *_) = documents_of(shown, _orbit(shown.office))
    assert "approval not in this edition" in pid.html
    assert "ot approved" not in pid.html
