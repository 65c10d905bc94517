"""Pages whose frame is stamped, beside the same pages as the theme renders each."""

from pathlib import Path
from typing import Any

import pytest

from pmoascode.pages.page import Alternate, Heading, Page, Site
from pmoascode.pages.shells import Shells, Stamp
from tests.site_shell.building import build

HOME = Page("", "Portfolio", "<h1>Home</h1>", (), "All of it", "", "Portfolio")
NAMES = ("a", "b", "c", "d")
DATES = (Alternate("calendar.ics", "Dates & <days>"),)
LONG = (Heading("risks", "Risks <b> & more", 2), Heading("top", "Top", 3), Heading("m", "Money", 2))


def page(path: str, name: str, headings: tuple[Heading, ...] = (), **others: Any) -> Page:
    return Page(path, f"Apollo {name} <script> & co", f"<h1>{name}</h1>", headings, **others)


SITE = Site(
    (
        HOME,
        Page("risks", "Risk register", "<h1>Risks</h1>", (), "Every risk", "", "Delivery"),
        *(
            page(
                f"projects/{n}", n, LONG, summary=f"{n} & <b>", source=f"{n}.yaml", alternates=DATES
            )
            for n in NAMES
        ),
        *(page(f"projects/{n}/mandate", n, LONG[: i + 1]) for i, n in enumerate(NAMES)),
        *(page(f"people/{n}", n, summary=n) for n in NAMES),
        *(Page(f"bare/{n}", n, f"<p>{n}</p>") for n in NAMES),
    )
)
SETTINGS: dict[str, Any] = {
    "repo_url": "https://forge.example.org/pmo/office",
    "edit_uri": "edit/main/site/docs/",
}
MATERIAL = {"name": "material", "font": False, "features": ["content.action.edit"]}


def texts(built: Path) -> dict[str, str]:
    return {str(p.relative_to(built)): p.read_text("utf-8") for p in built.rglob("*.html")}


def of_both(folder: Path, monkeypatch: pytest.MonkeyPatch, **settings: Any) -> tuple[Any, Any, int]:
    """The site as stamped and as the theme gives it, and how many pages were stamped."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1790000000")  # themes print when they were made
    stamped: list[object] = []
    stamp = Shells._stamp

    def counted(self: Shells, *given: Any) -> Stamp:
        stamped.append(given)
        return stamp(self, *given)

    monkeypatch.setattr(Shells, "_stamp", counted)
    ours = texts(build(SITE, folder / "stamped", **SETTINGS, **settings))
    number = len(stamped)
    monkeypatch.setattr(Shells, "_shell", lambda *_: None)
    theirs = texts(build(SITE, folder / "rendered", **SETTINGS, **settings))
    assert len(stamped) == number, "a page was stamped that the theme renders"
    return ours, theirs, number


def test_stamped_pages_are_as_the_theme_gives_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ours, theirs, stamped = of_both(tmp_path, monkeypatch, theme=MATERIAL)
    assert stamped == 9  # three kinds of four pages, less the first of each
    assert ours == theirs


@pytest.mark.parametrize(
    "own",
    [
        '{% block extrahead %}<meta name="at" content="{{ page.url }}">{% endblock %}',
        "{% block scripts %}{{ page.content | length }}{{ super() }}{% endblock %}",
        "{% block styles %}{% if page.title == 'x' %}{% endif %}{{ super() }}{% endblock %}",
    ],
    ids=["address in the head", "length of the content", "nothing of the page"],
)
def test_a_theme_that_shows_more_of_a_page_renders_it_itself(
    own: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    overrides = tmp_path / "overrides"
    overrides.mkdir()
    (overrides / "main.html").write_text('{% extends "base.html" %}' + own, "utf-8")
    theme = MATERIAL | {"custom_dir": str(overrides)}
    ours, theirs, _ = of_both(tmp_path, monkeypatch, theme=theme)
    assert ours == theirs


def test_any_other_theme_gives_what_it_gives(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ours, theirs, _ = of_both(tmp_path, monkeypatch, theme={"name": "mkdocs"})
    assert ours == theirs


def test_a_name_that_reads_like_a_slot_stays_a_name(tmp_path: Path) -> None:
    slot = "pmo0content0pmo"
    pages = texts(build(SITE, tmp_path, **SETTINGS, site_name=slot, theme=MATERIAL))
    for path, text in pages.items():
        assert f"{slot}</title>" in text, path
        assert text.count("<h1") <= 1, path
