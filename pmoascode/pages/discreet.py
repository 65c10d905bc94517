"""Finished pages without whatever tells of people who are not to be named."""

import re
import unicodedata
from html import unescape
from urllib.parse import unquote, urlsplit

from pmoascode.audience import Discretion

_TAG = re.compile(r"<!--.*?-->|<[^>]*>", re.DOTALL)
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
    html = unicodedata.normalize("NFC", html)
    hints = discreet.hints(html)
    if not hints:
        return html  # most pages tell of nobody
    telling = re.compile("|".join(map(re.escape, sorted(hints))))
    kept, done, begin = list[str](), 0, 0
    hit = telling.search(html)
    for tag in _TAG.finditer(html):
        if hit and hit.start() < tag.end():
            text = discreet.html(html[begin : tag.start()])
            shown = _in_tag(tag[0], discreet) if telling.search(tag[0]) else tag[0]
            kept += [html[done:begin], text, shown]
            done = tag.end()
            hit = telling.search(html, done)
        begin = tag.end()
    return "".join([*kept, html[done:begin], discreet.html(html[begin:])])


def _in_tag(tag: str, discreet: Discretion) -> str:
    if tag.startswith("<!--"):
        return ""
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
