"""Rules on who may do what: nobody decides, appoints or sets limits for themselves."""

from pmoascode.rule import Rule
from pmoascode.rules.duties.approved_in_same_pull_request import approved_in_same_pull_request
from pmoascode.rules.duties.approver_is_author import approver_is_author
from pmoascode.rules.duties.approver_is_project_manager import approver_is_project_manager
from pmoascode.rules.duties.approver_is_requester import approver_is_requester
from pmoascode.rules.duties.assurance_by_delivery_team import assurance_by_delivery_team
from pmoascode.rules.duties.delegation_beyond_power import delegation_beyond_power
from pmoascode.rules.duties.delegation_passed_on import delegation_passed_on
from pmoascode.rules.duties.deputy_without_delegation import deputy_without_delegation
from pmoascode.rules.duties.identity_shared_by_two_people import identity_shared_by_two_people
from pmoascode.rules.duties.own_limits_changed import own_limits_changed
from pmoascode.rules.duties.policy_changed_without_owner import policy_changed_without_owner
from pmoascode.rules.duties.policy_mixed_with_records import policy_mixed_with_records
from pmoascode.rules.duties.role_given_without_authority import role_given_without_authority
from pmoascode.rules.duties.self_appointment import self_appointment
from pmoascode.rules.duties.sign_off_in_another_name import sign_off_in_another_name
from pmoascode.rules.duties.unknown_author import unknown_author

RULES: tuple[Rule, ...] = (
    approved_in_same_pull_request,
    approver_is_author,
    approver_is_project_manager,
    approver_is_requester,
    assurance_by_delivery_team,
    delegation_beyond_power,
    delegation_passed_on,
    deputy_without_delegation,
    identity_shared_by_two_people,
    own_limits_changed,
    policy_changed_without_owner,
    policy_mixed_with_records,
    role_given_without_authority,
    self_appointment,
    sign_off_in_another_name,
    unknown_author,
)
