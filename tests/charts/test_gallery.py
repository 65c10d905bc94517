"""The gallery that a person looks at."""

from pathlib import Path

from .cases import CASES
from .gallery import written


def test_shows_every_case_in_both_schemes(tmp_path: Path) -> None:
    pages = {file.stem: file.read_text("utf-8") for file in written(tmp_path)}
    index = pages.pop("index")
    assert all(f'href="{name}.html"' in index for name in pages)
    shown = "".join(pages.values())
    assert {name: shown.count(f"<h2>{name}</h2>") for name in CASES} == dict.fromkeys(CASES, 2)
    assert shown.count("data-md-color-scheme") == 2 * len(pages)
