"""`pmo capacity`: demand against capacity, what if, and a word for each slip."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.folders import folder_with, said

FILES = {
    "assignments/hermes.yaml": """\
sponsor:
  - {person: ines-roth, from: 2026-10-01, until: 2027-06-30, time: 5 %}
project-manager:
  - {person: sam-okoro, from: 2026-12-01, until: 2027-03-31, time: 40 %}
team-manager:
  - {person: tom-berg, from: 2027-01-11, until: 2027-01-22, time: 50 %}
senior-user:
  - {person: paul-weber, from: 2026-10-01, until: 2027-06-30}
""",
    "people/nora-lind.yaml": """\
name: Nora Lind
capacity: 80 %
skills: {stakeholder-management: {level: 4}}
""",
}
VACANT = """\
vacancies:
  business-change-manager:
    {since: 2026-11-02, plan: Interviews in week 46., owner: ana-keller, time: 30 %}
"""


@pytest.fixture
def records(tmp_path: Path) -> Path:
    records = folder_with(tmp_path, FILES)
    apollo = records / "projects/apollo/project.yaml"
    apollo.write_text(apollo.read_text("utf-8") + VACANT, "utf-8")
    return records


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("capacity-role", ()),
        ("capacity-person", ("--by", "person", "--every", "week", "--from", "2027-01-04")),
        ("capacity-shift", ("--shift", "hermes=2027-03-01", "--to", "2027-06-30")),
    ],
)
def test_it_says_as_before(
    records: Path, golden: Callable[[str, str], None], name: str, words: tuple[str, ...]
) -> None:
    golden(name, said(records, "capacity", *words))


def test_skills_of_which_no_record_speaks_are_not_known(records: Path) -> None:
    lines = said(records, "capacity", "--by", "skill", "--to", "2026-11-30").splitlines()
    assert lines[3].split("  ")[0] == "Stakeholder management, 4+"
    assert lines[3].endswith(" 3.8/0.8 !")
    assert all(line.rstrip().endswith("/-") for line in lines[4:10])


def test_programs_get_json(records: Path) -> None:
    words = ("capacity", "--format", "json", "--shift", "hermes=+2 weeks", "--to", "2027-01-31")
    found = json.loads(said(records, *words))
    assert [period["id"] for period in found["periods"]] == ["2026-11", "2026-12", "2027-01"]
    assert found["what_if"] == ["Hermes address service 14 days later"]
    row = next(row for row in found["rows"] if row["id"] == "team-manager")
    assert row["periods"][2] == {
        "demand": 11.29,
        "peak": 50.0,
        "vacant": 0.0,
        "capacity": None,
        "difference": -8.06,
    }
    assert [(each["person"], each["from"], each["until"]) for each in found["over_allocated"]] == [
        ("tom-berg", "2027-01-25", "2027-02-05")
    ]
    assert [each["from"] for each in found["over_allocated_now"]] == ["2027-01-11"]
    assert [each["role"] for each in found["vacancies"]] == ["business-change-manager"]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (("--to", "2026-11-09"), "refused: --to 2026-11-09 is before --from 2026-11-10"),
        (("--to", "2999-01-01"), "refused: 11667 months are too many; 120 are the most"),
        (("--shift", "hermes"), "refused: 'hermes' is no project and time, as apollo=2027-03-01"),
        (("--shift", "hermes=march"), "refused: 'march' is no day as year-month-day"),
        (("--shift", "zeus=2027-03-01"), "refused: there is no project zeus that can be read"),
        (
            ("--shift", "apollo=2027-03-01"),
            (
                "refused: apollo began on 2026-01-12; say how much later the rest of it comes, "
                "as in apollo=+2 months"
            ),
        ),
        (
            ("--shift", "hermes=2026-11-09"),
            "refused: hermes cannot begin on 2026-11-09, which is before 2026-11-10",
        ),
        (("--shift", "apollo=+ 2 months"), "Demand / capacity by role"),
        (("--what-if", "apollo=-3weeks"), "Demand / capacity by role"),
    ],
)
def test_a_shift_is_understood_or_answered(
    records: Path, words: tuple[str, ...], expected: str
) -> None:
    assert said(records, "capacity", *words).startswith(expected)


def test_nothing_is_written(records: Path) -> None:
    before = {path: path.read_bytes() for path in records.rglob("*.yaml")}
    said(records, "capacity", "--shift", "hermes=2027-03-01")
    assert {path: path.read_bytes() for path in records.rglob("*.yaml")} == before
