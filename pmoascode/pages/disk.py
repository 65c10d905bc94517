"""Pages as documentation sources: their file names, their text, and the navigation over them."""

import json
import posixpath
import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from html import escape, unescape
from typing import Any
from urllib.parse import quote, urljoin

from pmoascode.pages.page import Page

# Folders of pages about one thing of the office, and what pages about the program weigh.
_OF_ONE = ("projects", "programmes", "portfolios", "people", "roles", "registers")
_BEHIND = {"rules": 0.7, "findings": 0.5, "reference": 0.5, "covers": 0.5}
Navigation = list[
    str | dict[str, str | list[str]]
]  # as `nav` in a MkDocs or Zensical configuration

_RESERVED = ("index", "readme")  # names that a documentation engine reads as the folder's own page
_VOID = frozenset(["area", "base", "br", "col", "hr", "img", "input", "link", "source", "wbr"])
_TAG = re.compile(r"<!--.*?-->|<(?P<close>/?)(?P<name>[a-zA-Z][\w-]*)[^>]*?(?P<alone>/?)>")
_HEADING = re.compile(
    r'<h(?P<level>[2-4]) id="(?P<id>[A-Za-z][\w-]*)">(?P<text>[^<]+)</h(?P=level)>'
)
_WHITE_SPACE_KEPT = re.compile(r"<(pre|textarea)\b.*?</\1>", re.DOTALL | re.IGNORECASE)


def source_name(page: Page) -> str:
    """The name of the page's file, relative to the folder of the documentation.

    The file lies in the folder of the page's address: an engine that takes links in HTML for
    links between sources leaves ours as they are, for here both are the same.
    """
    return posixpath.join(page.path, "index.md")


def rivals(page: Page) -> tuple[str, ...]:
    """The names of files that would be published at the address of the page."""
    names = [f"{page.path}.md"] if page.path else []
    return (*names, *(posixpath.join(page.path, f"{name}.md") for name in ("index", "README")))


def source_text(page: Page, sections: Collection[str] = (), edit_url: str = "") -> str:
    """The page as a Markdown file that a Markdown engine passes on unread.

    `sections` are those of the navigation in which there is something to choose, `edit_url` where
    the record behind the page is edited.

    An HTML block ends at a blank line (CommonMark 0.31, 4.6), so each block is one line;
    where white space counts, in `pre`, a line break is written as a character reference.
    Headings outside every element are Markdown's own, as an engine makes its table of
    contents from these; a search finds the summary and the headings.
    """
    texts = [page.summary, *(f"{each.title}. {each.text}" for each in page.found)]
    found = f"<p hidden>{escape(' '.join(' '.join(texts).split()))}</p>"
    blocks = [found, *_blocks(_one_line(page.html), page)]
    return "\n\n".join([_front_matter(page, sections, edit_url), *blocks]) + "\n"


def edit_address(source: str, settings: Mapping[str, Any]) -> str:
    """The forge's editor for a record; `edit_uri` of the settings names the hand-written pages."""
    repository, edit = settings.get("repo_url"), settings.get("edit_uri")
    written = posixpath.join(settings.get("docs_dir", "docs"), "")
    if not (source and repository and edit and edit.endswith("/" + written)):
        return ""
    below = f"{edit}".removesuffix(written) + quote(source)
    return urljoin(f"{repository}".rstrip("/") + "/", below)


def searched(page: Page) -> str:
    """What a search reads of the page: its summary, and each part with a title and an anchor."""
    parts = (
        f'<h2 id="{escape(each.id)}">{escape(each.title)}</h2><p>{escape(each.text)}</p>'
        for each in page.found
    )
    return "".join([f"<p>{escape(page.summary)}</p>", *parts])


