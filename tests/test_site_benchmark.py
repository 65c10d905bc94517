"""What the benchmark of the site compares: a generated office, and pages as Markdown."""

from pathlib import Path

from markdown import markdown  # type: ignore[import-untyped]  # no types are published

from benchmarks.as_markdown import as_markdown
from benchmarks.copied import written
from pmoascode.workspace import of_folder

SOURCES = {"": "index.md", "risks": "risks/index.md", "projects/apollo": "projects/apollo/index.md"}
PAGE = (
    "<h1>Risks</h1><p>All <strong>open</strong> risks &amp; issues.</p><svg><text>no</text></svg>"
    "<ul><li>One</li><li>Two</li></ul><table><caption>Top</caption><thead><tr><th>Risk</th>"
    "<th>Score</th></tr></thead><tbody>"
    '<tr><th><a href="../projects/apollo/#risk-late">Late</a></th>'
    "<td>16 | 25</td></tr></tbody></table>"
)


def files(folder: Path) -> dict[str, bytes]:
    return {str(p.relative_to(folder)): p.read_bytes() for p in folder.rglob("*.yaml")}


def test_a_generated_office_is_whole_and_the_same_every_time(tmp_path: Path) -> None:
    folder = written(tmp_path / "one/portfolio", 30)
    office = of_folder(folder).office
    assert office.findings == ()
    assert len(office.projects) == 30
    assert len({project.name for project in office.projects}) == 30
    assert files(folder) == files(written(tmp_path / "two/portfolio", 30))


def test_a_page_as_markdown_says_the_same() -> None:
    text = as_markdown(PAGE, "risks", SOURCES)
    assert "[Late](../projects/apollo/index.md#risk-late)" in text
    html = markdown(text, extensions=["tables"])
    assert html.count("<li>") == 2
    assert html.count("<th>") == 2
    assert html.count("<td>") == 2
    assert "16 | 25" in html
    assert "<strong>open</strong> risks &amp; issues." in html
    assert "no" not in html
