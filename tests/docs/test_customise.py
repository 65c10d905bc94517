"""The page and the template that the guide shows do what it says."""

import re
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from pmoascode.cli import pmo
from tests.docs.guide import DOCS, ROOT

GUIDE = (DOCS / "guides/customise.md").read_text("utf-8")
FENCES = re.findall(r"^```(\w+)\n(.*?)^```$", GUIDE, re.MULTILINE | re.DOTALL)


def _shown(beginning: str) -> str:
    (found,) = [text for _, text in FENCES if text.startswith(beginning)]
    return str(found)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example's site with everything that the guide shows."""
    home = tmp_path_factory.mktemp("office")
    shutil.copytree(ROOT / "portfolio", home / "portfolio")
    policy = home / "portfolio/policy/policy.yaml"
    said = _shown("# portfolio/policy/policy.yaml\n").partition("\n")[2]
    policy.write_text(policy.read_text("utf-8") + said, "utf-8")
    for name, text in {
        "site/docs/board/watch.md": _shown("---\ntitle: Watch list"),
        "site/docs/assets/our-logo.svg": "<svg xmlns='http://www.w3.org/2000/svg'/>",
        "site/docs/assets/our-icon.svg": "<svg xmlns='http://www.w3.org/2000/svg'/>",
        "site/overrides/pmo/home.html.jinja": _shown('{% extends "original/home'),
        "site/overrides/pmo/project.html.jinja": _shown('{% extends "original/project'),
        "mkdocs.yml": f"""\
site_name: Portfolio
docs_dir: site/docs
site_dir: build/site
strict: true
plugins: [search, pmoascode]
markdown_extensions: [admonition, attr_list, tables]
{_shown("# mkdocs.yml")}""",
    }.items():
        (home / name).parent.mkdir(parents=True, exist_ok=True)
        (home / name).write_text(text, "utf-8")
    with pytest.MonkeyPatch.context() as patched:
        patched.chdir(home)
        done = CliRunner().invoke(pmo, ["build", "--today", "2026-11-10"], standalone_mode=False)
    assert done.exception is None, done.output
    return home / "build/site"


def _html(site: Path, path: str) -> str:
    return (site / path / "index.html").read_text("utf-8")


def test_names_order_and_colours_are_the_offices(site: Path) -> None:
    home = _html(site, "")
    assert ">Portfolio on a page</h1>" in home
    tabs = re.findall(r'class="md-tabs__link"[^>]*>\s*([^<]+?)\s*<', home)
    assert tabs[:5] == ["Portfolio on a page", "Needs you", "Roadmap", "Money", "Initiatives"]
    assert "Priorit" not in home.partition("<article")[0]
    assert (site / "priority/index.html").is_file()
    assert "--pmo-header: #5b2333" in (site / "assets/office.css").read_text("utf-8")
    assert 'src="assets/our-logo.svg"' in home
    assert 'href="assets/our-icon.svg"' in home


def test_the_page_of_ones_own_has_its_figures(site: Path) -> None:
    page = _html(site, "board/watch")
    assert "10 projects are active, as of 10 Nov 2026." in page
    assert '<a href="../../projects/leak-sensors/">Leak sensors</a>' in page
    assert page.count("<tr>") == 11


def test_the_template_adds_its_paragraph(site: Path) -> None:
    assert "<p>It meets on the third Wednesday.</p>" in _html(site, "")


def test_the_note_stands_on_every_page_of_its_kind(site: Path) -> None:
    note = "</h1>\n<p>The PMO answers questions about reports on Thursdays.</p>"
    assert note in _html(site, "projects/smart-meters")
    assert note in _html(site, "programmes/clear-supply")
    assert "on Thursdays" not in _html(site, "projects")
