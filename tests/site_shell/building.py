"""Builds small sites through MkDocs, as `mkdocs build` would."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig

from pmoascode.mkdocs_plugin import Plugin
from pmoascode.pages.page import Heading, Page, Site

ROOT = Path(__file__).parents[2]
GALLERY = Page(
    path="gallery",
    title="Gallery of the site's parts",
    body=(Path(__file__).parent / "gallery.html").read_text("utf-8"),
    headings=(Heading("status", "Status badge", 2), Heading("matrix", "Health matrix", 2)),
    summary="Every part a page may use.",
    nav="Gallery",
)


def loaded(site: Site, folder: Path, **settings: Any) -> tuple[MkDocsConfig, Plugin]:
    """A configuration of MkDocs with our plugin in it, which gives this site."""
    docs = folder / "site/docs"
    docs.mkdir(parents=True, exist_ok=True)
    (folder / "mkdocs.yml").write_text("site_name: Portfolio\n", "utf-8")
    options: dict[str, Any] = {  # as YAML would give them
        "docs_dir": str(docs),
        "site_dir": str(folder / "build"),
        "site_url": "https://pages.example.org/office/",
        "strict": True,
        "theme": {"name": "material", "font": False},
        "plugins": ["search"],
    }
    config = load_config(str(folder / "mkdocs.yml"), **(options | settings))
    plugin = Plugin()
    plugin.load_config({"records": "portfolio"}, config_file_path=str(folder / "mkdocs.yml"))
    plugin.generate = lambda *_: site
    config.plugins["pmoascode"] = plugin
    return config, plugin


def build(
    site: Site, folder: Path, written: Mapping[str, str] | None = None, **settings: Any
) -> Path:
    """Build a site of these pages and hand-written files; the answer is its folder."""
    config, _ = loaded(site, folder, **settings)
    for name, text in (written or {}).items():
        file = folder / "site/docs" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")
    mkdocs_build(config)
    return folder / "build"
