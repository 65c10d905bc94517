"""Takes the pictures of the README: `python -m demo.pictures SITE FOLDER`, light and dark."""

import sys
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Literal

from playwright.sync_api import Browser, sync_playwright

from demo.palette import small

_CHROMIUM = "/usr/bin/chromium"
_WIDE = 1280
_SHOWN = {  # name: page of the site, and how many pixels of its height
    "home": ("", 1180),
    "report": ("projects/leak-sensors/", 1100),
    "roadmap": ("roadmap/", 860),
    "changes": ("changes/", 760),
}
_SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Say nothing."""


def pictures(site: Path, folder: Path) -> None:
    """Writes each picture of the site into the folder."""
    folder.mkdir(parents=True, exist_ok=True)
    serve = partial(_Quiet, directory=str(site))
    with ThreadingHTTPServer(("127.0.0.1", 0), serve) as server, sync_playwright() as driver:
        Thread(target=server.serve_forever, daemon=True).start()
        browser = driver.chromium.launch(executable_path=_CHROMIUM, args=["--no-sandbox"])
        for name, (path, high) in _SHOWN.items():
            for scheme in _SCHEMES:
                address = f"http://127.0.0.1:{server.server_port}/{path}"
                taken = small(_taken(browser, address, high, scheme))
                (folder / f"{name}-{scheme}.png").write_bytes(taken)
        browser.close()
        server.shutdown()


def _taken(browser: Browser, address: str, high: int, scheme: Literal["light", "dark"]) -> bytes:
    page = browser.new_page(viewport={"width": _WIDE, "height": high}, color_scheme=scheme)
    page.goto(address)
    page.wait_for_timeout(300)  # until tables and filters are there
    picture = page.screenshot()
    page.close()
    return picture


if __name__ == "__main__":
    pictures(Path(sys.argv[1]), Path(sys.argv[2]))
