"""What is taken out of a text that tells of people who are not named."""

import re

import pytest

from pmoascode.audience import discretion
from pmoascode.audience.discretion import Discretion
from pmoascode.records.person import Person
from tests.views.test_people_and_roles import office_with

PEOPLE = {
    "tom-berg": "name: Tom Berg\nemail: tom.berg@harbour.example\nformer_ids: [tom-meier]\n"
    "identities: {emails: [tb@home.example], github: {login: tberg-hub}}\npublish: initials\n",
    "juergen-groesser": "name: Jürgen von Größer\npublish: initials\n",
    "siobhan-oleary": "name: Siobhan O'Leary\npublish: initials\n",
    "mei-ling-chan": "name: Mei-Ling Chan\npublish: initials\n",
    "grace-mark": "name: Grace Mark\npublish: initials\n",
    "bill-waters": "name: Bill Waters\npublish: initials\n",
    "sam-okoro": "name: Sam Okoro\n",
    "david-okoro": "name: David Okoro\npublish: initials\n",
    "eva-okoro": "name: Eva Okoro\npublish: role\n",
    "wang": "name: 王小明\npublish: role\n",
    "hanako": "name: 山田 花子\npublish: role\n",
    "anil": "name: अनिल कपूर\npublish: initials\n",
    "david-cohen": "name: דָּוִד כֹּהֵן\npublish: initials\n",
    "soren-orsted": "name: Søren Ørsted\npublish: initials\n",
    "ayo-adebayo": "name: Ayọ̀ Adébáyọ̀kun\npublish: initials\n",
}
POLICY = "people: {publish: full, words: [Bill, waters]}\n"


def discreet(policy: str = POLICY) -> Discretion:
    people = {f"people/{id}.yaml": text for id, text in PEOPLE.items()}
    return discretion(office_with({"policy/policy.yaml": policy} | people))


def test_a_body_among_the_people_takes_no_word_of_the_trade_away() -> None:
    body = "name: Infrastructure and Projects Authority\npublish: role\n"
    discreet_ = discretion(office_with({"policy/policy.yaml": POLICY, "people/ipa.yaml": body}))
    assert discreet_("341 running projects") == "341 running projects"
    assert discreet_("The Infrastructure and Projects Authority's word") == "The not named's word"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # ids, addresses and logins, whole names in any case and order
        ("tom-berg is given 120 %", "T. B. is given 120 %"),
        ("Tom Berg (tom-berg) left", "T. B. (T. B.) left"),
        ("BERG, TOM and tom_berg", "T. B. and T. B."),
        ("Tom\n    Berg", "T. B."),
        # names of files, and what is set apart by signs
        ("TomBerg.pdf, bergtom.jpg, tomberg_2.docx", "T. B..pdf, T. B..jpg, T. B._2.docx"),
        ("ask-tomberg-again, Mei-LingChan.pdf", "ask-T. B.-again, M. C..pdf"),
        ("**Grace** Mark, Grace (Mark), Grace/Mark", "**G. M., G. M.), G. M."),
        ("tom.berg@harbour.example or tb@home.example", "T. B. or T. B."),
        ("tberg-hub, once tom-meier", "T. B., once T. B."),
        ("people/tom-berg.yaml", "people/T. B..yaml"),
        ("ask-tom-berg-again", "ask-T. B.-again"),
        # parts of names
        ("Ask Berg, or Tom's deputy", "Ask T. B., or T. B.'s deputy"),
        ("Tom Bergmann and tom-bergs stay", "T. B. Bergmann and tom-bergs stay"),
        ("a tom-tom at the berg", "a tom-tom at the berg"),
        ("CHAN, Mei and Ling", "M. C., M. C. and M. C."),
        ("Siobhan OLeary, O'Leary, Leary", "S. O., S. O., S. O."),
        ("Siobhan O\u2019Leary", "S. O."),
        # accents and what keyboards make of them
        ("Jürgen von Größer", "J. V. G."),
        ("JÜRGEN, Jurgen, Juergen, größer", "J. V. G., J. V. G., J. V. G., J. V. G."),
        ("Ju\N{COMBINING DIAERESIS}rgen", "J. V. G."),
        ("Grösser von hier", "Grösser von hier"),
        ("Soren and Orsted, Soeren Oersted, SØREN", "S. Ø. and S. Ø., S. Ø., S. Ø."),
        ("Ayọ̀ said, Adebayokun too, ayọ̀ adébáyọ̀kun", "A. A. said, A. A. too, A. A."),
        # ordinary words stay where they stand alone
        ("Grace period of the mark", "Grace period of the mark"),
        ("Grace Mark, grace-mark", "G. M., G. M."),
        ("Bill the water; Waters rise", "Bill the water; Waters rise"),
        ("Bill Waters pays", "B. W. pays"),
        # who is named stays, also beside a namesake
        ("sam-okoro and Sam Okoro", "sam-okoro and Sam Okoro"),
        ("Ana Keller, ana-keller", "Ana Keller, ana-keller"),
        ("Okoro said so", "not named said so"),
        ("David Okoro", "D. O."),
        # cut short, and scripts without spaces
        ("Siob… and Sio…", "not named… and not named…"),
        ("So…", "So…"),
        ("问王小明吧", "问not named吧"),
        ("山田花子さん、山田 花子", "not namedさん、not named"),
        # vowels that are signs of their own
        ("अनिल कपूर, कपूर", "अ. क., अ. क."),
        ("דָּוִד כֹּהֵן, דוד כהן, כֹּהֵן", "ד. כ., ד. כ., ד. כ."),
    ],
)
def test_texts_keep_the_names_of_those_who_are_not_named(text: str, expected: str) -> None:
    assert discreet()(text) == expected


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("#issue-tom-berg-leaves", "#issue-person-{}-leaves"),
        ("../projects/berg-tunnel/", "../projects/berg-tunnel/"),
        ("#issue-tomberg-leaves", "#issue-person-{}-leaves"),
        ("../people/ana-keller/", "../people/ana-keller/"),
    ],
)
def test_addresses_keep_ids_and_whole_names(address: str, expected: str) -> None:
    ids = sorted({*PEOPLE, *(person.id for person in office_with({}).all(Person))})
    assert discreet().address(address) == expected.format(ids.index("tom-berg") + 1)


