"""Colours that can be read in light and dark; parts that work by mouse, key, phone, paper."""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from playwright.sync_api import Browser, Route, sync_playwright

from pmoascode.pages.page import Site
from tests.site_shell.building import GALLERY, ROOT, build

ASSETS = ROOT / "site/docs/assets"
_COLOUR = re.compile(r"--(pmo-[\w-]+): (#[0-9a-f]{6});")
TEXT = [  # ink, and what it stands on
    ("ink", "paper"),
    ("ink", "card"),
    ("ink", "band"),
    ("ink", "accent-soft"),
    ("ink", "amber-soft"),
    ("ink", "red-soft"),
    ("ink", "blue-soft"),
    ("ink-soft", "paper"),
    ("ink-soft", "card"),
    ("ink-soft", "band"),
    ("accent", "paper"),
    ("accent", "card"),
    ("accent", "amber-soft"),
    ("accent", "blue-soft"),
    ("bad", "paper"),
    ("bad", "card"),
    ("bad", "band"),
    ("good", "paper"),
    ("good", "band"),
    ("warn", "paper"),
    ("on-solid", "green"),
    ("on-solid", "red"),
    ("on-solid", "blue"),
    ("on-amber", "amber"),
    ("on-amber", "amber-green"),
    ("on-amber", "amber-red"),
    *[("heat-ink", f"heat-{step}") for step in range(1, 6)],
]
SHAPES = [
    "green",
    "amber-green",
    "amber-red",
    "red",
    "grey",
    "blue",
    *[f"series-{number}" for number in range(1, 7)],
]


def colours() -> dict[str, dict[str, str]]:
    light, dark = (ASSETS / "pmo.css").read_text("utf-8").split("@media screen {", 1)
    default = dict(_COLOUR.findall(light))
    return {"light": default, "dark": default | dict(_COLOUR.findall(dark))}


def luminance(colour: str) -> float:
    # WCAG 2.2, relative luminance
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(("ink", "ground"), TEXT)
def test_text_can_be_read(scheme: str, ink: str, ground: str) -> None:
    palette = colours()[scheme]
    assert contrast(palette[f"pmo-{ink}"], palette[f"pmo-{ground}"]) >= 4.5


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("shape", SHAPES)
def test_shapes_and_lines_stand_out(scheme: str, shape: str) -> None:
    palette = colours()[scheme]
    assert contrast(palette[f"pmo-{shape}"], palette["pmo-paper"]) >= 3
    assert contrast(palette[f"pmo-{shape}"], palette["pmo-card"]) >= 3


def test_both_schemes_name_the_same_colours() -> None:
    light, dark = (ASSETS / "pmo.css").read_text("utf-8").split("@media screen {", 1)
    assert {name for name, _ in _COLOUR.findall(light)} == {
        name for name, _ in _COLOUR.findall(dark)
    }


def test_nothing_is_fetched_from_elsewhere() -> None:
    overrides = (ROOT / "site/overrides").rglob("*.html")
    written = [asset for asset in ASSETS.iterdir() if asset.suffix != ".png"]
    for asset in [*written, *overrides]:
        text = asset.read_text("utf-8").replace('xmlns="http://www.w3.org/2000/svg"', "")
        assert not re.search(r"https?://|@import|url\(", text), asset.name


@pytest.fixture(scope="module")
def gallery(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("gallery")
    shutil.copytree(ROOT / "site/docs/assets", folder / "site/docs/assets")
    settings = yaml.safe_load((ROOT / "mkdocs.yml").read_text("utf-8"))
    taken = ("theme", "extra_css", "extra_javascript", "markdown_extensions", "validation")
    settings["theme"]["custom_dir"] = str(ROOT / "site/overrides")
    shown = {name: settings[name] for name in taken}
    return build(Site((GALLERY,)), folder, repo_url="https://github.com/example/office", **shown)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as driver:
        program = shutil.which("chromium")
        flags = ["--no-sandbox", "--disable-background-networking"]
        with driver.chromium.launch(executable_path=program, args=flags) as opened:
            yield opened


def body_column(text: str) -> str:
    return f"[...document.querySelectorAll('{text}')].map(e => e.textContent)"


@pytest.mark.browser
def test_a_table_sorts_by_key_and_by_mouse(gallery: Path, browser: Browser) -> None:
    page = browser.new_page()
    page.goto((gallery / "gallery/index.html").as_uri())
    names = body_column("[aria-label=Milestones] tbody th")
    head = page.locator("[aria-label=Milestones] thead button", has_text="Variance")
    head.focus()
    page.keyboard.press("Enter")
    assert page.evaluate(names) == ["Design approved", "Rehearsal of the migration", "Go-live"]
    head.click()
    assert page.evaluate(names) == ["Go-live", "Rehearsal of the migration", "Design approved"]
    sorted_by = page.locator("[aria-label=Milestones] thead [aria-sort]")
    assert sorted_by.get_attribute("aria-sort") == "descending"
    page.close()


@pytest.mark.browser
def test_groups_keep_their_rows_when_sorted_and_filtered(gallery: Path, browser: Browser) -> None:
    page = browser.new_page()
    page.goto((gallery / "gallery/index.html").as_uri())
    page.locator(".pmo-matrix thead button", has_text="Overall").click()
    assert page.evaluate(body_column(".pmo-matrix tbody:last-of-type th")) == [
        "Workplace",
        "Osprey: badge readers",
        "Larch: records archive",
        "Kestrel: new head office",
    ]
    page.locator(".pmo-filter input").fill("adaeze")
    assert page.locator(".pmo-matrix tbody th:visible").all_inner_texts() == [
        "Workplace",
        "Kestrel: new head office",
    ]
    assert page.locator(".pmo-filter output").inner_text() == "1 of 5 rows"
    page.close()


@pytest.mark.browser
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 768, 1440])
def test_the_page_never_scrolls_sideways_nor_calls_out(
    gallery: Path, browser: Browser, scheme: str, width: int
) -> None:
    context = browser.new_context(viewport={"width": width, "height": 844})
    page = context.new_page()
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    outside: list[str] = []

    def refuse(route: Route) -> None:
        outside.append(route.request.url)
        route.abort()

    page.route(re.compile("^https?:"), refuse)
    page.goto((gallery / "gallery/index.html").as_uri())
    page.wait_for_timeout(300)  # the theme asks a forge only after it has drawn the page
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert outside == []
    context.close()


@pytest.mark.browser
def test_paper_is_light_and_has_no_chrome_of_the_site(gallery: Path, browser: Browser) -> None:
    page = browser.new_page()
    page.emulate_media(media="print", color_scheme="dark")
    page.goto((gallery / "gallery/index.html").as_uri())
    ink = "getComputedStyle(document.querySelector('h1')).color"
    assert page.evaluate(ink) == "rgb(22, 35, 47)"
    for part in (".md-header", ".md-sidebar", ".md-footer", ".pmo-filter"):
        assert page.locator(part).first.is_hidden(), part
    page.close()
