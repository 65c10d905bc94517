"""Long tables and lists go on over further sheets, so that no page grows with the portfolio."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from html import unescape

from markupsafe import Markup, escape

from pmoascode.pages.long_parts import (
    Long,
    Row,
    Section,
    folded_parts,
    long_parts,
    section,
    size,
    with_drawings,
    without_drawings,
)
from pmoascode.pages.page import Page, address

LIMIT = 39_500  # bytes of a page without its drawings and without the theme around it
MOST = 37_000  # of them, what may stay on a page that is cut: the ways to its sheets come to it
_LESS = 3_000  # what stays on it less, where the ways are long
_OF_ROWS = 34_000  # what the rows of a further sheet may take
_LONG_TABLE, _SHORT_TABLE = 30, 10  # rows; what has fewer stays in one piece, if that is enough
_LEAST = 1_500  # bytes of a table that stay on its page, however much else is there
_FEW = 700  # bytes of a section that stay on it even where that is not enough
_OFFERED = 20  # sheets that a reader can go to at once

# The sections of a project that may stand elsewhere, what is least pressing first.
_REGISTERS = (
    "reports", "change-log", "assurance", "decided", "deliverables", "owed", "benefits",
    "dependencies", "exceptions", "changes", "actions", "issues", "risks",
)  # fmt: skip

_EDITION = re.compile(r'<details class="pmo-data pmo-edition">.*?</details>', re.DOTALL)
_HREF = re.compile(r' href="(?![a-z][a-z0-9+.-]*:|/)([^"]*)"')

_Cuts = Sequence[Sequence[Row]]  # the rows of the page itself, then those of each sheet


@dataclass(frozen=True)
class _Later:
    """A further sheet; it is made once its page is as it will stay."""

    path: str
    make: Callable[[], Page]


@dataclass(frozen=True)
class _Left:
    """What is left of a page, and the sheets on which the rest stands."""

    page: Page
    further: Sequence[_Later] = ()


@dataclass(frozen=True)
class _Spread:
    """A long table or list, cut into the rows of the page and those of each sheet."""

    long: Long
    cuts: _Cuts
    paths: Sequence[str]  # of the page, then of each sheet

    @property
    def has_anchors(self) -> bool:
        """Whether links lead to rows of sheets."""
        return any(row.id for cut in self.cuts[1:] for row in cut)

    def first(self, number: int) -> int:
        """The place of the sheet's first row among all."""
        return sum(map(len, self.cuts[:number])) + 1

    def said(self, number: int) -> str:
        """Which rows the sheet has."""
        return f"rows {self.first(number)} to {self.first(number + 1) - 1}"


def sheets(page: Page) -> Iterator[Page]:
    """The page, with what is too long on it cut short, and the sheets on which that goes on."""
    html = page.html
    is_short = len(html.encode()) <= LIMIT  # whatever of it is drawings
    if is_short or size(html) <= LIMIT:
        yield page
        return
    bare, drawings = without_drawings(html)
    found = _Left(page)
    for attempt in _attempts(replace(page, body=bare)):
        found = attempt
        if size(found.page.html) <= LIMIT:
            break
    yield replace(found.page, body=with_drawings(found.page.html, drawings))
    for sheet in (each.make() for each in found.further):
        own = (_moved(drawing, page.path, sheet.path) for drawing in drawings)
        yield replace(sheet, body=with_drawings(sheet.html, own))


def _attempts(page: Page) -> Iterator[_Left]:
    """The page and its sheets; each attempt takes more off the page than the one before."""
    left = _without_folded(page)
    yield _shortened(left, _LONG_TABLE)
    kept = list(_REGISTERS)
    for least, shortest in ((_LEAST, _LONG_TABLE), (_FEW, _SHORT_TABLE)):
        for id in tuple(kept):
            found = section(left.page.html, id)
            if found and size(found.inside) > least:
                kept.remove(id)
                left = _without(left, id, found)
                yield _shortened(left, shortest)
        yield _shortened(left, _SHORT_TABLE)


def _without_folded(page: Page) -> _Left:
    """The page without what is folded on it, the largest first, as far as that is needed."""
    left = _Left(page)
    for each in sorted(folded_parts(page.html), key=lambda long: -long.size):
        if size(left.page.html) > LIMIT:
            left = _cut_short(left, each, 0)
    return left


def _without(left: _Left, id: str, found: Section) -> _Left:
    """The same, with the section on a sheet of its own."""
    page = left.page
    path = f"{page.path}/rows/{id}"
    ids = "".join(f'<i id="{each}"></i>' for each in found.ids)
    begun = (
        f'<h2 id="{id}">{found.title}</h2>\n<nav class="pmo-other-rows" aria-label="{found.title}">'
        f'<p><span>{ids}<a href="{address(page.path, path)}">{found.title}: on a further sheet'
        "</a></span></p></nav>\n"
    )
    title = unescape(found.title)
    sheet = _sheet(page, path, title[:1].lower() + title[1:], found.inside)
    own = (_Later(each.path, partial(replace, each)) for each in sheets(sheet))
    shown = replace(page, body=page.html.replace(found.html, begun, 1))
    return _Left(shown, [*left.further, *own])


def _shortened(left: _Left, fewest: int) -> _Left:
    """The same, with the tables that have so many rows cut until the page fits."""
    html = left.page.html
    long, bytes_ = long_parts(html, fewest), size(html)
    found = left
    for most in range(MOST, MOST - 4 * _LESS, -_LESS):
        found = left
        for each, room in _rooms(long, bytes_, most):
            found = _cut_short(found, each, room)
        if size(found.page.html) <= LIMIT:
            break
    return found


