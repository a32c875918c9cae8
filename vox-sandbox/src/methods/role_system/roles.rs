//! The catalog of roles: `GetRoles`, `GetRoleGroups`.

use vox_api::role_system::{GetRoleGroups, GetRoleGroupsResponse, GetRoles, GetRolesResponse, RoleGroupView};
use vox_core::Record as _;

use crate::auth::Caller;
use crate::catalog::roles;
use crate::errors::ApiErrors;
use crate::methods::{Context, Handler};
use crate::records::role_view::role_views;

impl Handler for GetRoles {
    fn handle(self, _: Caller, _: &mut Context<'_>) -> Result<Self::Response, ApiErrors> {
        let mut response = GetRolesResponse::blank();
        response.result = role_views(&roles::in_group(self.group_name.as_deref()), true);
        Ok(response)
    }
}

impl Handler for GetRoleGroups {
    fn handle(self, _: Caller, _: &mut Context<'_>) -> Result<Self::Response, ApiErrors> {
        let view = |group: &roles::RoleGroup| {
            let mut view = RoleGroupView::blank();
            view.id = Some(group.id);
            view.name = Some(group.name.to_owned());
            view
        };
        let mut response = GetRoleGroupsResponse::blank();
        response.result = roles::GROUPS.iter().map(view).collect();
        Ok(response)
    }
}

#[cfg(test)]
mod tests {
    use vox_core::Role;

    use super::*;
    use crate::methods::tests::call;

    fn roles(group_name: Option<&str>) -> Vec<(u64, String)> {
        let request = GetRoles { group_name: group_name.map(str::to_owned) };
        let roles = call(request).unwrap().result;
        roles.into_iter().map(|role| (role.role_id.unwrap(), role.role_name.unwrap())).collect()
    }

    #[test]
    fn all_roles_are_listed_by_id() {
        let all = roles(None);
        assert_eq!(all.len(), Role::ALL.len());
        assert!(all.is_sorted());
        assert_eq!(all[0], (1, "Owner".to_owned()));
    }

    #[test]
    fn each_role_is_in_one_group() {
        let groups = call(GetRoleGroups {}).unwrap().result;
        let mut in_groups: Vec<_> = groups.iter().flat_map(|group| roles(group.name.as_deref())).collect();
        in_groups.sort();
        assert_eq!(in_groups, roles(None));
        assert_eq!(roles(Some("Nothing")), []);
    }
}
