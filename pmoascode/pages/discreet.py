"""Finished pages without the names of people who are not to be named."""

import re
from collections.abc import Callable

_TAG = re.compile(r"<[^>]*>")
_SAID = re.compile(r'(\s(?:title|aria-label|alt)=")([^"]*)')  # attributes that readers are told


def in_text(html: str, discreet: Callable[[str], str]) -> str:
    """The page with every text and every told attribute as `discreet` gives it; tags stay."""
    if discreet(html) == html:
        return html  # most pages tell of nobody
    parts, done = [], 0
    for tag in _TAG.finditer(html):
        if tag.start() > done:
            parts.append(discreet(html[done : tag.start()]))
        parts.append(_SAID.sub(lambda said: said[1] + discreet(said[2]), tag[0]))
        done = tag.end()
    return "".join([*parts, discreet(html[done:])])
