"""The pages of people, roles, the organisation, findings, rules and the record reference."""

import datetime as dt
import os
import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import cache
from html import unescape
from html.parser import HTMLParser
from pathlib import Path

import pytest

from pmoascode import own_rules
from pmoascode.finding import Finding, Place, Severity
from pmoascode.pages.facts import Facts
from pmoascode.pages.findings import findings
from pmoascode.pages.forge_links import ForgeLinks
from pmoascode.pages.links import broken
from pmoascode.pages.organisation import organisation
from pmoascode.pages.page import Page
from pmoascode.pages.people import each_person, people
from pmoascode.pages.reference import reference
from pmoascode.pages.responsibilities import responsibilities, responsibilities_of
from pmoascode.pages.roles import roles
from pmoascode.pages.rules import each_family, rules
from pmoascode.pages.site import site
from pmoascode.records.waiver import Waiver
from pmoascode.rules import RULES
from pmoascode.verdict import Skipped, Verdict, Waived, judge
from tests.views.test_people_and_roles import office_with

TODAY = dt.date(2026, 11, 10)
GOLDEN = Path(__file__).parent / "golden_catalogue"
MAKERS = (people, roles, responsibilities, organisation, findings, rules, reference)
LARGEST = 40_000  # bytes of a page
NAMED = "profile: full\npeople: {publish: full, personal: true}\n"

WAIVER = """\
rule: risk-without-owner
record: project/apollo
reason: The owner starts on Monday.
risk: Nobody watches the risk for a week.
compensation: The manager looks at it daily.
requested_by: tom-berg
approved: {outcome: approved, by: ana-keller, as: pmo-director, date: 2026-11-03}
created: 2026-11-02
expires: 2026-11-20
"""
ROLE = """\
title: Data steward
family: business
purpose: Keeps the customer's data *clean*.
single_holder: true
responsibilities:
  quality: {text: Finds wrong data, artefacts: [risk], rules: [alias, unheard-of], pages: [people]}
skills: {planning: 3}
works_with: {sponsor: Reports what is wrong}
reports_to: [sponsor]
next_roles: [project-manager]
incompatible_with: {sponsor: error}
aliases: {pmi: Data owner}
"""


def facts_of(files: Mapping[str, str], **changes: object) -> Facts:
    office = office_with(files)
    verdict = judge(office, RULES, today=TODAY)
    forge = ForgeLinks.of("https://forge.example/harbour/office")
    facts = Facts(office, verdict, TODAY, forge=forge)
    return replace(facts, **changes) if changes else facts  # type: ignore[arg-type]


def made(facts: Facts) -> dict[str, Page]:
    found = [page for maker in MAKERS for page in maker(facts)]
    found += [page for each in (each_person, each_family) for job in each(facts) for page in job()]
    for work in facts.office.projects:
        found += responsibilities_of(facts, work)
    return {page.path: page for page in found}


@cache
def usual() -> dict[str, Page]:
    files = {
        "policy/policy.yaml": NAMED,
        "roles/data-steward.yaml": ROLE,
        "assignments/hermes.yaml": """\
data-steward:
  - {person: sam-okoro, from: 2026-01-01, until: 2026-11-30, time: 40 %}
  - {person: tom-berg, from: 2025-01-01, until: 2025-12-31}
""",
        "policy/waivers/owner.yaml": WAIVER,
    }
    facts = facts_of(files)
    found = (
        a_finding("missing-field", Severity.ERROR, "projects/apollo/risks.yaml", 4),
        a_finding("alias", Severity.WARNING, "people/tom-berg.yaml", 2),
    )
    excused = a_finding("risk-without-owner", Severity.ERROR, "projects/apollo/risks.yaml")
    waived = (Waived(excused, facts.office.all(Waiver)[0]),)
    skipped = (Skipped("baseline-moved-without-change", "they judge a change"),)
    return made(replace(facts, verdict=Verdict(TODAY, found, waived, skipped, 12)))


def a_finding(rule: str, severity: Severity, path: str, line: int = 1) -> Finding:
    return Finding(
        rule, severity, Place(path, line, 3), f"the record in line {line} has no `title`"
    )


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[str, str], None]:
    """Compares a page with its golden file, or writes the file where it is blessed."""
    asked = os.environ.get("PMO_BLESS", "") not in {"", "0"}
    bless = asked or bool(request.config.getoption("--bless", default=False))

    def compare(name: str, html: str) -> None:
        file = GOLDEN / f"{name.replace('/', '_')}.html"
        if bless:
            file.parent.mkdir(exist_ok=True)
            file.write_text(html + "\n", encoding="utf-8")
        assert file.exists(), f"{file.name} is missing: look at the page, then use --bless"
        assert html + "\n" == file.read_text(encoding="utf-8")

    return compare


