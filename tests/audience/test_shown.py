"""What stands for a person: a name, initials or a role."""

import pytest

from pmoascode.audience import initials, shown, tells_personal
from pmoascode.records.person import PERSONAL, Person
from tests.views.test_people_and_roles import office_with

# What colleagues and readers need to know to find who answers; the rest is marked as personal.
PUBLIC = {
    *("id", "path", "keys", "scope", "name", "former_ids", "unit", "position", "career_role"),
    *("capacity", "active_from", "active_until", "publish"),
}
NEVER = {"email", "identities"}  # no page prints them


@pytest.mark.parametrize(
    ("policy", "own", "expected"),
    [
        ("full", "", ("Ana Keller", True)),
        ("initials", "", ("A. K.", False)),
        ("role", "", ("Head of the PMO", False)),
        ("role", "full", ("Ana Keller", True)),
        ("full", "initials", ("A. K.", False)),
        ("full", "role", ("Head of the PMO", False)),
    ],
)
def test_a_person_is_shown_as_they_say_or_else_the_policy(
    policy: str, own: str, expected: tuple[str, bool]
) -> None:
    said = f"publish: {own}\n" if own else ""
    office = office_with(
        {
            "policy/policy.yaml": f"people: {{publish: {policy}}}\n",
            "people/ana-keller.yaml": f"name: Ana Keller\nposition: head-of-pmo\n{said}",
        }
    )
    person = office.person("ana-keller")
    assert person
    found = shown(office, person)
    assert (found.text, found.is_named) == expected


def test_without_position_or_career_a_person_stays_unnamed() -> None:
    office = office_with({"people/li-wen.yaml": "name: Li Wen\npublish: role\n"})
    person = office.person("li-wen")
    assert person
    assert shown(office, person).text == "not named"


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Tom Berg", "T. B."),
        ("Zoë", "Z."),
        ("José de la Cruz", "J. D. L. C."),
        ("e\N{COMBINING ACUTE ACCENT}va", "É."),
        ("<b>", "not named"),
    ],
)
def test_initials(name: str, expected: str) -> None:
    assert initials(name) == expected


def test_a_policy_that_says_nothing_is_careful() -> None:
    office = office_with({"policy/policy.yaml": "profile: starter\n"})
    assert office.policy.people.publish == "role"
    assert not tells_personal(office)


def test_every_field_of_a_person_is_public_or_personal_or_never_printed() -> None:
    fields = set(Person.__struct_fields__)
    assert fields - PUBLIC - NEVER == PERSONAL
