"""The files of open data: complete, valid by their own schema, and read by others."""

import csv
import datetime as dt
import io
import json
import posixpath
from functools import cache
from pathlib import Path

import pytest
from icalendar import Calendar
from jsonschema import Draft202012Validator, FormatChecker

from pmoascode.pages.facts import Facts
from pmoascode.pages.page import Site
from pmoascode.pages.site import site
from pmoascode.records.kinds import KINDS
from pmoascode.workspace import of_folder

PORTFOLIO = Path(__file__).parents[2] / "portfolio"
TODAY = dt.date(2026, 11, 10)


@cache
def made() -> Site:
    workspace = of_folder(PORTFOLIO, TODAY)
    return site(Facts(workspace.office, workspace.verdict, TODAY))


@cache
def files() -> dict[str, bytes]:
    return {file.path: file.content for file in made().files}


def names() -> list[str]:
    return [table["table"] for table in json.loads(files()["data/v1/index.json"])["tables"]]


def test_every_register_has_its_table() -> None:
    registers = {k.pattern.rpartition("/")[2] for k in KINDS if k.shape == "register"}
    assert {name.removesuffix(".yaml") for name in registers} <= set(names())


@pytest.mark.parametrize("name", names())
def test_a_table_is_valid_and_the_same_in_both_formats(name: str) -> None:
    validator = Draft202012Validator(
        json.loads(files()["data/v1/schema.json"]), format_checker=FormatChecker()
    )
    data = json.loads(files()[f"data/v1/{name}.json"])
    assert [error.message for error in validator.iter_errors(data)] == []
    text = files()[f"data/csv/{name}.csv"].decode("utf-8-sig")
    head, *rows = csv.reader(io.StringIO(text, newline=""))
    assert len(rows) == len(data["rows"])
    assert all(list(row) == head for row in data["rows"])
    assert len(set(head)) == len(head)


def test_figures_are_those_of_the_records() -> None:
    rows = json.loads(files()["data/v1/projects.json"])["rows"]
    (meters,) = (row for row in rows if row["id"] == "smart-meters")
    assert (meters["status"], meters["overall_stated"], meters["slip_days"]) == (
        "active",
        "green",
        7,
    )
    risks = json.loads(files()["data/v1/risks.json"])["rows"]
    (late,) = (r for r in risks if (r["scope"], r["id"]) == ("billing-renewal", "old-data"))
    assert late["status"] == "open"
    assert late["probability"] in range(1, 6)


def test_every_work_has_its_calendar() -> None:
    whole = Calendar.from_ical(files()["calendar.ics"])
    events = {str(event["UID"]) for event in whole.walk("VEVENT")}
    own = [path for path in files() if path.endswith("/calendar.ics")]
    assert len(own) == 17
    for path in own:
        calendar = Calendar.from_ical(files()[path])
        assert {str(event["UID"]) for event in calendar.walk("VEVENT")} <= events
    assert any(uid.startswith("meeting/investment-board/") for uid in events)


def test_feeds_are_newest_first() -> None:
    text = files()["feeds/changes.atom"].decode()
    days = [part[:10] for part in text.split("<updated>")[2:]]
    assert days == sorted(days, reverse=True)
    assert days[0] <= TODAY.isoformat()


def test_every_calendar_and_feed_is_offered_in_the_head_of_its_page() -> None:
    offered = {
        posixpath.normpath(posixpath.join(page.path, each.href)): each.type
        for page in made().pages
        for each in page.alternates
    }
    kinds = {".ics": "text/calendar", ".atom": "application/atom+xml"}
    assert offered == {
        path: kinds[ending] for path in files() for ending in kinds if path.endswith(ending)
    }
