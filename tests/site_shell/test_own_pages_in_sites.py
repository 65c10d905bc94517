"""A hand-written page with data, in both engines and in `pmo pages`."""

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from pmoascode.cli import pmo
from pmoascode.finding import CannotRun
from tests.pages.small_site import SMALL

CONFIGURATION = """\
site_name: Portfolio
docs_dir: site/docs
site_dir: build/site
theme: {name: material}
plugins: [search, pmoascode]
markdown_extensions: [attr_list, tables]
"""
WATCHED = """\
---
title: Watch list
pmo: true
---

# Watch list

{{ pmo.count("projects") }} projects.

{{ pmo.table("projects", columns=["name", "status"]) }}
"""
TEMPLATE = """\
{% extends "original/home.html.jinja" %}
{% block page %}
{{ super() }}
<p>Ours.</p>
{% endblock %}
"""


@pytest.fixture
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An office with a page of its own that asks for data, and one that does not."""
    shutil.copytree(SMALL, tmp_path / "portfolio")
    for name, text in {
        "site/docs/board/watch.md": WATCHED,
        "site/docs/board/braces.md": "# Braces\n\n{{ stays }}\n",
        "site/overrides/pmo/home.html.jinja": TEMPLATE,
        "mkdocs.yml": CONFIGURATION,
    }.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, "utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(*arguments: str) -> Result:
    return CliRunner().invoke(
        pmo, [*arguments, "--today", "2026-11-10"], standalone_mode=False, catch_exceptions=True
    )


@pytest.mark.parametrize("engine", ["mkdocs", "zensical"])
def test_a_page_is_filled_in_the_site(office: Path, engine: str) -> None:
    done = run("build", "--engine", engine)
    assert done.exception is None, done.output
    site = office / "build/site"
    page = (site / "board/watch/index.html").read_text("utf-8")
    number = len(list((SMALL / "projects").glob("*/project.yaml")))
    assert f"<p>{number} projects.</p>" in page
    assert '<a href="../../projects/' in page
    assert "{{" not in page.partition("<article")[2]
    assert "{{ stays }}" in (site / "board/braces/index.html").read_text("utf-8")
    assert "<p>Ours.</p>" in (site / "index.html").read_text("utf-8")


def test_pages_come_along_filled(office: Path) -> None:
    done = run("pages", "--into", "build/pages", "--own", "site/docs")
    assert done.exception is None, done.output
    text = (office / "build/pages/board/watch.md").read_text("utf-8")
    assert "](../projects/" in text
    assert "<p>Ours.</p>" in (office / "build/pages/index.md").read_text("utf-8")
    braces = "site/docs/board/braces.md"
    assert (office / "build/pages/board/braces.md").read_bytes() == (office / braces).read_bytes()
    assert isinstance(
        run("pages", "--into", "site/docs", "--own", "site/docs").exception, CannotRun
    )


@pytest.mark.parametrize(
    "command",
    [
        ("build",),
        ("build", "--engine", "zensical"),
        ("pages", "--into", "build/pages", "--own", "site/docs"),
    ],
)
def test_a_wrong_page_is_told_with_file_and_line(
    office: Path, command: tuple[str, ...], caplog: pytest.LogCaptureFixture
) -> None:
    page = office / "site/docs/board/watch.md"
    page.write_text(WATCHED.replace("pmo.table(", "pmo.tabel("), "utf-8")
    told = f"{run(*command).exception}\n{caplog.text}"  # MkDocs logs what it stops at
    assert "board/watch.md:10: there is no function `tabel`; expected one of rows" in told
    assert not (office / "build/site").exists()


def test_a_wrong_template_is_told_with_file_and_line(office: Path) -> None:
    template = office / "site/overrides/pmo/home.html.jinja"
    template.write_text("<h1>Ours</h1>\n{{ here.__class__ }}\n", "utf-8")
    told = str(run("build").exception)
    assert told.startswith("site/overrides/pmo/home.html.jinja:2: access to attribute '__class__'")


def test_an_edition_fills_pages_with_what_it_tells(office: Path) -> None:
    policy = office / "portfolio/policy/policy.yaml"
    text = policy.read_text("utf-8") if policy.is_file() else ""
    policy.parent.mkdir(exist_ok=True)
    policy.write_text(text + "audiences: {public: {leave_out: [project]}}\n", "utf-8")
    (office / "site/docs/board/watch.md").write_text(
        "---\npmo: true\n---\n{{ pmo.count('projects') }} projects told\n", "utf-8"
    )
    done = run("pages", "--into", "build/p", "--own", "site/docs", "--audience", "public")
    assert done.exception is None, done.output
    assert "0 projects told" in (office / "build/p/board/watch.md").read_text("utf-8")
