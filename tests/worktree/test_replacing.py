"""No folder is replaced that is not ours, and none by half of another."""

from pathlib import Path

import pytest

from pmoascode.finding import CannotRun
from pmoascode.worktree import replacing


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_folder_made_here_is_replaced(tmp_path: Path) -> None:
    site = tmp_path / "site"
    for text in ("old", "new"):
        with replacing(site) as folder:
            (folder / "index.html").write_text(text, encoding="utf-8")
    assert (site / "index.html").read_text(encoding="utf-8") == "new"
    assert names(tmp_path) == ["site"]


def test_a_folder_of_somebody_else_is_never_replaced(tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("dear", encoding="utf-8")
    with pytest.raises(CannotRun, match="something else"), replacing(tmp_path):
        pass
    assert names(tmp_path) == ["mine.txt"]


def test_a_failed_build_leaves_the_old_folder(tmp_path: Path) -> None:
    site = tmp_path / "site"
    with replacing(site) as folder:
        (folder / "index.html").write_text("old", encoding="utf-8")
    with pytest.raises(ZeroDivisionError), replacing(site):
        raise ZeroDivisionError
    assert (site / "index.html").read_text(encoding="utf-8") == "old"
    assert names(tmp_path) == ["site"]


def test_a_run_cut_off_between_its_renames_is_put_right(tmp_path: Path) -> None:
    old = tmp_path / ".site-old"
    old.mkdir()
    (old / ".made-by-pmo").write_text("", encoding="utf-8")
    with pytest.raises(ZeroDivisionError), replacing(tmp_path / "site"):
        raise ZeroDivisionError
    assert names(tmp_path) == ["site"]
