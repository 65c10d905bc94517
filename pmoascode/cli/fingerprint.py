"""The command `pmo fingerprint`: what an approval says of the records that it is about."""

import datetime as dt
from pathlib import Path, PurePosixPath

import click

from pmoascode.cli import options
from pmoascode.finding import CannotRun, Severity
from pmoascode.fingerprint import SUBJECTS, subject_fingerprints
from pmoascode.office import Office
from pmoascode.records.programme import Programme
from pmoascode.records.project import Project

_KINDS: dict[str, type[Project] | type[Programme]] = {
    "projects": Project,
    "programmes": Programme,
}


@click.command(
    epilog="""\b
Examples:
  pmo fingerprint projects/apollo                  everything that a gate can approve
  pmo fingerprint projects/apollo pid finance      these two alone
  pmo fingerprint programmes/front-door --at HEAD  as committed"""
)
@click.argument("folder")
@click.argument("kinds", nargs=-1, type=click.Choice(SUBJECTS), metavar="[KIND]...")
@options.of_workspace
def fingerprint(
    folder: str,
    kinds: tuple[str, ...],
    records: Path | None,
    at: str | None,
    today: dt.date | None,
) -> int:
    """Print what to put under `subject` in an approval of a project or programme.

    A fingerprint covers what is approved of a record: baselines, scope and justification, not
    forecasts, actual figures, comments or layout. Once that changes, the approval is stale.
    """
    office = options.opened(records, at, today).office
    work = _work(office, folder)
    _refuse_unreadable(office, work)
    found = subject_fingerprints(office, work)
    absent = [kind for kind in kinds if kind not in found]
    if absent:
        raise click.UsageError(f"{work.kind} {work.id} has no {' and no '.join(absent)}")
    click.echo("subject:")
    for kind in kinds or found:
        click.echo(f"  - {{record: {kind}, fingerprint: {_quoted(found[kind])}}}")
    return 0


def _work(office: Office, folder: str) -> Project | Programme:
    """The project or programme in the folder, which may be named from anywhere above it."""
    parts = PurePosixPath(folder.replace("\\", "/")).parts[-2:]
    kind = _KINDS.get(parts[0]) if len(parts) == 2 else None
    if kind is None:
        raise click.UsageError(f"{folder} is no folder such as projects/apollo")
    work: Project | Programme | None = office.find(kind, parts[1])
    if work is None:
        raise click.UsageError(f"there is no {kind.kind} {parts[1]} that can be read")
    return work


def _refuse_unreadable(office: Office, work: Project | Programme) -> None:
    """Raises CannotRun where a part of the work could not be read, and would be left out."""
    folder = str(PurePosixPath(work.path).parent)
    for finding in office.findings:
        if finding.place.path.startswith(f"{folder}/") and finding.severity is Severity.ERROR:
            raise CannotRun(f"{finding.place} must be put right first: {finding.message}")


def _quoted(text: str) -> str:
    """The fingerprint as text, quoted where YAML could read a number, as in 12345678 or 1e5."""
    return text if text.strip("0123456789e") else f'"{text}"'
