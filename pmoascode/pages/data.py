"""The page of open data, and the files themselves: tables, calendars and feeds."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import partial

from pmoascode.exchange import csv_out, json_out
from pmoascode.exchange.atom import Feed, Item, as_atom
from pmoascode.exchange.cleaning import slug
from pmoascode.exchange.ics import Entry, as_ics
from pmoascode.exchange.json_out import FORMAT_VERSION, Edition
from pmoascode.exchange.table import Cell, Table
from pmoascode.pages.facts import Facts, anchor
from pmoascode.pages.page import DataFile, Page
from pmoascode.pages.published import has_table
from pmoascode.pages.register_tables import register_tables
from pmoascode.pages.rendering import page
from pmoascode.pages.work_tables import person, work_tables
from pmoascode.records.fields import ID_PATTERN
from pmoascode.records.project import Project
from pmoascode.views.calendar import Event, events
from pmoascode.views.happenings import Happening, happenings

API = f"data/v{FORMAT_VERSION.partition('.')[0]}"
CSV = "data/csv"
CALENDAR = "calendar.ics"
FEEDS = (
    ("feeds/reports.atom", "Status reports"),
    ("feeds/changes.atom", "Everything that happened"),
)
DATES = "Calendar of dates"  # what a calendar is called where programs look for one
_ID = re.compile(ID_PATTERN)
_NEWEST = 100  # entries of a feed


def data(facts: Facts) -> Iterator[Page]:
    """The page that lists what other programs can read."""
    yield page(
        facts,
        "data",
        "Open data",
        "data",
        summary="Tables as JSON and CSV, calendars and feeds of the portfolio.",
        nav="Reference",
        offers=[*FEEDS, (CALENDAR, DATES)],
        tables=_published(facts, _kept(facts)),
        works=[*facts.office.programmes, *facts.office.projects],
        api=API,
        csv=CSV,
        calendar=CALENDAR,
        feeds=FEEDS,
        version=FORMAT_VERSION,
    )


def tables(facts: Facts) -> tuple[Table, ...]:
    """Every table, those of the portfolio first; without rows where the edition keeps them back."""
    return tuple(_discreet(facts, each) for each in _kept(facts))


def _kept(facts: Facts) -> Iterator[Table]:
    """The same as the records have them: their texts may still tell of people."""
    yield from work_tables(facts)
    yield from register_tables(facts.office, partial(_said, facts))


def _discreet(facts: Facts, table: Table) -> Table:
    """The table without what tells of people; an id is the same in every table and address."""
    free = [column.type == "text" and not column.choices for column in table.columns]
    rows = (zip(row, free, strict=True) for row in table.rows)
    kept = (tuple(_told(facts, cell) if is_free else cell for cell, is_free in row) for row in rows)
    return replace(table, rows=tuple(kept))


def _told(facts: Facts, cell: Cell) -> Cell:
    if not isinstance(cell, str):
        return cell
    return facts.discreet.address(cell) if _ID.fullmatch(cell) else facts.discreet(cell)


def _published(facts: Facts, known: Iterable[Table]) -> tuple[Table, ...]:
    """Those of which the edition has something."""
    return tuple(each for each in known if has_table(facts.edition, each.name))


def data_files(facts: Facts) -> Iterator[DataFile]:
    """Every file that the page of open data lists."""
    known = _published(facts, tables(facts))
    edition = _edition(facts)
    for table in known:
        yield DataFile(f"{API}/{table.name}.json", json_out.as_json(table, edition))
        yield DataFile(f"{CSV}/{table.name}.csv", csv_out.as_csv(table))
    other = {"calendars": [f"../../{CALENDAR}"], "feeds": [f"../../{path}" for path, _ in FEEDS]}
    yield DataFile(f"{API}/index.json", json_out.index(known, edition, other))
    yield DataFile(f"{API}/schema.json", json_out.schema(known))
    yield from _calendars(facts)
    yield from _feeds(facts)


def _said(facts: Facts, text: str, kinds: str) -> str:
    """What is shown of a text of the records, or of an id of one of the kinds."""
    if "person" in kinds.split():
        return person(facts, text) or ""
    return str(_told(facts, text))


def _edition(facts: Facts) -> Edition:
    return Edition(
        _name(facts),
        facts.office.currency,
        facts.today,
        facts.commit.id if facts.commit else "",
    )


def _name(facts: Facts) -> str:
    organisation = facts.office.organisation
    return facts.discreet(organisation.name) if organisation else ""


def _host(facts: Facts) -> str:
    """What makes ids unique in the world, as far as the records tell."""
    return f"{slug(_name(facts)) or 'office'}.portfolio"


def _calendars(facts: Facts) -> Iterator[DataFile]:
    office = facts.office
    found = events(office, facts.healths, facts.today)
    name = f"Portfolio of {_name(facts)}" if _name(facts) else "Portfolio"
    entries = [_entry(facts, event) for event in found]
    yield _calendar(facts, CALENDAR, name, entries)
    by_work: dict[str, list[Entry]] = defaultdict(list)
    for event, entry in zip(found, entries, strict=True):
        for path in _calendars_of(event):
            by_work[path].append(entry)
    for folder, works in (("programmes", office.programmes), ("projects", office.projects)):
        for work in works:
            path = f"{folder}/{work.id}/{CALENDAR}"
            yield _calendar(facts, path, work.name, by_work[path])


def _calendars_of(event: Event) -> Iterator[str]:
    """The calendars that the event stands in beside the portfolio's."""
    work = event.work
    if isinstance(work, Project):
        yield f"projects/{work.id}/{CALENDAR}"
    programme = work.programme if isinstance(work, Project) else work.id if work else None
    if programme:
        yield f"programmes/{programme}/{CALENDAR}"


def _entry(facts: Facts, event: Event) -> Entry:
    return Entry(
        facts.discreet.address(event.id),
        event.day,
        facts.discreet(event.title),
        facts.discreet(f"Approved for {event.baseline}." if event.baseline else event.note),
        event.kind,
    )


def _calendar(facts: Facts, path: str, name: str, entries: Iterable[Entry]) -> DataFile:
    content = as_ics(facts.discreet(name), entries, _host(facts), facts.today)
    return DataFile(facts.discreet.address(path), content)


def _feeds(facts: Facts) -> Iterator[DataFile]:
    found = happenings(facts.office, facts.today)
    reports = [each for each in found if each.kind == "report"]
    for (path, title), items in zip(FEEDS, (reports, found), strict=True):
        newest = tuple(_item(facts, each) for each in items[:_NEWEST])
        named = f"{title}: {_name(facts)}" if _name(facts) else title
        updated = newest[0].day if newest else facts.today
        feed = Feed(path, path, facts.discreet(named), newest, updated)
        yield DataFile(path, as_atom(feed, _host(facts), facts.root))


def _item(facts: Facts, each: Happening) -> Item:
    where = facts.page_of(each.work) or ""
    part = "" if each.record is each.work else f"#{anchor(each.record)}"
    return Item(
        facts.discreet.address(each.id),
        each.day,
        facts.discreet(f"{each.work.name}: {each.title}"),
        facts.discreet(each.note),
        person(facts, each.by) or _name(facts) or "The office",
        facts.discreet.address(f"{where}/{part}"),
    )
