"""Days as a calendar that other programs subscribe to (RFC 5545, iCalendar)."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from icalendar import Calendar, Event

_PRODUCT = "-//pmoascode//calendar//EN"
_BEGIN, _END = b"BEGIN:VEVENT\r\n", b"END:VEVENT\r\n"


@dataclass(frozen=True, slots=True)
class Entry:
    """One day in a calendar."""

    id: str  # unique in the office, and the same as long as the thing is the same
    day: dt.date
    title: str
    note: str
    kind: str  # its category


def as_ics(name: str, entries: Iterable[Entry], host: str, stamp: dt.date) -> bytes:
    """The calendar; `stamp` stands for the moment at which it was made, so that bytes are equal.

    `host` makes the ids unique in the world, as in `harbour.example`.
    """
    calendar = Calendar()
    calendar.add("prodid", _PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", _line(name))
    around = bytes(calendar.to_ical())
    end = around.rindex(b"END:VCALENDAR")
    events = (_event(entry, host, stamp) for entry in entries)
    return b"".join([around[:end], *events, around[end:]])


@lru_cache(maxsize=1 << 16)  # an entry stands in the calendars of project, programme, portfolio
def _event(entry: Entry, host: str, stamp: dt.date) -> bytes:
    """The event, its properties in the order in which the library sorts them."""
    note = (_property("description", _line(entry.note)),) if entry.note else ()
    lines = (
        _BEGIN,
        _property("summary", _line(entry.title)),
        _property("dtstart", entry.day),
        _property("dtend", entry.day + dt.timedelta(days=1)),
        _property("dtstamp", dt.datetime.combine(stamp, dt.time(), dt.UTC)),
        _property("uid", f"{entry.id}@{host}"),
        _property("categories", (entry.kind,)),
        *note,
        _property("transp", "TRANSPARENT"),  # nobody is busy all day
        _END,
    )
    return b"".join(lines)


@lru_cache(maxsize=1 << 12)  # events share days, kinds and often words
def _property(name: str, value: str | dt.date | tuple[str, ...]) -> bytes:
    event = Event()
    event.add(name, value)
    return bytes(event.content_line(name.upper(), event[name]).to_ical()) + b"\r\n"


def _line(text: str) -> str:
    """The text without characters that a calendar must not hold."""
    if text.isprintable():
        return text
    return "".join(char if char.isprintable() else " " for char in text)
