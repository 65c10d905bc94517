"""Skills against those needed, the next steps, certificates, and what hangs on one person."""

import datetime as dt

import pytest

from pmoascode.office import Office
from pmoascode.views.capability import capability
from pmoascode.views.career import Career, career, role_of
from tests.views.test_people_and_roles import office_with

TODAY = dt.date(2026, 11, 10)
ROLES = {
    "roles/helper.yaml": "title: Helper\nfamily: office\ncareer_stage: entry\n"
    "skills: {planning: 2}\nnext_roles: [planner, gone]\n",
    "roles/planner.yaml": "title: Planner\nfamily: office\ncareer_stage: senior\n"
    "skills: {planning: 4, claims-handling: 2, communication: 3, teamwork: 3}\n"
    "certifications: [Planning certificate]\nnext_roles: [pmo-director]\nsingle_holder: true\n",
    "roles/gone.yaml": "title: Gone\nfamily: office\ncareer_stage: senior\nstatus: retired\n",
    "assignments/pmo.yaml": "pmo-director:\n  - {person: ana-keller, from: 2020-01-01}\n"
    "helper:\n  - {person: lee-park, from: 2025-06-01, elements: [Minutes]}\n",
}
LEE = """\
name: Lee Park
career_role: helper
mentor: ana-keller
skills:
  planning: {level: 4, assessed_on: 2026-05-01}
  claims-handling: {level: 2}
  communication: {level: 3}
  painting: {level: 7}
certifications:
  - {name: Planning certificate, awarded: 2024-01-01, expires: 2026-12-10}
  - {name: Old, expires: 2026-11-09}
  - {name: Coming, awarded: 2026-11-11}
  - {name: For ever}
development:
  - {do: Later, owner: lee-park, due: 2027-01-01}
  - {do: Sooner, owner: lee-park, due: 2026-12-01}
  - {do: Done, owner: lee-park, due: 2026-10-01, done: 2026-10-01}
"""


def office(lee: str = LEE, **files: str) -> Office:
    return office_with(ROLES | {"people/lee-park.yaml": lee} | files)


def of_lee(lee: str = LEE) -> Career:
    found = office(lee)
    person = found.person("lee-park")
    assert person
    return career(found, person, TODAY)


def test_skills_stand_beside_those_needed() -> None:
    own = of_lee()
    assert [(row.id, row.held, row.needed, row.gap) for row in own.skills] == [
        ("planning", 4, 2, 0)
    ]
    assert own.reached == 1
    assert {row.id: row.held for row in own.others} == {
        "claims-handling": 2, "communication": 3, "painting": 7
    }  # fmt: skip


@pytest.mark.parametrize(
    ("change", "lacks", "missing"),
    [
        (("", ""), (), ["teamwork"]),
        (("{level: 3}", "{level: 2}"), ("skills",), ["teamwork", "communication"]),
        (("expires: 2026-12-10", "expires: 2026-11-09"), ("certificate",), ["teamwork"]),
        (("Planning certificate", "Other"), ("certificate",), ["teamwork"]),
        (("career_role: helper", "career_role: helper\nactive_from: 2026-01-01"), (), ["teamwork"]),
    ],
)  # fmt: skip
def test_a_step_asks_what_the_rule_on_promotions_asks(
    change: tuple[str, str], lacks: tuple[str, ...], missing: list[str]
) -> None:
    own = of_lee(LEE.replace(*change) if change[0] else LEE)
    assert [step.role.id for step in own.steps] == ["planner"]  # a retired role is no step
    (step,) = own.steps
    assert (step.lacks, step.is_ready) == (lacks, not lacks)
    assert [row.id for row in step.missing] == missing


def test_the_policy_says_how_much_a_step_asks() -> None:
    limits = "{limits: {experience: 2 years, skills: 100 %}}"
    policy = f"profile: full\nrules: {{promotion-without-evidence: {limits}}}\n"
    found = office(**{"policy/policy.yaml": policy})
    person = found.person("lee-park")
    assert person
    assert career(found, person, TODAY).steps[0].lacks == ("experience", "skills")


