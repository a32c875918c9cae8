//! `GetUsers`.

use vox_api::types::{AcdStatus, Application};
use vox_api::users::{GetUsers, GetUsersResponse, UserInfo, UsersOrderBy};
use vox_core::{Decimal, Record as _};

use crate::auth::Caller;
use crate::errors::{ApiError, ApiErrors};
use crate::methods::filter::{check_known, page};
use crate::methods::{Context, Handler, lookup};
use crate::records::application_info::application_info;
use crate::records::whole_seconds;
use crate::state::account::Account;
use crate::state::resources::user::User;

/// The default length of a page.
const DEFAULT_COUNT: u64 = 20;
/// The status of every user in ACD queues, as none logs in.
const STATUS: AcdStatus = AcdStatus::Offline;

impl Handler for GetUsers {
    fn omitted_if_empty(&self) -> &'static [&'static str] {
        &["skills", "acd_queues"]
    }

    fn handle(self, caller: Caller, context: &mut Context<'_>) -> Result<Self::Response, ApiErrors> {
        let account = &*context.account(caller)?;
        check_known(self.acd_status.iter().flatten(), ApiError::invalid_param(227, "acd_status"))?;
        if let Some(application @ Application::Id(_)) = &self.application {
            lookup::application(application, account)?;
        }
        if self.user_id.is_some_and(|id| account.resources.users.get(id).is_none()) {
            return Err(lookup::invalid_user_id().into());
        }
        let users = account.resources.users.iter();
        let mut found: Vec<_> = users.filter(|(id, user)| matches(&self, *id, user, account)).collect();
        sort(&mut found, self.order_by.as_ref())?;
        let live_balance = self.return_live_balance.unwrap_or(true);
        let mut response = GetUsersResponse::blank();
        response.total_count = u64::try_from(found.len()).ok();
        response.result = page(&found, self.offset.unwrap_or(0), self.count.unwrap_or(DEFAULT_COUNT))
            .map(|(id, user)| user_info(*id, user, live_balance, account))
            .collect();
        response.count = u64::try_from(response.result.len()).ok();
        Ok(response)
    }
}

fn matches(request: &GetUsers, id: u64, user: &User, account: &Account) -> bool {
    let has_part = |text: &str, part: Option<&String>| part.is_none_or(|part| text.contains(part.as_str()));
    is_of(request.application.as_ref(), user, account)
        && request.user_id.is_none_or(|wanted| wanted == id)
        && has_part(&user.name, request.user_name.as_ref())
        && has_part(&user.display_name, request.user_display_name.as_ref())
        && request.user_active.is_none_or(|active| active == user.active)
        && request.acd_status.as_ref().is_none_or(|statuses| statuses.contains(&STATUS))
        // No user has a skill or a queue.
        && request.skill_id.is_none()
        && request.acd_queue_id.is_none()
}

/// Whether the user is one of the application: by its id or a part of its name.
fn is_of(wanted: Option<&Application>, user: &User, account: &Account) -> bool {
    match wanted {
        None => true,
        Some(Application::Id(id)) => user.application == *id,
        Some(Application::Name(part)) => {
            let application = account.resources.applications.get(user.application);
            application.is_some_and(|found| found.full_name(&account.name).contains(part.as_str()))
        }
    }
}

/// The users are sorted by id before; a stable sort keeps that order between equals.
fn sort(users: &mut [(u64, &User)], order: Option<&UsersOrderBy>) -> Result<(), ApiError> {
    match order.unwrap_or(&UsersOrderBy::UserName) {
        UsersOrderBy::UserId => {}
        UsersOrderBy::UserName => users.sort_by(|(_, a), (_, b)| a.name.cmp(&b.name)),
        UsersOrderBy::UserDisplayName => {
            users.sort_by(|(_, a), (_, b)| a.display_name.cmp(&b.display_name));
        }
        _ => return Err(ApiError::INVALID_ORDER),
    }
    Ok(())
}

