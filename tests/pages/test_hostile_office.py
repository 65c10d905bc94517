"""Every free text of every kind of record, on every page and in every file of the site."""

import csv
import json
import re
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.parse import urlsplit
from xml.etree.ElementTree import Element, fromstring

import pytest
from icalendar import Calendar
from markdown_it import MarkdownIt

from pmoascode.exchange.csv_out import harmless
from pmoascode.formats import FORMATS
from pmoascode.formats.result import Result
from pmoascode.office import Office
from pmoascode.pages.page import Page, Site
from pmoascode.pages.prose import TAGS
from pmoascode.pages.site import site
from pmoascode.rules import RULES
from pmoascode.verdict import judge
from tests.hostile_records import ELSEWHERE, PAYLOADS, free_fields, hostile_office
from tests.pages.small_site import COMMIT, TODAY, facts, office
from tests.pages.test_hostile import parts

HOSTILE = [name for name in PAYLOADS if name != "harmless"]
each_payload = pytest.mark.parametrize("payload", HOSTILE)
_SVG = re.compile(r'<svg (?!class="chart-least").*?</svg>', re.DOTALL)


@cache
def made(payload: str) -> tuple[Office, Site]:
    """The office and its site with the payload; judged by all rules, and in git."""
    with TemporaryDirectory() as folder:
        hostile_office(Path(folder), payload)
        records = office(Path(folder))
    found = facts(records)
    said = replace(COMMIT, subject=PAYLOADS[payload], author=PAYLOADS[payload])
    verdict = judge(records, RULES, today=TODAY)
    commits = dict.fromkeys(found.commits, said)
    return records, site(replace(found, commits=commits, verdict=verdict, commit=said))


def pages(payload: str) -> tuple[Page, ...]:
    return made(payload)[1].pages


def files(payload: str, end: str) -> dict[str, bytes]:
    return {each.path: each.content for each in made(payload)[1].files if each.path.endswith(end)}


def test_every_field_for_free_text_is_filled(tmp_path: Path) -> None:
    assert sorted(set(free_fields()) - hostile_office(tmp_path, "harmless")) == []


@each_payload
def test_no_page_gets_an_element_an_attribute_or_an_address(payload: str) -> None:
    # Lists of findings are longer or shorter by what is found in the words, and so their sheets.
    paths = {page.path for page in pages("harmless")}
    others = {page.path for page in pages(payload)} ^ paths
    assert {path for path in others if "findings/" not in path and "/rows/" not in path} == set()
    for page in pages(payload):
        found = parts(page.html)
        # Links to rows that stand on a sheet arrive at an <i>; longer words move more rows there.
        new = set(found.tags) - _known_tags() - {"i id"}
        assert [tag for tag in new if tag.split()[0] not in TAGS or " on" in tag] == [], page.path
        for address in found.addresses:
            assert urlsplit(address).scheme in ("", "https", "mailto"), address


@cache
def _known_tags() -> set[str]:
    return {tag for page in pages("harmless") for tag in parts(page.html).tags}


@each_payload
def test_nothing_is_left_open(payload: str) -> None:
    for page in pages(payload):
        for tag in ("table", "section", "div", "details", "main", "article", "nav", "ul"):
            opened = len(re.findall(rf"<{tag}[ >]", page.html))
            assert opened == page.html.count(f"</{tag}>"), (page.path, tag)


@each_payload
def test_drawings_are_xml(payload: str) -> None:
    drawings = [svg for page in pages(payload) for svg in _SVG.findall(page.html)]
    assert len(drawings) > 20
    for svg in drawings:
        kinds = {node.tag.rpartition("}")[2] for node in fromstring(svg).iter()}  # noqa: S314 -- ours
        assert not kinds & {"script", "foreignObject", "image", "use", "style"}


