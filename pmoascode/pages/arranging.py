"""The office's own arrangement of its site: names, order, and what the navigation leaves out."""

import re
from collections.abc import Sequence
from dataclasses import replace
from html import escape

from pmoascode.pages.page import DataFile, Page
from pmoascode.records.site_policy import Colours, SitePolicy

STYLE = "assets/office.css"

_PAPER, _INK = "#faf9f6", "#10191f"  # the lightest and darkest ground that text stands on
_CARD, _CARD_DARK = "#e0eeef", "#1d2a33"  # the strongest tint of either that it stands on
_WHITE = "#ffffff"
_ENOUGH = 4.5  # contrast of text: WCAG 2.2, success criterion 1.4.3


def place(page: Page, said: SitePolicy) -> int:
    """The place of the page's section in the office's order; behind all others if it has none."""
    sections: Sequence[str] = said.sections
    section = _slug(page.nav)
    return sections.index(section) if section in sections else len(sections)


def named(page: Page, said: SitePolicy) -> Page:
    """The page as the office calls it."""
    names = said.names
    path, section = page.path or "home", _slug(page.nav)
    title = names.get(path, page.title)
    if title != page.title:
        old, new = (f">{escape(text, quote=False)}</h1>" for text in (page.title, title))
        page = replace(page, title=title, body=page.html.replace(old, new, 1))
    nav = title if path == "home" and path in names else names.get(section, page.nav)
    nav = "" if path in said.left_out and page.path else nav
    return replace(page, nav=nav) if nav != page.nav else page


def _slug(section: str) -> str:
    return re.sub(r"[^a-z]+", "-", section.lower()).strip("-")


def style(colours: Colours) -> DataFile:
    """The style sheet with the office's colours; one that could not be read is made fit."""
    light = {
        "--pmo-header": _fit(colours.header, (_WHITE,)),
        "--pmo-header-line": colours.accent or colours.header or "",
        "--pmo-accent": _fit(colours.accent, (_PAPER, _CARD)),
    }
    dark = {
        "--pmo-header": _fit(colours.header_dark or colours.header, (_WHITE,)),
        "--pmo-accent": _fit(colours.accent_dark or colours.accent, (_INK, _CARD_DARK)),
    }
    rules = [
        _rule("[data-md-color-scheme]", light),
        _rule('[data-md-color-scheme="slate"]', dark, "@media screen {", "}"),
    ]
    text = "\n".join(["/* The office's colours, from its policy. */", *filter(None, rules)])
    return DataFile(STYLE, f"{text}\n".encode())


def _rule(selector: str, colours: dict[str, str], before: str = "", after: str = "") -> str:
    said = "; ".join(f"{name}: {value}" for name, value in colours.items() if value)
    return f"{before}{selector} {{ {said} }}{after}" if said else ""


def _fit(colour: str | None, others: tuple[str, ...]) -> str:
    """The colour; or the nearest darker or lighter one that can be told from all the others."""
    if not colour:
        return ""
    target = 0 if _luminance(others[0]) > 0.5 else 255
    parts = _parts(colour)
    for step in range(101):
        mixed = [round(part + (target - part) * step / 100) for part in parts]
        found = "#" + "".join(f"{part:02x}" for part in mixed)
        if all(contrast(found, other) >= _ENOUGH for other in others):
            return found
    return ""


def contrast(one: str, other: str) -> float:
    """How well the one colour is read upon the other, 1 to 21: WCAG 2.2, relative luminance."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _parts(colour: str) -> list[int]:
    return [int(colour[at : at + 2], 16) for at in (1, 3, 5)]


def _luminance(colour: str) -> float:
    linear = [
        part / 255 / 12.92 if part <= 10 else ((part / 255 + 0.055) / 1.055) ** 2.4
        for part in _parts(colour)
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
