"""The careers and the skills of the roles that come with the package."""

from collections.abc import Iterator

import pytest

from pmoascode.records.skill import Skill
from tests.built_in.shipped import CAREER, office, roles

STAGES = ("entry", "intermediate", "senior", "executive")
TOP = "chief-project-officer"
STEPS = [
    ("pmo-coordinator", "pmo-analyst"),
    ("pmo-coordinator", "project-manager"),
    ("junior-project-manager", "pmo-analyst"),
    ("junior-project-manager", "project-manager"),
    ("pmo-analyst", "portfolio-manager"),
    ("project-manager", "portfolio-manager"),
    ("project-manager", "programme-director"),
    ("portfolio-manager", "pmo-director"),
    ("programme-director", "pmo-director"),
    ("pmo-director", "chief-project-officer"),
]
# What each role is known to need, and the least level where one is known.
NEEDED: dict[str, str] = {
    "portfolio-manager": "leadership strategic-thinking data-informed-decisions risk-management"
    " portfolio-management resource-allocation long-term-planning industry-knowledge"
    " project-management-methods",
    "pmo-coordinator": "organisation attention-to-detail project-management-methods communication"
    " project-management-software collaboration eagerness-to-learn handling-several-tasks"
    " project-lifecycles stakeholder-management administration organisational-strategy"
    " pmo-processes",
    "programme-manager": "leadership organisation managing-several-projects programme-management"
    " adaptability conflict-resolution communication collaboration risk-management",
    "pmo-analyst": "analytical-thinking attention-to-detail data-analysis"
    " project-management-software project-management-methods data-visualisation"
    " process-improvement risk-management decision-making",
    "project-manager": "leadership communication problem-solving competing-priorities adaptability"
    " motivating-teams quality-management risk-management decision-making managing-people",
    "junior-project-manager": "organisation communication project-management-methods"
    " critical-thinking problem-solving teamwork adaptability project-lifecycles"
    " stakeholder-management organisational-strategy pmo-processes",
    "business-analyst": "analytical-thinking problem-solving communication stakeholder-management"
    " business-processes requirements-gathering plain-language feasibility-study gap-analysis",
    "change-manager": "interpersonal-skills communication influencing working-through-resistance"
    " driving-adoption change-management",
    "programme-director": "strategic-thinking decision-making resource-allocation"
    " long-term-planning industry-knowledge project-management-methods",
    "pmo-director": "leadership strategic-foresight delivery-experience mentoring",
    "chief-project-officer": "leadership strategic-foresight delivery-experience mentoring",
}
LEVELS = [
    ("pmo-coordinator", "project-management-methods", 1),
    ("junior-project-manager", "project-management-methods", 2),
    ("programme-manager", "programme-management", 4),
]
TRAITS = ["collaboration", "eagerness-to-learn", "handling-several-tasks"]


@pytest.mark.parametrize(("role", "stage"), CAREER.items())
def test_career_stage(role: str, stage: str) -> None:
    assert roles()[role].career_stage == stage
    assert roles()[role].entry_level == (stage == "entry")


@pytest.mark.parametrize(("role", "following"), STEPS)
def test_career_step(role: str, following: str) -> None:
    assert following in roles()[role].next_roles


def paths_from(role: str, behind: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    """Every way on from the role; one that comes back to a role ends there."""
    path = (*behind, role)
    following = () if role in behind else roles()[role].next_roles
    if not following:
        yield path
    for each in following:
        yield from paths_from(each, path)


def test_every_career_leads_from_an_entry_to_the_top_and_never_down() -> None:
    entries = [role for role, stage in CAREER.items() if stage == "entry"]
    paths = [path for entry in entries for path in paths_from(entry)]
    assert {path[-1] for path in paths} == {TOP}
    assert {role for path in paths for role in path} == CAREER.keys()
    for path in paths:
        stages = [STAGES.index(CAREER[role]) for role in path]
        assert stages == sorted(stages), path


@pytest.mark.parametrize(("role", "skills"), NEEDED.items())
def test_role_asks_for_the_skills_it_is_known_to_need(role: str, skills: str) -> None:
    assert set(skills.split()) - roles()[role].skills.keys() == set()


@pytest.mark.parametrize(("role", "skill", "level"), LEVELS)
def test_level_of_a_skill(role: str, skill: str, level: int) -> None:
    assert roles()[role].skills[skill] == level


def test_every_skill_is_described_and_asked_for() -> None:
    skills = {skill.id: skill for skill in office().all(Skill)}
    assert [id for id, skill in skills.items() if not skill.description] == []
    assert skills.keys() == {skill for role in roles().values() for skill in role.skills}
    assert [id for id, skill in skills.items() if skill.category == "trait"] == TRAITS
