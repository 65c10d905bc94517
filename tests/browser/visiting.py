"""One look at a page: what it asks for, what goes wrong on it, whom it shuts out."""

import re
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from typing import Any, Literal

from playwright.sync_api import Browser, Page, Route

Scheme = Literal["light", "dark"]
WIDTH, PHONE = 1280, 390
_RULES = {  # all that is not a matter of colour is the same in the dark
    "light": "{resultTypes: ['violations']}",
    "dark": "{resultTypes: ['violations'], runOnly: ['color-contrast', 'link-in-text-block']}",
}

# What is far down waits until tables.js lays it out in a quiet moment; this does it at once.
LAY_OUT = """document.querySelectorAll("main *").forEach(each => {
    if (getComputedStyle(each).contentVisibility === "auto")
        each.style.contentVisibility = "visible";
})"""


_BEYOND = """() => [...document.querySelectorAll('.pmo-table, .pmo-raci')]
    .filter(box => box.scrollWidth > box.clientWidth + 1)
    .map(box => box.getAttribute('aria-label'))"""


@dataclass
class Seen:
    """What one visit found, first in the light and then in the dark."""

    outside: list[str] = field(default_factory=list)  # requests that leave this machine
    errors: list[str] = field(default_factory=list)  # of the console, and of scripts
    beyond: list[str] = field(default_factory=list)  # tables that are wider than the screen
    barriers: dict[Scheme, list[str]] = field(default_factory=dict)  # of any weight, by axe-core


@cache
def axe() -> str:
    """The program of axe-core (https://github.com/dequelabs/axe-core)."""
    return (files("axe_playwright_python") / "axe.min.js").read_text("utf-8")


class Visits:
    """Visits of a site, each made once."""

    def __init__(self, browser: Browser, address: str) -> None:
        self._browser, self._address = browser, address
        self._seen: dict[str, Seen] = {}

    def seen(self, path: str) -> Seen:
        """What is to be seen on the page."""
        if path not in self._seen:
            self._seen[path] = self._visit(path)
        return self._seen[path]

    def opened(
        self, path: str, width: int = WIDTH, scheme: Scheme = "light", *, scripts: bool = True
    ) -> Page:
        """The page, open; who asks closes it."""
        context = self._browser.new_context(
            viewport={"width": width, "height": 900},
            color_scheme=scheme,
            java_script_enabled=scripts,
        )
        page = context.new_page()
        page.goto(self._address + path)
        if scripts:
            page.evaluate(LAY_OUT)
        return page

    def _visit(self, path: str) -> Seen:
        found = Seen()
        page = self._browser.new_page(viewport={"width": WIDTH, "height": 900})

        def refuse(route: Route) -> None:
            found.outside.append(route.request.url)
            route.abort()

        page.route(re.compile(f"^(?!{re.escape(self._address)}|data:|blob:)"), refuse)
        page.on("console", lambda m: found.errors.append(m.text) if m.type == "error" else None)
        page.on("pageerror", lambda error: found.errors.append(str(error)))
        page.goto(self._address + path)
        page.evaluate(LAY_OUT)
        page.wait_for_timeout(150)  # the theme asks a forge only after it has drawn the page
        found.beyond = page.evaluate(_BEYOND)
        page.evaluate(axe())
        found.barriers["light"] = _barriers(page, "light")
        page.emulate_media(color_scheme="dark")
        page.wait_for_selector("body[data-md-color-scheme=slate]")
        found.barriers["dark"] = _barriers(page, "dark")
        page.close()
        return found


def _barriers(page: Page, scheme: Scheme) -> list[str]:
    answer: dict[str, Any] = page.evaluate(f"axe.run(document, {_RULES[scheme]})")
    return [
        f"{each['id']}: {node['target']} {node.get('failureSummary', '')}"
        for each in answer["violations"]
        for node in each["nodes"][:3]
    ]
