"""A page written to disk comes out of a Markdown engine as it went in."""

from dataclasses import replace
from html import escape
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown import markdown  # type: ignore[import-untyped]  # no types are published

from pmoascode.pages.disk import hidden, navigation, search_rank, source_name, source_text
from pmoascode.pages.page import Heading, Page
from tests.site_shell.building import GALLERY

EXTENSIONS = ["admonition", "attr_list", "def_list", "footnotes", "md_in_html", "tables", "toc"]
HOSTILE = "a {onclick=alert(1)} *b* `c`\n\n# d\n\n    e | f\n\n[g](h) &amp; <!-- ![x](y) -->\n\n- i"


class _Reading(HTMLParser):
    """What a reader and a browser get: tags with attributes, and the words between them."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.words: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if ("data-search-exclude", None) not in attrs:
            self.tags.append(f"{tag} {attrs}")

    def handle_data(self, data: str) -> None:
        self.words += data.split()


def rendered(page: Page) -> _Reading:
    body = source_text(page).split("---\n", 2)[2]
    reading = _Reading(markdown(body, extensions=EXTENSIONS))
    assert reading.tags[0] == "p [('hidden', None)]"
    reading.tags.pop(0)
    reading.words = reading.words[len(page.summary.split()) :]
    return reading


@pytest.mark.parametrize(
    "html",
    [
        "<h1>Apollo</h1>\n\n<p>one</p>\n\n\n<p>two</p>",
        "<h1>Apollo</h1><section>\n\n<h2 id='x'>inside</h2>\n\n<p>*a*</p></section>",
        f"<h1>Apollo</h1><p>{escape(HOSTILE)}</p>",
        '<h1>A</h1><p title="1 > 0 and 2 < 3">x<br>y<img src="z.svg" alt="z"></p>',
        '<h1>A</h1><h2 id="s">Risks *now* {#t}</h2><p>x</p><h3 id="t">Top_3_</h3><p>y</p>',
    ],
)
def test_no_text_is_read_as_markdown(html: str) -> None:
    headings = (Heading("s", "Risks *now* {#t}", 2), Heading("t", "Top_3_", 3))
    read = rendered(Page("p", "P", html, headings, "About it."))
    given = _Reading(html)
    assert (read.tags, read.words) == (given.tags, given.words)


def test_the_gallery_comes_out_unchanged() -> None:
    read, given = rendered(GALLERY), _Reading(GALLERY.html)
    assert (read.tags, read.words) == (given.tags, given.words)


letters = st.characters(min_codepoint=32, max_codepoint=0x2FF)  # a record holds no controls


@given(st.text(letters), st.text(letters, max_size=40))
def test_any_text_of_a_record_survives(text: str, summary: str) -> None:
    html = f"<h1>T</h1><div><p>{escape(text)}</p></div>"
    body = source_text(Page("p", text, html, (), summary)).split("---\n", 2)[2]
    found = _Reading(markdown(body, extensions=EXTENSIONS))
    assert [tag.split()[0] for tag in found.tags] == ["p", "h1", "div", "p"]
    assert "".join(found.words) == "".join((summary + "T" + text).split())


def test_lines_of_code_stay_lines() -> None:
    page = Page("p", "P", "<h1>P</h1><pre>a\n\n  b\r\nc</pre>", (), "")
    assert "<pre>a&#10;&#10;  b&#10;c</pre>" in source_text(page)


def test_headings_outside_elements_reach_the_table_of_contents() -> None:
    html = '<h1>P</h1><h2 id="a">A &amp; b</h2><div><h2 id="n">nested</h2></div>'
    page = Page("p", "P", html, (Heading("a", "A & b", 2), Heading("n", "nested", 2)))
    assert "\n\n## A &#38; b { #a }\n\n" in source_text(page)
    assert "## nested" not in source_text(page)


def test_front_matter_is_escaped_once_for_yaml_and_once_for_the_theme() -> None:
    page = Page("p", '</title>"\n---\n', "<h1>P</h1>", (), "x: {y}")
    assert source_text(page).splitlines()[:4] == [
        "---",
        'title: "&lt;/title&gt;&quot;\\n---\\n"',
        'description: "x: {y}"',
        'hide: ["navigation", "toc"]',
    ]


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("", "index.md"),
        ("projects/apollo", "projects/apollo/index.md"),
        ("people/index", "people/index/index.md"),
        ("readme", "readme/index.md"),
    ],
)
def test_source_name(path: str, name: str) -> None:
    assert source_name(Page(path, "T", "")) == name


def test_navigation_has_no_projects_and_leads_from_home_to_the_guides() -> None:
    page = Page("", "Home", "")
    pages = [
        replace(page, path="roadmap", nav="Delivery"),
        replace(page, path="projects/apollo"),
        page,
        replace(page, path="money", nav="Money"),
        replace(page, path="risks", nav="Delivery"),
    ]
    written = ["guides/report.md", "guides/index.md", "imprint.md"]
    assert navigation(pages, written) == [
        "index.md",
        {"Delivery": ["roadmap/index.md", "risks/index.md"]},
        {"Money": ["money/index.md"]},
        {"Guides": ["guides/index.md", "guides/report.md"]},
        {"About": ["imprint.md"]},
    ]


def test_the_first_page_is_in_the_navigation_by_its_short_name() -> None:
    home = Page("", "Portfolio of Thornmere Water", "", nav="Portfolio")
    assert navigation([home]) == [{"Portfolio": "index.md"}]


@pytest.mark.parametrize(
    ("page", "columns"),
    [
        (Page("", "Home", "", (), "", "", "Portfolio"), ["navigation", "toc"]),
        (Page("projects/a", "A", "", (Heading("x", "X", 2),)), ["navigation"]),
        (Page("risks", "R", "", (), "", "", "Delivery"), ["toc"]),
    ],
)
def test_columns_without_content_are_hidden(page: Page, columns: list[str]) -> None:
    assert hidden(page, {"Delivery"}) == columns


@pytest.mark.parametrize(
    ("page", "told"),
    [
        (Page("risks", "Risks", "", nav="Risks"), {"boost": 3}),
        (Page("projects/apollo", "Apollo", ""), {"boost": 2}),
        (Page("projects/apollo/pid", "PID", ""), {}),
        (Page("rules/green-but-late", "green-but-late", ""), {"boost": 0.68}),
        (Page("roles/sponsor/job-description", "Sponsor", ""), {"boost": 0.5}),
        (Page("rules", "Rules", "", nav="Reference"), {"boost": 3}),
        (Page("projects/apollo", "Apollo", "", is_found=False), {"exclude": True}),
    ],
)
def test_a_search_weighs_what_a_reader_wants(page: Page, told: dict[str, object]) -> None:
    assert search_rank(page) == told
