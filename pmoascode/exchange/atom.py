"""What is new, as a feed that other programs read (RFC 4287, The Atom Syndication Format)."""

import datetime as dt
from dataclasses import dataclass
from xml.etree import ElementTree as ET

_NAMESPACE = "http://www.w3.org/2005/Atom"


@dataclass(frozen=True, slots=True)
class Item:
    """One entry of a feed."""

    id: str  # unique in the office for ever
    day: dt.date
    title: str
    summary: str  # empty: the title says it all
    author: str
    path: str  # of its page on the site, with an anchor where there is one


@dataclass(frozen=True, slots=True)
class Feed:
    """One feed."""

    id: str  # unique in the office
    path: str  # of its file on the site
    title: str
    items: tuple[Item, ...]  # the newest first
    updated: dt.date


def as_atom(feed: Feed, host: str, root: str) -> bytes:
    """The feed; `root` is the address of the site, empty where it is not known.

    Without it links are relative to the feed's own address (RFC 3986, 5.1.3), which readers of
    feeds resolve. `host` makes ids unique in the world (RFC 4151, tag URIs).
    """
    ET.register_namespace("", _NAMESPACE)
    top = ET.Element(_name("feed"))
    base = root or "../" * feed.path.count("/")
    _text(top, "id", _tag(host, feed.id))
    _text(top, "title", feed.title)
    _text(top, "updated", _moment(feed.updated))
    _link(top, f"{base}{feed.path}", "self")
    _link(top, base or "./", "alternate")
    for item in feed.items:
        entry = ET.SubElement(top, _name("entry"))
        _text(entry, "id", _tag(host, item.id))
        _text(entry, "title", item.title)
        _text(entry, "updated", _moment(item.day))
        author = ET.SubElement(entry, _name("author"))
        _text(author, "name", item.author)
        _link(entry, base + item.path, "alternate")
        if item.summary:
            _text(entry, "summary", item.summary)
    ET.indent(top)
    return bytes(ET.tostring(top, encoding="utf-8", xml_declaration=True)) + b"\n"


def _name(tag: str) -> str:
    return f"{{{_NAMESPACE}}}{tag}"


def _tag(host: str, id: str) -> str:
    """A tag URI: an id that needs no address (RFC 4151)."""
    return f"tag:{host},2000:{id}"


def _moment(day: dt.date) -> str:
    return f"{day.isoformat()}T00:00:00Z"


def _text(parent: ET.Element, tag: str, text: str) -> None:
    ET.SubElement(parent, _name(tag)).text = _clean(text)


def _link(parent: ET.Element, href: str, rel: str) -> None:
    kind = "application/atom+xml" if rel == "self" else "text/html"
    ET.SubElement(parent, _name("link"), rel=rel, type=kind, href=href)


def _clean(text: str) -> str:
    """The text without characters that XML 1.0 cannot hold."""
    return "".join(char if char in "\n\t" or char.isprintable() else " " for char in text)
