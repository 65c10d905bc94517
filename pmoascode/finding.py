"""What a check says, and where: the severity, the place and the sentence of a finding."""

from dataclasses import dataclass
from enum import IntEnum

FIRST_VERSION = "0.1.0"  # of the program: since then there is what says nothing else


class Severity(IntEnum):
    """How much a finding weighs; a higher number weighs more."""

    INFO = 1
    WARNING = 2
    ERROR = 3

    @property
    def label(self) -> str:
        """The severity in lower case, as the policy and every report spell it."""
        return self.name.lower()


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """Where something stands in a file of the records."""

    path: str  # relative to the records' root, "/" between folders
    line: int = 1  # 1 is the first line
    column: int = 1  # 1 is the first character of the line
    width: int = 1  # characters to underline, 1 or more

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}"


@dataclass(frozen=True, slots=True)
class Finding:
    """One defect of the records, said to the people who keep them."""

    rule: str  # the rule's or the defect's name
    severity: Severity
    place: Place
    message: str  # which record, what is, what was expected
    remedy: str = ""  # how to put it right; empty where the message says it
    also: tuple[Place, ...] = ()  # the other half, where there is one
    record: str = ""  # kind and id, as in "project/apollo"
    keys: tuple[str | int, ...] = ()  # the value's path inside the file


@dataclass(frozen=True, slots=True)
class Defect:
    """A defect that is found while reading, before any rule can run; explained like a rule."""

    name: str
    title: str  # one sentence
    explanation: str  # why it matters
    remedy: str
    severity: Severity = Severity.ERROR
    sees: tuple[str, ...] = ("file",)  # what it takes to find it, as the catalogue of rules says
    since: str = FIRST_VERSION  # the version of the program that brought it


def order(finding: Finding) -> tuple[Place, int, str, str]:
    """The order in which findings are shown: by place, then the gravest first."""
    return (finding.place, -finding.severity, finding.rule, finding.message)


class CannotRun(Exception):
    """What the operator asked for cannot be done; one line, exit status 2."""
