"""The example under MkDocs and Zensical: the same pages, words, links, pictures and search."""

import json
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import urljoin

import pytest

from pmoascode import zensical_site
from pmoascode.finding import CannotRun
from pmoascode.pages.links import broken
from pmoascode.pages.page import DataFile, Heading, Page, Site
from pmoascode.worktree import text_files
from tests.site_shell.building import ROOT

_RUN = "from pmoascode.cli import main; main()"
BY_HAND = ("guides/", "explanation/", "reference/commands/", "reference/record-commands/")
_BLOCKS = frozenset(["br", "dd", "div", "dt", "h1", "h2", "h3", "h4", "li", "p", "td", "th"])
_ALONE = frozenset(["br", "hr", "img", "input", "source", "wbr", "path", "use"])


_ALTERNATE = re.compile(r'<link rel="alternate " [^>]*>')
_TAB = re.compile(r'class="md-tabs__link"[^>]*>\s*([^<]+?)\s*<')


class _Content(HTMLParser):
    """What the main part of a page says, links to and can be linked to."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.words: list[str] = []
        self.links: list[str] = []
        self.anchors: set[str] = set()
        self.pictures = 0
        self._open: list[str] = []  # elements from the article on; "-" is one passed over
        self.feed(html)
        text = "".join(self.words)
        self.words = text.split()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        said = dict(attrs)
        classes = (said.get("class") or "").split()
        if not self._open and "md-content__inner" not in classes:
            return
        # The engine's own: a link beside a heading, the button to edit, the summary for the search.
        is_engine = "headerlink" in classes or "md-content__button" in classes
        is_engine |= (tag == "p" and "hidden" in said) or said.get("id") == "__skip"
        if tag not in _ALONE:
            self._open.append("-" if is_engine or "-" in self._open else tag)
        if "-" in self._open:
            return
        self.words += [" "] * (tag in _BLOCKS)
        self.links += [value for name in ("href", "src") if (value := said.get(name))]
        self.anchors |= {value for name in ("id",) if (value := said.get(name))}
        self.pictures += tag == "svg"

    def handle_endtag(self, tag: str) -> None:
        if self._open and tag not in _ALONE:
            self._open.pop()

    def handle_data(self, data: str) -> None:
        if self._open and "-" not in self._open:
            self.words.append(data)


@pytest.fixture(scope="module")
def sites(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The example's site of each engine."""
    home = tmp_path_factory.mktemp("example")
    for name in ("site", "portfolio"):
        shutil.copytree(ROOT / name, home / name)
    shutil.copy(ROOT / "mkdocs.yml", home)
    made = {}
    for engine in ("mkdocs", "zensical"):
        options = ["--engine", engine, "--into", engine, "--today", "2026-11-10"]
        run = [sys.executable, "-c", _RUN, "build", *options]
        environment = {"PYTHONPATH": str(ROOT), "PATH": "/usr/bin:/bin"}
        done = subprocess.run(
            run, cwd=home, capture_output=True, text=True, env=environment, check=False
        )
        assert done.returncode == 0, done.stderr
        made[engine] = home / engine
    return made


@pytest.fixture(scope="module")
def pages(sites: dict[str, Path]) -> dict[str, Mapping[str, str]]:
    return {
        engine: {
            path: html
            for path, html in text_files(folder, ".html").items()
            if path.endswith(".html")
        }
        for engine, folder in sites.items()
    }


@pytest.fixture(scope="module")
def contents(pages: dict[str, Mapping[str, str]]) -> list[tuple[str, _Content, _Content]]:
    ours, theirs = pages["mkdocs"], pages["zensical"]
    return [
        (path, _Content(ours[path]), _Content(theirs[path]))
        for path in sorted(set(ours) & set(theirs) - {"404.html"})
    ]


def test_the_pages_are_the_same(pages: dict[str, Mapping[str, str]]) -> None:
    assert len(pages["mkdocs"]) > 500
    assert set(pages["zensical"]) == set(pages["mkdocs"])


def test_the_data_files_are_the_same(sites: dict[str, Path]) -> None:
    for kind in ("data", "feeds", "calendar.ics"):
        ours = sorted([sites["mkdocs"] / kind, *(sites["mkdocs"] / kind).rglob("*")])
        for path in (path for path in ours if path.is_file() and path.suffix != ".html"):
            other = sites["zensical"] / path.relative_to(sites["mkdocs"])
            assert other.read_bytes() == path.read_bytes(), other


