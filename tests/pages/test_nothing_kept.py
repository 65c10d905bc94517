"""What pages say of an office that keeps no such records: not that all is well."""

from dataclasses import replace

from pmoascode.pages.risks import risks
from pmoascode.records.risk import Risk
from tests.pages.small_site import LARGE, facts, office


def test_an_office_without_risks_is_not_said_to_be_without_threats() -> None:
    records = office(LARGE)
    without = replace(records, records={**records.records, Risk: {}})
    (page,) = risks(facts(without))
    assert "No project keeps a risk on record." in page.html
    assert "threat" not in page.html
