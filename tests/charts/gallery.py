"""`python -m tests.charts.gallery FOLDER` writes a page a chart: its hard cases, light and dark."""

import sys
from itertools import groupby
from pathlib import Path
from shutil import copy

from markupsafe import Markup

from .cases import CASES

_ASSETS = Path(__file__).parents[2] / "site" / "docs" / "assets"
_STYLES = ("pmo.css", "components.css", "print.css")
_SCRIPT = "tables.js"  # scrolls each drawing to where it begins
_PAGE = Markup(
    '<!doctype html><html lang="en"><meta charset="utf-8">'
    '<meta name="viewport" content="width=device-width"><title>{title}</title>{styles}'
    '<body class="md-typeset" style="font-family: var(--pmo-sans); margin: 0">'
    '{body}<script src="{script}"></script>'
)
_CASE = Markup("<h2>{}</h2><div>{}</div>")
_SCHEME = Markup(
    '<section data-md-color-scheme="{scheme}"'
    ' style="background: var(--pmo-paper); color: var(--pmo-ink); padding: 16px">{cases}</section>'
)


def written(folder: Path) -> tuple[Path, ...]:
    """The pages, one for each chart, after the list of them."""
    folder.mkdir(parents=True, exist_ok=True)
    for asset in (*_STYLES, _SCRIPT):
        copy(_ASSETS / asset, folder)
    charts = {name: tuple(cases) for name, cases in groupby(sorted(CASES), _chart)}
    links = (Markup('<li><a href="{0}.html">{0}</a></li>').format(name) for name in charts)
    listed = Markup("<ul>{}</ul>").format(Markup("").join(links))
    pages = {"index": listed} | {name: _schemes(cases) for name, cases in charts.items()}
    return tuple(_saved(folder / f"{name}.html", body) for name, body in pages.items())


def _chart(case: str) -> str:
    return case.partition("-")[0]


def _schemes(cases: tuple[str, ...]) -> Markup:
    drawn = Markup("").join(_CASE.format(name, CASES[name]()) for name in cases)
    schemes = ("default", "slate")
    return Markup("").join(_SCHEME.format(scheme=scheme, cases=drawn) for scheme in schemes)


def _saved(file: Path, body: Markup) -> Path:
    styles = Markup("").join(Markup('<link rel="stylesheet" href="{}">').format(s) for s in _STYLES)
    page = _PAGE.format(title=file.stem, styles=styles, body=body, script=_SCRIPT)
    file.write_text(page, encoding="utf-8")
    return file


if __name__ == "__main__":
    for page in written(Path(sys.argv[1])):
        print(page)