@pytest.mark.parametrize(
    "path",
    [
        "people",
        "people/tom-berg",
        "people/maria-silva",
        "roles/data-steward",
        "roles/data-steward/job-description",
        "responsibilities",
        "projects/apollo/responsibilities",
        "organisation",
        "findings",
        "findings/missing-field",
        "rules/alias",
        "rules/sponsor-is-project-manager",
        "reference/action",
    ],
)
def test_is_made_as_before(path: str, golden: Callable[[str, str], None]) -> None:
    golden(path, usual()[path].html)


def test_every_link_leads_somewhere() -> None:
    facts = facts_of({"policy/policy.yaml": NAMED, "assignments/apollo.yaml": ""})
    whole = site(facts)
    files = {f"{page.path}/index.html".lstrip("/"): page.html for page in whole.pages}
    files |= {file.path: "" for file in whole.files}
    mine = {f"{path}/index.html" for path in made(facts)}
    assert [found for found in broken(files) if found[0] in mine] == []


def test_a_rule_of_the_offices_own_has_a_page_like_the_others() -> None:
    files = {
        "policy/policy.yaml": NAMED,
        "policy/rules/duties.yaml": OWN_RULE,  # the name of a family
    }
    facts = facts_of(files)
    facts = replace(facts, own_rules=own_rules.rules(facts.office))
    facts = replace(facts, verdict=judge(facts.office, facts.own_rules, today=TODAY))
    pages = made(facts)
    assert "has(project.x_cost_centre)" in unescape(pages["rules/own/duties"].html)
    assert "duties that one person may not hold" in pages["rules/duties"].html
    assert 'href="../../rules/own/duties/"' in pages["findings/duties"].html
    assert 'href="own/duties/"' in pages["rules"].html
    whole = site(facts)
    files = {f"{page.path}/index.html".lstrip("/"): page.html for page in whole.pages}
    files |= {file.path: "" for file in whole.files}
    assert list(broken(files)) == []


def test_an_example_tells_what_was_before_and_who_changed_it() -> None:
    moved = usual()["rules/baseline-moved-without-change"].html
    assert '<p class="pmo-source">Before: projects/hermes/project.yaml</p>' in moved
    signed = usual()["rules/approver-is-author"].html
    assert "A pull request of tom-berg, approved by paul-weber:" in signed


def test_nobody_takes_the_place_of_another_page_by_their_id() -> None:
    facts = facts_of({"policy/policy.yaml": NAMED, "people/capability.yaml": "name: Cap Ability\n"})
    pages = [page.path for page in site(facts).pages]
    assert sorted(pages) == sorted(set(pages))
    assert "people/capability-1" in pages
    assert 'href="capability-1/"' in made(facts)["people"].html


def test_every_page_is_light_and_has_one_title() -> None:
    pages = usual()
    assert {
        path: len(p.html.encode()) for path, p in pages.items() if len(p.html.encode()) > LARGEST
    } == {}
    assert [path for path, p in pages.items() if len(re.findall("<h1[ >]", p.html)) != 1] == []


def test_five_thousand_findings_stay_light_and_none_is_lost() -> None:
    names = [*[rule.name for rule in RULES][:40], "missing-field"]
    many = tuple(
        a_finding(
            names[n % len(names)], Severity(n % 3 + 1), f"projects/p{n % 900}/project.yaml", n + 1
        )
        for n in range(5000)
    )
    facts = facts_of({"policy/policy.yaml": NAMED})
    pages = list(findings(replace(facts, verdict=Verdict(TODAY, many, (), (), 41))))
    assert max(len(page.html.encode()) for page in pages) < LARGEST
    lines = [n for page in pages for n in re.findall(r"project\.yaml:(\d+)</a>", page.html)]
    assert sorted(map(int, lines)) == list(range(1, 5001))
    further = [page for page in pages if page.path.rpartition("/")[2].isdigit()]
    assert further
    assert [page for page in pages if not page.is_found] == further  # a search finds the first


