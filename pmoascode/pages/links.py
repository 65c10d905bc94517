"""Whether the links of finished pages lead anywhere."""

import posixpath
import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from html import unescape
from urllib.parse import unquote, urlsplit

_LINK = re.compile(r'<a\b[^>]*?\shref="([^"]*)"', re.IGNORECASE)
_ANCHOR = re.compile(r'\s(?:id|name)="([^"]+)"')

Target = tuple[str, str]  # a file of the site, and the anchor in it; empty: none is asked for


def broken(files: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Each link within the site that leads nowhere, with the file it stands in.

    `files` maps the path of every file of the site to its text; the text of other files than
    HTML may be empty. Texts are asked for one by one, and not kept. Links to other sites are not
    followed.
    """
    wanted = frozenset(target for *_, target in _links(files, once=True))
    missing = frozenset(_missing(files, wanted))
    if missing:
        found = ((path, link) for path, link, to in _links(files, once=False) if to in missing)
        yield from sorted(found)


def _links(files: Mapping[str, str], *, once: bool) -> Iterator[tuple[str, str, Target]]:
    """The links within the site, with their file and what they lead to; `once`: one for many.

    A link that climbs to the site's root leads to the same from every file of equal depth.
    """
    known = defaultdict[int, set[str]](set)
    names = files.keys()
    for path, text in files.items():
        depth = path.count("/")
        for link in set(_LINK.findall(text)) - known[depth]:
            target = _target(path, unescape(link), names)
            if target is None:
                continue
            if once and depth and link.startswith("../" * depth):
                known[depth].add(link)
            yield path, link, target


def _missing(files: Mapping[str, str], wanted: Collection[Target]) -> Iterator[Target]:
    """What is wanted of the files and is not there."""
    by_file = defaultdict[str, set[str]](set)
    for file, anchor in wanted:
        by_file[file].add(anchor)
    for file, anchors in by_file.items():
        if file not in files:
            yield from ((file, anchor) for anchor in anchors)
        elif anchors != {""}:
            found = {"", *_ANCHOR.findall(files[file])}
            yield from ((file, anchor) for anchor in anchors - found)


def _target(path: str, link: str, names: Collection[str]) -> Target | None:
    """What a link of the file leads to; None: it leaves the site."""
    if link.startswith("#"):
        return path, unquote(link[1:])
    if link.startswith("https://"):
        return None
    parts = urlsplit(link)
    if parts.scheme or parts.netloc:
        return None
    target = posixpath.join(posixpath.dirname(path), unquote(parts.path)) if parts.path else path
    target = posixpath.normpath(target).lstrip("/")  # the page for what is not found starts at /
    if target not in names:
        target = posixpath.join(target, "index.html").lstrip("./")
    return target, unquote(parts.fragment)
