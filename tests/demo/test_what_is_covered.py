"""Everything that a project office covers has a home, and the example shows what is there."""

import datetime as dt
from collections.abc import Mapping
from functools import cache

import pytest

from demo.example import TODAY
from demo.replay import ROOT
from pmoascode.cli import pmo
from pmoascode.office import Office, load
from pmoascode.pages.coverage import PATH, covers
from pmoascode.pages.facts import Facts
from pmoascode.pages.links import broken
from pmoascode.pages.page import Page
from pmoascode.pages.site import site
from pmoascode.rules import RULES
from pmoascode.verdict import judge
from pmoascode.views.coverage import Home, Item, coverage
from pmoascode.views.homes import entry, field_part, field_use
from pmoascode.views.rule_catalogue import entries
from pmoascode.worktree import built_in_files, files_in

ITEMS = tuple(coverage().items)
NUMBER = 182


@cache
def office() -> Office:
    return load(files_in(ROOT / "portfolio"), built_in_files())


@cache
def pages() -> Mapping[str, Page]:
    day = dt.date.fromisoformat(TODAY)
    made = site(Facts(office(), judge(office(), RULES, today=day), day)).pages
    return {page.path: page for page in made}


def homes(kind: str) -> list[Home]:
    return sorted(
        {home for item in ITEMS for home in item.homes if home.kind == kind}, key=lambda h: h.name
    )


def named(kind: str) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("name", [home.name for home in homes(kind)])


def test_every_item_is_there_once_and_in_order() -> None:
    assert [item.number for item in ITEMS] == list(range(1, NUMBER + 1))


@pytest.mark.parametrize("item", ITEMS, ids=lambda item: str(item.number))
def test_an_item_says_what_it_is_and_lives_somewhere_today(item: Item) -> None:
    assert item.text.endswith(".")
    assert [home for home in item.homes if home.kind != "command"]


@named("field")
def test_a_field_is_in_the_schema_and_used_in_the_example(name: str) -> None:
    assert field_part(name), f"no kind of record has the field {name}"
    use = field_use(office(), name)
    assert use
    assert use.used, f"no record of the example says anything under {name}"


@named("rule")
def test_a_rule_is_in_the_catalogue(name: str) -> None:
    assert name in {each.name for each in entries()}


@named("entry")
def test_an_entry_comes_with_the_package(name: str) -> None:
    assert entry(office(), name), f"there is no {name}"


@named("command")
def test_a_command_can_be_typed(name: str) -> None:
    assert name in pmo.list_commands(None)  # type: ignore[arg-type]  # it does not look at it


@named("page")
def test_a_page_is_on_the_example_site(name: str) -> None:
    group = next(g for g in coverage().groups for i in g.items if Home("page", name) in i.homes)
    assert "not on this site" not in pages()[f"{PATH}/{group.id}"].html, name


def test_every_home_is_shown_with_what_the_example_has_there() -> None:
    for group in coverage().groups:
        html = pages()[f"{PATH}/{group.id}"].html
        assert html.count("<li>") == sum(len(item.homes) for item in group.items)
        assert "not used yet" not in html
        for item in group.items:
            assert f'id="item-{item.number}"' in html


def test_every_link_leads_somewhere() -> None:
    files = {f"{path}/index.html".lstrip("/"): page.html for path, page in pages().items()}
    assert [found for found in broken(files) if found[0].startswith(PATH)] == []


def test_an_office_with_nothing_in_it_says_so() -> None:
    empty = load({}, built_in_files())
    day = dt.date.fromisoformat(TODAY)
    facts = Facts(empty, judge(empty, (), today=day), day)
    made = {page.path: page for page in covers(facts, [])}
    assert "not on this site" in made[f"{PATH}/programme-manager"].html
    assert "not used yet" in made[f"{PATH}/programme-manager"].html


@pytest.mark.parametrize(
    ("name", "is_there"),
    [
        ("project.milestones.*.owner", True),
        ("change-plan.groups.*.adkar", True),
        ("kpi.measurements.*.value", True),
        ("project.nothing", False),
        ("project.milestones.*.nothing", False),
        ("nobody.name", False),
        ("project", False),
    ],
)
def test_fields_are_looked_up_in_the_schemas(name: str, is_there: bool) -> None:
    assert bool(field_part(name)) is is_there
