"""The fingerprint: approved content changes it, and nothing else does."""

from decimal import Decimal
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pmoascode.document import parse
from pmoascode.fingerprint import (
    LENGTH,
    SUBJECTS,
    ApprovedChange,
    approved_fields,
    approved_values,
    changed_since,
    fingerprint,
    fingerprint_of_register,
    subject_fingerprint,
)
from pmoascode.office import load
from pmoascode.records.binding import bind
from pmoascode.records.kinds import KINDS
from pmoascode.records.project import Project
from pmoascode.records.requirement import Requirement
from pmoascode.worktree import built_in_files, files_in
from tests.full_records import Keys, changed, full, leaves, record_of, written

FOLDER = Path(__file__).parent / "valid_office"

# What each kind pins. An approval given before a change of this table becomes stale.
APPROVED = {
    "programme": "budget.baseline finish.baseline milestones.*.baseline start.baseline strategy"
    " tolerances tranches.*.baseline tranches.*.tolerance vision",
    "project": "budget.baseline change_budget finish.baseline milestones.*.baseline"
    " scope_excluded scope_included stages.*.baseline stages.*.tolerance start.baseline tolerances",
    "mandate": "constraints outcome problem rough_cost rough_time success_criteria",
    "business-case": "appraisal benefits commercial dis_benefits economic financial management"
    " options reasons recommended run_cost strategic timescale",
    "pid": "approach approaches assumptions background constraints controls objectives outcomes"
    " plan scope_excluded scope_included tailoring",
    "finance": "appraisal basis budget.baseline contingency.set_aside funding.*.amount index_year"
    " lines.*.baseline periods.*.budget periods.*.planned_value",
    "change-plan": "adoption.*.target adoption.*.title adoption.*.unit groups.*.change"
    " groups.*.title no_resistance_expected no_training_needed strategy sustainment",
    "end-report": "assets benefits_expected benefits_so_far business_case_review"
    " contingency_returned final_cost handover objectives_review off_specifications"
    " products_review recommendations review_due reviews summary",
    "change-request": "changes impact reason",
    "exception": "chosen dimension options recommendation",
    "decision": "chosen description options rationale title",
    "benefit": "baseline measure target type unit worth",
    "requirement": "acceptance priority text",
    "deliverable": "description due.baseline quality",
    "waiver": "at compensation expires reason record risk rule",
}
MARKED = sorted(name for name in {kind.name for kind in KINDS} if approved_fields(name))


def is_approved(kind: str, keys: Keys) -> bool:
    return any(
        len(keys) >= len(field)
        and all(part in {"*", key} for part, key in zip(field, keys, strict=False))
        for field in (name.split(".") for name in APPROVED.get(kind, "").split())
    )


def test_what_each_kind_pins() -> None:
    pinned = {kind: " ".join(approved_fields(kind)) for kind in MARKED}
    assert pinned == APPROVED


def test_whatever_an_approval_can_be_about_pins_something() -> None:
    assert set(SUBJECTS) <= set(MARKED)


@pytest.mark.parametrize("kind", MARKED)
def test_each_approved_value_changes_it_and_no_other_does(kind: str) -> None:
    data = full(kind)
    before = record_of(kind, data)
    for keys, value in leaves(data):
        after = changed(kind, data, keys, value)
        told = [change.keys for change in changed_since(before, after)]
        if is_approved(kind, keys):
            assert fingerprint(after) != fingerprint(before), keys
            assert len(told) == 1, keys
            assert keys[: len(told[0])] == told[0]
        else:
            assert fingerprint(after) == fingerprint(before), keys
            assert told == []


@pytest.mark.parametrize("kind", MARKED)
def test_a_value_that_is_taken_away_changes_it_too(kind: str) -> None:
    data = full(kind)
    before = record_of(kind, data)
    for name in data:
        try:
            after = record_of(kind, {key: value for key, value in data.items() if key != name})
        except msgspec.ValidationError:  # a field that each record needs
            continue
        has_approved = any(is_approved(kind, keys) for keys, _ in leaves(data[name], (name,)))
        is_moved = has_approved and after != before  # what is left out may have a default
        assert (fingerprint(after) != fingerprint(before)) is is_moved, name
        assert bool(changed_since(before, after)) is is_moved


