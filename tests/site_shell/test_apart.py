"""Pages outside the navigation, which we write ourselves: other plugins see them all the same."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config.base import LegacyConfig
from mkdocs.plugins import BasePlugin
from mkdocs.structure.pages import Page as MkDocsPage

from pmoascode.mkdocs_plugin import apart
from pmoascode.pages.page import Page, Site
from pmoascode.worktree import processes
from tests.site_shell.building import build, loaded

HOME = Page("", "Portfolio", "<h1>Home</h1>", (), "All of it", "", "Portfolio")
MANY = Site(
    (HOME, *(Page(f"projects/p-{n}", f"P {n}", f"<h1>{n} & é</h1>") for n in range(250))),
)


class Other(BasePlugin[LegacyConfig]):  # type: ignore[no-untyped-call]  # MkDocs leaves it untyped
    """Marks each page, and notes whose context it saw."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[str] = []

    def on_page_context(self, context: Any, *, page: MkDocsPage, **_: Any) -> Any:
        self.seen.append(page.file.src_uri)
        return context

    def on_post_page(self, output: str, *, page: MkDocsPage, **_: object) -> str:
        return output.replace("</html>", f"<!-- {page.file.src_uri} --></html>")


def bodies(built: Path) -> dict[str, str]:
    files = [*built.rglob("projects/*/index.html"), built / "search/search_index.json"]
    return {str(path): path.read_text("utf-8") for path in files}


def test_another_plugin_comes_to_every_page(tmp_path: Path) -> None:
    config, _ = loaded(MANY, tmp_path)
    other = Other()
    config.plugins["other"] = other
    mkdocs_build(config)
    found = bodies(tmp_path / "build")
    del found[str(tmp_path / "build/search/search_index.json")]
    assert len(found) == 250
    for path, text in found.items():
        name = Path(path).parent.name
        assert text.rstrip().endswith(f"<!-- projects/{name}/index.md --></html>")
        assert text.count("Content-Security-Policy") == 1
    assert {f"projects/p-{n}/index.md" for n in range(250)} < set(other.seen)
    assert len(other.seen) == len(set(other.seen))


def test_the_site_is_the_same_whoever_writes_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1790000000")  # themes print when they were made
    asked: list[int] = []

    def counted(jobs: list[Any], meanwhile: Callable[[], None]) -> list[Any]:
        asked.append(len(jobs))
        return processes.in_processes(jobs, meanwhile=meanwhile)

    def in_turn(jobs: list[Any], meanwhile: Callable[[], None]) -> list[Any]:
        meanwhile()
        return [job() for job in jobs]

    monkeypatch.setattr(apart, "in_processes", counted)
    by_several = bodies(build(MANY, tmp_path))
    monkeypatch.setattr(apart, "in_processes", in_turn)
    by_one = bodies(build(MANY, tmp_path))
    assert asked == [248]  # less those that prove the frame
    assert by_several == by_one
    assert len(by_one) == 251
