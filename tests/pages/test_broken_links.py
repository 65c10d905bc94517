"""A link that leads nowhere is told, wherever it stands and however it is written."""

import pytest

from pmoascode.pages.links import broken

FILES = {
    "index.html": "<h1 id='a'>",
    "404.html": '<a href="/projects/">',
    "projects/index.html": '<h2 id="late">\n<a\nname="old"></a>',
    "projects/harbour/index.html": '<p\tid="risks" data-id="inner" data-name="inner">',
    "projects/harbour/calendar.ics": "",
}


@pytest.mark.parametrize(
    "link",
    [
        "#risks",
        "#",
        "",
        "../",
        "../#late",
        "../#old",
        "../../projects/harbour/#risks",
        "../../projects/harbour/calendar.ics",
        "calendar.ics",
        "?sort=name",
        "https://harbour.example/gone",
        "mailto:pmo@harbour.example",
    ],
)
def test_a_link_that_leads_somewhere_is_not_told(link: str) -> None:
    assert list(broken(_with(link))) == []


@pytest.mark.parametrize(
    "link",
    ["#inner", "#late", "../#risks", "../../", "../../#b", "../gone/", "gone.ics", "../gone/#late"],
)
def test_a_link_that_leads_nowhere_is_told(link: str) -> None:
    known = {path: text for path, text in FILES.items() if path != "index.html"}
    assert list(broken(_with(link, known))) == [("projects/harbour/index.html", link)]


def test_every_file_with_the_same_dead_link_is_told() -> None:
    pages = {f"people/{name}/index.html": '<a href="../../gone/#a">' for name in ("ada", "tom")}
    assert list(broken(FILES | pages)) == [(path, "../../gone/#a") for path in pages]


def test_what_is_no_link_is_not_followed() -> None:
    assert list(broken(FILES | {"index.html": '<p>Write href="gone/" there</p>'})) == []


def _with(link: str, files: dict[str, str] = FILES) -> dict[str, str]:
    path = "projects/harbour/index.html"
    return files | {path: f'{files[path]}<b class="c"></b><A class="x" HREF="{link}">'}
