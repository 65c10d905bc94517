"""Who sits at this desk: the person of the office under whose address git commits here."""

from pathlib import Path

from pmoascode.finding import CannotRun
from pmoascode.forge import person_at
from pmoascode.office import Office
from pmoascode.records.person import Person


def person_here(office: Office, folder: Path) -> Person | None:
    """The person with the address that git has here; None where nobody, or nobody alone, has it."""
    from pmoascode.repository import Repository

    try:
        with Repository.open(folder) as repository:
            return person_at(repository.user_email, office)
    except CannotRun:  # no repository
        return None
