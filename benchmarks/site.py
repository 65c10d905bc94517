"""`pmo build`, beside MkDocs and Zensical that render the same pages from Markdown."""

import datetime as dt
import json
import subprocess
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from statistics import median

from benchmarks.as_markdown import as_markdown
from benchmarks.copied import written
from benchmarks.timing import BIN, Spent, spent
from pmoascode.mkdocs_plugin import building, settings
from pmoascode.pages.disk import navigation
from pmoascode.pages.page import Page, Site
from pmoascode.publication import site_of
from pmoascode.revision import opened

TODAY = "2026-11-10"
_AUTHOR = ["-c", "user.name=Pia Berg", "-c", "user.email=pia.berg@example.org"]


def measured(sizes: Sequence[int] = (100, 1000), beside: Sequence[int] = (100, 1000)) -> str:
    """A line each size for `pmo build` with all it does; the peers at the sizes `beside`."""
    lines = []
    with tempfile.TemporaryDirectory() as place:
        for size in sizes:
            folder = office(Path(place) / f"office-{size}", size)
            ours = built(folder)
            pages = len(list((folder / "build/site").rglob("index.html")))
            lines.append(f"{size:,} projects, {pages:,} pages, pmo build: {ours}")
            if size in beside:
                lines += _beside(folder, Path(place) / f"peers-{size}", ours)
    return "\n  ".join(["", *lines])


def office(folder: Path, projects: int) -> Path:
    """A repository of an office with so many projects, committed."""
    written(folder / "portfolio", projects)
    for command in (["init", "-q"], ["add", "-A"], [*_AUTHOR, "commit", "-qm", "Keep the office"]):
        subprocess.run(["git", *command], cwd=folder, check=True)
    return folder


def built(folder: Path) -> Spent:
    """What `pmo build` took into no older site: reading, all rules, pages, theme, links.

    An older one is put aside and not removed: some file systems look for a long time before they
    give new files a place that was freed a moment ago.
    """
    site = folder / "build/site"
    if site.exists():
        site.rename(site.with_name(f"older-{time.time_ns()}"))
    return spent([str(BIN / "pmo"), "build", "--today", TODAY], folder)


def _beside(folder: Path, place: Path, ours: Spent) -> list[str]:
    """The peers from Markdown to files, against the whole of `pmo build` from records to files.

    Machines are not equally fast all the time: ours is built again after each peer, and the median
    of its times is set beside them.
    """
    site = site_of(opened(folder / "portfolio", today=dt.date.fromisoformat(TODAY)))
    as_sources(site, place)
    start = time.perf_counter()
    building.build(settings.configuration(folder), place / "site", site)
    step = time.perf_counter() - start
    builds, peers = [ours], list[tuple[str, Spent]]()
    for name in ("mkdocs", "zensical"):
        peers.append((name, spent([str(BIN / name), "build", "-f", "mkdocs.yml"], place)))
        builds.append(built(folder))
    wall, cpu = (median(getattr(each, of) for each in builds) for of in ("wall", "cpu"))
    return [
        f"of that, from finished pages to files: {step:.1f} s",
        "pmo build by the clock, each time: " + ", ".join(f"{each.wall:.1f} s" for each in builds),
        *(
            f"the same {len(site.pages):,} pages from Markdown to files, {name}: {theirs}; "
            f"{theirs.wall / wall:.1f} times by the clock, {theirs.cpu / cpu:.1f} times by CPU"
            for name, theirs in peers
        ),
    ]


def as_sources(site: Site, into: Path) -> None:
    """Writes the pages of the site as Markdown, with a configuration."""
    sources = {page.path: f"{page.path}/index.md".lstrip("/") for page in site.pages}
    for page in site.pages:
        path = into / "docs" / sources[page.path]
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(as_markdown(page.html, page.path, sources), encoding="utf-8")
    (into / "mkdocs.yml").write_text(_configuration(site.pages), encoding="utf-8")


def _configuration(pages: Sequence[Page]) -> str:
    """The same theme and the same short navigation as ours, all else as it comes."""
    settings = {
        "site_name": "Portfolio",
        "theme": {"name": "material", "font": False, "features": ["navigation.tabs"]},
        "plugins": ["search"],
        "markdown_extensions": ["tables", "attr_list", {"toc": {"permalink": True}}],
        "nav": navigation(pages),
        "not_in_nav": "*",
    }
    return json.dumps(settings)
