"""The documents of projects and programmes: each page, what it says of its approval, its trace."""

import os
from pathlib import Path

import pytest

from pmoascode.fingerprint import subject_fingerprint
from pmoascode.office import Office
from pmoascode.pages.documents import documents_of
from pmoascode.pages.page import Page
from pmoascode.pages.project import project_page
from pmoascode.records.project import Project
from pmoascode.views.documents import documents
from pmoascode.views.requirements import traces, unasked
from tests.pages.small_site import LARGE, TODAY, facts, office
from tests.views.test_people_and_roles import office_with

GOLDEN = Path(__file__).parent / "golden"
PAGES = (
    "apollo/mandate",
    "apollo/business-case",
    "apollo/pid",
    "apollo/requirements",
    "apollo/stakeholders",
    "apollo/change-plan",
    "apollo/lessons",
    "mercury/end-report",
)
LIFECYCLE = """\
title: Plain
phases:
  plan: {title: Plan, stage: initiation}
  do: {title: Do, stage: delivery}
gates:
  go: {title: Go ahead, before: do, approvers: [sponsor], requires: [pid]}
"""
SIGNED = "{outcome: approved, by: maria-silva, as: sponsor, date: 2026-03-02}"


def work(of: Office, id: str) -> Project:
    found = of.find(Project, id)
    assert found
    return found


def pages(id: str) -> dict[str, Page]:
    found = facts(office(LARGE))
    return {page.path: page for page in documents_of(found, work(found.office, id))}


@pytest.mark.parametrize("path", PAGES)
def test_is_written_as_before(path: str, request: pytest.FixtureRequest) -> None:
    text = pages(path.split("/", maxsplit=1)[0])[f"projects/{path}"].html + "\n"
    file = GOLDEN / f"{path.replace('/', '_')}.html"
    asked = os.environ.get("PMO_BLESS", "") not in {"", "0"}
    if asked or request.config.getoption("--bless"):
        file.write_text(text, "utf-8")
    assert text == file.read_text("utf-8")


def test_what_has_no_record_has_no_page() -> None:
    found = facts(office(LARGE))
    assert list(documents_of(found, work(found.office, "hermes"))) == []
    assert "projects/apollo/end-report" not in pages("apollo")


def test_the_project_lists_its_documents() -> None:
    found = facts(office(LARGE))
    html = project_page(found, work(found.office, "apollo")).html
    assert '<h2 id="documents">Documents</h2>' in html
    for name in ("mandate", "business-case", "pid", "requirements", "stakeholders", "lessons"):
        assert f'<a href="{name}/">' in html


def _office(pid: str, approval: str = "") -> Office:
    files = {
        "policy/lifecycles/standard.yaml": LIFECYCLE,
        "projects/orbit/project.yaml": "name: Orbit\nstatus: active\nphase: do\n",
        "projects/orbit/pid.yaml": pid,
    }
    return office_with(files | ({"approvals/orbit/go-1.yaml": approval} if approval else {}))


def _approval(fingerprint: str, outcome: str = "approved") -> str:
    subject = f"  - {{record: pid, fingerprint: {fingerprint}}}\n" if fingerprint else ""
    signed = SIGNED.replace("approved", outcome, 1)
    return f"gate: go\ndecision: {signed}\n" + (f"subject:\n{subject}" if subject else "")


_PLAIN = "background: The audit.\n"
_PINNED = subject_fingerprint(_office(_PLAIN), work(_office(_PLAIN), "orbit"), "pid") or ""


@pytest.mark.parametrize(
    ("pid", "approval", "state"),
    [
        (_PLAIN, "", "open"),
        (_PLAIN, _approval(_PINNED), "current"),
        ("background: Another audit.\n", _approval(_PINNED), "stale"),
        ("background: The audit.\nusers: [Claims]\n", _approval(_PINNED), "current"),
        (_PLAIN, _approval(_PINNED, "rejected"), "open"),
        (f"{_PLAIN}approved: {SIGNED}\n", "", "signed"),
        (f"{_PLAIN}approved: {SIGNED}\n", _approval(""), "signed"),
        (f"{_PLAIN}approved: {SIGNED.replace('approved', 'rejected')}\n", "", "decided"),
    ],
)
def test_how_far_it_is_approved(pid: str, approval: str, state: str) -> None:
    found = _office(pid, approval)
    (document,) = documents(found, work(found, "orbit"), TODAY)
    assert document.state == state
    assert [each.role for each in document.approvers] == ["sponsor"]
    assert document.gates == ("Go ahead",)


def test_a_trace_tells_which_link_is_missing() -> None:
    found = office_with(
        {
            "projects/orbit/project.yaml": "name: Orbit\nstatus: active\n",
            "projects/orbit/requirements.yaml": (
                "fast: {text: Fast., source: Workshop, priority: should, test: T1,"
                " acceptance: Under 1 s, deliverables: [form]}\n"
                "later: {text: Later., priority: wont}\n"
                "loose: {text: Loose., priority: must}\n"
            ),
            "projects/orbit/deliverables.yaml": (
                "form: {title: Form}\nlist: {title: List, requirements: [fast]}\n"
                "poster: {title: Poster}\n"
            ),
        }
    )
    orbit = work(found, "orbit")
    assert [(t.requirement.id, [d.id for d in t.deliverables], t.missing) for t in
            traces(found, orbit)] == [
        ("loose", [], ("no need", "no deliverable", "no acceptance criterion", "no test")),
        ("fast", ["form", "list"], ()),
        ("later", [], ()),
    ]  # fmt: skip
    assert [trace.priority for trace in traces(found, orbit)] == ["must", "should", "won't"]
    assert [each.id for each in unasked(found, orbit)] == ["poster"]
