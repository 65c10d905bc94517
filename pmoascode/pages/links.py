"""Whether the links of finished pages lead anywhere."""

import posixpath
import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from functools import partial
from html import unescape
from urllib.parse import unquote, urlsplit

from pmoascode.pages.sharing import Share, one_by_one

_LINK = re.compile(r'<a\b[^>]*?\shref="([^"]*)"', re.IGNORECASE)
# They begin with letters, which a search finds at once, and look back for the space before.
_ID = re.compile(r'id="(?<=\sid=")([^"]+)"')
_NAME = re.compile(r'name="(?<=\sname=")([^"]+)"')

Target = tuple[str, str]  # a file of the site, and the anchor in it; empty: none is asked for


def broken(files: Mapping[str, str], share: Share = one_by_one) -> Iterator[tuple[str, str]]:
    """Each link within the site that leads nowhere, with the file it stands in.

    `files` maps the path of every file of the site to its text; the text of other files than
    HTML may be empty. Texts are asked for one by one, and not kept. Links to other sites are not
    followed. `share` may have several processes read the files.
    """
    missing = frozenset(_missing(files, share))
    if missing:
        found = (
            (path, link)
            for path, text in files.items()
            for link in set(_LINK.findall(text))
            if _target(path, unescape(link), files.keys()) in missing
        )
        yield from sorted(found)


def _missing(files: Mapping[str, str], share: Share) -> Iterator[Target]:
    """What the links of the files lead to and is not there."""
    elsewhere = defaultdict[str, set[str]](set)
    followed = defaultdict[int, set[str]](set)
    for own, others in share([partial(_wanted, files, path, followed) for path in files]):
        yield from own
        for file, anchor in others:
            elsewhere[file].add(anchor)
    for file, anchors in elsewhere.items():
        if file not in files:
            yield from ((file, anchor) for anchor in anchors)
        elif anchors != {""}:
            yield from ((file, anchor) for anchor in _lacking(files[file], anchors))


def _wanted(
    files: Mapping[str, str], path: str, followed: dict[int, set[str]]
) -> tuple[list[Target], list[Target]]:
    """The anchors that the file wants of itself and lacks, and what it wants of others.

    A link that climbs to the site's root leads to the same from every file of equal depth, and is
    followed once: `followed` has those of each depth.
    """
    text, depth = files[path], path.count("/")
    links = set(_LINK.findall(text)) - followed[depth]
    own = {link for link in links if link.startswith("#")}
    if depth:
        followed[depth].update(link for link in links if link.startswith("../" * depth))
    targets = (_target(path, unescape(link), files.keys()) for link in links - own)
    lacking = _lacking(text, {unquote(unescape(link)[1:]) for link in own})
    return [(path, anchor) for anchor in lacking], [target for target in targets if target]


def _lacking(text: str, anchors: set[str]) -> set[str]:
    """Those of the anchors that are not in the text; every text has the empty one, its top."""
    rest = anchors - {""}
    if rest:
        rest = rest.difference(_ID.findall(text))
    return rest.difference(_NAME.findall(text)) if rest else rest


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
