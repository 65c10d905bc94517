"""Finished pages without whatever tells of people who are not to be named."""

import re
import unicodedata
from collections.abc import Sequence
from html import unescape
from urllib.parse import unquote, urlsplit

from pmoascode.audience import Discretion

# The one mark that makes another letter of a `<`, `>` or `=`: after a tag it would open it again.
_STROKE = "\u0338"
_COMMENT = re.compile(r"(<!--.*?-->)", re.DOTALL)
_QUOTED = re.compile(r"%[0-9A-Fa-f]{2}")
_ATTRIBUTE = re.compile(r'\s+([\w:-]+)="([^"]*)"')
_LINKS = frozenset(["href", "src", "action", "cite", "xlink:href"])
_ANCHORS = frozenset(["id", "for", "headers", "aria-labelledby", "aria-describedby"])
# Never of the records: the measures and colours of a drawing stay, whatever somebody is called.
_OURS = frozenset({
    "class", "colspan", "cx", "cy", "d", "dir", "fill", "fill-opacity", "font-family",
    "font-size", "font-weight", "height", "lang", "paint-order", "points", "r", "rel", "role",
    "rowspan", "rx", "ry", "scope", "stroke", "stroke-dasharray", "stroke-linejoin",
    "stroke-opacity", "stroke-width", "tabindex", "text-anchor", "transform", "type", "viewBox",
    "width", "x", "x1", "x2", "xmlns", "y", "y1", "y2",
})  # fmt: skip


def in_html(html: str, discreet: Discretion) -> str:
    """The page with every text and attribute as `discreet` gives it; addresses fit each other.

    A link to another site whose address tells of somebody is taken away; its text stays.
    """
    html = unicodedata.normalize("NFC", html.replace(_STROKE, f"&#{ord(_STROKE)};"))
    if "<!--" not in html:
        return _told(html, discreet)
    return "".join(
        _in_comment(piece, discreet) if number % 2 else _told(piece, discreet)
        for number, piece in enumerate(_COMMENT.split(html))
    )


def _told(html: str, discreet: Discretion) -> str:
    """The same of what has no comments: only the tags and texts are read that may tell."""
    kept, done = list[str](), 0
    for place in _places(html, discreet):
        if place < done:
            continue
        begin = html.rfind(">", done, place) + 1 or done
        tag, end = html.find("<", begin, place), html.find(">", place) + 1
        if tag >= 0 and end:
            kept += [html[done:tag], _in_tag(html[tag:end], discreet)]
        else:
            end = html.find("<", place)
            end = end if end >= 0 else len(html)
            kept += [html[done:begin], discreet.html(html[begin:end])]
        done = end
    return "".join([*kept, html[done:]])


def _places(html: str, discreet: Discretion) -> Sequence[int]:
    """Where something may tell, also in an address whose letters are written as numbers."""
    places = discreet.places(html)
    quoted = [found.start() for found in _QUOTED.finditer(html)] if "%" in html else []
    return sorted([*places, *quoted]) if quoted else places


def _in_comment(comment: str, discreet: Discretion) -> str:
    return "" if discreet.places(comment) else comment


def _in_tag(tag: str, discreet: Discretion) -> str:
    return _ATTRIBUTE.sub(lambda found: _attribute(found, discreet), tag)


def _attribute(found: re.Match[str], discreet: Discretion) -> str:
    name, value = found[1], found[2]
    if name in _OURS:
        return found[0]
    if name in _LINKS and _leaves(value):
        return "" if discreet.tells(unquote(unescape(value))) else found[0]
    if name in _LINKS or name in _ANCHORS:
        return f' {name}="{discreet.address(value)}"'
    return f' {name}="{discreet.html(value)}"'


def _leaves(address: str) -> bool:
    """Whether the address leads to another site, or into a mail program."""
    parts = urlsplit(unescape(address))
    return bool(parts.scheme or parts.netloc)
