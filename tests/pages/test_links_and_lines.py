"""Every link leads to a page and an anchor; every line is that of the record."""

import re
from pathlib import Path

import pytest
from markupsafe import escape

from pmoascode.pages.forge_links import ForgeLinks
from pmoascode.pages.lines import line
from pmoascode.pages.links import broken
from pmoascode.pages.page import address, file_address
from pmoascode.pages.site import site
from tests.pages.small_site import LARGE, SMALL, facts, office


@pytest.mark.parametrize("folder", [SMALL, LARGE], ids=["small", "large"])
def test_every_link_leads_somewhere(folder: Path) -> None:
    found = site(facts(office(folder)))
    files = {f"{page.path}/index.html".lstrip("/"): page.html for page in found.pages}
    files |= {data.path: "" for data in found.files}
    assert list(broken(files)) == []


@pytest.mark.parametrize("folder", [SMALL, LARGE], ids=["small", "large"])
def test_what_a_search_finds_stands_on_its_page(folder: Path) -> None:
    pages = site(facts(office(folder))).pages
    found = [(page, each) for page in pages for each in page.found]
    assert found
    for page, each in found:
        assert f' id="{each.id}"' in page.html, (page.path, each)
        assert escape(each.title) in page.html, (page.path, each)


@pytest.mark.parametrize("folder", [SMALL, LARGE], ids=["small", "large"])
def test_a_page_is_small_but_for_its_charts(folder: Path) -> None:
    for page in site(facts(office(folder))).pages:
        if page.path.split("/")[0] in ("", "projects", "programmes", "roadmap", "attention"):
            text = re.sub(r"<svg[^>]*/>|<svg.*?</svg>", "", page.html, flags=re.DOTALL)
            assert len(text.encode()) < 40_000, page.path


@pytest.mark.parametrize(
    ("path", "to", "link"),
    [
        ("", "", "./"),
        ("", "risks", "risks/"),
        ("risks", "", "../"),
        ("risks", "risks", "./"),
        ("projects/apollo", "projects", "../"),
        ("projects/apollo", "projects/apollo/pid", "pid/"),
        ("projects/apollo/pid", "projects/apollo", "../"),
        ("projects/apollo", "projects/apollo-two", "../apollo-two/"),
        ("projects/apollo/pid", "people/tom-berg", "../../../people/tom-berg/"),
        ("projects/größe", "projects/größe/a b", "a%20b/"),
        ("projects/größe", "a/größe", "../../a/gr%C3%B6%C3%9Fe/"),
    ],
)
def test_a_link_goes_up_to_what_both_pages_are_in(path: str, to: str, link: str) -> None:
    assert address(path, to) == link
    assert address(path, to, "a b") == ("#a%20b" if path == to else f"{link}#a%20b")
    assert file_address(path, f"{to}/x.csv".lstrip("/")) == f"{link}x.csv".removeprefix("./")


@pytest.mark.parametrize("folder", [SMALL, LARGE], ids=["small", "large"])
def test_a_line_is_that_of_the_key_or_of_one_around_it(folder: Path) -> None:
    asked = 0
    for document in office(folder).documents.values():
        for keys in _keys(document.data):
            around = [document.place(keys[:n], of_key=True).line for n in range(1, len(keys) + 1)]
            assert line(document, keys) in around, (document.path, keys)
            if len(keys) == 1:
                assert line(document, keys) == around[0], (document.path, keys)
            asked += 1
    assert asked > 100


def _keys(data: object, above: tuple[str, ...] = ()) -> list[tuple[str, ...]]:
    if not isinstance(data, dict):
        return []
    found = []
    for key, value in data.items():
        found += [(*above, key), *_keys(value, (*above, key))]
    return found


@pytest.mark.parametrize(
    ("repository", "view", "edit"),
    [
        (
            "https://github.com/org/office.git",
            "https://github.com/org/office/blob/main/a%20b.yaml#L3",
            "https://github.com/org/office/edit/main/a%20b.yaml",
        ),
        (
            "https://gitlab.example.org/org/office/",
            "https://gitlab.example.org/org/office/-/blob/main/a%20b.yaml#L3",
            "https://gitlab.example.org/org/office/-/edit/main/a%20b.yaml",
        ),
        ("", "", ""),
        ("javascript:alert(1)", "", ""),
        (
            "git@github.com:org/office.git",
            "https://github.com/org/office/blob/main/a%20b.yaml#L3",
            "https://github.com/org/office/edit/main/a%20b.yaml",
        ),
        (
            "ssh://git@gitlab.example.org:2222/pmo/office.git",
            "https://gitlab.example.org/pmo/office/-/blob/main/a%20b.yaml#L3",
            "https://gitlab.example.org/pmo/office/-/edit/main/a%20b.yaml",
        ),
        ("git@work:org/office.git", "", ""),  # a name that only this desk knows
        ("/srv/git/office.git", "", ""),
    ],
)
def test_addresses_on_the_forge(repository: str, view: str, edit: str) -> None:
    forge = ForgeLinks.of(repository)
    assert (forge.view("a b.yaml", 3), forge.edit("a b.yaml")) == (view, edit)
    old = ForgeLinks.of(repository, revision="4be19c2")
    assert old.view("a b.yaml", 3) == view.replace("/main/", "/4be19c2/")
    assert old.edit("a b.yaml") == edit
    assert forge.commit("abc").endswith("commit/abc") == bool(view)