fn user_info(id: u64, user: &User, live_balance: bool, account: &Account) -> UserInfo {
    let mut info = UserInfo::blank();
    info.user_id = Some(id);
    info.user_name = Some(user.name.clone());
    info.user_display_name = Some(user.display_name.clone());
    info.user_active = Some(user.active);
    info.parent_accounting = Some(user.parent_accounting);
    // Nothing gives users money.
    info.live_balance = live_balance.then_some(Decimal::ZERO);
    info.balance = Some(Decimal::ZERO);
    info.fixed_balance = Some(Decimal::ZERO);
    info.user_custom_data.clone_from(&user.custom_data);
    let application = account.resources.applications.get(user.application);
    info.applications = application
        .map(|found| application_info(user.application, found, &account.name))
        .into_iter()
        .collect();
    info.acd_status = Some(STATUS);
    info.acd_status_change_time = whole_seconds(user.created);
    info.created = whole_seconds(user.created);
    info.modified = whole_seconds(user.modified);
    info.mobile_phone.clone_from(&user.mobile_phone);
    info.frozen = Some(false);
    info
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::methods::tests::{PARENT, call_in};
    use crate::methods::users::tests::{IVR, with_users};

    fn ids(request: GetUsers) -> Vec<u64> {
        let response = call_in(&mut with_users(), request).unwrap();
        response.result.iter().filter_map(|user| user.user_id).collect()
    }

    #[test]
    fn users_are_sorted_and_paged() {
        assert_eq!(ids(GetUsers::default()), [1, 3, 2]);
        let by = |order| GetUsers { order_by: Some(order), ..Default::default() };
        assert_eq!(ids(by(UsersOrderBy::UserId)), [1, 2, 3]);
        assert_eq!(ids(by(UsersOrderBy::UserDisplayName)), [1, 3, 2]);
        assert_eq!(call_in(&mut with_users(), by(UsersOrderBy::other("age"))), Err(496));
        let page = GetUsers { count: Some(1), offset: Some(1), ..Default::default() };
        let page = call_in(&mut with_users(), page).unwrap();
        assert_eq!((page.count, page.total_count), (Some(1), Some(3)));
        assert_eq!(page.result[0].user_id, Some(3));
    }

    #[test]
    fn a_page_has_twenty_users_by_default() {
        let mut accounts = with_users();
        let users = &mut accounts.get_mut(PARENT).unwrap().resources.users;
        let user = users.get(1).unwrap().clone();
        for id in 4..=30 {
            users.insert(id, user.clone());
        }
        let page = call_in(&mut accounts, GetUsers::default()).unwrap();
        assert_eq!((page.count, page.total_count, page.result.len()), (Some(20), Some(30), 20));
    }

    #[test]
    fn filters_narrow_the_list() {
        let all = GetUsers::default();
        let named = |part: &str| Some(Application::Name(part.into()));
        let cases = [
            (GetUsers { application: Some(Application::Id(IVR)), ..all.clone() }, vec![1, 2]),
            (GetUsers { application: named("sal"), ..all.clone() }, vec![3]),
            (GetUsers { application: named("none"), ..all.clone() }, vec![]),
            (GetUsers { user_id: Some(2), ..all.clone() }, vec![2]),
            (GetUsers { user_name: Some("nn".into()), ..all.clone() }, vec![1, 3]),
            (GetUsers { user_display_name: Some("user b".into()), ..all.clone() }, vec![2]),
            (GetUsers { user_active: Some(false), ..all.clone() }, vec![]),
            (GetUsers { acd_status: Some(vec![AcdStatus::Ready]), ..all.clone() }, vec![]),
            (GetUsers { acd_status: Some(vec![AcdStatus::Ready, STATUS]), ..all.clone() }, vec![1, 3, 2]),
            (GetUsers { skill_id: Some(1), ..all.clone() }, vec![]),
            (GetUsers { acd_queue_id: Some(1), ..all.clone() }, vec![]),
            (GetUsers { excluded_skill_id: Some(1), excluded_acd_queue_id: Some(1), ..all }, vec![1, 3, 2]),
        ];
        for (request, found) in cases {
            assert_eq!(ids(request.clone()), found, "{request:?}");
        }
    }

    #[test]
    fn unknown_ids_and_statuses_are_rejected() {
        let all = GetUsers::default();
        let cases = [
            (GetUsers { application: Some(Application::Id(7)), ..all.clone() }, 116),
            (GetUsers { user_id: Some(4), ..all.clone() }, 117),
            (GetUsers { acd_status: Some(vec![AcdStatus::other("ASLEEP")]), ..all }, 227),
        ];
        for (request, code) in cases {
            assert_eq!(call_in(&mut with_users(), request.clone()), Err(code), "{request:?}");
        }
    }

    #[test]
    fn a_user_has_its_application_and_no_money() {
        let request = GetUsers { user_id: Some(3), return_live_balance: Some(false), ..Default::default() };
        let user = call_in(&mut with_users(), request).unwrap().result.remove(0);
        assert_eq!(user.applications[0].application_name.as_deref(), Some("sales.parent.voximplant.com"));
        assert_eq!((user.balance, user.live_balance), (Some(Decimal::ZERO), None));
        assert_eq!(user.created.map(|time| time.to_string()).as_deref(), Some("2026-01-10T12:00:00Z"));
        let live = call_in(&mut with_users(), GetUsers::default()).unwrap().result.remove(0);
        assert_eq!((live.live_balance, live.parent_accounting), (Some(Decimal::ZERO), Some(true)));
    }
}
