"""The capacity page says who has too much and what nobody does, and names nobody it must not."""

from collections.abc import Mapping

import pytest

from pmoascode.office import load
from pmoascode.pages.capacity import capacity
from tests.pages.small_site import LARGE, blob, facts

OVER = """\
sponsor:
  - {person: ines-roth, from: 2026-10-01, until: 2027-06-30, time: 5 %}
team-manager:
  - {person: tom-berg, from: 2027-01-11, until: 2027-01-22, time: 50 %}
project-manager:
  - {person: sam-okoro, from: 2026-12-01, time: 40 %}
"""
VACANT = """
vacancies:
  senior-user: {since: 2026-11-02, plan: "Interviews **soon**", owner: ana-keller, time: 10 %}
"""


def html(files: Mapping[str, str] | None = None) -> str:
    found = {f.relative_to(LARGE).as_posix(): f.read_bytes() for f in LARGE.rglob("*.yaml")}
    found["assignments/hermes.yaml"] = OVER.encode()
    found["projects/apollo/project.yaml"] += VACANT.encode()
    found["assignments/apollo.yaml"] = found["assignments/apollo.yaml"].replace(
        b"senior-user:", b"senior-reader:"
    )
    found |= {path: text.encode() for path, text in (files or {}).items()}
    office = load({path: blob(content) for path, content in found.items()}, {})
    return next(capacity(facts(office))).html.replace("\N{NO-BREAK SPACE}", " ")


@pytest.mark.parametrize(
    "said",
    [
        "1 person is given more work than time.",
        '<a href="../people/tom-berg/">Tom Berg</a></th><td>11 Jan 2027<',
        '<td data-sort="2027-01-22">22 Jan 2027</td><td class="num" data-sort="130">',
        '<span class="var var-over">130 %</span></td><td class="num" data-sort="100">100 %</td>',
        "<strong>1</strong> <span>vacancy now</span>",
        "Interviews soon",
        "must-win projects first; larger tiers",
        "Every assignment says its time.",
    ],
)
def test_it_says(said: str) -> None:
    assert said in html({"policy/policy.yaml": "people: {publish: full}\n"})


def test_who_is_not_named_is_shown_by_initials_without_a_page() -> None:
    text = html({"policy/policy.yaml": "people: {publish: initials}\n"})
    assert "Berg" not in text
    assert "tom-berg" not in text
    assert '<th scope="row">T. B.</th>' in text


@pytest.mark.parametrize("personal", [True, False])
def test_skills_are_shown_only_where_they_are_published(*, personal: bool) -> None:
    policy = f"people: {{publish: full, personal: {str(personal).lower()}}}\n"
    skilled = "name: Li Wen\nskills: {stakeholder-management: {level: 5}}\n"
    role = "title: Tester\nfamily: delivery\nskills: {stakeholder-management: 4}\n"
    files = {
        "policy/policy.yaml": policy,
        "people/li-wen.yaml": skilled,
        "roles/team-manager.yaml": role,
    }
    assert ("Skills, month by month" in html(files)) is personal


def test_an_office_without_assignments_has_a_page_too() -> None:
    office = load({"organisation.yaml": blob(b"name: X\ncurrency: EUR\n")}, {})
    text = next(capacity(facts(office))).html
    assert "Nobody is assigned in these months." in text
