"""Finished pages without whatever tells of people who are not to be named."""

import re
import unicodedata
from collections.abc import Sequence
from html import unescape
from urllib.parse import unquote, urlsplit

from pmoascode.audience import Discretion

_TAG = re.compile(r"<!--.*?-->|<[^>]*>", re.DOTALL)
_ATTRIBUTE = re.compile(r'\s+([\w:-]+)="([^"]*)"')
_LINKS = frozenset(["href", "src", "action", "cite", "xlink:href"])
_ANCHORS = frozenset(["id", "for", "headers", "aria-labelledby", "aria-describedby"])
_OURS = frozenset(["class", "style"])  # never of the records


def in_html(html: str, discreet: Discretion) -> str:
    """The page with every text and attribute as `discreet` gives it; addresses fit each other.

    A link to another site whose address tells of somebody is taken away; its text stays.
    """
    html = unicodedata.normalize("NFC", html)
    hints = discreet.hints(html)
    if not hints:
        return html  # most pages tell of nobody
    parts, done = [], 0
    for tag in _TAG.finditer(html):
        parts.append(_text(html[done : tag.start()], hints, discreet))
        parts.append(_in_tag(tag[0], hints, discreet))
        done = tag.end()
    return "".join([*parts, _text(html[done:], hints, discreet)])


def _text(text: str, hints: Sequence[str], discreet: Discretion) -> str:
    return discreet.html(text) if _may_tell(text, hints) else text


def _in_tag(tag: str, hints: Sequence[str], discreet: Discretion) -> str:
    if not _may_tell(tag, hints):
        return tag
    if tag.startswith("<!--"):
        return ""
    return _ATTRIBUTE.sub(lambda found: _attribute(found, discreet), tag)


def _may_tell(text: str, hints: Sequence[str]) -> bool:
    small = text.lower()
    return any(hint in small for hint in hints)


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
