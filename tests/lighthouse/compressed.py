"""A folder served as Pages serves it: compressed with gzip, and kept by the browser for a while."""

import gzip
from contextlib import AbstractContextManager
from functools import lru_cache
from pathlib import Path

from tests.browser.serving import Quiet, served

_COMPRESSED = (".html", ".css", ".js", ".json", ".svg", ".xml", ".csv", ".ics", ".atom")


class _Compressing(Quiet):
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:  # noqa: N802 -- the name that the server calls
        file = Path(self.translate_path(self.path))
        file = file / "index.html" if file.is_dir() else file
        if not file.is_file():
            self.send_error(404)
            return
        is_compressed = file.suffix in _COMPRESSED
        content = _gzipped(file) if is_compressed else file.read_bytes()
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(str(file)))
        self.send_header("Content-Length", str(len(content)))
        self.send_header("Cache-Control", "max-age=600")
        if is_compressed:
            self.send_header("Content-Encoding", "gzip")
        self.end_headers()
        self.wfile.write(content)


@lru_cache(maxsize=1024)
def _gzipped(file: Path) -> bytes:
    return gzip.compress(file.read_bytes())


def compressed(folder: Path) -> AbstractContextManager[str]:
    """The address of the folder, on a free port."""
    return served(folder, _Compressing)
