"""One look at a page: what it asks for, what goes wrong on it, whom it shuts out."""

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

# The style sheet lets what is far down wait; tables.js lays it out in a quiet moment.
LAID_OUT = """() => [...document.querySelectorAll("main *")].every(
    (each) => getComputedStyle(each).contentVisibility === "visible")"""


@dataclass
class Seen:
    """What one visit found."""

    outside: list[str] = field(default_factory=list)  # requests that leave this machine
    errors: list[str] = field(default_factory=list)  # of the console, and of scripts
    barriers: list[str] = field(default_factory=list)  # of whatever weight, by axe-core


@cache
def axe() -> str:
    """The program of axe-core (https://github.com/dequelabs/axe-core)."""
    return (files("axe_playwright_python") / "axe.min.js").read_text("utf-8")


class Visits:
    """Visits of a site, each made once."""

    def __init__(self, browser: Browser, address: str) -> None:
        self._browser, self._address = browser, address
        self._seen: dict[tuple[str, Scheme], Seen] = {}

    def seen(self, path: str, scheme: Scheme) -> Seen:
        """What is to be seen on the page."""
        if (path, scheme) not in self._seen:
            self._seen[path, scheme] = self._visit(path, scheme)
        return self._seen[path, scheme]

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
            page.wait_for_function(LAID_OUT)
        return page

    def _visit(self, path: str, scheme: Scheme) -> Seen:
        found = Seen()
        context = self._browser.new_context(
            viewport={"width": WIDTH, "height": 900}, color_scheme=scheme
        )
        page = context.new_page()

        def judge(route: Route) -> None:
            if route.request.url.startswith((self._address, "data:", "blob:")):
                route.continue_()
            else:
                found.outside.append(route.request.url)
                route.abort()

        page.route("**/*", judge)
        page.on("console", lambda m: found.errors.append(m.text) if m.type == "error" else None)
        page.on("pageerror", lambda error: found.errors.append(str(error)))
        page.goto(self._address + path)
        page.wait_for_function(LAID_OUT)
        page.wait_for_timeout(150)  # the theme asks a forge only after it has drawn the page
        page.evaluate(axe())
        answer: dict[str, Any] = page.evaluate(f"axe.run(document, {_RULES[scheme]})")
        found.barriers = [
            f"{each['id']}: {node['target']} {node.get('failureSummary', '')}"
            for each in answer["violations"]
            for node in each["nodes"][:3]
        ]
        context.close()
        return found
