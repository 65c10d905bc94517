"""Runs the benchmarks: `python -m benchmarks [NAME ...]`, or `make bench`."""

import sys
from collections.abc import Callable, Mapping

from benchmarks import capacity, check, site

BENCHMARKS: Mapping[str, Callable[[], str]] = {
    "check": check.measured,
    "capacity": capacity.measured,
    "site": site.measured,
}


def main(names: list[str]) -> None:
    """Prints one line a benchmark; all of them if none is named."""
    for name in names or BENCHMARKS:
        print(f"{name}: {BENCHMARKS[name]()}", flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
