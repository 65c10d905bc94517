"""The parts of a finished page that can stand elsewhere: tables and lists by rows, sections."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from html import unescape
from itertools import count, groupby

_LONG_LIST = 12  # items; a list that has fewer stays in one piece
_WORDS = 40  # letters by which a row is named

# Up to the first end tag, many letters at a time: `.*?` would try the end at each of them.
_LEGEND = r'<div class="chart-key">[^<]*(?:<(?!/div>)[^<]*)*</div>'
_SVG = re.compile(rf"{_LEGEND}|<svg\b[^>]*/>|<svg\b[^<]*(?:<(?!/svg>)[^<]*)*</svg>")
_MARK = re.compile(r"<svg (\d+)/>")
_FOLDED = re.compile(
    r'<details class="pmo-data"[^>]*>\s*<summary>([^<]*(?:<(?!/summary>)[^<]*)*)</summary>'
    r"([^<]*(?:<(?!/details>)[^<]*)*)</details>"
)
_A_TABLE = r"<table\b[^<]*(?:<(?!/table>)[^<]*)*</table>"
_TABLE = re.compile(rf'(<div class="pmo-table[^>]*>\s*{_A_TABLE}\s*</div>|{_A_TABLE})')
_LIST = re.compile(r"<(ul|ol)\b[^>]*>.*?</\1>", re.DOTALL)
_BODIES = re.compile(r"(<tbody\b[^>]*>)([^<]*(?:<(?!/tbody>)[^<]*)*)</tbody>")
_ROW = re.compile(r"<tr\b[^<]*(?:<(?!/tr>)[^<]*)*</tr>")
_ITEM = re.compile(r"<li\b[^<]*(?:<(?!/li>)[^<]*)*</li>")
_CAPTION = re.compile(r"<caption\b[^>]*>(.*?)</caption>", re.DOTALL)
_FIRST_CELL = re.compile(r"<t[hd]\b[^>]*>(.*?)</t[hd]>|<li\b[^>]*>(.*?)</li>", re.DOTALL)
_ID = re.compile(r'<(?:tr|li)\b[^>]* id="([^"]*)"')
_ANY_ID = re.compile(r' id="([^"]*)"')


@dataclass(frozen=True)
class Row:
    """A row with what opens its body, and the head of its group where it has one."""

    body: int  # the number of its body in the table
    opening: str  # of the body
    group: str
    html: str

    @cached_property
    def size(self) -> int:
        """Its bytes without drawings."""
        return size(self.html)

    @property
    def id(self) -> str:
        """The anchor that links lead to; empty if none."""
        found = _ID.match(self.html)
        return found[1] if found else ""

    @property
    def words(self) -> str:
        """Its first words, by which a reader knows where a sheet begins."""
        cell = _FIRST_CELL.search(self.html)
        text = unescape(re.sub(r"<[^>]*>", " ", (cell[1] or cell[2] or "") if cell else ""))
        words = " ".join(text.split())
        return words if len(words) <= _WORDS else words[:_WORDS].rsplit(" ", 1)[0] + "…"


@dataclass(frozen=True)
class Long:
    """A table or list of the page that is long enough to go on elsewhere."""

    html: str  # as it stands on the page
    before: str  # what comes before its rows: the caption and the head
    rows: Sequence[Row]
    after: str
    name: str  # what the reader knows it by, as markup

    @cached_property
    def size(self) -> int:
        """The bytes of its rows without drawings."""
        return sum(row.size for row in self.rows)

    @property
    def caption(self) -> str:
        """What the table says of itself, as markup; empty for a list."""
        found = _CAPTION.search(self.before)
        return found[1] if found else ""

    def with_rows(self, rows: Sequence[Row]) -> str:
        """The same with these rows alone."""
        parts = [self.before]
        for _, of_body in groupby(rows, key=lambda row: row.body):
            found = list(of_body)
            end = "</tbody>\n" if found[0].opening else ""
            parts += [found[0].opening, found[0].group, *(row.html + "\n" for row in found), end]
        return "".join([*parts, self.after])


@dataclass(frozen=True, slots=True)
class Section:
    """What stands under one heading of a page."""

    html: str  # with the heading
    title: str  # as markup
    inside: str  # without the heading
    ids: Sequence[str]  # the anchors inside


def size(html: str) -> int:
    """The bytes without drawings."""
    return len((_SVG.sub("", html) if "<svg" in html else html).encode())


def without_drawings(html: str) -> tuple[str, list[str]]:
    """The page with a mark for each drawing, which is a drawing for all but its size; and those."""
    numbers = count()
    return _SVG.sub(lambda _: f"<svg {next(numbers)}/>", html), _SVG.findall(html)


def with_drawings(html: str, drawings: Iterable[str]) -> str:
    """The page with its drawings in the place of their marks."""
    known = list(drawings) if "<svg " in html else []
    return _MARK.sub(lambda mark: known[int(mark[1])], html)


def folded_parts(html: str) -> list[Long]:
    """What the reader unfolds and is one table or list, with what else unfolds."""
    return [each for match in _FOLDED.finditer(html) if (each := _of_folded(match))]


def long_parts(html: str, fewest: int) -> list[Long]:
    """The tables with so many rows and the long lists that stand open, in the order of the page.

    Those in which cells span several rows cannot go on elsewhere.
    """
    found = _open(_FOLDED.sub("", html), fewest)
    return sorted((each for each in found if each.html in html), key=lambda e: html.index(e.html))


def section(html: str, id: str) -> Section | None:
    """The section under the heading, up to the next one."""
    found = re.search(rf'<h2 id="{id}">(.*?)</h2>\n?(.*?)(?=<h2 |\Z)', html, re.DOTALL)
    return Section(found[0], found[1], found[2], _ANY_ID.findall(found[2])) if found else None


def _open(html: str, fewest: int) -> Iterator[Long]:
    """The tables, then the lists that are not in one."""
    parts = _TABLE.split(html)
    tables = (_of_table(part) for part in parts[1::2] if part.count("<tr") >= fewest)
    yield from (each for each in tables if each and len(each.rows) >= fewest)
    lists = (_of_list(match[0]) for match in _LIST.finditer("".join(parts[::2])))
    yield from (each for each in lists if each and len(each.rows) >= _LONG_LIST)


def _of_folded(match: re.Match[str]) -> Long | None:
    inside = match[2]
    found = list(_open(inside, 1))
    if len(found) != 1:
        return None
    before, _, after = inside.partition(found[0].html)
    return replace(
        found[0],
        html=match[0],
        before=before + found[0].before,
        after=found[0].after + after,
        name=match[1],
    )


def _of_table(html: str) -> Long | None:
    if html.count("<table") > 1 or "rowspan=" in html:
        return None
    rows, bodies = list[Row](), list(_BODIES.finditer(html))
    for number, body in enumerate(bodies):
        group = ""
        for row in _ROW.findall(body[2]):
            if row.startswith('<tr class="pmo-group"'):
                group = row + "\n"
            else:
                rows.append(Row(number, body[1] + "\n", group, row))
    if not bodies:
        return None
    end = bodies[-1].end()
    found = Long(html, html[: bodies[0].start()], rows, html[end:], "")
    return replace(found, name=found.caption)


def _of_list(html: str) -> Long | None:
    items = list(_ITEM.finditer(html))
    if not items or _LIST.search(html[1:]):
        return None
    rows = [Row(0, "", "", item[0]) for item in items]
    return Long(html, html[: items[0].start()], rows, html[items[-1].end() :], "")