def test_the_words_are_the_same(contents: list[tuple[str, _Content, _Content]]) -> None:
    assert sum(len(ours.words) for _, ours, _ in contents) > 100_000
    assert [path for path, ours, theirs in contents if ours.words != theirs.words] == []


def test_the_links_and_anchors_are_the_same(
    contents: list[tuple[str, _Content, _Content]],
) -> None:
    for path, ours, theirs in contents:
        assert [_target(path, link) for link in theirs.links] == [
            _target(path, link) for link in ours.links
        ], path
    assert [path for path, ours, theirs in contents if ours.anchors - theirs.anchors] == []
    assert [path for path, ours, theirs in contents if ours.pictures != theirs.pictures] == []


def test_the_tabs_are_the_same(pages: dict[str, Mapping[str, str]]) -> None:
    tabs = {engine: _TAB.findall(each["index.html"]) for engine, each in pages.items()}
    assert tabs["zensical"] == tabs["mkdocs"]
    assert tabs["mkdocs"][0] == "Portfolio"


def test_feed_readers_find_the_same(pages: dict[str, Mapping[str, str]]) -> None:
    found = {
        engine: {path: links for path, html in each.items() if (links := _ALTERNATE.findall(html))}
        for engine, each in pages.items()
    }
    assert found["zensical"] == found["mkdocs"]
    assert {path: len(links) for path, links in found["mkdocs"].items() if links[1:]} == {
        "changes/index.html": 2,
        "data/index.html": 3,
        "index.html": 3,
    }


def _target(path: str, link: str) -> str:
    return urljoin(f"https://site.example/{path}", link)


def test_no_link_is_broken(sites: dict[str, Path]) -> None:
    assert list(broken(text_files(sites["zensical"], ".html"))) == []


def _assets(folder: Path, html: str) -> Iterator[Path]:
    class Reading(HTMLParser):
        found: list[str] = []  # noqa: RUF012 -- of one page

        def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
            name = {"link": "href", "script": "src", "img": "src"}.get(tag, "")
            self.found += [value for key, value in attrs if key == name and value]

    reading = Reading()
    reading.found = []
    reading.feed(html)
    for found in reading.found:
        assert "//" not in found or found.startswith("https://pages."), found
        yield folder / found.partition("?")[0]


@pytest.mark.parametrize("path", ["index.html", "projects/billing-renewal/index.html"])
def test_every_asset_of_a_page_lies_in_the_site(sites: dict[str, Path], path: str) -> None:
    page = sites["zensical"] / path
    found = list(_assets(page.parent, page.read_text("utf-8")))
    assert len(found) > 8
    assert [str(file) for file in found if not (file.exists())] == []


def test_a_search_reaches_the_same(sites: dict[str, Path]) -> None:
    ours = json.loads((sites["mkdocs"] / "search/search_index.json").read_text("utf-8"))["docs"]
    theirs = json.loads((sites["zensical"] / "search.json").read_text("utf-8"))["items"]
    found = {item["location"]: item for item in theirs}
    generated = [entry for entry in ours if not entry["location"].startswith(BY_HAND)]
    assert len(generated) > 600
    for entry in generated:
        item = found[entry["location"]]
        typed = f"<p>{', '.join(entry['tags'])}</p>" if "tags" in entry else ""
        text = entry["text"] + typed
        assert (item["title"], item["text"].split()) == (entry["title"], text.split())
    pages = {entry["location"].partition("#")[0] for entry in ours}
    assert {item["location"].partition("#")[0] for item in theirs} == pages
    assert 0.8 < len(theirs) / len(ours) < 1.2


HOME = Page("", "Portfolio on a page", "<h1>Home</h1>", (), "All of it", "", "Portfolio")
APOLLO = Page(
    path="projects/apollo",
    title="Apollo <script>alert(1)</script>",
    body='<h1>Apollo</h1><p>{{ config }} *b* <a href="../../">home</a></p><h2 id="r">Risks</h2>',
    headings=(Heading("r", "Risks", 2),),
    summary="Moves & more",
    source="portfolio/projects/apollo/project.yaml",
)
SITE = Site((HOME, APOLLO), (DataFile("data/portfolio.json", b"{}"),), name="Harbour & Mutual")
SHORT = """\
site_name: Portfolio
docs_dir: site/docs
repo_url: https://forge.example/office
edit_uri: edit/main/site/docs/
theme: {name: material}
plugins: [search, pmoascode]
"""