def test_addresses_tell_parts_of_names_apart() -> None:
    told = discreet()
    slugs = ("okoro-leaves", "david-okoro-leaves", "david-leaves", "siobhan-leaves", "leary-leaves")
    made = {told.address(slug) for slug in slugs}
    assert len(made) == len(slugs)
    assert not re.search("okoro|david|siobhan|leary", " ".join(made))
    assert told.tells("https://files.example/siobhan.pdf")


def test_a_post_that_tells_of_somebody_is_not_said() -> None:
    post = "positions:\n  pa: {title: Assistant to Tom Berg, level: staff}\n"
    office = office_with(
        {
            "policy/policy.yaml": "people: {publish: role}\n",
            "organisation.yaml": f"name: Harbour\ncurrency: EUR\n{post}",
            "people/tom-berg.yaml": "name: Tom Berg\n",
            "people/li-wen.yaml": "name: Li Wen\nposition: pa\n",
        }
    )
    assert discretion(office)("Ask Li Wen") == "Ask not named"


def test_a_text_in_html_stays_html() -> None:
    told = discreet("people: {publish: full}\n")
    assert told.html("O&#39;Leary &amp; Chan &lt;b&gt;") == "S. O. &amp; M. C. &lt;b&gt;"
    titled = discretion(
        office_with(
            {
                "policy/policy.yaml": "people: {publish: full}\n",
                "people/tom-berg.yaml": "name: Tom Berg\npublish: role\ncareer_role: odd\n",
                "roles/odd.yaml": "title: R&D <lead>\nfamily: office\n",
            }
        )
    )
    assert titled.html("Tom Berg") == "R&amp;D &lt;lead&gt;"
    assert titled("Tom Berg") == "R&D <lead>"


def test_where_everybody_is_named_nothing_changes() -> None:
    told = discretion(office_with({"policy/policy.yaml": "people: {publish: full}\n"}))
    assert told == Discretion()
    assert told("Tom Berg") == "Tom Berg"
