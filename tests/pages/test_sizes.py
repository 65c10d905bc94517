"""How large pages are: their own text, without drawings and without the theme around it."""

from dataclasses import replace
from pathlib import Path

import pytest
from markdown import markdown  # type: ignore[import-untyped]  # no types are published

from benchmarks.copied import EXAMPLE, written
from pmoascode.pages.long_parts import size
from pmoascode.pages.site import site
from pmoascode.workspace import of_folder
from tests.docs.guide import DOCS
from tests.pages.small_site import TODAY, facts

MOST = 40_000  # bytes
RICH = 75  # projects: those of five copies belong to the same programmes
BY_HAND = sorted(DOCS.rglob("*.md"))


def sizes(folder: Path) -> dict[str, int]:
    """The size of each page, with a link to its line from every value."""
    workspace = of_folder(folder, TODAY)
    its = replace(facts(workspace.office), verdict=workspace.verdict)
    return {page.path: size(page.html) for page in site(its).pages}


def test_no_page_of_the_example_is_large() -> None:
    assert {path: number for path, number in sizes(EXAMPLE).items() if number > MOST} == {}


def test_no_page_of_many_rich_projects_is_large(tmp_path: Path) -> None:
    found = sizes(written(tmp_path / "portfolio", RICH))
    assert len(found) > 10 * RICH
    assert {path: number for path, number in found.items() if number > MOST} == {}


@pytest.mark.parametrize("file", BY_HAND, ids=lambda file: file.relative_to(DOCS).as_posix())
def test_no_page_written_by_hand_is_large(file: Path) -> None:
    html = markdown(file.read_text("utf-8"), extensions=["admonition", "attr_list", "tables"])
    assert size(html) < MOST
