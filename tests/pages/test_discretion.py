"""Where people are shown by their role, no byte of the site tells who they are."""

import re
from dataclasses import replace

import pytest
from markupsafe import escape

from pmoascode.audience import discretion, shown
from pmoascode.audience.marks import words
from pmoascode.audience.ordinary import ORDINARY
from pmoascode.office import Office, load
from pmoascode.pages.discreet import in_html
from pmoascode.pages.disk import source_text
from pmoascode.pages.facts import Facts
from pmoascode.pages.links import broken
from pmoascode.pages.site import site
from pmoascode.records.person import Person
from pmoascode.rules import RULES
from pmoascode.verdict import judge
from tests.pages.small_site import LARGE, TODAY, blob, facts

TOLD = """\
name: Siobhan O'Leary
unit: it
identities:
  emails: [siobhan.oleary@example.org]
  github: {login: sol-dev, id: 77}
"""
PROSE = """\
open-question:
  title: Ask Siobhan O'Leary about the ledger
  description: >-
    Siobhan
    O'Leary (sol-dev, siobhan.oleary@example.org) knows; **Siobhan O'Leary** has said so.
  owner: siobhan-oleary
  raised: 2026-10-01
  severity: high
"""
LOOK = """\
title: Look
type: gate
date: 2026-06-01
line_of_defence: 2
reviewers: [ana-keller]
"""
EXAMPLES = ("rules", "reference")  # their invented people are those of this office too


def unnamed(extra: dict[str, str] | None = None) -> Office:
    """The large office with a person whom its texts name, and everybody shown by their role."""
    files = {f.relative_to(LARGE).as_posix(): f.read_bytes() for f in LARGE.rglob("*.yaml")}
    files["people/siobhan-oleary.yaml"] = TOLD.encode()
    files["projects/apollo/issues.yaml"] += b"\n" + PROSE.encode()
    files["policy/policy.yaml"] += b"\npeople: {publish: role}\n"
    files |= {path: text.encode() for path, text in (extra or {}).items()}
    return load({path: blob(content) for path, content in files.items()}, {})


def marks(office: Office) -> list[str]:
    """Everything that would tell who one of those is who are not named."""
    found = list[str]()
    for person in office.all(Person):
        if shown(office, person).is_named:
            continue
        found += [person.id, person.name, str(escape(person.name))]
        if person.identities:
            found += person.identities.emails
            accounts = (person.identities.github, person.identities.gitlab)
            found += [account.login for account in accounts if account]
    return found


def with_rules(office: Office) -> Facts:
    return replace(facts(office), verdict=judge(office, RULES, today=TODAY))


def test_the_person_is_read_and_the_issue_shown() -> None:
    made = site(replace(facts(unnamed({"policy/policy.yaml": "people: {publish: full}\n"}))))
    assert any("Siobhan O&#39;Leary" in page.html for page in made.pages)


def test_no_byte_tells_who_somebody_is() -> None:
    office = unnamed()
    made = site(with_rules(office))
    assert len(marks(office)) > 20
    for page in made.pages:
        whole = " ".join(f"{source_text(page)} {page.source}".split())
        if page.path.split("/")[0] not in EXAMPLES:
            assert [mark for mark in marks(office) if mark in whole] == [], page.path
    for data in made.files:
        assert not [mark for mark in marks(office) if mark.encode() in data.content], data.path


def test_who_is_named_by_their_own_record_stays_named() -> None:
    office = unnamed({"people/siobhan-oleary.yaml": TOLD + "publish: full\n"})
    made = site(facts(office))
    assert "people/siobhan-oleary" in [page.path for page in made.pages]
    assert not [page.path for page in made.pages if page.path == "people/tom-berg"]


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("tom-berg", "T. B."),
        ('<b title="Tom Berg" class="tom-berg">', '<b title="T. B." class="tom-berg">'),
        ('<path d="M1 Berg" fill="var(--Berg)"/>', '<path d="M1 Berg" fill="var(--Berg)"/>'),
        ('<i data-sort="Berg" id="risk-tom-berg">', '<i data-sort="T. B." id="risk-person-{}">'),
        ('<a href="../p/#risk-tom-berg">Berg</a>', '<a href="../p/#risk-person-{}">T. B.</a>'),
        (
            '<a href="mailto:tom.berg%40harbour.example" rel="nofollow">write</a>',
            '<a rel="nofollow">write</a>',
        ),
        ('<a href="https://chat.example/tom_berg">him</a>', "<a>him</a>"),
        ('<a href="https://berg.example/a">a</a>', '<a href="https://berg.example/a">a</a>'),
        ("<p>a</p><!-- Tom Berg -->", "<p>a</p>"),
        ("<b>Tom</b> <i>Berg</i>", "<b>T. B.</b> <i>T. B.</i>"),
        ("<text>Ask Tom Be</text><title>T. Berg</title>", "<text>Ask T. B. Be</text>"),
    ],
)
def test_texts_and_addresses_of_a_page_fit_each_other(html: str, expected: str) -> None:
    office = unnamed({"people/tom-berg.yaml": "name: Tom Berg\npublish: initials\n"})
    number = sorted(person.id for person in office.all(Person)).index("tom-berg") + 1
    assert in_html(html, discretion(office)).startswith(expected.format(number))


def test_a_record_named_after_somebody_keeps_its_links() -> None:
    office = unnamed(
        {
            "projects/tom-berg-leaves/project.yaml": "name: Handover\nstatus: active\n",
            "projects/tom-berg-leaves/risks.yaml": "tom-berg-gone: {title: Nobody knows}\n",
            "projects/oleary-tunnel/project.yaml": "name: Tunnel\nstatus: active\n",
            "projects/oleary-tunnel/risks.yaml": "haddad: {title: Nobody knows}\n",
            "assurance/oleary-tunnel/tom-berg-look.yaml": LOOK,
        }
    )
    made = site(with_rules(office))
    number = sorted(person.id for person in office.all(Person)).index("tom-berg") + 1
    paths = [page.path for page in made.pages]
    assert f"projects/person-{number}-leaves" in paths
    files = {f"{page.path}/index.html".lstrip("/"): page.html for page in made.pages}
    files |= {file.path: "" for file in made.files}
    assert [found for found in broken(files) if "leaves" in found[1] or "name-" in found[1]] == []
    told = re.compile(rb"tom-berg|oleary-tunnel|haddad")
    assert [file.path for file in made.files if told.search(file.content)] == []
    tables = [file for file in made.files if f"person-{number}-leaves".encode() in file.content]
    assert {"data/csv/projects.csv", "data/csv/risks.csv"} <= {file.path for file in tables}


def test_the_words_of_addresses_are_nobodys_name() -> None:
    made = site(facts(unnamed()))
    steps = {page.path.split("/")[0] for page in made.pages}
    steps |= {page.path for page in made.pages if page.path.startswith("registers/")}
    steps |= {file.path for file in made.files if file.path.startswith(("data/", "feeds/"))}
    found = {word for step in steps for word in words(step)}
    assert {word for word in found if word.isalpha()} <= ORDINARY