@pytest.mark.parametrize("kind", MARKED)
@settings(max_examples=25)
@given(st.data())
def test_order_and_layout_never_change_it(kind: str, draw: st.DataObject) -> None:
    data = full(kind)
    text = written(data, draw, 0)
    document = parse("sample.yaml", text.encode())
    assert document.findings == ()
    assert fingerprint(record_of(kind, document.data)) == fingerprint(record_of(kind, data))


def project(text: str) -> Project:
    return bind(Project, parse("project.yaml", f"name: Apollo\n{text}".encode()).data, id="apollo")


@pytest.mark.parametrize(
    ("text", "same"),
    [
        ("budget: {baseline: 1250000}", "budget: {baseline: 1250000.00}"),
        ("tolerances: {cost: 5 %}", "tolerances: {cost: 5.0%}"),
        ("tolerances: {time: 1 week}", "tolerances: {time: 1 weeks}"),
        ("scope_included: []", ""),
        ("milestones: {a: {title: A}}", ""),  # no baseline yet
        ("tolerances: {scope: Any}", "tolerances:\n  scope: |\n    Any\n"),
        ("budget: {baseline: 7, forecast: 9}", "budget: {baseline: 7, actual: 3}"),
    ],
)
def test_the_same_said_in_another_way(text: str, same: str) -> None:
    assert fingerprint(project(text)) == fingerprint(project(same))
    assert changed_since(project(text), project(same)) == ()


@pytest.mark.parametrize(
    ("before", "after", "keys", "old", "new"),
    [
        ("", "budget: {baseline: 0}", ("budget", "baseline"), None, Decimal(0)),
        (
            "milestones: {go: {title: Go, baseline: 2027-03-12}}",
            "milestones: {go: {title: Open, baseline: 2027-04-02}}",
            ("milestones", "go", "baseline"),
            "2027-03-12",
            "2027-04-02",
        ),
        (
            "scope_included: [A, B]",
            "scope_included: [B, A]",
            ("scope_included",),
            ("A", "B"),
            ("B", "A"),
        ),
        ("tolerances: {risk: 15}", "", ("tolerances", "risk"), 15, None),
    ],
)
def test_what_changed_is_told(before: str, after: str, keys: Keys, old: Any, new: Any) -> None:
    found = changed_since(project(before), project(after))
    assert found == (ApprovedChange(keys, old, new),)


def test_the_approved_values_of_a_record() -> None:
    found = approved_values(project("scope_included: [A]\nbudget: {baseline: 7, forecast: 9}"))
    assert found == {("scope_included",): ("A",), ("budget", "baseline"): Decimal(7)}


def test_the_fingerprint_itself() -> None:
    """Approvals lie in repositories for years: the same content keeps the same fingerprint."""
    found = fingerprint(project('budget: {baseline: 12.50}\nscope_included: ["é", B]'))
    # printf '%s' '{"budget":{"baseline":12.5},"scope_included":["\u00e9","B"]}' | sha256sum
    assert found == "5c450a90867c55e2"
    assert len(found) == LENGTH


def test_a_register_has_one_fingerprint() -> None:
    one, two = (Requirement(id=id, text=id) for id in ("one", "two"))
    assert fingerprint_of_register([one, two]) == fingerprint_of_register([two, one])
    assert fingerprint_of_register([one, two]) != fingerprint_of_register([one])


def test_subjects_of_the_work() -> None:
    office = load(files_in(FOLDER), built_in_files())
    apollo, hermes = (office.find(Project, id) for id in ("apollo", "hermes"))
    assert apollo is not None
    assert hermes is not None
    assert subject_fingerprint(office, apollo, "project") == fingerprint(apollo)
    requirements = office.within(Requirement, apollo)
    assert subject_fingerprint(office, apollo, "requirement") == fingerprint_of_register(
        requirements
    )
    assert subject_fingerprint(office, hermes, "pid") is None
    assert subject_fingerprint(office, apollo, "risk") is None
    assert subject_fingerprint(office, apollo, "unheard-of") is None
