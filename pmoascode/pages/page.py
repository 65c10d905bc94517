"""What the site is made of: pages of finished HTML and data files, and the links between them."""

import zlib
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from functools import cached_property, lru_cache
from urllib.parse import quote


@dataclass(frozen=True)
class Heading:
    """One line of a page's table of contents."""

    id: str  # the anchor in the page's HTML
    title: str  # plain text, escaped by whoever prints it
    level: int  # 2 for a section, 3 for a part of one


@dataclass(frozen=True)
class Found:
    """A part of a page that a search finds by itself."""

    id: str  # its anchor
    title: str  # plain text
    text: str  # plain text


@dataclass(frozen=True)
class Alternate:
    """What a program subscribes to, of what a page shows: a feed or a calendar."""

    href: str  # the relative link from the page to the file
    title: str  # plain text, escaped by whoever prints it

    @property
    def type(self) -> str:
        """Its media type (RFC 4287, 7; RFC 5545, 8.1)."""
        return "text/calendar" if self.href.endswith(".ics") else "application/atom+xml"


@dataclass(frozen=True)
class Page:
    """One page of the site, finished but for the theme around it."""

    path: str  # "projects/apollo"; "" is home; the address is the path and "/"
    title: str  # plain text, escaped by whoever prints it
    body: str | bytes  # finished, safe HTML, its h1 included; as bytes it is packed
    headings: tuple[Heading, ...] = ()  # in the order of the page, without its h1
    summary: str = ""  # plain text: what a search finds, and the page's description
    source: str = ""  # repository path of the record behind it, for the edit link
    nav: str = ""  # title of its section in the navigation; "" is not in the navigation
    found: tuple[Found, ...] = ()  # what else a search finds on it
    alternates: tuple[Alternate, ...] = ()  # for the page's head
    is_found: bool = True  # whether a search finds the page at all
    words: tuple[str, ...] = ()  # what readers also type for it, plain text

    @property
    def html(self) -> str:
        """The body as text."""
        body = self.body
        return body if isinstance(body, str) else zlib.decompress(body).decode("utf-8")

    def packed(self, *, tightly: bool) -> "Page":
        """The same in half of the memory; tightly in a tenth, which takes a while."""
        return replace(self, body=zlib.compress(self.html.encode("utf-8"), 1 if tightly else 0))


@dataclass(frozen=True)
class DataFile:
    """One file that the site offers beside its pages."""

    path: str  # relative to the site's root, as in "data/portfolio.json"
    content: bytes


@dataclass(frozen=True)
class Site:
    """Everything that is published from one state of the records."""

    pages: tuple[Page, ...]
    files: tuple[DataFile, ...] = ()
    name: str = ""  # of the organisation, plain text; "" is not known
    is_whole: bool = True  # nothing is kept back; else no page links to the repository
    # Fills a hand-written page that asks for data: of its file's name and text.
    fill: Callable[[str, str], str] = field(default=lambda _, text: text, compare=False)

    @cached_property
    def sections(self) -> frozenset[str]:
        """The sections of the navigation that have several pages to choose from."""
        sizes = Counter(page.nav for page in self.pages if page.nav and page.path)
        return frozenset(section for section, size in sizes.items() if size > 1)


def address(from_path: str, to_path: str, anchor: str = "") -> str:
    """The relative link from one page to another, or to an anchor on it."""
    if from_path == to_path and anchor:
        return "#" + quote(anchor)
    link = _relative(from_path, to_path) or "./"
    return f"{link}#{quote(anchor)}" if anchor else link


def file_address(from_path: str, file_path: str) -> str:
    """The relative link from a page to a data file or an asset of the site."""
    return _relative(from_path, file_path).removesuffix("/")


def _relative(from_path: str, to_path: str) -> str:
    """The steps up to the folder that both have in common, and down, each followed by a slash."""
    to = _folder(to_path)
    for shared, up in _ways_up(from_path):
        if to.startswith(shared):
            return up + to[len(shared) :]
    return "../" * len(_ways_up(from_path)) + to


@lru_cache(maxsize=4096)
def _folder(path: str) -> str:
    return quote(path) + "/" if path else ""


@lru_cache(maxsize=64)
def _ways_up(path: str) -> tuple[tuple[str, str], ...]:
    """The folders below the root that the page is in, itself first, each with the steps to it."""
    steps = _folder(path).split("/")[:-1]
    return tuple(
        ("".join(f"{step}/" for step in steps[:kept]), "../" * (len(steps) - kept))
        for kept in range(len(steps), 0, -1)
    )
