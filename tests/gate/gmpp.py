"""Six years of real returns as six pull requests, each judged against the year before.

`python -m tests.gate.gmpp [PROFILE]` prints how often each rule finds something, year by year.
"""

import datetime as dt
import subprocess
import sys
from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from shutil import copy
from tempfile import TemporaryDirectory

from click.testing import CliRunner

from pmoascode.cli.import_ import import_group
from pmoascode.revision import opened
from pmoascode.verdict import Verdict

ROOT = Path(__file__).resolve().parents[2]
DATA = ROOT.parent / "shared" / "data" / "gmpp"
MAPS = ROOT / "site" / "docs" / "guides" / "gmpp"
STATES = {  # report to the day whose state it shows
    2016: dt.date(2015, 9, 30),
    2017: dt.date(2016, 9, 30),
    2018: dt.date(2017, 9, 30),
    2019: dt.date(2018, 9, 30),
    2020: dt.date(2019, 9, 30),
    2021: dt.date(2021, 3, 31),
}


def made(folder: Path, profile: str) -> Path:
    """The records in a repository: one commit a year, with its tag, after one without projects."""
    records = folder / "portfolio"
    for name in ("people", "policy/lifecycles"):
        (records / name).mkdir(parents=True)
    copy(MAPS / "organisation.yaml", records)
    copy(MAPS / "ipa.yaml", records / "people")
    copy(MAPS / "under-way.yaml", records / "policy" / "lifecycles")
    policy = (MAPS / "policy.yaml").read_text("utf-8").replace("starter", profile)
    (records / "policy" / "policy.yaml").write_text(policy, encoding="utf-8")
    _git(folder, "init", "--quiet", "--initial-branch=main")
    _commit(folder, 2015)
    for year in STATES:
        maps, table = str(MAPS / "returns-map.yaml"), str(DATA / f"gmpp_{year}.csv")
        words = ["csv", "--map", maps, table, "--records", str(records)]
        assert CliRunner().invoke(import_group, words, standalone_mode=False).exception is None
        _commit(folder, year)
    return records


def judged(records: Path) -> dict[int, Verdict]:
    """Each year against the year before, on the day whose state it shows."""
    return {
        year: opened(
            records, at=f"return-{year}", base=f"return-{year - 1}", today=STATES[year]
        ).verdict
        for year in STATES
    }


def counts(verdict: Verdict) -> Counter[str]:
    """Rule to how often it found something that the year has brought."""
    return Counter(finding.rule for finding in verdict.findings)


def table(verdicts: Mapping[int, Verdict]) -> str:
    """Rule by rule what each year brought, and what stood apart in the last; as Markdown."""
    by_year = [counts(verdict) for verdict in verdicts.values()]
    standing = Counter(finding.rule for finding in verdicts[max(verdicts)].standing)
    rules = sorted(set().union(*by_year, standing), key=lambda rule: -sum(c[rule] for c in by_year))
    rows = [
        f"| `{rule}` | {' | '.join(str(c[rule] or '') for c in [*by_year, standing])} |"
        for rule in rules
    ]
    head = f"| rule | {' | '.join(map(str, verdicts))} | standing |"
    return "\n".join([head, "|---" + "|---:" * (len(by_year) + 1) + "|", *rows])


def _commit(folder: Path, year: int) -> None:
    _git(folder, "add", ".")
    _git(folder, "commit", "--quiet", "--message", f"Return of {year}")
    _git(folder, "tag", f"return-{year}")


def _git(folder: Path, *words: str) -> None:
    who = ["-c", "user.name=Importer", "-c", "user.email=importer@office.example"]
    subprocess.run(["git", "-C", str(folder), *who, *words], check=True, capture_output=True)


if __name__ == "__main__":
    if not DATA.is_dir():
        sys.exit(f"The returns of the six years are expected in {DATA}.")
    with TemporaryDirectory() as temporary:
        print(table(judged(made(Path(temporary), " ".join(sys.argv[1:]) or "full"))))