@each_payload
def test_tables_hold_rows_and_no_formula(payload: str) -> None:
    found = files(payload, ".csv")
    assert found
    for path, content in found.items():
        head, *rows = csv.reader(content.decode("utf-8-sig").splitlines(keepends=True))
        known = files("harmless", ".csv")[path].decode("utf-8-sig").splitlines()
        assert head == next(csv.reader(known)), path
        assert {len(row) for row in rows} <= {len(head)}, path
        for cell in (cell for row in rows for cell in row if not _is_number(cell)):
            assert harmless(cell) == cell, path


def _is_number(cell: str) -> bool:
    return re.fullmatch(r"-?\d+(\.\d+)?", cell) is not None


@each_payload
def test_open_data_is_json_of_the_same_rows(payload: str) -> None:
    found = files(payload, ".json")
    assert found
    for path, content in found.items():
        mine, theirs = json.loads(content), json.loads(files("harmless", ".json")[path])
        assert mine.keys() == theirs.keys(), path
        assert [_shape(each) for each in mine.get("rows", [])] == [
            _shape(each) for each in theirs.get("rows", [])
        ], path


def _shape(row: object) -> object:
    return sorted(row) if isinstance(row, dict) else row


@each_payload
def test_calendars_have_the_same_events_and_no_new_property(payload: str) -> None:
    found = files(payload, ".ics")
    assert found
    for path, content in found.items():
        mine, theirs = (
            Calendar.from_ical(text) for text in (content, files("harmless", ".ics")[path])
        )
        assert _properties(mine) == _properties(theirs), path
        assert max(map(len, content.split(b"\r\n"))) <= 75, path  # RFC 5545, 3.1


def _properties(calendar: Calendar) -> Counter[str]:
    return Counter(
        f"{part.name} {name}"
        for part in calendar.walk()
        for name in part
        if name not in ("DESCRIPTION", "URL")
    )


@each_payload
def test_feeds_are_xml_of_the_same_elements(payload: str) -> None:
    found = files(payload, ".atom")
    assert found
    for path, content in found.items():
        mine = Counter(node.tag for node in _xml(content).iter())
        theirs = Counter(node.tag for node in _xml(files("harmless", ".atom")[path]).iter())
        assert mine.keys() == theirs.keys(), path
        assert (
            mine["{http://www.w3.org/2005/Atom}entry"]
            == (theirs["{http://www.w3.org/2005/Atom}entry"])
        )


def _xml(content: bytes) -> Element:
    return fromstring(content)  # noqa: S314 -- our own feed


def _parsed(text: str) -> None:
    assert json.loads(text)


def _one_suite(text: str) -> None:
    names = {node.tag for node in fromstring(text).iter()}  # noqa: S314 -- ours
    assert names <= {"testsuites", "testsuite", "testcase", "failure", "skipped", "properties"} | {
        "property",
        "system-out",
        "system-err",
        "error",
    }


def _harmless_markdown(text: str) -> None:
    for token in MarkdownIt("gfm-like", {"linkify": False}).parse(text):
        for part in (token, *(token.children or ())):
            assert part.type != "image"
            if part.type in ("html_block", "html_inline"):
                assert set(parts(part.content).tags) <= {"details", "summary", "br", "sub", "code"}
            assert ELSEWHERE not in str(part.attrs.get("href", ""))
            assert not str(part.attrs.get("href", "")).startswith(("javascript", "data"))


def _plain(text: str) -> None:
    assert [sign for sign in text if not sign.isprintable() and sign != "\n"] == []


READERS: dict[str, Callable[[str], None]] = {
    "text": _plain,
    "json": _parsed,
    "github": _plain,
    "markdown": _harmless_markdown,
    "sarif": _parsed,
    "gitlab": _parsed,
    "junit": _one_suite,
}


@each_payload
@pytest.mark.parametrize("name", sorted(FORMATS))
def test_findings_are_read_in_every_format(name: str, payload: str) -> None:
    records, _ = made(payload)
    verdict = judge(records, RULES, today=TODAY)
    assert len(verdict.findings) > 20
    READERS[name](FORMATS[name](Result(verdict, records, "1.0")))
