"""The files of a project become records, and the schema says the same as the class."""

import datetime as dt
from decimal import Decimal
from pathlib import Path

import jsonschema
import msgspec
import pytest

from pmoascode.records.action import ActionItem
from pmoascode.records.amounts import Duration, Percent
from pmoascode.records.analysis import Analysis
from pmoascode.records.assumption import Assumption
from pmoascode.records.benefit import Benefit
from pmoascode.records.binding import bind
from pmoascode.records.business_case import BusinessCase
from pmoascode.records.change_plan import ChangePlan
from pmoascode.records.change_request import ChangeRequest
from pmoascode.records.decision import Decision
from pmoascode.records.deliverable import Deliverable
from pmoascode.records.dependency import Dependency
from pmoascode.records.end_report import EndReport
from pmoascode.records.exception import ExceptionReport
from pmoascode.records.finance import Finance
from pmoascode.records.issue import Issue
from pmoascode.records.kpi import Kpi
from pmoascode.records.lesson import Lesson
from pmoascode.records.mandate import Mandate
from pmoascode.records.pid import Pid
from pmoascode.records.record import Record
from pmoascode.records.report import Report
from pmoascode.records.requirement import Requirement
from pmoascode.records.risk import Risk
from pmoascode.records.stakeholder import Stakeholder
from tests.records.reading import errors, follow, read, schema_of

APOLLO = Path(__file__).parent / "apollo"

# A class, where to look in its record, and what is found there.
FILES: list[tuple[type[Record], str, object]] = [
    (Mandate, "rough_time", Duration(18, "month")),
    (BusinessCase, "appraisal.irr", Percent(Decimal(9))),
    (Pid, "controls.report_every", Duration(1, "month")),
    (Finance, "lines.licences.baseline", Decimal("300000.10")),
    (ChangePlan, "groups.claims-staff.adkar.barrier", "knowledge"),
    (EndReport, "follow_on.0.owner", "paul-weber"),
    (Risk, "residual.score", 6),
    (Issue, "type_", "off-specification"),
    (ChangeRequest, "changes.1.new", Decimal("45499.50")),
    (ExceptionReport, "options.cut.cost", Decimal(-20000)),
    (Decision, "decided.as_", "sponsor"),
    (Dependency, "confirmed.receiver.date", dt.date(2026, 10, 6)),
    (ActionItem, "due", dt.date(2026, 11, 20)),
    (Assumption, "risk", "law-changes"),
    (Benefit, "latest.value", Decimal("8.5")),
    (Requirement, "effort", Decimal("8.5")),
    (Deliverable, "due.forecast", dt.date(2027, 3, 19)),
    (Stakeholder, "influence", 3),
    (Analysis, "gaps.0", "No interface to payments"),
    (Lesson, "applied_in", ("hermes",)),
    (Kpi, "latest.date", dt.date(2026, 10, 31)),
    (Report, "figures.milestones.go-live", dt.date(2027, 4, 2)),
]


@pytest.mark.parametrize(("record", "path", "expected"), FILES)
def test_file_becomes_record(record: type[Record], path: str, expected: object) -> None:
    data = read((APOLLO / f"{record.kind}.yaml").read_text(encoding="utf-8"))
    assert [problem.message for problem in errors(record, data)] == []
    assert follow(bind(record, data, id="one", scope="project/apollo"), path) == expected


@pytest.mark.parametrize("record", [row[0] for row in FILES])
def test_loader_fields_are_no_keys_of_the_file(record: type[Record]) -> None:
    loaders = {"id", "path", "keys", "scope"}
    names = {field.encode_name for field in msgspec.structs.fields(record)} - loaders
    assert set(schema_of(record)["properties"]) == names


@pytest.mark.parametrize("record", [row[0] for row in FILES])
def test_examples_fit_their_own_fields(record: type[Record]) -> None:
    """Examples may leave out what a part requires, but what they say must be right."""
    schema = schema_of(record)
    for part in (schema, *schema.get("$defs", {}).values()):
        for name, field in part.get("properties", {}).items():
            validator = jsonschema.Draft202012Validator(field | {"$defs": schema.get("$defs", {})})
            wrong = [
                f"{name}: {problem.message}"
                for problem in validator.iter_errors(field["examples"][0])
                if problem.validator != "required"
            ]
            assert wrong == []


@pytest.mark.parametrize(
    ("record", "text", "key"),
    [
        (Risk, "{title: Late, probability: 6}", "probability"),
        (Risk, "{title: Late, type: hope}", "type"),
        (Risk, "{title: Late, id: late}", ""),
        (Risk, "{title: Late, type_: threat}", ""),
        (Report, "{date: 2026-11-02, by: tom-berg, rating: {overall: yellow}}", "rating"),
        (Report, "{date: 2026-11-02, by: t, rating: {}, comments: {mood: Good.}}", "comments"),
        (Pid, "{approaches: {mood: Good.}}", "approaches"),
        (EndReport, "{date: 2027-07-30, by: t, summary: Done., reviews: {mood: Good.}}", "reviews"),
        (Finance, "{periods: {october: {actual: 1}}}", "periods"),
        (Finance, "{percent_complete: 40}", "percent_complete"),
        (ChangeRequest, "{requested_by: t, reason: Late, impact: {time: soon}}", "impact"),
        (ChangeRequest, "{requested_by: t, reason: L, changes: [{path: a, new: [1]}]}", "changes"),
        (Requirement, "{text: Fast, effort: -1}", "effort"),
        (Dependency, "{title: Address interface}", ""),
    ],
)
def test_schema_refuses(record: type[Record], text: str, key: str) -> None:
    found = {str(next(iter(problem.absolute_path), "")) for problem in errors(record, read(text))}
    assert found == {key}
