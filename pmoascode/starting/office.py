"""The whole repository of an office that begins: its records, and what stands around them."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial

from pmoascode.document import Blob, Files, blob_id
from pmoascode.exchange.codeowners import CodeOwners
from pmoascode.office import Office, load
from pmoascode.records.organisation import Organisation, Unit
from pmoascode.records.person import Person
from pmoascode.starting.answers import Answers, Around
from pmoascode.starting.around import RECORDS, REQUESTS, around
from pmoascode.starting.records import records
from pmoascode.starting.templating import text
from pmoascode.verdict.code_owners import PLACES

EXAMPLE_DAY = dt.date(2026, 11, 10)  # the day on which the example's records are as of today


@dataclass(frozen=True)
class Shipped:
    """What comes with the program."""

    built_in: Files
    example: Files
    pipeline: str  # for GitLab


def begun(answers: Answers, shipped: Shipped) -> Mapping[str, bytes]:
    """The repository of the answers: path to content, sorted."""
    made = {path: said.encode() for path, said in records(answers).items()}
    return _repository(made, answers.around, answers.day, shipped)


def example(said: Around, day: dt.date, shipped: Shipped) -> Mapping[str, bytes]:
    """The repository of the example: path to content, sorted."""
    made = {path: blob.read() for path, blob in shipped.example.items()}
    return _repository(made, said, day, shipped)


def _repository(
    made: Mapping[str, bytes], said: Around, day: dt.date, shipped: Shipped
) -> Mapping[str, bytes]:
    office = load({path: as_blob(content) for path, content in made.items()}, shipped.built_in)
    files = {**around(said, shipped.pipeline), **_told(office, said, day)}
    if said.forge:
        owners = CodeOwners(office, RECORDS, day, said.forge)
        files[PLACES[said.forge][0]] = owners.text
    in_place = {f"{RECORDS}/{path}": content for path, content in made.items()}
    return dict(sorted((in_place | {path: it.encode() for path, it in files.items()}).items()))


def as_blob(content: bytes) -> Blob:
    """The content as a file of the records."""
    return Blob(blob_id(content), len(content), partial(bytes, content))


def _told(office: Office, said: Around, day: dt.date) -> Mapping[str, str]:
    """The pages that speak of the organisation, as its records have it."""
    organisation = office.organisation
    if organisation is None:
        return {}
    unit = next((each for each in organisation.units.values() if each.type_ == "pmo"), None)
    head = organisation.positions.get((unit and unit.head) or "")
    return {
        "README.md": text(
            "README.md",
            organisation=organisation.name,
            head=office.find(Person, head.holder) if head else None,
            period=f"{day:%Y-%m}",
            request=REQUESTS[said.forge],
            requirement=said.program.with_extra("site") if said.program else "",
        ),
        "site/docs/guides/our-office.md": text(
            "our-office.md",
            organisation=organisation.name,
            superior=_superior(organisation, unit),
            rationale=(unit and unit.reporting_rationale) or "",
        ),
    }


def _superior(organisation: Organisation, unit: Unit | None) -> str:
    above = organisation.positions.get((unit and unit.reports_to) or "")
    return above.title if above else "senior leadership"
