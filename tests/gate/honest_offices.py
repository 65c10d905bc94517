"""Pull requests to an office of one person, who asks, does and approves everything."""

from tests.gate.branches import Files, Pull
from tests.gate.requests import VALID

SHOP = "projects/shop/project.yaml"
TEAM = "assignments/shop.yaml"
HANDS = """sponsor:
  - {person: tom-berg, from: 2026-01-01}
project-manager:
  - {person: tom-berg, from: 2026-01-01}
"""
ALONE: Files = {
    **{path: "" for path in VALID if not path.startswith("policy/lifecycles")},
    "organisation.yaml": "name: Berg and nobody else\ncurrency: EUR\n",
    "policy/policy.yaml": "profile: starter\n",
    "people/tom-berg.yaml": "name: Tom Berg\nemail: tom.berg@harbour.example\n"
    "identities: {github: {login: tom-berg, id: 110}}\n",
    SHOP: "name: Shop\nphase: idea\nstatus: active\nbudget: {baseline: 10, forecast: 10}\n",
    TEAM: HANDS,
}
SIGNED = "{outcome: approved, by: tom-berg, as: sponsor, date: 2026-11-10}"

OF_ONE = {
    "a gate, a role, a limit and a risk of an office of one": Pull(
        {
            SHOP: "name: Shop\nphase: initiation\nstatus: active\n"
            "budget: {baseline: 10, forecast: 20}\ntolerances: {time: 30 days}\n",
            TEAM: f"{HANDS}team-manager:\n  - {{person: tom-berg, from: 2026-11-01, time: 50 %}}\n",
            "approvals/shop/start-initiation.yaml": f"gate: start-initiation\ndecision: {SIGNED}\n",
            "projects/shop/risks.yaml": "rain:\n  title: Rain\n  owner: tom-berg\n"
            "  raised: 2026-11-10\n  probability: 2\n  impact: 2\n  response: accept\n"
            f"  acceptance: {SIGNED}\n",
        },
        before=ALONE,
    ),
    "the policy of an office of one": Pull(
        {"policy/policy.yaml": "profile: starter\npeople: {publish: full}\n"}, before=ALONE
    ),
}