def _office(folder: Path, **written: str) -> Path:
    """The mkdocs.yml of an office with these hand-written pages."""
    for name, text in {"imprint": "# Imprint\n", **written}.items():
        file = folder / "site/docs" / f"{name}.md"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")
    (folder / "mkdocs.yml").write_text(SHORT, "utf-8")
    return folder / "mkdocs.yml"


def test_a_short_configuration_has_the_look_and_its_edit_links(tmp_path: Path) -> None:
    zensical_site.build(_office(tmp_path), tmp_path / "made", SITE)
    page = (tmp_path / "made/projects/apollo/index.html").read_text("utf-8")
    assert "Harbour &amp; Mutual" in page
    assert "Apollo &lt;script&gt;alert(1)" in page
    assert "<script>alert(1)" not in page
    assert 'href="../../assets/pmo.css"' in page
    assert 'content="no-referrer"' in page
    assert '<p>{{ config }} *b* <a href="../../">home</a></p>' in page
    forge = "https://forge.example/office/edit/main/"
    assert f'href="{forge}portfolio/projects/apollo/project.yaml"' in page
    imprint = (tmp_path / "made/imprint/index.html").read_text("utf-8")
    assert f'href="{forge}site/docs/imprint.md"' in imprint
    assert 'rel="edit"' not in (tmp_path / "made/index.html").read_text("utf-8")
    assert "projects/apollo" not in imprint  # the navigation is on every page


def test_a_page_cannot_be_written_by_hand_and_generated(tmp_path: Path) -> None:
    mkdocs = _office(tmp_path, **{"projects/apollo": "# Mine\n"})
    with pytest.raises(CannotRun, match=r"projects/apollo\.md is written by hand and generated"):
        zensical_site.build(mkdocs, tmp_path / "made", SITE)


def test_pages_have_a_policy_unless_the_site_wants_none(tmp_path: Path) -> None:
    mkdocs = _office(tmp_path, bad="# Bad\n\n<script>alert(1)</script>\n")
    (tmp_path / "site/docs/done.html").write_text("<head></head>", "utf-8")
    option = "{pmoascode: {content_security_policy: %s}}"
    made = {}
    for said in ("{img-src: [https://images.example.org]}", "false"):
        mkdocs.write_text(SHORT.replace("pmoascode", option % said), "utf-8")
        zensical_site.build(mkdocs, tmp_path / said[:5], SITE)
        made[said[:5]] = (tmp_path / said[:5] / "bad/index.html").read_text("utf-8")
    policy = made["{img-"].partition('Content-Security-Policy" content="')[2].partition('"')[0]
    assert "img-src 'self' data: https://images.example.org;" in policy
    assert policy.count("'sha256-") == made["{img-"].count("<script>") - 1 > 1
    assert "Content-Security-Policy" not in made["false"]
    assert (tmp_path / "{img-/done.html").read_text("utf-8") == "<head></head>"
    mkdocs.write_text(SHORT.replace("pmoascode", option % "{image-src: []}"), "utf-8")
    with pytest.raises(CannotRun, match=r"mkdocs\.yml: `image-src` is no directive"):
        zensical_site.build(mkdocs, tmp_path / "not", SITE)


def test_what_zensical_refuses_is_said_and_nothing_is_built(tmp_path: Path) -> None:
    mkdocs = _office(tmp_path)
    mkdocs.write_text(SHORT + "extra_css: 7\n", "utf-8")
    with pytest.raises(CannotRun, match=r"`extra_css` of mkdocs\.yml is no list"):
        zensical_site.build(mkdocs, tmp_path / "made", SITE)
    mkdocs.write_text(SHORT + "exclude_docs: 7\n", "utf-8")
    with pytest.raises(CannotRun, match=r"Zensical says:\n.*exclude_docs"):
        zensical_site.build(mkdocs, tmp_path / "made", SITE)
    assert not (tmp_path / "made").exists()