OWN_RULE = """\
title: A project names no cost centre
judges: project
must: has(project.x_cost_centre)
message: "{project.name} names no cost centre"
"""
EVIL = '"><img src=x onerror=alert(1)><script>alert(2)</script>{{ 7*7 }}{% raw %}`a`'
SECRET = {
    "people/tom-berg.yaml": """name: Tom Berg
email: tom.berg@harbour.example
identities: {emails: [tberg@private.example], github: {login: tberg-hub, id: 471147}}
unit: pmo
""",
}


class _Tags(HTMLParser):
    """The elements and the attributes of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.found: set[str] = set()
        self.attributes: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Notes the element and the names of its attributes."""
        self.found.add(tag)
        self.attributes |= {name for name, _ in attrs}


def test_texts_of_records_stay_texts() -> None:
    text = EVIL.replace('"', '\\"')
    files = {
        "policy/policy.yaml": NAMED,
        "organisation.yaml": f"""name: "{text}"
currency: EUR
vision: "{text}"
units:
  pmo: {{title: "{text}", type: pmo, purpose: "{text}", head: h, services: ["{text}"]}}
positions:
  h: {{title: "{text}", level: staff, holder: tom-berg, unit: pmo}}
""",
        "people/tom-berg.yaml": f"""name: "{text}"
unit: pmo
position: h
certifications: [{{name: "{text}", body: "{text}"}}]
""",
        "skills.yaml": f"""odd: {{title: "{text}", category: tool}}
""",
        "roles/odd.yaml": f"""title: "{text}"
family: business
purpose: "{text}"
responsibilities: {{a: {{text: "{text}", pages: ["{text}"]}}}}
works_with: {{sponsor: "{text}"}}
certifications: ["{text}"]
aliases: {{pmi: "{text}"}}
skills: {{odd: 3}}
""",
        "projects/apollo/actions.yaml": f"""a: {{do: "{text}", owner: tom-berg, due: 2026-11-20}}
""",
        "policy/waivers/owner.yaml": WAIVER.replace("The owner starts on Monday.", f'"{text}"'),
    }
    facts = facts_of(files)
    odd = Finding(EVIL, Severity.ERROR, Place(f"{EVIL}.yaml"), EVIL, EVIL, record=EVIL)
    waived = (Waived(odd, facts.office.all(Waiver)[0]),)
    verdict = Verdict(TODAY, (odd,), waived, (Skipped(EVIL, EVIL),), 1)
    assert facts.office.organisation is not None, "the hostile records must be read"
    pages = made(replace(facts, verdict=verdict))
    assert "alert(2)" in pages["people/tom-berg"].html
    assert "{{ 7*7 }}" in pages["organisation"].html
    for page in pages.values():
        tags = _Tags()
        tags.feed(page.html)
        assert tags.found & {"script", "img", "style", "iframe"} == set(), page.path
        assert {a for a in tags.attributes if a.startswith("on") or a == "style"} == set()


@pytest.mark.parametrize("mode", ["full", "initials", "role"])
def test_addresses_and_accounts_never_appear(mode: str) -> None:
    pages = made(facts_of(SECRET | {"policy/policy.yaml": f"people: {{publish: {mode}}}\n"}))
    said = "".join(f"{p.title}{p.summary}{p.html}" for p in pages.values() if _is_of_people(p))
    for secret in ("tom.berg@", "tberg@private", "tberg-hub", "471147"):
        assert secret not in said


@pytest.mark.parametrize("mode", ["initials", "role"])
def test_who_is_not_named_leaks_nowhere(mode: str) -> None:
    policy = {"policy/policy.yaml": f"profile: full\npeople: {{publish: {mode}}}\n"}
    facts = facts_of(policy | {"people/tom-berg.yaml": "name: Tom Berg\nunit: pmo\n"})
    odd = replace(
        a_finding("alias", Severity.ERROR, "people/tom-berg.yaml"),
        message="tom-berg (Tom Berg) is assigned twice",
        record="person/tom-berg",
    )
    waived = (Waived(odd, office_with({"policy/waivers/owner.yaml": WAIVER}).all(Waiver)[0]),)
    pages = made(replace(facts, verdict=Verdict(TODAY, (odd,), waived, (), 1)))
    said = [p for p in pages.values() if _is_of_people(p)]
    assert [p.path for p in said if p.path.startswith("people/")] == []
    for page in said:
        whole = f"{page.path} {page.title} {page.summary} {page.source} {page.html}"
        assert re.findall(r"tom-berg|Tom Berg", whole) == [], page.path


def _is_of_people(page: Page) -> bool:
    """Whether the page shows the office's people; examples of rules and fields are invented."""
    return not page.path.startswith(("rules/", "reference"))