def test_certificates_tell_how_long_they_last() -> None:
    rows = {row.certificate.name: (row.state, row.days_left) for row in of_lee().certificates}
    assert rows == {
        "Planning certificate": ("expiring", 30),
        "Old": ("expired", -1),
        "Coming": ("to come", None),
        "For ever": ("valid", None),
    }


def test_development_is_what_is_open_the_earliest_first() -> None:
    assert [action.do for action in of_lee().development] == ["Sooner", "Later"]


def test_without_a_career_role_the_highest_role_held_counts() -> None:
    found = office("name: Lee Park\n")
    lee = found.person("lee-park")
    assert lee
    assert getattr(role_of(found, lee, TODAY), "id", None) == "helper"


MANY = {
    "assignments/apollo.yaml": """\
sponsor:
  - {person: maria-silva, from: 2026-01-05}
project-manager:
  - {person: tom-berg, from: 2026-01-12}
""",
    "assignments/hermes.yaml": """\
sponsor:
  - {person: maria-silva, from: 2026-01-05}
  - {person: ines-roth, from: 2025-01-05, until: 2025-12-31}
project-manager:
  - {person: tom-berg, from: 2026-01-12}
  - {person: sam-okoro, from: 2026-11-11}
""",
    "assignments/front-door.yaml": "sponsor:\n  - {person: maria-silva, from: 2026-01-05}\n",
    "assignments/mercury.yaml": "",
    "policy/delegations.yaml": """\
leave:
  {by: maria-silva, to: nora-lind, role: sponsor, powers: [edit],
   from: 2026-11-01, until: 2026-12-01}
past: {by: maria-silva, to: li-wen, powers: [approve], from: 2026-10-01, until: 2026-10-30}
""",
}


def test_a_role_in_one_hand_shows_who_could_step_in() -> None:
    found = capability(office(**MANY), TODAY)
    lone = {each.role.id: each for each in found.lone_roles}
    sponsor = lone["sponsor"]
    assert (sponsor.person, len(sponsor.holdings)) == ("maria-silva", 3)
    assert (sponsor.deputies, sponsor.others) == (("nora-lind",), ("ines-roth",))
    assert lone["project-manager"].others == ("sam-okoro",)  # whose career is in it
    assert lone["helper"].is_bare
    assert found.lone_roles[-1].role.id != "helper"


def test_several_key_roles_in_one_hand_are_seen() -> None:
    many = capability(office(**MANY), TODAY).many_roles
    assert [(each.person, len(each.holdings)) for each in many] == [
        ("maria-silva", 3), ("ana-keller", 2), ("tom-berg", 2)
    ]  # fmt: skip


def test_who_could_follow_stands_in_the_order_of_what_is_missing() -> None:
    files = MANY | {
        "assignments/change.yaml": "planner:\n  - {person: omar-haddad, from: 2026-01-01}\n",
        "people/kim-lund.yaml": "name: Kim Lund\ncareer_role: helper\n",
        "people/old-hand.yaml": "name: Old\ncareer_role: helper\nactive_until: 2026-11-09\n",
    }
    found = {each.role.id: each for each in capability(office(**files), TODAY).successions}
    assert [c.person.id for c in found["planner"].candidates] == ["lee-park", "kim-lund"]
    assert found["planner"].ready == 1
    assert found["pmo-director"].ready == 0


def test_a_skill_that_one_person_has_is_seen() -> None:
    other = (
        "name: Kim Lund\nskills: {painting: {level: 3}, planning: {level: 4}, odd: {level: 3}}\n"
    )
    lone = capability(office(**{"people/kim-lund.yaml": other}), TODAY)
    skills = {each.id: each for each in lone.lone_skills}
    painting = skills["painting"]
    assert (painting.needed, painting.person, painting.next_best, painting.next_level) == (
        4, "lee-park", "kim-lund", 3
    )  # fmt: skip
    assert "planning" not in skills  # two have the level that roles held now need
    assert "odd" in lone.uncovered
