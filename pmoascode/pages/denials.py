"""What a page says where it finds nothing: that there is none, or that its edition has it not."""

from collections.abc import Mapping
from dataclasses import dataclass

from pmoascode.measures.health import Dimension
from pmoascode.office import Work
from pmoascode.pages.facts import Facts
from pmoascode.records.report import Report

LEFT_OUT = "Not part of this edition."
NONE_SHOWN = "None in this edition."
# What the colour of each dimension of a status is calculated from.
_BY_DATA: Mapping[str, tuple[str, ...]] = {
    "schedule": ("{work}.milestones", "{work}.finish"),
    "cost": ("finance.budget", "{work}.budget"),
    "risk": ("risk.probability", "risk.impact"),
}
_GROUNDS = {**_BY_DATA, "overall": sum(_BY_DATA.values(), ())}


@dataclass(frozen=True)
class Denials:
    """Denies of the facts no more than the edition can know."""

    facts: Facts

    def unless_left_out(self, text: str, *names: str) -> str:
        """The text that says one piece of work has none; what this edition can say in its place."""
        edition = self.facts.edition
        if edition.lacks(*names):
            return _like(text, LEFT_OUT)
        return _like(text, NONE_SHOWN) if edition.lacks_some(*names) else text

    def unless_withheld(self, report: Report | None, text: str, field: str, *names: str) -> str:
        """The same where the text is about a report, which itself may withhold the field."""
        if report and any(each.field.partition(".")[0] == field for each in report.withheld):
            return LEFT_OUT
        return self.unless_left_out(text, f"report.{field}", *names)

    def none_of_all(self, text: str, *names: str) -> str:
        """The same where the text is about all work: work that is kept back could have some.

        Without names, whatever is kept back could be what the text denies.
        """
        edition = self.facts.edition
        is_sure = edition.is_whole or (names and edition.has_all_work)
        return self.unless_left_out(text if is_sure else _like(text, NONE_SHOWN), *names)

    def reason(self, of: Dimension, work: Work) -> str:
        """Why the dimension has its colour, as far as this edition shows what that comes from."""
        named, edition = _GROUNDS.get(of.name, ()), self.facts.edition
        grounds = [each.format(work=work.kind) for each in named]
        if edition.has_whole(*grounds):
            return of.reason
        if of.name == "overall" and of.calculated == "green":
            return "Nothing in this edition is outside its tolerance."
        if of.calculated != "grey":
            return of.reason
        return NONE_SHOWN if edition.lacks_some(*grounds) else LEFT_OUT


def _like(text: str, said: str) -> str:
    """What is said in the place of the text: a sentence, or a few words where that is no more."""
    said = said if text.endswith(".") else said.rstrip(".")
    return said if text[0].isupper() else said[0].lower() + said[1:]
