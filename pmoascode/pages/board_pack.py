"""The board pack: chosen pages behind one cover, as one text of HTML that a browser can print."""

import datetime as dt
import re
from collections.abc import Mapping, Sequence
from html import escape
from typing import Literal

from pmoascode.pages.page import Page
from pmoascode.pages.wording import day

PATH = "pack"  # of the text, beside the pages of the site; its links to styles fit there
STYLE = "foot.css"  # beside the text: the site's policy allows no style in it
USUAL = ("", "changes", "decisions", "attention", "roadmap", "money", "risks")
_LINK = re.compile(r'(<a\b[^>]*?)\shref="(?!https:|mailto:)[^"]*"')
_WHOLE = re.compile(r'(<g id="|<use href="#)')  # a high drawing, and its parts for paper
_SCRIPT = re.compile(r"<script\b.*?</script>", re.DOTALL)
_DETAILS = '<div class="pmo-new-sheet"></div>'  # on a project's page, behind its one-page report
_SHEET = re.compile(rb"(\d+) 0 obj\s*<<\s*/Type\s*/Page\b")
_NOT_PLAIN = re.compile(r"[^\w .,:;·-]")  # escaped in a style sheet
_START = re.compile(rb"/pack-(\d+)\s*\[\s*(\d+) 0 R")

Paper = Literal["a4", "letter"]  # ISO 216; ANSI/ASME Y14.1, size A
Cover = tuple[str, str, dt.date]  # the organisation, the forum (empty for none), the day


def board_pack(
    pages: Sequence[Page],
    head: str,
    cover: Cover,
    starts: Mapping[int, int] | None = None,
    paper: Paper = "a4",
) -> str:
    """The whole text; `head` is that of a page of the site one step below its root.

    `starts` has the number of the first sheet of each page by its place; without it the contents
    have no numbers. Links that lead inside the site are taken away: on paper, and in a file sent by
    mail, they lead nowhere.
    """
    bodies = "".join(
        f'<section class="pmo-new-sheet" id="pack-{place}">{_apart(sheet(page), place)}</section>'
        for place, page in enumerate(pages)
    )
    return (
        f'<!doctype html><html lang="en">{_styled(_SCRIPT.sub("", head))}'
        f'<body dir="ltr" class="pmo-{paper}" data-md-color-scheme="default">'
        '<div class="md-content">'
        f'<article class="md-content__inner md-typeset">{_cover(pages, cover, starts or {})}'
        f"{bodies}</article></div></body></html>"
    )


def _apart(html: str, place: int) -> str:
    """The page, with drawings whose names are not those of drawings on other pages."""
    return _WHOLE.sub(rf"\g<1>pack-{place}-", html)


def _styled(head: str) -> str:
    return head.replace("</head>", f'<link rel="stylesheet" href="{STYLE}"></head>')


def foot(cover: Cover) -> str:
    """The style of what stands at the foot of every sheet, beside its number."""
    name, forum, today = cover
    said = " · ".join(filter(None, (name, f"as of {day(today)}", _title(forum))))
    return f':root {{ --pmo-sheet: "{_NOT_PLAIN.sub(_escape, said)}"; }}\n'


def _escape(found: re.Match[str]) -> str:
    """The character as a style sheet writes what would end its string (CSS Syntax 3, 4.3.7)."""
    return f"\\{ord(found[0]):x} "


def _title(forum: str) -> str:
    return f"Board pack for the {forum}" if forum else "Board pack"


def sheet(page: Page) -> str:
    """The page as it stands in the pack; of a project's page, its report alone."""
    is_work = page.path.startswith(("projects/", "programmes/")) and page.path.count("/") == 1
    report = page.html.find("pmo-report")
    end = page.html.find(_DETAILS, report) if is_work and report >= 0 else -1
    return _LINK.sub(r"\1", page.html if end < 0 else page.html[:end])


def first_sheets(pdf: bytes) -> Mapping[int, int]:
    """The number of the first sheet of each page by its place, in a pack that Chromium printed.

    It writes page objects and named destinations in the open: ISO 32000-1 (2008), 7.7.3, 12.3.2.3.
    """
    order = {found: number for number, found in enumerate(_SHEET.findall(pdf), 1)}
    return {int(place): order[found] for place, found in _START.findall(pdf) if found in order}


def sheets(pdf: bytes) -> int:
    """How many sheets the pack has."""
    return len(_SHEET.findall(pdf))


def _cover(pages: Sequence[Page], cover: Cover, starts: Mapping[int, int]) -> str:
    name, forum, today = cover
    rows = "".join(
        f'<tr><th scope="row"><a href="#pack-{place}">{escape(page.title)}</a></th>'
        f'<td class="num">{starts.get(place, "")}</td></tr>'
        for place, page in enumerate(pages)
    )
    return (
        f'<section class="pmo-cover"><p>{escape(name)}</p><h1>{escape(_title(forum))}</h1>'
        f'<p>{day(today)}</p><h2>Contents</h2><div class="pmo-table"><table>'
        f"<tbody>{rows}</tbody></table></div></section>"
    )
