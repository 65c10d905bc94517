"""`pmo check`, all rules, beside check-jsonschema, the schema alone, on the same files."""

import tempfile
from pathlib import Path

from benchmarks.generated import written
from benchmarks.timing import BIN, seconds, told

SCHEMA = Path(__file__).parent.parent / "schema" / "project.schema.json"


def measured(projects: int = 1000, runs: int = 3) -> str:
    """The outcome in one line."""
    with tempfile.TemporaryDirectory() as place:
        folder = written(Path(place) / "portfolio", projects)
        files = sorted(str(path) for path in folder.glob("projects/*/project.yaml"))
        size = sum(Path(path).stat().st_size for path in files) / len(files)
        ours = seconds(
            [str(BIN / "pmo"), "check", "--records", str(folder), "--today", "2026-01-15"],
            runs=runs,
            allowed=(0, 1),
        )
        theirs = seconds(
            [str(BIN / "check-jsonschema"), "--schemafile", str(SCHEMA), *files], runs=1
        )
    work = f"check of {projects:,} projects of {size / 1024:.1f} KB, cold, all rules"
    return told(work, ours, "check-jsonschema, schema only", theirs)
