"""Every link from a hand-written page leads to a page, and to a heading that is on it."""

import datetime as dt
import posixpath
import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path

import pytest

from demo.example import TODAY
from pmoascode.pages.disk import source_name
from pmoascode.publication import site_of
from pmoascode.workspace import of_folder
from tests.docs.guide import DOCS, PAGES, ROOT

_LINK = re.compile(r"\[[^\]]*\]\(([^)\s]+)\)")
_CODE = re.compile(r"```.*?```|`[^`]*`", re.DOTALL)
_HEADING = re.compile(r"^#+ (.+)$", re.MULTILINE)
_ID = re.compile(r'\bid="([^"]+)"')


@cache
def _anchors() -> Mapping[str, frozenset[str]]:
    """Each page of the example's site, hand-written or generated, and the anchors on it."""
    found = {
        source_name(page): frozenset(_ID.findall(page.html))
        for page in site_of(of_folder(ROOT / "portfolio", dt.date.fromisoformat(TODAY))).pages
    }
    for page in PAGES:
        titles = _HEADING.findall(
            re.sub(r"```.*?```", "", page.read_text("utf-8"), flags=re.DOTALL)
        )
        found[page.relative_to(DOCS).as_posix()] = frozenset(_slug(t) for t in titles)
    return found


def _slug(title: str) -> str:
    """The anchor that MkDocs gives a heading."""
    return re.sub(r"[-\s]+", "-", re.sub(r"[^\w\s-]", "", title).strip().lower())


def _links(page: Path) -> list[str]:
    return _LINK.findall(_CODE.sub("", page.read_text("utf-8")))


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_a_link_leads_somewhere(page: Path) -> None:
    folder = page.parent.relative_to(DOCS).as_posix()
    for link in _links(page):
        if re.match(r"(https|mailto):", link):
            continue
        path, _, anchor = link.partition("#")
        target = (
            posixpath.normpath(posixpath.join(folder, path)) if path else f"{folder}/{page.name}"
        )
        if not target.endswith(".md"):
            assert (DOCS / target).is_file(), link
            continue
        assert target in _anchors(), link
        assert not anchor or anchor in _anchors()[target], link


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_no_code_block_is_indented(page: Path) -> None:
    """MkDocs reads it as text, and a comment in it as a heading."""
    assert re.findall(r"^ +```.*", page.read_text("utf-8"), re.MULTILINE) == []


def test_every_guide_and_explanation_is_reached_from_the_list_of_guides() -> None:
    text = (DOCS / "guides/index.md").read_text("utf-8")
    linked = {posixpath.normpath(posixpath.join("guides", link)) for link in _LINK.findall(text)}
    written = {page.relative_to(DOCS).as_posix() for page in PAGES}
    wanted = {page for page in written if page.startswith(("guides/", "explanation/"))}
    assert wanted - linked == {"guides/index.md"}
