"""Long tables and lists go on over further sheets, so that no page grows with the portfolio."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from html import unescape
from itertools import groupby

from markupsafe import Markup, escape

from pmoascode.pages.page import Page, address

MOST = 37_000  # bytes of a page without its drawings and without the theme around it
_OF_ROWS = 34_000  # of them, what the rows of a further sheet may take
_LEAST = 1_500  # bytes of a table that stay on its page, however much else is there
_LONG_TABLE, _LONG_LIST = 30, 12  # rows; what has fewer stays in one piece
_WORDS = 40  # letters by which a row is named
_OFFERED = 20  # sheets that a reader can go to at once

# Up to the first end tag, many letters at a time: `.*?` would try the end at each of them.
_SVG = re.compile(r"<svg\b[^>]*/>|<svg\b[^<]*(?:<(?!/svg>)[^<]*)*</svg>")
_A_TABLE = r"<table\b[^<]*(?:<(?!/table>)[^<]*)*</table>"
_TABLE = re.compile(rf'(<div class="pmo-table[^>]*>\s*{_A_TABLE}\s*</div>|{_A_TABLE})')
_LIST = re.compile(r"<(ul|ol)\b[^>]*>.*?</\1>", re.DOTALL)
_BODIES = re.compile(r"(<tbody\b[^>]*>)([^<]*(?:<(?!/tbody>)[^<]*)*)</tbody>")
_ROW = re.compile(r"<tr\b[^<]*(?:<(?!/tr>)[^<]*)*</tr>")
_ITEM = re.compile(r"<li\b[^<]*(?:<(?!/li>)[^<]*)*</li>")
_CAPTION = re.compile(r"<caption\b[^>]*>(.*?)</caption>", re.DOTALL)
_FIRST_CELL = re.compile(r"<t[hd]\b[^>]*>(.*?)</t[hd]>|<li\b[^>]*>(.*?)</li>", re.DOTALL)
_EDITION = re.compile(r'<details class="pmo-data pmo-edition">.*?</details>', re.DOTALL)
_HREF = re.compile(r' href="(?![a-z][a-z0-9+.-]*:|/)([^"]*)"')
_ID = re.compile(r' id="[^"]*"')


@dataclass(frozen=True, slots=True)
class _Row:
    """A row with what opens its body, and the head of its group where it has one."""

    body: int  # the number of its body in the table
    opening: str  # of the body
    group: str
    html: str

    @property
    def size(self) -> int:
        """Its bytes without drawings."""
        return _size(self.html)


@dataclass(frozen=True)
class _Long:
    """A table or list of the page that is long enough to go on elsewhere."""

    html: str  # as it stands on the page
    before: str  # what comes before its rows: the caption and the head
    rows: Sequence[_Row]
    after: str
    name: str  # its caption, as markup

    def with_rows(self, rows: Sequence[_Row]) -> str:
        """The same with these rows alone."""
        parts = [self.before]
        for _, of_body in groupby(rows, key=lambda row: row.body):
            found = list(of_body)
            end = "</tbody>\n" if found[0].opening else ""
            parts += [found[0].opening, found[0].group, *(row.html + "\n" for row in found), end]
        return "".join([*parts, self.after])


def sheets(page: Page) -> Iterator[Page]:
    """The page, with what is too long on it cut short, and the sheets on which that goes on."""
    html, further = page.html, list[Page]()
    is_short = len(html.encode()) <= MOST  # whatever of it is drawings
    size = 0 if is_short else _size(html)
    long = _long_ones(html) if size > MOST else []
    if not long:
        yield page
        return
    for number, (each, room) in enumerate(_rooms(long, size), start=1):
        cuts = _cut(each.rows, room)
        if len(cuts) == 1:
            continue
        paths = [page.path] + [
            f"{page.path}/rows/{number}-{n}".lstrip("/") for n in range(2, len(cuts) + 1)
        ]
        begin = each.with_rows(cuts[0]) + _way(page.path, 0, paths, cuts, each.name)
        html = html.replace(each.html, begin, 1)
        further += [_sheet(page, each, n, paths, cuts) for n in range(1, len(cuts))]
    yield replace(page, body=html)
    yield from further


def _size(html: str) -> int:
    return len((_SVG.sub("", html) if "<svg" in html else html).encode())


def _long_ones(html: str) -> list[_Long]:
    """The long tables and lists, unless links lead to their rows or cells span several."""
    parts = _TABLE.split(html)
    tables = (_of_table(part) for part in parts[1::2] if part.count("<tr") >= _LONG_TABLE)
    found = [each for each in tables if each and len(each.rows) >= _LONG_TABLE]
    lists = (_of_list(match[0]) for match in _LIST.finditer("".join(parts[::2])))
    found += [each for each in lists if each and len(each.rows) >= _LONG_LIST]
    return [each for each in found if each.html in html]


def _of_table(html: str) -> _Long | None:
    if html.count("<table") > 1 or "rowspan=" in html or re.search(r"<tr\b[^>]* id=", html):
        return None
    rows, bodies = list[_Row](), list(_BODIES.finditer(html))
    for number, body in enumerate(bodies):
        group = ""
        for row in _ROW.findall(body[2]):
            if row.startswith('<tr class="pmo-group"'):
                group = row + "\n"
            else:
                rows.append(_Row(number, body[1] + "\n", group, row))
    if not bodies:
        return None
    caption = _CAPTION.search(html)
    end = bodies[-1].end()
    return _Long(html, html[: bodies[0].start()], rows, html[end:], caption[1] if caption else "")


def _of_list(html: str) -> _Long | None:
    items = list(_ITEM.finditer(html))
    if not items or _LIST.search(html[1:]) or re.search(r"<li\b[^>]* id=", html):
        return None
    rows = [_Row(0, "", "", item[0]) for item in items]
    return _Long(html, html[: items[0].start()], rows, html[items[-1].end() :], "")


def _rooms(long: Sequence[_Long], size: int) -> Iterator[tuple[_Long, int]]:
    """How many bytes each may take on the page: short ones what they need, long ones the rest."""
    needs = [sum(row.size for row in each.rows) for each in long]
    left, rooms = max(MOST - size + sum(needs), _LEAST * len(long)), dict[int, int]()
    for rank, (need, index) in enumerate(sorted((n, i) for i, n in enumerate(needs))):
        rooms[index] = min(need, left // (len(long) - rank))
        left -= rooms[index]
    yield from ((each, rooms[index]) for index, each in enumerate(long))


def _cut(rows: Sequence[_Row], room: int) -> list[list[_Row]]:
    """The rows of the page itself, as many as there is room for, then those of each sheet."""
    cuts, left = [list[_Row]()], room
    for row in rows:
        if cuts[-1] and row.size > left:
            cuts.append([])
            left = _OF_ROWS
        cuts[-1].append(row)
        left -= row.size
    return cuts


def _sheet(
    page: Page, long: _Long, number: int, paths: Sequence[str], cuts: Sequence[Sequence[_Row]]
) -> Page:
    """A further sheet: the same title, table and head, with its own rows."""
    path = paths[number]
    first = sum(map(len, cuts[:number])) + 1
    said = f"rows {first} to {first + len(cuts[number]) - 1}"
    edition = _EDITION.search(page.html)
    back = Markup('<p><a href="{}">{}</a></p>').format(address(path, page.path), page.title)
    parts = [
        Markup("<h1>{}, {}</h1>").format(page.title, said),
        edition[0] if edition else "",
        back,
        _moved(long.with_rows(cuts[number]), page.path, path),
        _way(path, number, paths, cuts, long.name),
    ]
    return Page(path, f"{page.title}, {said}", "\n".join(filter(None, parts)), is_found=False)


def _moved(html: str, page: str, sheet: str) -> str:
    """The rows with their links as seen from the sheet."""
    up = "../" * (sheet.count("/") + 1 - (page.count("/") + 1 if page else 0))
    return _HREF.sub(rf' href="{up}\1"', _ID.sub("", html))


def _way(
    path: str, number: int, paths: Sequence[str], cuts: Sequence[Sequence[_Row]], name: str
) -> str:
    """Which rows these are, and the ways to others."""
    first, total = sum(map(len, cuts[:number])) + 1, sum(map(len, cuts))
    parts = [f"Rows {first} to {first + len(cuts[number]) - 1} of {total}."]
    for word, other in (("Previous", number - 1), ("Next", number + 1)):
        if 0 <= other < len(cuts):
            parts.append(Markup('<a href="{}">{}</a>').format(address(path, paths[other]), word))
    step = -(-len(cuts) // _OFFERED)
    offered = [n for n in range(0, len(cuts), step) if n != number]
    links = (
        Markup('<a href="{}">{}</a>').format(address(path, paths[n]), _begins(cuts[n][0]))
        for n in offered
    )
    parts.append(Markup("From: ") + Markup(" · ").join(links))
    label = escape("Further rows") + (Markup(": ") + Markup(name) if name else "")  # noqa: S704 -- ours
    return f'\n<nav class="pmo-other-rows" aria-label="{label}"><p>{" ".join(parts)}</p></nav>'


def _begins(row: _Row) -> str:
    """The first words of the row, by which a reader knows where a sheet begins."""
    cell = _FIRST_CELL.search(row.html)
    text = unescape(re.sub(r"<[^>]*>", " ", (cell[1] or cell[2] or "") if cell else ""))
    words = " ".join(text.split())
    return words if len(words) <= _WORDS else words[:_WORDS].rsplit(" ", 1)[0] + "…"
