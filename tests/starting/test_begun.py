"""Whatever is answered, the records pass the check and say what was answered."""

import datetime as dt
from collections.abc import Callable
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from demo.example import TODAY
from pmoascode.document import parse
from pmoascode.edit.form import is_formed
from pmoascode.records.person import Person
from pmoascode.records.portfolio import Portfolio
from pmoascode.records.programme import Programme
from pmoascode.records.project import Project
from pmoascode.starting import EXAMPLE_DAY, Answers, Around, Someone, tidy
from tests.starting.offices import (
    ANA,
    GITHUB,
    GITLAB,
    TOM,
    files,
    found,
    harbour,
    office,
    records,
)

STRANGE = (
    'The "Claims" portal: phase 2',
    "Apollo #7",
    "Übergänge & Größe",
    "O'Hara's",
    "no",
    "null",
    "2026",
    "1e5",
    "- a - b -",
    "{{ name }} << x >>",
    "<b>bold</b> [a](b)",
    "*star* & co | pipe",
    "@at",
    "a" * 300,
    "word " * 59 + "words",
    "項目管理",
    "con",
    "index",
    "pmo",
    "executive",
    "é",
    "50 % & more",
)


@pytest.mark.parametrize("around", [GITHUB, GITLAB, Around()], ids=["github", "gitlab", "none"])
@pytest.mark.parametrize(
    "answers",
    [
        harbour(),
        harbour(programme=""),
        harbour(sponsor=None),
        harbour(sponsor=None, superior=None, manager=ANA),
        harbour(sponsor=ANA, superior=ANA, manager=ANA),
        harbour(sponsor=ANA),
        harbour(reports_to="chief-executive", reason="She asked for it."),
        harbour(reports_to="chief-information-officer", superior=None),
        harbour(reports_to="department", department="Operations", executive=TOM),
        harbour(reports_to="department", department="Front door", superior=None),
        harbour(currency="GBP", fiscal_year_start="04-01", finish=None, budget=None),
        harbour(budget=Decimal("0.50"), start=dt.date(2027, 2, 1)),
        harbour(portfolio="Apollo", programme="Apollo", project="Apollo"),
    ],
)
def test_the_check_finds_nothing(answers: Answers, around: Around) -> None:
    assert found(harbour(**{**vars(answers), "around": around})) == []


def test_the_records_are_in_the_canonical_form() -> None:
    made = {path: text.encode() for path, text in records(harbour()).items()}
    sheets = {path: parse(path, made[path]) for path in made if path.endswith(".yaml")}
    assert [path for path in sheets if not is_formed(sheets[path], made[path])] == []


@pytest.mark.parametrize("name", STRANGE)
def test_a_strange_name_is_kept_to_the_letter(name: str) -> None:
    answers = harbour(
        organisation=name,
        head=Someone(name),
        portfolio=name,
        programme=name,
        project=name,
        reports_to="department",
        department=name[:280],
        reason=name,
    )
    assert found(answers) == []
    made = office(answers)
    assert made.organisation is not None
    assert made.organisation.name == name
    assert made.organisation.units["pmo"].reporting_rationale == name
    for kind in (Portfolio, Programme, Project):
        assert [each.name for each in made.all(kind)] == [name]  # type: ignore[attr-defined]
    assert name in {person.name for person in made.all(Person)}


@settings(deadline=None)
@given(st.text(min_size=1, max_size=40).map(tidy).filter(lambda name: len(name) > 0))
def test_any_name_gives_records_that_can_be_read(name: str) -> None:
    made = office(harbour(organisation=name, project=name, head=Someone(name)))
    assert [finding.message for finding in made.findings] == []


def test_who_does_everything_is_one_person_and_the_project_waits() -> None:
    alone = Someone("Ana Keller")
    answers = harbour(head=ANA, manager=alone, sponsor=alone, superior=alone)
    assert answers.waits
    assert [path for path in records(answers) if path.startswith("people/")] == [
        "people/ana-keller.yaml"
    ]
    project = office(answers).find(Project, "apollo-claims-portal")
    assert project is not None
    assert (project.status, list(project.vacancies)) == ("proposed", ["sponsor"])
    assert "sponsor" not in records(answers)["assignments/apollo-claims-portal.yaml"]


