"""What stands in a person's name: every field that names a person is thought of, open or not."""

import datetime as dt
from collections.abc import Iterator

import pytest

from pmoascode.office.marked import Branch
from pmoascode.office.references import _way
from pmoascode.records.kinds import KINDS
from pmoascode.views.ties import STANDING, ties
from tests.views.test_people_and_roles import office_with

TODAY = dt.date(2026, 11, 10)

# Fields that tell what once happened, which stays true when the person leaves.
HISTORY = {
    ("action", "transferred_to", "transferred_to"),
    ("analysis", "by", "by"),
    ("approval", "decision", "by"),
    ("approval", "delegate_of", "delegate_of"),
    ("benefit", "measurements", "by"),
    ("business-case", "approved", "by"),
    ("change-plan", "adoption", "by"),
    ("change-request", "decision", "by"),
    ("change-request", "requested_by", "requested_by"),
    ("change-request", "transferred_to", "transferred_to"),
    ("decision", "decided", "by"),
    ("decision", "raised_by", "raised_by"),
    ("deliverable", "accepted", "by"),
    ("dependency", "confirmed", "by"),
    ("dependency", "transferred_to", "transferred_to"),
    ("end-report", "approved", "by"),
    ("end-report", "by", "by"),
    ("exception", "decision", "by"),
    ("exception", "raised_by", "raised_by"),
    ("exception", "transferred_to", "transferred_to"),
    ("issue", "raised_by", "raised_by"),
    ("issue", "transferred_to", "transferred_to"),
    ("issue", "verified_by", "verified_by"),
    ("kpi", "measurements", "by"),
    ("mandate", "requested_by", "requested_by"),
    ("meeting", "attendees", "attendees"),
    ("meeting", "chair", "chair"),
    ("meeting", "questions", "by"),
    ("person", "skills", "assessed_by"),
    ("pid", "approved", "by"),
    ("project", "priority", "scored_by"),
    ("report", "accepted", "by"),
    ("report", "analyst_check", "by"),
    ("report", "by", "by"),
    ("report", "corrections", "by"),
    ("report", "override", "by"),
    ("report", "prepared_by", "prepared_by"),
    ("report", "withheld", "approved_by"),
    ("requirement", "approved", "by"),
    ("requirement", "author", "author"),
    ("requirement", "verified", "by"),
    ("review", "reviewers", "reviewers"),
    ("risk", "acceptance", "by"),
    ("risk", "raised_by", "raised_by"),
    ("risk", "transferred_to", "transferred_to"),
    ("waiver", "approved", "by"),
}
HELD = {("assignment", "person", "person")}  # roles themselves, which are told apart


def fields(way: Branch, names: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    if "person" in str(way.mark).split():
        yield names
    for name, inner in way.fields.items():
        yield from fields(inner, (*names, name))
    if way.every:
        yield from fields(way.every, names)


def test_every_field_that_names_a_person_is_standing_or_history() -> None:
    named = {
        (kind.name, names[0], names[-1]) for kind in KINDS for names in fields(_way(kind.record))
    }
    assert named == set(STANDING) | HISTORY | HELD
    assert not set(STANDING) & HISTORY


def mine(files: dict[str, str], person: str = "omar-haddad") -> list[str]:
    found = ties(office_with(files), person, TODAY)
    return [f"{tie.what}: {tie.title}, {tie.due}, {tie.at.path} {tie.at.keys[-1]}" for tie in found]


ACTIONS = """\
late: {do: Call the vendor, owner: omar-haddad, due: 2026-11-01}
done: {do: Ask around, owner: omar-haddad, due: 2026-09-01, done: 2026-09-01}
other: {do: Not his, owner: tom-berg, due: 2026-09-01}
"""
MEETING = """\
title: Change board
date: 2026-10-01
actions:
  - {do: Write it up, owner: omar-haddad, due: 2026-11-20}
  - {do: Send it, owner: omar-haddad, due: 2026-10-20, done: 2026-10-19}
"""


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        ({}, []),
        (
            {"projects/apollo/actions.yaml": ACTIONS},
            ["action: Call the vendor, 2026-11-01, projects/apollo/actions.yaml owner"],
        ),
        (
            {"meetings/change-board/2026-10-01.yaml": MEETING},
            [
                (
                    "action of a meeting: Write it up, 2026-11-20, "
                    "meetings/change-board/2026-10-01.yaml owner"
                )
            ],
        ),
        (
            {
                "policy/delegations.yaml": """\
now: {by: omar-haddad, to: li-wen, powers: [edit], from: 2026-11-01, until: 2026-11-10}
past: {by: omar-haddad, to: li-wen, powers: [edit], from: 2026-10-01, until: 2026-11-09}
"""
            },
            [
                (
                    "power lent to another: every role, by Omar Haddad to Li Wen, 2026-11-10, "
                    "policy/delegations.yaml by"
                )
            ],
        ),
        (
            {
                "people/tom-berg.yaml": "name: Tom Berg\nmentor: omar-haddad\n",
                "people/sam-okoro.yaml": (
                    "name: Sam Okoro\nmentor: omar-haddad\nactive_until: 2026-11-09\n"
                ),
            },
            ["mentors: Tom Berg, None, people/tom-berg.yaml mentor"],
        ),
        (
            {
                "projects/apollo/lessons.yaml": """\
kept: {title: Name the team, owner: omar-haddad}
told: {title: Ask twice, owner: omar-haddad, shared: 2026-10-01}
"""
            },
            ["lesson to spread: Name the team, None, projects/apollo/lessons.yaml owner"],
        ),
    ],
)
def test_what_is_open_is_told_and_what_is_done_is_not(
    files: dict[str, str], expected: list[str]
) -> None:
    usual = mine({})
    assert [each for each in mine(files) if each not in usual] == expected


def test_ended_work_leaves_only_what_outlives_it() -> None:
    text = """\
name: Mercury
status: closed
milestones:
  handover: {title: Handed over, owner: li-wen}
"""
    later = """\
faster: {title: Faster answers, owner: li-wen, status: in-delivery}
slower: {title: Fewer letters, owner: li-wen, status: realised}
"""
    files = {"projects/mercury/project.yaml": text, "projects/mercury/benefits.yaml": later}
    mercury = [each for each in mine(files, "li-wen") if "mercury" in each]
    assert mercury == ["benefit: Faster answers, None, projects/mercury/benefits.yaml owner"]
