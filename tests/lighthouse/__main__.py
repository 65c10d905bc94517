"""Prints the scores that Lighthouse gives to pages of the built example, and fails below the least.

Lighthouse: https://developer.chrome.com/docs/lighthouse. Scores of speed are of this machine, under
the connection and the processor of a phone or a desktop as Lighthouse imitates them.
"""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

from tests.browser.kinds import KINDS
from tests.lighthouse.compressed import compressed

ROOT = Path(__file__).resolve().parents[2]
PROGRAM = ROOT / ".cache/lighthouse/node_modules/lighthouse/cli/index.js"
SITE = ROOT / "build/site"
PAGES = ("", "projects/leak-sensors/", "roadmap/", "changes/", "risks/", "people/", "registers/")
LEAST = {"performance": 95, "accessibility": 100, "best-practices": 100, "seo": 100}
FORMS = {"mobile": (), "desktop": ("--preset=desktop",)}


def main() -> int:
    """Each page in each form; the answer is 1 where a score is too low."""
    asked = sys.argv[1:] or PAGES
    assert {*asked} <= {*KINDS}, "a page that the example does not have"
    low = 0
    print("| page | form | " + " | ".join(LEAST) + " |\n|---|---|" + "--:|" * len(LEAST))
    with compressed(SITE) as address:
        for path in asked:
            for form, options in FORMS.items():
                report = judged(address + path, options)
                scores = {name: round(100 * score) for name, score in _scores(report)}
                shown = " | ".join(str(scores[name]) for name in LEAST)
                print(f"| `{path or '/'}` | {form} | {shown} |", flush=True)
                for line in _reasons(report, scores):
                    print("    " + line, file=sys.stderr, flush=True)
                low += any(scores[name] < least for name, least in LEAST.items())
    return 1 if low else 0


def judged(address: str, options: tuple[str, ...]) -> dict[str, Any]:
    """What Lighthouse says of the page."""
    flags = "--chrome-flags=--headless=new --no-sandbox --disable-gpu"
    command = ["node", str(PROGRAM), address, "--quiet", "--output=json", flags, *options]
    only = f"--only-categories={','.join(LEAST)}"
    ran = subprocess.run(
        [*command, only],
        capture_output=True,
        text=True,
        check=False,
        env=os.environ | {"CHROME_PATH": shutil.which("chromium") or ""},
    )
    if ran.returncode:
        raise SystemExit(ran.stderr)
    report: dict[str, Any] = json.loads(ran.stdout)
    return report


def _scores(report: dict[str, Any]) -> list[tuple[str, float]]:
    return [(name, each["score"] or 0) for name, each in report["categories"].items()]


def _reasons(report: dict[str, Any], scores: dict[str, int]) -> list[str]:
    """The audits that cost the page points, with what they measured."""
    told = []
    for name, category in report["categories"].items():
        for part in category["auditRefs"] if scores[name] < 100 else ():
            audit = report["audits"][part["id"]]
            if part["weight"] and audit["score"] is not None and audit["score"] < 0.9:
                told.append(f"{name}: {audit['title']} {audit.get('displayValue', '')}")
                told += [f"    {place}" for place in _places(audit)]
    return told


def _places(audit: dict[str, Any]) -> list[str]:
    items = audit.get("details", {}).get("items", [])
    nodes = (each["node"] for each in items[:4] if isinstance(each.get("node"), dict))
    return [str(node.get("snippet", "")) for node in nodes]


if __name__ == "__main__":
    sys.exit(main())
