"""What MkDocs makes of pages that are already finished."""

import json
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from mkdocs.exceptions import Abort
from mkdocs.livereload import LiveReloadServer

from pmoascode.mkdocs_plugin import Plugin
from pmoascode.pages.page import DataFile, Heading, Page, Site
from tests.site_shell.building import build, loaded

BODY = '<h1>A <em>*b*</em></h1>\n\n<p>{{ config }} {onclick=x}</p>\n\n    <p id="r1">| a | b |</p>'
HOME = Page("", "Portfolio on a page", "<h1>Home</h1>", (), "All of it", "", "Portfolio")
PROJECT = Page(
    path="projects/apollo",
    title="Apollo <script>alert(1)</script> & co",
    body=BODY,
    headings=(
        Heading("risks", "Risks <b>", 2),
        Heading("top", "Top", 3),
        Heading("money", "Money", 2),
    ),
    summary='Moves the "ledger" & <more>',
    source="portfolio/projects/apollo/project.yaml",
)
RISKS = Page("risks", "Risk register", "<h1>Risks</h1>", (), "Every risk", "", "Delivery")
SITE = Site((HOME, PROJECT, RISKS), (DataFile("data/portfolio.json", b'{"version": 1}'),))
GUIDE = "# How to report\n\nSee [Apollo](../projects/apollo/index.md#r1).\n"


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build(
        SITE,
        tmp_path_factory.mktemp("site"),
        {"guides/report.md": GUIDE},
        repo_url="https://forge.example.org/pmo/office",
        edit_uri="edit/main/site/docs/",
        theme={"name": "material", "font": False, "features": ["content.action.edit"]},
        validation={"nav": {"omitted_files": "warn"}, "links": {"anchors": "warn"}},
    )


def html(built: Path, path: str) -> str:
    return (built / path / "index.html").read_text("utf-8")


def test_the_body_is_published_as_given(built: Path) -> None:
    assert BODY in html(built, "projects/apollo")


def test_the_title_is_escaped_wherever_the_theme_prints_it(built: Path) -> None:
    page = html(built, "projects/apollo")
    title = "Apollo &lt;script&gt;alert(1)&lt;/script&gt; &amp; co"
    assert f"<title>{title} - Portfolio</title>" in page
    assert "<script>alert(1)" not in page
    assert 'content="Moves the &quot;ledger&quot; &amp; &lt;more&gt;"' in page


def test_the_contents_list_nests_and_is_escaped(built: Path) -> None:
    page = html(built, "projects/apollo")
    assert [page.count(f'href="#{anchor}"') > 0 for anchor in ("risks", "top", "money")] == [
        True
    ] * 3
    assert (
        page.index('href="#risks"')
        < page.index('aria-label="Risks &lt;b&gt;"')
        < page.index('href="#top"')
    )


def test_projects_stay_out_of_the_navigation(built: Path) -> None:
    page = html(built, "risks")
    assert 'href="../guides/report/"' in page
    assert "projects/apollo" not in page


def test_a_search_finds_title_and_summary_and_no_more(built: Path) -> None:
    index = json.loads((built / "search/search_index.json").read_text("utf-8"))
    assert {entry["location"]: (entry["title"], entry["text"]) for entry in index["docs"]} == {
        "": ("Portfolio on a page", "<p>All of it</p>"),
        "projects/apollo/": (
            "Apollo &lt;script&gt;alert(1)&lt;/script&gt; &amp; co",
            '<p>Moves the "ledger" &amp; &lt;more&gt;</p>',
        ),
        "risks/": ("Risk register", "<p>Every risk</p>"),
        "guides/report/": ("How to report", "<p>See Apollo.</p>"),
    }


def test_what_is_typed_for_a_page_weighs_less_than_its_title_and_stays_in_the_index(
    tmp_path: Path,
) -> None:
    risks = Page("risks", "Risks", "<h1>Risks</h1>", nav="Risks", words=("RAID", "R & D"))
    made = build(Site((Page("", "Start", "<h1>Start</h1>"), risks)), tmp_path, {})
    index = json.loads((made / "search/search_index.json").read_text("utf-8"))
    weights = {name: field["boost"] for name, field in index["config"]["fields"].items()}
    assert 1 < weights["tags"] < weights["title"]
    assert [entry.get("tags") for entry in index["docs"]] == [None, ["RAID", "R &amp; D"]]
    assert "RAID" not in html(made, "risks")


def test_the_edit_link_leads_to_the_record(built: Path) -> None:
    forge = "https://forge.example.org/pmo/office/edit/main/"
    assert f'href="{forge}portfolio/projects/apollo/project.yaml"' in html(built, "projects/apollo")
    assert f'href="{forge}site/docs/guides/report.md"' in html(built, "guides/report")
    assert 'rel="edit"' not in html(built, "risks")


def test_an_edition_that_keeps_something_back_leads_to_no_repository(tmp_path: Path) -> None:
    site = Site((Page("", "Start", "<h1>Start</h1>"),), is_whole=False)
    made = build(
        site,
        tmp_path,
        {"guides/report.md": "# Report\n"},
        repo_url="https://forge.example.org/pmo/office",
        edit_uri="edit/main/site/docs/",
        theme={"name": "material", "font": False, "features": ["content.action.edit"]},
    )
    texts = [path.read_text("utf-8") for path in made.rglob("*.html")]
    assert len(texts) >= 2
    assert [text for text in texts if "forge.example.org" in text] == []


def test_every_page_is_in_the_sitemap(built: Path) -> None:
    root = ET.parse(built / "sitemap.xml").getroot()  # noqa: S314  # our own file
    assert sorted(element.text or "" for element in root.iter() if element.tag.endswith("loc")) == [
        f"https://pages.example.org/office/{path}"
        for path in ("", "guides/report/", "projects/apollo/", "risks/")
    ]


def test_data_files_lie_beside_the_pages(built: Path) -> None:
    assert (built / "data/portfolio.json").read_bytes() == b'{"version": 1}'


def test_a_guide_may_link_to_an_anchor_of_a_page(built: Path) -> None:
    assert 'href="../../projects/apollo/#r1"' in html(built, "guides/report")


@pytest.mark.parametrize(
    ("written", "directories", "message"),
    [
        ({"risks.md": "# Mine\n"}, True, "risks.md is written by hand and generated too"),
        ({"risks/README.md": "# Mine\n"}, True, "risks/README.md is written by hand"),
        ({}, False, "pmoascode needs `use_directory_urls: true`"),
    ],
)
def test_what_would_break_a_link_is_refused(
    tmp_path: Path,
    caplog: pytest.LogCaptureFixture,
    written: dict[str, str],
    directories: bool,
    message: str,
) -> None:
    with pytest.raises(Abort):
        build(SITE, tmp_path, written, use_directory_urls=directories)
    assert message in caplog.text


def test_a_changed_record_builds_the_site_again(tmp_path: Path) -> None:
    config, plugin = loaded(SITE, tmp_path)
    assert isinstance(plugin, Plugin)
    (tmp_path / "portfolio").mkdir()
    server = LiveReloadServer(lambda: None, "127.0.0.1", 0, str(tmp_path))
    try:
        plugin.on_serve(server, config=config, builder=lambda: None)
        assert list(server._watched_paths) == [str(tmp_path / "portfolio")]
    finally:
        server.server_close()