def test_a_project_with_a_sponsor_runs() -> None:
    project = office(harbour()).find(Project, "apollo-claims-portal")
    assert project is not None
    assert (project.status, dict(project.vacancies)) == ("active", {})
    assert project.start is not None
    assert project.start.actual == dt.date(2026, 11, 23)


def test_two_people_of_one_name_are_two() -> None:
    answers = harbour(manager=Someone("Ana Keller", "ana.k@other.example"))
    assert [path for path in records(answers) if path.startswith("people/")] == [
        "people/ana-keller-person.yaml",
        "people/ana-keller.yaml",
        "people/maria-silva.yaml",
    ]
    assert (
        "project-manager:\n  - {person: ana-keller-person,"
        in (records(answers)["assignments/apollo-claims-portal.yaml"])
    )


def test_what_is_said_of_a_person_twice_is_put_together() -> None:
    answers = harbour(head=Someone("Ana Keller"), manager=ANA)
    assert "login: akeller" in records(answers)["people/ana-keller.yaml"]


@pytest.mark.parametrize(
    ("names", "ids"),
    [
        (("Apollo",) * 3, ("apollo", "apollo-programme", "apollo-project")),
        (("Executive", "PMO", "pmo"), ("executive-portfolio", "pmo-programme", "pmo-project")),
        (("Index", "Con", "404"), ("index-portfolio", "con-programme", "404-project")),
        (("項目", "項目", "項目"), ("portfolio", "programme", "project")),
        (("Project", "Project", "Project"), ("project", "project-programme", "project-2")),
    ],
)
def test_no_two_have_one_id(names: tuple[str, str, str], ids: tuple[str, str, str]) -> None:
    made = office(harbour(portfolio=names[0], programme=names[1], project=names[2]))
    kinds: tuple[type[Portfolio | Programme | Project], ...] = (Portfolio, Programme, Project)
    assert tuple(made.all(kind)[0].id for kind in kinds) == ids


@pytest.mark.parametrize(
    ("answers", "line"),
    [
        (harbour(), ("chief-operating-officer", "chief-operating-officer")),
        (
            harbour(reports_to="department", department="Operations", executive=TOM),
            ("director", "chief-executive"),
        ),
    ],
)
def test_the_office_has_always_a_line_to_senior_leadership(
    answers: Answers, line: tuple[str, str]
) -> None:
    organisation = office(answers).organisation
    assert organisation is not None
    unit = organisation.units["pmo"]
    assert (unit.reports_to, unit.senior_leadership_line) == line
    assert unit.reporting_rationale
    assert organisation.positions[line[1]].level == "executive"
    assert organisation.positions[line[0]].holder == "maria-silva"


@pytest.mark.parametrize("around", [GITHUB, GITLAB, Around()], ids=["github", "gitlab", "none"])
def test_the_files_are_these(around: Around, golden: Callable[[str, str], None]) -> None:
    made = files(harbour(around=around))
    golden(f"{around.forge or 'none'}-files", "".join(f"{path}\n" for path in made))


def test_the_texts_are_these(golden: Callable[[str, str], None]) -> None:
    golden("texts", _shown(lambda path: not path.startswith((".vscode/", ".gitlab"))))


def test_the_texts_of_gitlab_are_these(golden: Callable[[str, str], None]) -> None:
    other = files(harbour(around=GITHUB))
    made = files(harbour(around=GITLAB))
    changed = {path for path, content in made.items() if other.get(path) != content}
    golden("gitlab-texts", _shown(lambda path: path in changed, around=GITLAB))


def _shown(is_wanted: Callable[[str], bool], around: Around = GITHUB) -> str:
    made = files(harbour(around=around))
    return "".join(
        f"==> {path}\n{content.decode()}" for path, content in made.items() if is_wanted(path)
    )


def test_equal_answers_give_equal_bytes() -> None:
    assert files(harbour()) == files(harbour())


def test_the_day_of_the_example_is_its_day() -> None:
    assert dt.date.fromisoformat(TODAY) == EXAMPLE_DAY


def test_every_text_ends_its_last_line() -> None:
    odd = [
        path
        for path, content in files(harbour()).items()
        if not content.endswith(b"\n") or content.endswith(b"\n\n") or b" \n" in content
    ]
    assert odd == []
