"""What a site takes from the package: its look, and on request the guides."""

import json
from collections.abc import Mapping
from pathlib import Path

import pytest
from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import load_config
from mkdocs.exceptions import Abort

from pmoascode.mkdocs_plugin import Plugin
from pmoascode.pages.page import Page, Site
from tests.site_shell.building import ROOT

HOME = Page("", "Portfolio on a page", "<h1>Home</h1>", (), "All of it", "", "Portfolio")
SHORT = """\
site_name: Harbour Mutual
docs_dir: site/docs
site_dir: build/site
strict: true
theme: {name: material}
plugins:
  - search
  - pmoascode
"""
# The guides lead to pages that these tests do without, hence not `strict`.
WITH_GUIDES = SHORT.replace("strict: true", "strict: false").replace(
    "  - pmoascode\n",
    "  - pmoascode: {guides: true}\n"
    "repo_url: https://forge.example/office\n"
    "edit_uri: edit/main/site/docs/\n",
)


def built(folder: Path, configuration: str, written: Mapping[str, str] | None = None) -> Path:
    """The site of an office with this mkdocs.yml, built by MkDocs itself."""
    for name, text in {"guides/our-office.md": "# Our office\n", **(written or {})}.items():
        file = folder / "site/docs" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")
    (folder / "mkdocs.yml").write_text(configuration, "utf-8")
    config = load_config(str(folder / "mkdocs.yml"))
    plugin = config.plugins["pmoascode"]
    assert isinstance(plugin, Plugin)
    plugin.generate = lambda *_: Site((HOME,), ())
    mkdocs_build(config)
    return folder / "build/site"


def home(site: Path) -> str:
    return (site / "index.html").read_text("utf-8")


def test_a_short_configuration_has_the_whole_look(tmp_path: Path) -> None:
    site = built(tmp_path, SHORT)
    page = home(site)
    for name in ("pmo.css", "components.css", "print.css", "tables.js", "logo.svg", "favicon.svg"):
        assert f'"assets/{name}"' in page, name
        shipped = ROOT / "site/docs/assets" / name
        assert (site / "assets" / name).read_bytes() == shipped.read_bytes()
    assert '<meta name="referrer" content="no-referrer">' in page  # of our own template
    assert 'data-md-color-scheme="slate"' in page
    assert "fonts.googleapis" not in page
    assert "Made with" not in page


def test_the_look_is_that_of_the_full_configuration(tmp_path: Path) -> None:
    full = (ROOT / "mkdocs.yml").read_text("utf-8").replace("site/overrides", "own")
    (tmp_path / "full/own").mkdir(parents=True)
    pages = [
        home(built(tmp_path / "short", SHORT)),
        home(
            built(
                tmp_path / "full", full.replace("site_name: Portfolio", "site_name: Harbour Mutual")
            )
        ),
    ]
    heads = [page.partition("</head>")[0].partition("<link")[2] for page in pages]
    assert heads[0] == heads[1]


def test_what_the_office_says_stays(tmp_path: Path) -> None:
    own = SHORT.replace(
        "theme: {name: material}",
        "theme: {name: material, logo: assets/own.svg, palette: {scheme: slate}}\n"
        "extra_css: [assets/own.css, assets/print.css]\nextra: {homepage: https://pmo.example}",
    )
    written = {
        "assets/own.svg": "<svg/>",
        "assets/own.css": "",
        "assets/logo.svg": "<svg><g/></svg>",
    }
    site = built(tmp_path, own, written)
    page = home(site)
    assert '<img src="assets/own.svg"' in page
    assert (site / "assets/logo.svg").read_text("utf-8") == "<svg><g/></svg>"
    assert page.count('"assets/print.css"') == 1
    assert page.index('"assets/pmo.css"') < page.index('"assets/own.css"')
    assert "Light and dark follow" not in page
    assert 'href="https://pmo.example"' in page


def test_the_guides_come_along_if_they_are_asked_for(tmp_path: Path) -> None:
    without = built(tmp_path / "without", SHORT)
    assert [path.name for path in (without / "guides").iterdir()] == ["our-office"]
    own = {"guides/sponsor.md": "# Our sponsors\n"}
    site = built(tmp_path / "with", WITH_GUIDES, own)
    assert (site / "guides/project-manager/index.html").is_file()
    assert "Our sponsors" in (site / "guides/sponsor/index.html").read_text("utf-8")
    found = json.loads((site / "search/search_index.json").read_text("utf-8"))["docs"]
    assert "guides/project-manager/" in {entry["location"] for entry in found}


@pytest.mark.parametrize(("page", "has_link"), [("our-office", True), ("project-manager", False)])
def test_only_a_page_of_the_office_can_be_edited(tmp_path: Path, page: str, has_link: bool) -> None:
    site = built(tmp_path, WITH_GUIDES)
    html = (site / "guides" / page / "index.html").read_text("utf-8")
    link = f'href="https://forge.example/office/edit/main/site/docs/guides/{page}.md"'
    assert (link in html) is has_link


def test_a_site_adds_a_source_to_its_policy_or_has_none(tmp_path: Path) -> None:
    one = "  - pmoascode: {content_security_policy: {img-src: [https://images.example]}}\n"
    page = home(built(tmp_path / "one", SHORT.replace("  - pmoascode\n", one)))
    assert "img-src 'self' data: https://images.example;" in page
    none = "  - pmoascode: {content_security_policy: false}\n"
    page = home(built(tmp_path / "none", SHORT.replace("  - pmoascode\n", none)))
    assert "Content-Security-Policy" not in page


def test_a_source_that_is_none_is_refused_in_words(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    wrong = "  - pmoascode: {content_security_policy: {img-src: images.example}}\n"
    with pytest.raises(Abort):
        built(tmp_path, SHORT.replace("  - pmoascode\n", wrong))
    assert "`img-src` takes addresses, as in [" in caplog.text


def test_a_column_of_a_hand_written_table_keeps_its_side_without_a_style(tmp_path: Path) -> None:
    table = '# Ours\n\n| a | b |\n|---|--:|\n| 1 | 2 |\n\n`<td style="text-align: right;">`\n'
    site = built(tmp_path, SHORT, {"guides/ours.md": table})
    page = (site / "guides/ours/index.html").read_text("utf-8")
    assert '<td class="pmo-right">2</td>' in page
    assert "&lt;td style=" in page
