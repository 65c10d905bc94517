"""Finished pages as Markdown: the same headings, sentences, lists, tables and links, no charts."""

import posixpath
from collections.abc import Mapping
from html.parser import HTMLParser
from urllib.parse import unquote, urlsplit

_BLOCKS = frozenset(["p", "div", "section", "dl", "dt", "dd", "summary", "details", "nav", "form"])
_LEFT_OUT = frozenset(["svg", "script", "style", "template"])
_MARKS = {"strong": "**", "b": "**", "em": "*", "i": "*", "code": "`"}


def as_markdown(html: str, path: str, sources: Mapping[str, str]) -> str:
    """The page's text; `sources` names the Markdown file of each page of the site by its path."""
    reader = _Reader(path, sources)
    reader.feed(html)
    reader.close()
    return "\n".join(reader.lines) + "\n"


class _Reader(HTMLParser):
    """Writes Markdown as it comes upon tags and text."""

    def __init__(self, path: str, sources: Mapping[str, str]) -> None:
        super().__init__()
        self.lines: list[str] = []
        self._path, self._sources = path, sources
        self._text = ""
        self._left_out = 0
        self._row: list[str] | None = None  # the cells of the table's row
        self._has_head = False
        self._hrefs: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """What begins a line, or a mark in it."""
        if tag in _LEFT_OUT:
            self._left_out += 1
        elif tag in ("h1", "h2", "h3", "h4"):
            self._end_line()
            self._text = "#" * int(tag[1]) + " "
        elif tag == "li":
            self._end_line()
            self._text = "- "
        elif tag == "table":
            self._end_line()
            self._has_head = False
        elif tag == "tr":
            self._row = []
        elif tag == "a":
            self._hrefs.append(self._link(dict(attrs).get("href") or ""))
            self._text += "["
        elif tag in ("td", "th"):
            self._text = ""
        elif tag in _BLOCKS and self._row is None:
            self._end_line()
        else:
            self._text += _MARKS.get(tag, "")

    def handle_endtag(self, tag: str) -> None:
        """What ends a line, a cell, or a mark."""
        if tag in _LEFT_OUT:
            self._left_out -= 1
        elif tag in ("td", "th") and self._row is not None:
            self._row.append(" ".join(self._text.split()).replace("|", "\\|"))
            self._text = ""
        elif tag == "tr":
            self._end_row()
        elif tag == "a" and self._hrefs:
            self._text += f"]({self._hrefs.pop()})"
        elif tag in ("h1", "h2", "h3", "h4", "li", "caption", "table", "ul", "ol") or (
            tag in _BLOCKS and self._row is None
        ):
            self._end_line(after_list=tag != "li")
        else:
            self._text += _MARKS.get(tag, "")

    def handle_data(self, data: str) -> None:
        """Text outside of drawings."""
        if not self._left_out:
            self._text += data

    def _end_line(self, *, after_list: bool = True) -> None:
        line = " ".join(self._text.split())
        self._text = ""
        if line:
            self.lines.append(line)
        if after_list and self.lines and self.lines[-1]:
            self.lines.append("")

    def _end_row(self) -> None:
        if self._row:
            self.lines.append(f"| {' | '.join(self._row)} |")
            if not self._has_head:
                self.lines.append("|---" * len(self._row) + "|")
                self._has_head = True
        self._row = None

    def _link(self, href: str) -> str:
        parts = urlsplit(href)
        if parts.scheme or not parts.path:
            return href
        target = posixpath.normpath(posixpath.join("/", self._path, unquote(parts.path)))
        source = self._sources.get(target.lstrip("/"))
        if source is None:
            return href  # a data file
        own = posixpath.dirname(self._sources[self._path])
        anchor = f"#{parts.fragment}" if parts.fragment else ""
        return posixpath.relpath(source, own or ".") + anchor
