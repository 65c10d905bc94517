"""The Zensical adapter: lays pages, look and navigation out as sources, and has them built."""

import json
import shutil
import subprocess
import sys
from collections.abc import Mapping
from html import escape
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from pmoascode.finding import CannotRun
from pmoascode.mkdocs_plugin.settings import UNNAMED, plain_settings
from pmoascode.pages.content_policy import LikeWritten, unfit, with_policy
from pmoascode.pages.disk import edit_address, navigation, rivals, source_name, source_text
from pmoascode.pages.page import Found, Site
from pmoascode.publication import filled
from pmoascode.worktree import PACKAGED, files_below

Settings = dict[str, Any]  # as mkdocs.yml has them

# Zensical's own search and navigation have other parts than the theme's that ours are for.
_NOT_TAKEN = ("partials/nav-item.html", "partials/search.html", "partials/toc-item.html")
_MINUTES = 30  # after which a build is taken for hung


def build(configuration: Path, into: Path, site: Site) -> None:
    """Builds the site of the pages into the folder, as `mkdocs_plugin.building` does with MkDocs.

    Raises:
        CannotRun: Zensical is not installed, or refuses the configuration or a page.
    """
    if find_spec("zensical") is None:
        raise CannotRun("Zensical is not installed; run: pip install 'pmoascode[zensical]'")
    with TemporaryDirectory(prefix="pmo-") as made:
        project = Path(made).resolve()
        theirs = plain_settings(configuration)
        if not site.is_whole:  # no page is to lead to the repository
            theirs |= {"repo_url": None, "edit_uri": None}
        more = _more_sources(theirs)
        _lay_out(project, configuration.resolve().parent, theirs, site)
        _run(project, is_strict=bool(theirs.get("strict")))
        _fill_search(project / "site/search.json", site)
        if more is not None:
            _add_policy(project, more)
        shutil.copytree(project / "site", into, dirs_exist_ok=True)


def _lay_out(project: Path, home: Path, theirs: Settings, site: Site) -> None:
    """Everything that Zensical reads: it takes nothing from outside the folder of the project."""
    ours = plain_settings(PACKAGED / "mkdocs.yml")
    docs, look = project / "docs", project / "look"
    own = theirs.get("theme")
    custom = own.get("custom_dir") if isinstance(own, Mapping) else None
    for folder in (PACKAGED / "site/overrides", PACKAGED / "site/zensical"):
        _copy(files_below(folder), look)
    for name in _NOT_TAKEN:
        (look / name).unlink()
    if custom and not (home / custom).samefile(PACKAGED / "site/overrides"):
        _copy(files_below(home / custom), look)
    written = files_below(home / theirs.get("docs_dir", "docs"))
    _refuse_rivals(site, written)
    brought = files_below(PACKAGED / "site/docs")
    if not _options(theirs).get("guides"):
        brought = {name: path for name, path in brought.items() if name.startswith("assets/")}
    _copy(brought, docs)
    _copy(written, docs)
    for name in (name for name in written if name.endswith(".md")):
        _write(docs / name, filled(site, name, written[name].read_bytes()))
    for page in site.pages:
        edit = edit_address(page.source, theirs)
        _write(docs / source_name(page), source_text(page, site.sections, edit).encode())
    for file in site.files:
        _write(docs / file.path, file.content)
    pages = [name for name in {**brought, **written} if name.endswith(".md")]
    if theirs.get("use_directory_urls") is False:
        raise CannotRun("pmoascode needs `use_directory_urls: true` in mkdocs.yml")
    settings = _dressed(theirs, ours) | {"docs_dir": "docs", "site_dir": "site"}
    settings.setdefault("nav", navigation(site.pages, sorted(pages)))
    if site.name and settings["site_name"] == UNNAMED:
        settings["site_name"] = escape(site.name)
    text = json.dumps(settings, default=_name, indent=1)
    _write(project / "mkdocs.yml", text.encode())  # JSON is YAML


def _dressed(theirs: Settings, ours: Settings) -> Settings:
    """Their settings with our look where they set none, as the MkDocs adapter does it."""
    theme = theirs.get("theme")
    theme = dict(theme) if isinstance(theme, Mapping) else {}
    dressed = theirs | {"theme": ours["theme"] | theme | {"custom_dir": "look"}}
    dressed["theme"] |= {"name": "material", "variant": "classic"}
    for kind in ("extra_css", "extra_javascript"):
        own = theirs.get(kind) or []
        if not isinstance(own, list):
            raise CannotRun(f"`{kind}` of mkdocs.yml is no list; expected names of files")
        dressed[kind] = [name for name in ours[kind] if name not in own] + own
    dressed["extra"] = ours["extra"] | (theirs.get("extra") or {})
    dressed["plugins"] = [plugin for plugin in _plugins(theirs) if _plugin(plugin) != "pmoascode"]
    return dressed


