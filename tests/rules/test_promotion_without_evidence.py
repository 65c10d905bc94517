"""A promotion rests on a year of work, a part that was led, skills and a certificate."""

import datetime as dt

import pytest

from pmoascode.office import Office
from pmoascode.records.amounts import Duration, Percent
from pmoascode.records.person import Person
from pmoascode.rules.careers.promotion_without_evidence import promotion_without_evidence
from tests.rules.offices import office_of

TODAY = dt.date(2026, 11, 10)
ROLES = {
    "roles/trainee.yaml": "{title: Trainee, family: office, career_stage: entry}\n",
    "roles/leader.yaml": "{title: Leader, family: office, single_holder: true}\n",
    "roles/clerk.yaml": "{title: Clerk, family: office, career_stage: entry}\n",
    "roles/coach.yaml": (
        "{title: Coach, family: office, career_stage: intermediate, certifications: [Gold, Blue],"
        " skills: {a: 2, b: 2, c: 3, d: 2}}\n"
    ),
    "roles/poet.yaml": "{title: Poet, family: office, career_stage: intermediate}\n",
}
SKILLS = "skills: {a: {level: 2}, b: {level: 3}, c: {level: 3}, d: {level: 1}}\n"
BLUE = "certifications: [{name: Blue, expires: 2026-11-10}]\n"
YEAR = "trainee: [{person: lee, from: 2025-11-11, elements: [Minutes]}]\n"


def said(
    person: str = SKILLS + BLUE, held: str = YEAR, was: str = "trainee", now: str = "coach"
) -> list[str]:
    """What the rule says of Lee, who was one and is now another."""
    before = office_with(f"career_role: {was}\n" if was else "", held)
    office = office_with(f"career_role: {now}\n{person}", held)
    lee = office.find(Person, "lee")
    judge = promotion_without_evidence.judge
    found = judge(
        lee,
        office,
        before,
        TODAY,
        experience=Duration(1, "year"),
        skills=Percent.parse("75 %"),
    )
    return [problem[1].partition("the records lack ")[2] for problem in found]


def office_with(person: str, held: str) -> Office:
    people = {"people/lee.yaml": f"name: Lee\n{person}", "assignments/pmo.yaml": held}
    return office_of(ROLES | people)


NO_YEAR = ["1 year of work as trainee"]
NOT_LED = ["a part of the work that was led"]


@pytest.mark.parametrize(
    ("held", "person", "lacking"),
    [
        (YEAR, "", []),
        ("trainee: [{person: lee, from: 2025-11-12, elements: [Minutes]}]\n", "", NO_YEAR),
        ("clerk: [{person: lee, from: 2020-01-01, elements: [Minutes]}]\n", "", NO_YEAR),
        ("trainee: [{person: lee, from: 2025-11-11}]\n", "", NOT_LED),
        (  # half a year here, half a year and a day elsewhere
            "trainee: [{person: lee, from: 2024-01-01, until: 2024-06-30, elements: [Minutes]}]\n",
            "experience: [{text: A shop, from: 2024-07-01, until: 2024-12-30}, {text: A diary}]\n",
            [],
        ),
        (  # the days of both count once
            "trainee: [{person: lee, from: 2025-01-01, until: 2025-10-31, elements: [Minutes]}]\n",
            "experience: [{text: A shop, from: 2025-02-01, until: 2025-12-30}]\n",
            NO_YEAR,
        ),
        (  # what is inside another stretch adds nothing
            "trainee: [{person: lee, from: 2025-01-01, until: 2025-12-31, elements: [Minutes]}]\n",
            "experience: [{text: A shop, from: 2025-02-01, until: 2025-03-31}]\n",
            [],
        ),
        (  # days to come do not count
            "trainee: [{person: lee, from: 2026-01-01, until: 2027-12-31, elements: [Minutes]}]\n",
            "",
            NO_YEAR,
        ),
        (  # who holds a role alone leads
            "leader: [{person: lee, from: 2026-01-01}]\n",
            "experience: [{text: A shop, from: 2024-01-01, until: 2025-12-31}]\n",
            [],
        ),
    ],
)
def test_work_and_responsibility(held: str, person: str, lacking: list[str]) -> None:
    found = said(SKILLS + BLUE + person, held)
    assert found == (lacking or [])


@pytest.mark.parametrize(
    ("person", "lacking"),
    [
        ("skills: {a: {level: 2}, b: {level: 2}, c: {level: 2}}\n" + BLUE, "75 % of the skills"),
        (SKILLS + "certifications: [{name: Blue, expires: 2026-11-09}]\n", "a certificate such as"),
        (SKILLS + "certifications: [{name: Red}]\n", "a certificate such as Gold"),
        (SKILLS + "certifications: [{name: Gold}]\n", ""),
    ],
)
def test_skills_and_certificates(person: str, lacking: str) -> None:
    found = said(person)
    assert len(found) == bool(lacking)
    assert all(text.startswith(lacking) for text in found)


@pytest.mark.parametrize(
    ("was", "now", "judged"),
    [
        ("trainee", "coach", True),
        ("trainee", "poet", False),  # it asks for nothing, and the year is there
        ("trainee", "clerk", False),
        ("poet", "coach", False),
        ("coach", "trainee", False),
        ("", "coach", False),
        ("trainee", "unknown", False),
    ],
)
def test_only_a_rise_is_judged(was: str, now: str, judged: bool) -> None:
    assert bool(said("", was=was, now=now)) is judged


def test_a_newcomer_is_not_judged() -> None:
    office = office_with("career_role: coach\n", YEAR)
    lee = office.find(Person, "lee")
    judge = promotion_without_evidence.judge
    assert list(judge(lee, office, office_of(ROLES), TODAY)) == []
