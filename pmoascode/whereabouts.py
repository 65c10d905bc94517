"""Where the records are: the folder that a command works on unless it is told otherwise."""

from pathlib import Path

from pmoascode.finding import CannotRun

RECORDS = "portfolio"  # the folder of the records, unless told otherwise


def nearest() -> Path:
    """The folder `portfolio` here or above, or the folder above that is an office itself.

    Raises:
        CannotRun: there is none.
    """
    here = Path.cwd()
    for place in (here, *here.parents):
        if (place / RECORDS).is_dir():
            return place / RECORDS
        if (place / "organisation.yaml").is_file():
            return place
    raise CannotRun(
        f"there is no folder {RECORDS} here or above; say where the records are with --records"
    )
