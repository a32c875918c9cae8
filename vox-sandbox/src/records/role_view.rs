//! `RoleView`.

use vox_api::role_system::RoleView;
use vox_core::{Record as _, Role};

use crate::catalog::roles;

/// The lists of a role, which are always empty: no role is below another.
pub(crate) const LISTS: &[&str] = &["child_ids", "parent_role_id"];

/// A role. Its place among the others is shown on demand.
pub(crate) fn role_view(role: Role, with_place: bool) -> RoleView {
    let mut view = RoleView::blank();
    view.role_name = Some(role.name().to_owned());
    view.role_id = roles::id(role);
    view.inherited = with_place.then_some(false);
    view.gui_only = Some(false);
    view
}

/// The roles of a key or a subuser, in the order in which they were given.
pub(crate) fn role_views(roles: &[Role], with_place: bool) -> Vec<RoleView> {
    roles.iter().map(|role| role_view(*role, with_place)).collect()
}