def navigation(pages: Iterable[Page], written: Iterable[str] = ()) -> Navigation:
    """Home, then the sections of the pages, then the hand-written files by folder.

    A page without a section stays out: the navigation is printed on every page, and
    thousands of projects in it would make a site grow with the square of their number.
    """
    home: Navigation = []
    sections: dict[str, list[str]] = {}
    for page in pages:
        if not page.path:
            home.append({page.nav: source_name(page)} if page.nav else source_name(page))
        elif page.nav:
            sections.setdefault(page.nav, []).append(source_name(page))
    for name in sorted(written, key=_guides_first):
        sections.setdefault(_folder_title(name), []).append(name)
    for title, names in sections.items():
        home.append({title: names})
    return home


def search_rank(page: Page) -> dict[str, float | bool]:
    """What a search is told of the page: a reader wants an answer before a rule about answers."""
    if not page.is_found:
        return {"exclude": True}
    if page.nav:
        return {"boost": 3}
    folder, _, rest = page.path.partition("/")
    if rest.endswith("/job-description"):
        return {"boost": 0.5}
    boost = _BEHIND.get(folder) or (2 if "/" not in rest and folder in _OF_ONE else 0)
    # Of two names that have all the words, `decision-incomplete` comes before a longer one.
    return {"boost": round(boost - rest.count("-") / 100, 2)} if rest and boost else {}


def hidden(page: Page, sections: Collection[str]) -> list[str]:
    """The side columns that would be empty beside the page, or hold nothing but its own title."""
    columns = [] if page.nav in sections and page.path else ["navigation"]
    return columns if page.headings else [*columns, "toc"]


def _guides_first(name: str) -> tuple[bool, str, bool, str]:
    """The order of hand-written pages: a reader begins with the guides, and with an index."""
    folder, base = posixpath.split(name)
    is_index = posixpath.splitext(base)[0].lower() in _RESERVED
    return (folder.partition("/")[0] != "guides", folder, not is_index, base)


def _folder_title(name: str) -> str:
    folder = name.partition("/")[0] if "/" in name else "about"
    return folder.replace("-", " ").capitalize()


def _front_matter(page: Page, sections: Collection[str], edit_url: str) -> str:
    # A JSON string is a YAML string; themes print the values raw, so they are escaped.
    facts: dict[str, object] = {
        "title": escape(page.title),
        "description": escape(page.summary),
        "hide": hidden(page, sections),
        "generated": True,
        "edit_url": escape(edit_url),
        "search": search_rank(page),
        "alternates": [
            {"href": each.href, "type": each.type, "title": each.title} for each in page.alternates
        ],
    }
    lines = [f"{name}: {json.dumps(value)}" for name, value in facts.items() if value]
    return "\n".join(["---", *lines, "---"])


def _blocks(html: str, page: Page) -> Iterator[str]:
    titles = {heading.id: heading for heading in page.headings}
    start = depth = 0
    for tag in _TAG.finditer(html):
        heading = _HEADING.match(html, tag.start()) if depth == 0 else None
        if heading and heading["id"] in titles:
            yield from _raw(html[start : tag.start()])
            marks = "#" * int(heading["level"])
            yield f"{marks} {encoded(unescape(heading['text']))} {{ #{heading['id']} }}"
            start = heading.end()
        elif tag["name"] and tag["name"].lower() not in _VOID and not tag["alone"]:
            depth = max(0, depth + (-1 if tag["close"] else 1))
    yield from _raw(html[start:])


def _raw(html: str) -> Iterator[str]:
    if html.strip():
        yield f"<div data-search-exclude>{html.strip()}</div>"


def encoded(text: str) -> str:
    """Text without any character that Markdown could read as a mark."""
    return "".join(_reference(character) for character in " ".join(text.split()))


def _reference(character: str) -> str:
    is_mark = character.isascii() and not character.isalnum() and character != " "
    return f"&#{ord(character)};" if is_mark else character


def _one_line(html: str) -> str:
    plain = html.replace("\r\n", "\n").replace("\r", "\n")
    kept = _WHITE_SPACE_KEPT.sub(lambda match: match.group().replace("\n", "&#10;"), plain)
    return " ".join(kept.split("\n")).strip()
