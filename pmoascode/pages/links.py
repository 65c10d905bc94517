"""Whether the links of finished pages lead anywhere."""

import posixpath
import re
from collections.abc import Iterator, Mapping
from html import unescape
from urllib.parse import unquote, urlsplit

_LINK = re.compile(r'<a\b[^>]*?\shref="([^"]*)"', re.IGNORECASE)
_ANCHOR = re.compile(r'\s(?:id|name)="([^"]+)"')


def broken(files: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Each link within the site that leads nowhere, with the file it stands in.

    `files` maps the path of every file of the site to its text; the text of other files than
    HTML may be empty. Links to other sites are not followed.
    """
    anchors = {path: frozenset(_ANCHOR.findall(text)) for path, text in files.items()}
    for path, text in sorted(files.items()):
        for link in sorted(set(_LINK.findall(text))):
            if not _leads_somewhere(path, unescape(link), anchors):
                yield path, link


def _leads_somewhere(path: str, link: str, anchors: Mapping[str, frozenset[str]]) -> bool:
    parts = urlsplit(link)
    if parts.scheme or parts.netloc:
        return True
    target = posixpath.join(posixpath.dirname(path), unquote(parts.path)) if parts.path else path
    target = posixpath.normpath(target).lstrip("/")  # the page for what is not found starts at /
    found = target if target in anchors else posixpath.join(target, "index.html").lstrip("./")
    if found not in anchors:
        return False
    return not parts.fragment or unquote(parts.fragment) in anchors[found]
