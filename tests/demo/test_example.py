"""The example portfolio: sound, telling, and about nobody who exists."""

import datetime as dt

import pytest

from demo.example import TODAY, example_in
from demo.replay import ROOT
from pmoascode.finding import Severity
from pmoascode.office import Office, load
from pmoascode.records.person import Person
from pmoascode.records.project import Project
from pmoascode.rules import RULES
from pmoascode.verdict import Verdict, judge
from pmoascode.worktree import built_in_files, files_in
from tests.forms import not_in_form


@pytest.fixture(scope="module")
def office() -> Office:
    return load(files_in(ROOT / "portfolio"), built_in_files())


@pytest.fixture(scope="module")
def verdict(office: Office) -> Verdict:
    return judge(office, RULES, today=dt.date.fromisoformat(TODAY))


def test_it_has_no_errors(verdict: Verdict) -> None:
    errors = [f for f in verdict.findings if f.severity is Severity.ERROR]
    assert [f"{f.place.path}: {f.message}" for f in errors] == []


def test_it_is_in_the_canonical_form() -> None:
    assert not_in_form(ROOT / "portfolio") == [], "run `pmo fmt`"


def test_it_shows_warnings_of_many_kinds(verdict: Verdict) -> None:
    warnings = {f.rule for f in verdict.findings if f.severity is Severity.WARNING}
    assert len(warnings) >= 8
    assert {"green-but-late", "dependency-late", "report-overdue"} <= warnings


def test_its_waiver_excuses_something(verdict: Verdict) -> None:
    assert [w.waiver.id for w in verdict.waived] == ["field-tablets-report"]


def test_its_projects_are_in_every_phase_and_status(office: Office) -> None:
    phases = {project.phase for project in office.projects}
    statuses = {project.status for project in office.projects}
    assert phases == {"idea", "initiation", "delivery", "closing", "closed"}
    assert statuses >= {"proposed", "active", "on-hold", "closed", "cancelled"}


def test_its_last_ratings_have_every_colour(office: Office) -> None:
    last = [office.last_report(project) for project in office.projects]
    assert {report.rating.overall for report in last if report} == {"green", "amber", "red"}


def test_the_smallest_project_is_one_short_file(office: Office) -> None:
    smallest = office.find(Project, "drought-alerts")
    assert smallest is not None
    files = [path for path in office.documents if "drought-alerts" in path]
    assert files == [smallest.path]
    assert len(office.documents[smallest.path].text.splitlines()) <= 12


def test_nobody_has_a_real_address(office: Office) -> None:
    addresses = [str(person.email) for person in office.all(Person)]
    assert addresses
    assert [a for a in addresses if not a.endswith(".example.org")] == []


def test_no_link_leaves_the_examples_own_domain() -> None:
    files = example_in(ROOT / "portfolio").files.values()
    links = [
        word
        for file in files
        for word in file.content.decode().replace('"', " ").split()
        if word.startswith("http")
    ]
    assert links
    assert [link for link in links if ".example.org/" not in link] == []
