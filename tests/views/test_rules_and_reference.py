"""What can be found, what was found, and what the fields of the records mean."""

import datetime as dt

import pytest

from pmoascode.document import parse
from pmoascode.edit.writing import written
from pmoascode.finding import Finding, Place, Severity
from pmoascode.records.kinds import KINDS
from pmoascode.rule import PROFILES
from pmoascode.schema import is_valid, schema
from pmoascode.verdict import Skipped, Verdict
from pmoascode.views.findings import by_reason, by_rule, by_scope
from pmoascode.views.record_reference import Reference, references
from pmoascode.views.rule_catalogue import entries, rules_by_name
from pmoascode.views.rule_severity import here, said
from tests.views.test_people_and_roles import office_with

TODAY = dt.date(2026, 11, 10)

each_kind = pytest.mark.parametrize("reference", references(), ids=lambda r: r.kind.name)


def finding(rule: str, severity: Severity, path: str, line: int = 1) -> Finding:
    return Finding(rule, severity, Place(path, line), f"{path} is odd")


FOUND = (
    finding("b-rule", Severity.WARNING, "projects/apollo/project.yaml", 3),
    finding("a-rule", Severity.ERROR, "projects/apollo/risks.yaml", 9),
    finding("b-rule", Severity.WARNING, "assignments/apollo.yaml"),
    finding("b-rule", Severity.INFO, "people/tom-berg.yaml"),
    finding("b-rule", Severity.INFO, "organisation.yaml"),
    finding("b-rule", Severity.INFO, "projects/gone/project.yaml"),
)


def test_findings_by_rule_begin_with_the_gravest() -> None:
    groups = by_rule(Verdict(TODAY, FOUND, (), (), 2))
    assert [(g.name, g.worst, g.numbers) for g in groups] == [
        ("a-rule", Severity.ERROR, (1, 0, 0)),
        ("b-rule", Severity.WARNING, (0, 2, 3)),
    ]


def test_findings_by_scope_bring_a_projects_files_together() -> None:
    groups = by_scope(office_with({}), FOUND)
    assert [(g.name, g.numbers) for g in groups] == [
        ("Apollo claims portal", (1, 2, 0)),
        ("Organisation", (0, 0, 1)),
        ("People", (0, 0, 1)),
        ("gone", (0, 0, 1)),
    ]


def test_rules_not_asked_are_listed_by_reason() -> None:
    skipped = (Skipped("z", "no base"), Skipped("c", "no reviews"), Skipped("a", "no base"))
    assert by_reason(skipped) == {"no base": ("a", "z"), "no reviews": ("c",)}


def test_every_name_is_explained_once() -> None:
    names = [entry.name for entry in entries()]
    assert sorted(set(names)) == sorted(names)
    assert [e.name for e in entries() if not (e.title and e.why and e.remedy)] == []


def test_no_family_has_the_name_of_a_rule() -> None:
    assert {entry.family for entry in entries()} & {entry.name for entry in entries()} == set()


def test_the_severity_is_the_policys() -> None:
    rule = next(r for r in rules_by_name().values() if r.waivable and r.severity is Severity.ERROR)
    policy = f"profile: full\nrules: {{{rule.name}: info}}\n"
    assert said(here(rule, office_with({"policy/policy.yaml": "profile: full\n"}))) == "error"
    assert said(here(rule, office_with({"policy/policy.yaml": policy}))) == "info"


def test_a_profile_asks_the_rules_of_those_before_it() -> None:
    for entry in entries():
        first = PROFILES.index(entry.profile)
        assert [entry.is_in(profile) for profile in PROFILES] == [
            number >= first for number in range(len(PROFILES))
        ]


def test_every_kind_has_its_reference() -> None:
    assert {r.kind.name for r in references()} == {kind.name for kind in KINDS}


@each_kind
def test_every_field_of_the_schema_is_explained(reference: Reference) -> None:
    whole = schema(reference.kind.name)
    entry = whole if reference.kind.shape == "record" else whole["$defs"]["Entry"]
    assert [f.name for f in reference.sections[0].fields] == list(entry["properties"])
    named = {f.part for section in reference.sections for f in section.fields if f.part}
    assert named == {section.name for section in reference.sections[1:]}
    assert all(f.type and f.description for s in reference.sections for f in s.fields)


@each_kind
def test_the_small_file_holds_to_the_schema(reference: Reference) -> None:
    path = reference.paths[0].replace("<id>", "one").replace("<of>", "one")
    document = parse(path, written(dict(reference.sample)).encode())
    assert document.findings == ()
    assert is_valid(document, reference.kind.name), written(dict(reference.sample))


@pytest.mark.parametrize(
    ("kind", "field", "said"),
    [
        ("project", "tier", "one of the values"),
        ("project", "objectives", "a list; each entry an id"),
        ("project", "milestones", "entries: a name to fields of its own"),
        ("person", "capacity", "a percentage"),
        ("person", "level", "a whole number, 1 to 7"),
        ("person", "email", "an e-mail address"),
        ("role", "skills", "entries: the id of a skill to a whole number, 1 to 7"),
        ("risk", "cost", "an amount of money"),
        ("action", "due", "a date"),
    ],
)
def test_types_are_said_in_plain_words(kind: str, field: str, said: str) -> None:
    found = next(r for r in references() if r.kind.name == kind)
    assert {f.name: f.type for f in found.sections[0].fields}[field] == said
