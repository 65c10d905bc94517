"""Every page is HTML as the standard has it.

Judged by the Nu Html Checker (https://validator.github.io/validator/), which `make nu` fetches.
"""

import json
import shutil
import subprocess
from pathlib import Path

import pytest

CHECKER = Path(__file__).parents[2] / ".cache/html-checker/node_modules/vnu-jar/build/dist/vnu.jar"

needs_checker = pytest.mark.skipif(
    not (CHECKER.is_file() and shutil.which("java")),
    reason="the Nu Html Checker or java is not here; `make nu` fetches the checker",
)


def errors(folder: Path) -> list[str]:
    options = ["--skip-non-html", "--format", "json", "--exit-zero-always"]
    ran = subprocess.run(
        ["java", "-jar", str(CHECKER), *options, str(folder)],
        capture_output=True,
        text=True,
        check=True,
    )
    return [
        f"{each['url']}:{each.get('lastLine')}: {each['message']}"
        for each in json.loads(ran.stderr)["messages"]
        if each["type"] != "info"  # its warnings ask of files what only a server can answer
    ]


@needs_checker
def test_no_page_breaks_the_standard(site: Path) -> None:
    assert errors(site) == []


@needs_checker
def test_the_checker_finds_what_breaks_it(tmp_path: Path) -> None:
    broken = '<!doctype html><html lang="en"><head><title>x</title></head><ul><p>x</p></ul></html>'
    (tmp_path / "index.html").write_text(broken, "utf-8")
    (found,) = errors(tmp_path)
    assert "Element “p” not allowed as child of element “ul”" in found
