"""`pmo serve` on a page of the office's own: it follows the records, and outlives mistakes."""

import re
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import pytest

from tests.pages.small_site import SMALL
from tests.site_shell.building import ROOT
from tests.site_shell.test_own_pages_in_sites import WATCHED, office

__all__ = ["office"]  # a fixture
_RUN = "from pmoascode.cli import main; main()"
_PATIENCE = 30  # seconds, for a machine with much to do
PAGE, TEMPLATE = Path("site/docs/board/watch.md"), Path("site/overrides/pmo/home.html.jinja")


class Preview:
    """A running `pmo serve`."""

    def __init__(self, address: str, told: Path) -> None:
        self._address, self.told = address, told

    def shows(self, text: str, path: str = "board/watch/") -> bool:
        """Whether the page comes to show the text."""
        return _comes(lambda: text in self._page(path))

    def tells(self, text: str) -> bool:
        """Whether the terminal comes to show the text."""
        return _comes(lambda: text in self.told.read_text("utf-8"))

    def _page(self, path: str) -> str:
        try:
            with urlopen(self._address + path, timeout=5) as answer:  # noqa: S310 -- ours
                return str(answer.read().decode("utf-8"))
        except (URLError, TimeoutError):
            return ""


def _comes(is_so: Callable[[], bool]) -> bool:
    end = time.monotonic() + _PATIENCE
    while not (found := is_so()) and time.monotonic() < end:
        time.sleep(0.05)
    return found


@pytest.fixture
def preview(office: Path) -> Iterator[Preview]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{free.getsockname()[1]}"
    told = office / "told.txt"
    with told.open("w") as terminal:
        serving = subprocess.Popen(
            [sys.executable, "-c", _RUN, "serve", "--today", "2026-11-10", "--address", address],
            cwd=office,
            env={"PYTHONPATH": str(ROOT), "PATH": "/usr/bin:/bin"},
            stdout=terminal,
            stderr=terminal,
        )
    yield Preview(f"http://{address}/", told)
    assert serving.poll() is None, told.read_text("utf-8")
    serving.kill()
    serving.wait()


def test_a_page_of_ones_own_follows_its_file_and_the_records(preview: Preview) -> None:
    number = len(list((SMALL / "projects").glob("*/project.yaml")))
    assert preview.shows(f"<p>{number} projects.</p>")
    PAGE.write_text(WATCHED.replace("projects.\n", "of them.\n"), "utf-8")
    assert preview.shows(f"<p>{number} of them.</p>")
    record = next(Path("portfolio/projects").glob("*/project.yaml"))
    text = record.read_text("utf-8")
    renamed = re.sub("^name: .*", "name: Renamed in haste", text, flags=re.MULTILINE)
    record.write_text(renamed, "utf-8")
    assert preview.shows("Renamed in haste")


def test_a_mistake_in_a_page_is_told_in_its_place(preview: Preview) -> None:
    assert preview.shows(" projects.</p>")
    PAGE.write_text(WATCHED.replace("pmo.table(", "pmo.tabel("), "utf-8")
    said = "site/docs/board/watch.md:10: there is no function `tabel`; expected one of rows"
    assert preview.shows(f"This page cannot be shown until this is put right: {said}")
    assert preview.tells(said)
    PAGE.write_text(WATCHED.replace("projects.\n", "again.\n"), "utf-8")
    assert preview.shows(" again.</p>")


def test_a_mistake_in_a_template_leaves_the_site_as_it_was(preview: Preview) -> None:
    assert preview.shows("<p>Ours.</p>", "")
    text = TEMPLATE.read_text("utf-8")
    TEMPLATE.write_text(text.replace("{% endblock %}", "{% endblok %}"), "utf-8")
    assert preview.tells(f"{TEMPLATE}:5: Encountered unknown tag 'endblok'")
    assert preview.tells("The preview stays as it was until this is put right.")
    assert preview.shows("<p>Ours.</p>", "")
    TEMPLATE.write_text(text.replace("Ours.", "Ours again."), "utf-8")
    assert preview.shows("<p>Ours again.</p>", "")
    assert "Traceback" not in preview.told.read_text("utf-8")
