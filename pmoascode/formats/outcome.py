"""What became of each finding: it counts, it was there before, or a waiver excuses it."""

import hashlib
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from pmoascode.finding import Finding, Severity, order
from pmoascode.records.waiver import Waiver
from pmoascode.verdict import Verdict

Fate = Literal["counts", "standing", "waived"]


@dataclass(frozen=True)
class Outcome:
    """One finding and what became of it."""

    finding: Finding
    fate: Fate
    fingerprint: str  # the same from run to run, wherever the line moves
    waiver: Waiver | None = None  # which excuses it


def outcomes(verdict: Verdict, least: Severity) -> tuple[Outcome, ...]:
    """Every finding of the verdict of at least the severity, by place."""
    fates: list[tuple[Finding, Fate, Waiver | None]] = [
        *((finding, "counts", None) for finding in verdict.findings),
        *((finding, "standing", None) for finding in verdict.standing),
        *((waived.finding, "waived", waived.waiver) for waived in verdict.waived),
    ]
    fates.sort(key=lambda each: (order(each[0]), each[1]))
    names = fingerprints(each[0] for each in fates)
    return tuple(
        Outcome(finding, fate, name, waiver)
        for (finding, fate, waiver), name in zip(fates, names, strict=True)
        if finding.severity >= least
    )


def fingerprints(findings: Iterable[Finding]) -> Iterator[str]:
    """A name for each finding: rule, record, file and keys, never the line nor the sentence.

    Of several that agree in all this, each further one is numbered, since readers take two
    findings of one fingerprint for the same.
    """
    seen: dict[str, int] = {}
    for finding in findings:
        name = json.dumps([finding.rule, finding.record, finding.place.path, finding.keys])
        seen[name] = number = seen.get(name, 0) + 1
        full = f"{name}#{number}" if number > 1 else name
        yield hashlib.sha256(full.encode()).hexdigest()[:32]