def _cut_short(left: _Left, long: Long, room: int) -> _Left:
    """The same, with no more of the rows on the page than there is room for."""
    page, further = left.page, left.further
    cuts = _cut(long.rows, room)
    if len(cuts) == 1:
        return left
    number = len({each.path.rpartition("-")[0] for each in further}) + 1
    ways = [f"{page.path}/rows/{number}-{n}".lstrip("/") for n in range(2, len(cuts) + 1)]
    spread = _Spread(long, cuts, [page.path, *ways])
    begun = replace(page, body=page.html.replace(long.html, _begun(spread), 1))
    rows = (_Later(spread.paths[n], partial(_rows, page, spread, n)) for n in range(1, len(cuts)))
    return _Left(begun, [*further, *rows])


def _rooms(long: Sequence[Long], bytes_: int, most: int) -> Iterator[tuple[Long, int]]:
    """How many bytes each may take on the page: short ones what they need, long ones the rest."""
    needs = [each.size for each in long]
    left, rooms = max(most - bytes_ + sum(needs), _LEAST * len(long)), dict[int, int]()
    for rank, (need, index) in enumerate(sorted((n, i) for i, n in enumerate(needs))):
        rooms[index] = min(need, left // (len(long) - rank))
        left -= rooms[index]
    yield from ((each, rooms[index]) for index, each in enumerate(long))


def _cut(rows: Sequence[Row], room: int) -> _Cuts:
    """The rows of the page itself, as many as there is room for, then those of each sheet."""
    cuts, left = [list[Row]()], room
    for row in rows:
        if row.size > left and (cuts[-1] or (len(cuts) == 1 and not room)):
            cuts.append([])
            left = _OF_ROWS
        cuts[-1].append(row)
        left -= row.size
    return cuts


def _begun(spread: _Spread) -> str:
    """What stands on the page instead of the whole."""
    if spread.cuts[0]:
        return spread.long.with_rows(spread.cuts[0]) + _way(spread, 0)
    whole = Markup(spread.long.name) + f", {len(spread.long.rows)} rows"  # noqa: S704 -- ours
    sheets_ = range(1, len(spread.cuts))
    led = (_led(spread, n, whole if n == 1 else spread.said(n)) for n in sheets_)
    return _nav(spread, Markup(" · ").join(led))


def _rows(page: Page, spread: _Spread, number: int) -> Page:
    """A further sheet: the same table and head, with its own rows."""
    caption = spread.long.caption
    said = f'<p class="pmo-headline">{caption}</p>\n' if caption else ""
    html = said + spread.long.with_rows(spread.cuts[number])
    way = _way(spread, number)
    return _sheet(page, spread.paths[number], spread.said(number), html, way)


def _sheet(page: Page, path: str, said: str, html: str, way: str = "") -> Page:
    edition = _EDITION.search(page.html)
    parts = [
        Markup("<h1>{}, {}</h1>").format(page.title, said),
        edition[0] if edition else "",
        Markup('<p><a href="{}">{}</a></p>').format(address(path, page.path), page.title),
        _moved(html, page.path, path),
        way,
    ]
    return Page(path, f"{page.title}, {said}", "\n".join(filter(None, parts)), is_found=False)


def _moved(html: str, page: str, sheet: str) -> str:
    """The rows with their links as seen from the sheet."""
    up = "../" * (sheet.count("/") + 1 - (page.count("/") + 1 if page else 0))
    return _HREF.sub(rf' href="{up}\1"', html)


def _way(spread: _Spread, number: int) -> str:
    """Which rows these are, and the ways to others."""
    cuts = spread.cuts
    parts = [f"{spread.said(number).capitalize()} of {spread.first(len(cuts)) - 1}."]
    for word, other in (("Previous", number - 1), ("Next", number + 1)):
        if 0 <= other < len(cuts) and cuts[other]:
            parts.append(_link(spread, number, other, word))
    step = 1 if spread.has_anchors else -(-len(cuts) // _OFFERED)
    offered = [n for n in range(0, len(cuts), step) if n != number and cuts[n]]
    led = (
        _link(spread, number, n, cuts[n][0].words) if number else _led(spread, n, cuts[n][0].words)
        for n in offered
    )
    if offered:
        parts.append(Markup("From: ") + Markup(" · ").join(led))
    return _nav(spread, " ".join(parts))


def _led(spread: _Spread, to: int, words: str) -> Markup:
    """The way from the page to a sheet, at which links to the rows of that sheet arrive."""
    ids = (f'<i id="{row.id}"></i>' for row in spread.cuts[to] if row.id)
    arriving = Markup("").join(map(Markup, ids))
    link = _link(spread, 0, to, words)
    return Markup("<span>{}{}</span>").format(arriving, link) if arriving else link


def _link(spread: _Spread, number: int, to: int, words: str) -> Markup:
    href = address(spread.paths[number], spread.paths[to])
    return Markup('<a href="{}">{}</a>').format(href, words)


def _nav(spread: _Spread, html: str) -> str:
    name = Markup(spread.long.name)  # noqa: S704 -- ours
    label = escape("Further rows") + (Markup(": ") + name if name else "")
    return f'\n<nav class="pmo-other-rows" aria-label="{label}"><p>{html}</p></nav>'
