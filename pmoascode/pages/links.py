"""Whether the links of finished pages lead anywhere."""

import posixpath
import re
from collections.abc import Iterator, Mapping
from html import unescape
from urllib.parse import unquote, urldefrag, urlsplit

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
    address, anchor = urldefrag(unquote(link.partition("?")[0]) + "#" + parts.fragment)
    target = posixpath.normpath(posixpath.join(posixpath.dirname(path), address)) if address else path
    if target.startswith("/"):
        target = target.lstrip("/")  # from the site's root, as on the page for what is not found
    found = target if target in anchors else posixpath.normpath(posixpath.join(target, "index.html"))
    if found not in anchors:
        return False
    return not anchor or unquote(anchor) in anchors[found]
