"""Rules on who holds which role, and on who answers for what."""

from pmoascode.rule import Rule
from pmoascode.rules.roles.gap_between_holders import gap_between_holders
from pmoascode.rules.roles.handover_too_long import handover_too_long
from pmoascode.rules.roles.holder_changed_without_reason import holder_changed_without_reason
from pmoascode.rules.roles.holder_without_successor import holder_without_successor
from pmoascode.rules.roles.incompatible_roles import incompatible_roles
from pmoascode.rules.roles.interim_too_long import interim_too_long
from pmoascode.rules.roles.junior_held_accountable import junior_held_accountable
from pmoascode.rules.roles.junior_without_supervisor import junior_without_supervisor
from pmoascode.rules.roles.manager_too_junior import manager_too_junior
from pmoascode.rules.roles.person_almost_overallocated import person_almost_overallocated
from pmoascode.rules.roles.person_overallocated import person_overallocated
from pmoascode.rules.roles.pmo_head_reports_elsewhere import pmo_head_reports_elsewhere
from pmoascode.rules.roles.pmo_under_vacant_post import pmo_under_vacant_post
from pmoascode.rules.roles.pmo_without_executive_line import pmo_without_executive_line
from pmoascode.rules.roles.pmo_without_reporting_line import pmo_without_reporting_line
from pmoascode.rules.roles.portfolio_with_sponsor import portfolio_with_sponsor
from pmoascode.rules.roles.portfolio_without_board import portfolio_without_board
from pmoascode.rules.roles.portfolio_without_manager import portfolio_without_manager
from pmoascode.rules.roles.programme_without_business_change_manager import (
    programme_without_business_change_manager,
)
from pmoascode.rules.roles.programme_without_manager import programme_without_manager
from pmoascode.rules.roles.programme_without_sponsor import programme_without_sponsor
from pmoascode.rules.roles.project_board_incomplete import project_board_incomplete
from pmoascode.rules.roles.project_without_change_manager import project_without_change_manager
from pmoascode.rules.roles.project_without_manager import project_without_manager
from pmoascode.rules.roles.project_without_sponsor import project_without_sponsor
from pmoascode.rules.roles.raci_role_unfilled import raci_role_unfilled
from pmoascode.rules.roles.raci_with_several_accountable import raci_with_several_accountable
from pmoascode.rules.roles.raci_without_accountable import raci_without_accountable
from pmoascode.rules.roles.raci_without_responsible import raci_without_responsible
from pmoascode.rules.roles.reporting_line_circular import reporting_line_circular
from pmoascode.rules.roles.required_role_lapsed import required_role_lapsed
from pmoascode.rules.roles.requirements_without_business_analyst import (
    requirements_without_business_analyst,
)
from pmoascode.rules.roles.retired_role_filled import retired_role_filled
from pmoascode.rules.roles.retired_role_named import retired_role_named
from pmoascode.rules.roles.role_held_by_leaver import role_held_by_leaver
from pmoascode.rules.roles.roles_in_tension import roles_in_tension
from pmoascode.rules.roles.root_pmo_not_single import root_pmo_not_single
from pmoascode.rules.roles.several_managers import several_managers
from pmoascode.rules.roles.several_sponsors import several_sponsors
from pmoascode.rules.roles.sponsor_is_project_manager import sponsor_is_project_manager
from pmoascode.rules.roles.sponsor_without_appointment import sponsor_without_appointment
from pmoascode.rules.roles.support_held_accountable import support_held_accountable

RULES: tuple[Rule, ...] = (
    gap_between_holders,
    handover_too_long,
    holder_changed_without_reason,
    holder_without_successor,
    incompatible_roles,
    interim_too_long,
    junior_held_accountable,
    junior_without_supervisor,
    manager_too_junior,
    person_almost_overallocated,
    person_overallocated,
    pmo_head_reports_elsewhere,
    pmo_under_vacant_post,
    pmo_without_executive_line,
    pmo_without_reporting_line,
    portfolio_with_sponsor,
    portfolio_without_board,
    portfolio_without_manager,
    programme_without_business_change_manager,
    programme_without_manager,
    programme_without_sponsor,
    project_board_incomplete,
    project_without_change_manager,
    project_without_manager,
    project_without_sponsor,
    raci_role_unfilled,
    raci_with_several_accountable,
    raci_without_accountable,
    raci_without_responsible,
    reporting_line_circular,
    required_role_lapsed,
    requirements_without_business_analyst,
    retired_role_filled,
    retired_role_named,
    role_held_by_leaver,
    roles_in_tension,
    root_pmo_not_single,
    several_managers,
    several_sponsors,
    sponsor_is_project_manager,
    sponsor_without_appointment,
    support_held_accountable,
)
