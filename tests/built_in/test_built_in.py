"""The records that come with the package: read without a finding, every role complete."""

import pytest

from pmoascode.pages.places import PLACES
from pmoascode.records.skill import Skill
from tests.built_in.shipped import (
    CAREER,
    KIND_NAMES,
    ON_THE_PROJECT,
    PACKAGE,
    office,
    roles,
    rules,
)
from tests.forms import not_in_form

TOP = "chief-project-officer"
TENSIONS = [
    ("sponsor", "project-manager", "error"),
    ("sponsor", "junior-project-manager", "error"),
    ("project-assurance", "project-manager", "error"),
    ("project-assurance", "junior-project-manager", "error"),
    ("project-assurance", "team-manager", "error"),
    ("project-assurance", "project-support", "error"),
    ("finance-owner", "project-manager", "error"),
    ("sponsor", "senior-supplier", "warning"),
    ("sponsor", "senior-user", "warning"),
    ("sponsor", "portfolio-manager", "warning"),
    ("project-manager", "senior-user", "warning"),
    ("project-manager", "change-authority", "warning"),
    ("project-manager", "benefit-owner", "warning"),
    ("project-manager", "pmo-analyst", "warning"),
]


def test_every_file_is_read_without_a_finding() -> None:
    assert [(f.place, f.message) for f in office().findings] == []
    assert office().unreadable == frozenset()


def test_every_file_is_in_the_canonical_form() -> None:
    assert not_in_form(PACKAGE / "built_in") == []


def test_every_role_is_there() -> None:
    assert set(roles()) == CAREER.keys() | ON_THE_PROJECT


@pytest.mark.parametrize("role", sorted(CAREER.keys() | ON_THE_PROJECT))
class TestRole:
    def test_says_what_it_is_for(self, role: str) -> None:
        its = roles()[role]
        assert its.purpose
        assert len(its.responsibilities) >= 2
        assert its.skills
        assert its.works_with
        assert its.experience
        assert its.reports_to or role == TOP

    def test_names_roles_and_skills_that_exist(self, role: str) -> None:
        its = roles()[role]
        named = {*its.works_with, *its.reports_to, *its.next_roles, *its.members}
        named |= its.incompatible_with.keys()
        assert named - {role} <= roles().keys()
        assert role not in named
        assert its.skills.keys() <= {skill.id for skill in office().all(Skill)}

    def test_shows_where_each_responsibility_is_seen(self, role: str) -> None:
        for name, its in roles()[role].responsibilities.items():
            assert its.artefacts, name
            assert its.rules, name
            assert its.pages, name
            assert set(its.artefacts) <= KIND_NAMES, name
            assert set(its.rules) <= rules(), name
            assert set(its.pages) <= PLACES.keys(), name

    def test_works_with_those_who_work_with_it(self, role: str) -> None:
        for other in roles()[role].works_with:
            assert role in roles()[other].works_with, other

    def test_is_apart_from_those_who_are_apart_from_it(self, role: str) -> None:
        for other, weight in roles()[role].incompatible_with.items():
            assert roles()[other].incompatible_with.get(role) == weight, other


def test_pairs_that_must_or_should_be_apart() -> None:
    stated = {
        (frozenset({role.id, other}), weight)
        for role in roles().values()
        for other, weight in role.incompatible_with.items()
    }
    assert stated == {(frozenset({one, other}), weight) for one, other, weight in TENSIONS}