def _plugins(settings: Settings) -> list[Any]:
    plugins = settings.get("plugins") or ["search"]
    return (
        [{name: said} for name, said in plugins.items()]
        if isinstance(plugins, Mapping)
        else plugins
    )


def _plugin(entry: object) -> str:
    return next(iter(entry)) if isinstance(entry, Mapping) else str(entry)


def _options(settings: Settings) -> Mapping[str, Any]:
    """What is said to our own plugin."""
    for entry in _plugins(settings):
        if isinstance(entry, Mapping) and "pmoascode" in entry:
            return dict(entry["pmoascode"] or {})
    return {}


def _name(value: object) -> str:
    """A function that the configuration names, by its name."""
    return f"{getattr(value, '__module__', '')}.{getattr(value, '__qualname__', value)}"


def _refuse_rivals(site: Site, written: Mapping[str, Path]) -> None:
    for page in site.pages:
        for rival in set(rivals(page)) & set(written):
            raise CannotRun(f"{rival} is written by hand and generated too; rename the file")


def _copy(files: Mapping[str, Path], into: Path) -> None:
    for name, path in files.items():
        if not path.is_symlink():
            _write(into / name, path.read_bytes())


def _write(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)


def _run(project: Path, *, is_strict: bool) -> None:
    command = [sys.executable, "-m", "zensical", "build", "-f", str(project / "mkdocs.yml")]
    try:
        done = subprocess.run(  # noqa: S603 -- a program of our own environment, with fixed arguments
            command + ["--strict"] * is_strict,
            cwd=project,
            capture_output=True,
            text=True,
            errors="replace",
            timeout=_MINUTES * 60,
            check=False,
        )
    except (OSError, subprocess.SubprocessError) as error:
        raise CannotRun(f"Zensical could not be run: {error}") from error
    if done.returncode or not (project / "site/index.html").is_file():
        said = (done.stdout + done.stderr).replace(f"{project}/", "").strip()
        raise CannotRun(f"the site cannot be built: Zensical says:\n{said}")


def _more_sources(theirs: Settings) -> Mapping[str, list[str]] | None:
    """What pages may load beside the site's own; None where the site wants no policy."""
    said = _options(theirs).get("content_security_policy", {})
    if said is False:
        return None
    more = said if isinstance(said, Mapping) else {}
    if wrong := unfit(more):
        raise CannotRun("content_security_policy in mkdocs.yml: " + "; ".join(wrong))
    styles = [*more.get("style-src", ()), "'unsafe-inline'"]  # Zensical's search writes its own
    return {**more, "style-src": styles}


def _add_policy(project: Path, more: Mapping[str, list[str]]) -> None:
    """Gives every page a policy under which no script runs but those that templates say."""
    found = find_spec("zensical")
    folders = [
        Path(folder) / "templates" for folder in (found and found.submodule_search_locations) or ()
    ]
    written: dict[str, Path] = {}
    for folder in (*folders, project / "look"):
        written |= files_below(folder)
    scripts = LikeWritten(
        path.read_text("utf-8") for name, path in written.items() if name.endswith(".html")
    )
    for name, path in files_below(project / "site").items():
        is_brought = (project / "docs" / name).is_file()  # a page as the office has finished it
        if name.endswith(".html") and not is_brought:
            html = path.read_text("utf-8")
            path.write_text(with_policy(html, scripts.known(html), more), "utf-8")


def _fill_search(index: Path, site: Site) -> None:
    """Gives the search of each generated page what MkDocs' search has of it, and no more.

    Zensical lists every heading; "Risks" would find each project's page before the page of risks.
    """
    if not index.is_file():
        return
    made = {f"{page.path}/" if page.path else "": page for page in site.pages}
    found = json.loads(index.read_text("utf-8"))
    items: list[Settings] = []
    for item in found["items"]:
        page = made.get(item["location"].partition("#")[0])
        if page is None:
            items.append(item)
        elif item["level"] == 1:
            told = {"title": escape(page.title, quote=False), "text": _paragraph(page.summary)}
            if page.words:
                told["text"] += _paragraph(", ".join(page.words))
            items.append(item | told)
            items += [_part(item, part) for part in page.found]
    found["items"] = items
    index.write_text(json.dumps(found, ensure_ascii=False, separators=(",", ":")), "utf-8")


def _part(item: Settings, part: Found) -> Settings:
    return item | {
        "location": f"{item['location']}#{part.id}",
        "level": 2,
        "title": escape(part.title, quote=False),
        "text": _paragraph(part.text),
    }


def _paragraph(text: str) -> str:
    return f"<p>{escape(text, quote=False)}</p>"
