"""Calendars and feeds, read by programs of others."""

import dataclasses
import datetime as dt
from xml.etree import ElementTree as ET

from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from pmoascode.exchange.atom import Feed, Item, as_atom
from pmoascode.exchange.ics import Entry, as_ics

DAY = dt.date(2026, 11, 10)
ATOM = "{http://www.w3.org/2005/Atom}"
ITEM = Item("report/apollo/2026-10/report", DAY, "Apollo: <red>", "Late & dear", "T. B.", "p/#r")
FEED = Feed("feeds/reports.atom", "feeds/reports.atom", "Reports", (ITEM,), DAY)


def _read(content: bytes) -> ET.Element:
    return ET.fromstring(content)  # noqa: S314 -- made here


def test_a_calendar_is_read_back() -> None:
    entry = Entry(
        "project/apollo/go-live", DAY, "Apollo: Portal; open, early", "Was 2026.", "milestone"
    )
    content = as_ics("Portfolio", [entry], "harbour.portfolio", DAY)
    calendar = Calendar.from_ical(content)
    (event,) = calendar.walk("VEVENT")
    assert str(event["UID"]) == "project/apollo/go-live@harbour.portfolio"
    assert event.decoded("DTSTART") == DAY
    assert event.decoded("DTEND") == DAY + dt.timedelta(days=1)
    assert str(event["SUMMARY"]) == "Apollo: Portal; open, early"
    assert content == as_ics("Portfolio", [entry], "harbour.portfolio", DAY)


def test_a_calendar_is_written_as_the_library_sorts_and_folds_it() -> None:
    long = "Portal; open, early \u2013 or not \\ " * 9
    entries = [Entry("a", DAY, long, "", "board"), Entry("b" * 99, DAY, "B", long, "gate")]
    content = as_ics("Portfolio", entries, "h", DAY)
    assert content == Calendar.from_ical(content).to_ical()


@given(st.text(), st.text())
def test_no_text_breaks_out_of_a_calendar(title: str, note: str) -> None:
    content = as_ics(title, [Entry("a", DAY, title, note, "board")], "h", DAY)
    calendar = Calendar.from_ical(content)
    assert [part.name for part in calendar.walk()] == ["VCALENDAR", "VEVENT"]
    assert max(map(len, content.split(b"\r\n"))) <= 75


def test_a_feed_has_what_a_reader_needs() -> None:
    root = _read(as_atom(FEED, "harbour.portfolio", "https://pages.example/p/"))
    assert root.tag == f"{ATOM}feed"
    assert root.findtext(f"{ATOM}updated") == "2026-11-10T00:00:00Z"
    links = {link.get("rel"): link.get("href") for link in root.findall(f"{ATOM}link")}
    assert links["self"] == "https://pages.example/p/feeds/reports.atom"
    entry = root.find(f"{ATOM}entry")
    assert entry is not None
    assert entry.findtext(f"{ATOM}title") == "Apollo: <red>"
    assert entry.findtext(f"{ATOM}id") == "tag:harbour.portfolio,2000:report/apollo/2026-10/report"
    link = entry.find(f"{ATOM}link")
    assert link is not None
    assert link.get("href") == "https://pages.example/p/p/#r"


def test_an_entry_without_a_summary_has_no_empty_one() -> None:
    items = (ITEM, dataclasses.replace(ITEM, summary=""))
    root = _read(as_atom(dataclasses.replace(FEED, items=items), "h", ""))
    assert [entry.findtext(f"{ATOM}summary") for entry in root.iter(f"{ATOM}entry")] == [
        "Late & dear",
        None,
    ]


def test_links_are_relative_where_the_address_is_not_known() -> None:
    root = _read(as_atom(FEED, "h", ""))
    hrefs = [link.get("href") for link in root.iter(f"{ATOM}link")]
    assert hrefs == ["../feeds/reports.atom", "../", "../p/#r"]


@given(st.text())
def test_every_text_makes_well_formed_xml(text: str) -> None:
    item = Item("a", DAY, text, text, text, "p/")
    _read(as_atom(Feed("f", "f", text, (item,), DAY), "h", ""))
