"""The same records make the same bytes, whatever the machine's zone, language and chance."""

from pathlib import Path

import pytest

from .example import built

pytestmark = pytest.mark.browser
STAMPED = {"sitemap.xml.gz"}  # gzip notes the time


def contents(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.name not in STAMPED
    }


def test_two_builds_give_equal_bytes(office: Path, site: Path, tmp_path: Path) -> None:
    other = built(
        office,
        tmp_path / "site",
        TZ="Pacific/Kiritimati",
        LC_ALL="C",
        LANG="de_DE.UTF-8",
        PYTHONHASHSEED="4711",
        PYTHONUTF8="0",
    )
    first, second = contents(site), contents(other)
    assert first.keys() == second.keys()
    assert [path for path, content in first.items() if second[path] != content] == []
