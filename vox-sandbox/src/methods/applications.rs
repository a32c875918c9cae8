//! The section Applications.

use vox_api::applications::{
    AddApplication, AddApplicationResponse, ApplicationToChange, DelApplication, GetApplications,
    GetApplicationsResponse, SetApplicationInfo, SetApplicationInfoResponse,
};
use vox_api::types;
use vox_core::Record as _;

use super::filter::page;
use super::lookup;
use super::set::set;
use super::{Context, Endpoint, Handler, endpoint};
use crate::auth::Caller;
use crate::errors::{ApiError, ApiErrors};
use crate::records::application_info::application_info;
use crate::state::account::Account;
use crate::state::resources::application::Application;

const NAME_TAKEN: ApiError = ApiError::new(129, "Application name is not unique");

pub(super) fn endpoints() -> [Endpoint; 4] {
    [
        endpoint::<AddApplication>(),
        endpoint::<DelApplication>(),
        endpoint::<SetApplicationInfo>(),
        endpoint::<GetApplications>(),
    ]
}

impl Handler for AddApplication {
    fn handle(self, caller: Caller, context: &mut Context<'_>) -> Result<Self::Response, ApiErrors> {
        let modified = context.now;
        check_name(&self.application_name, None, context.account(caller)?)?;
        let id = context.accounts.new_id();
        let account = context.account(caller)?;
        let secure_record_storage = self.secure_record_storage.unwrap_or(false);
        let application = Application { name: self.application_name, modified, secure_record_storage };
        let mut response = AddApplicationResponse::blank();
        response.application_id = id;
        response.application_name = Some(application.full_name(&account.name));
        response.secure_record_storage = Some(secure_record_storage);
        account.resources.applications.insert(id, application);
        Ok(response)
    }
}

/// No other application of the account may have the name.
fn check_name(name: &str, own: Option<u64>, account: &Account) -> Result<(), ApiError> {
    let applications = account.resources.applications.iter();
    let taken = applications.filter(|(id, _)| Some(*id) != own).any(|(_, other)| other.name == name);
    if taken { Err(NAME_TAKEN) } else { Ok(()) }
}

impl Handler for DelApplication {
    fn handle(self, caller: Caller, context: &mut Context<'_>) -> Result<Self::Response, ApiErrors> {
        let account = context.account(caller)?;
        for id in lookup::applications(&self.application, account)? {
            account.resources.remove_application(id);
        }
        Ok(())
    }
}

impl Handler for SetApplicationInfo {
    fn handle(self, caller: Caller, context: &mut Context<'_>) -> Result<Self::Response, ApiErrors> {
        let now = context.now;
        let account = context.account(caller)?;
        let wanted = match self.application {
            ApplicationToChange::Id(id) => types::Application::Id(id),
            ApplicationToChange::Name(name) => types::Application::Name(name),
        };
        let id = lookup::application(&wanted, account)?;
        if let Some(name) = &self.application_name {
            check_name(name, Some(id), account)?;
        }
        let application =
            account.resources.applications.get_mut(id).ok_or_else(lookup::invalid_application_id)?;
        set(&mut application.name, self.application_name);
        set(&mut application.secure_record_storage, self.secure_record_storage);
        application.modified = now;
        let mut response = SetApplicationInfoResponse::blank();
        response.application_name = Some(application.full_name(&account.name));
        response.secure_record_storage = Some(application.secure_record_storage);
        Ok(response)
    }
}

impl Handler for GetApplications {
    fn handle(self, caller: Caller, context: &mut Context<'_>) -> Result<Self::Response, ApiErrors> {
        let account = &*context.account(caller)?;
        if let Some(id) = self.application_id {
            lookup::application(&types::Application::Id(id), account)?;
        }
        let has_name = |application: &Application| {
            let name = self.application_name.as_ref();
            name.is_none_or(|part| application.full_name(&account.name).contains(part.as_str()))
        };
        let found: Vec<_> = account
            .resources
            .applications
            .iter()
            .filter(|(id, application)| {
                self.application_id.is_none_or(|wanted| wanted == *id) && has_name(application)
            })
            .collect();
        let mut response = GetApplicationsResponse::blank();
        response.total_count = u64::try_from(found.len()).ok();
        response.result = page(&found, self.offset.unwrap_or(0), self.count.unwrap_or(u64::MAX))
            .map(|(id, application)| application_info(*id, application, &account.name))
            .collect();
        response.count = u64::try_from(response.result.len()).ok();
        Ok(response)
    }
}

#[cfg(test)]
mod tests {
    use vox_api::types::ApplicationsOrAll;
    use vox_core::IdList;

    use super::*;
    use crate::methods::tests::{PARENT, accounts, call_in};
    use crate::state::accounts::Accounts;

    fn add(accounts: &mut Accounts, name: &str) -> Result<u64, u32> {
        let request = AddApplication { application_name: name.into(), secure_record_storage: Some(true) };
        call_in(accounts, request).map(|added| added.application_id)
    }

    /// The parent with the applications `ivr` (1), `sales` (2) and `support` (3).
    fn with_applications() -> Accounts {
        let mut accounts = accounts();
        for (name, id) in [("ivr", 1), ("sales", 2), ("support", 3)] {
            assert_eq!(add(&mut accounts, name), Ok(id));
        }
        accounts
    }

    fn names(accounts: &mut Accounts, request: GetApplications) -> (Vec<String>, Option<u64>) {
        let response = call_in(accounts, request).unwrap();
        assert_eq!(response.count, Some(response.result.len() as u64));
        let short = |name: String| name.strip_suffix(".parent.voximplant.com").map(str::to_owned);
        let names = response.result.into_iter().filter_map(|found| short(found.application_name?));
        (names.collect(), response.total_count)
    }

    #[test]
    fn applications_are_filtered_and_paged() {
        let mut accounts = with_applications();
        let mut list = |request| names(&mut accounts, request);
        let all = GetApplications::default();
        assert_eq!(list(all.clone()), (vec!["ivr".into(), "sales".into(), "support".into()], Some(3)));
        let page = GetApplications { count: Some(1), offset: Some(1), ..all.clone() };
        assert_eq!(list(page), (vec!["sales".into()], Some(3)));
        for (part, found) in [("s", vec!["sales", "support"]), ("sa", vec!["sales"]), ("SA", vec![])] {
            let request = GetApplications { application_name: Some(part.into()), ..all.clone() };
            assert_eq!(list(request).0, found, "{part}");
        }
        let full = GetApplications { application_name: Some("ivr.parent.vox".into()), ..all.clone() };
        assert_eq!(list(full).0, ["ivr"]);
        assert_eq!(list(GetApplications { application_id: Some(2), ..all.clone() }).0, ["sales"]);
        let unknown = GetApplications { application_id: Some(4), ..all };
        assert_eq!(call_in(&mut accounts, unknown), Err(116));
    }

    #[test]
    fn names_are_unique() {
        let mut accounts = with_applications();
        assert_eq!(add(&mut accounts, "ivr"), Err(129));
        let rename = |from: &str, to: &str| SetApplicationInfo {
            application: ApplicationToChange::Name(from.into()),
            application_name: Some(to.into()),
            secure_record_storage: Some(false),
        };
        assert_eq!(call_in(&mut accounts, rename("ivr", "sales")), Err(129));
        assert_eq!(call_in(&mut accounts, rename("none", "sales")), Err(107));
        // The rejected change changed nothing.
        let info = call_in(&mut accounts, GetApplications::default()).unwrap().result.remove(0);
        assert_eq!(info.secure_record_storage, Some(true));
        let renamed = call_in(&mut accounts, rename("ivr.parent.voximplant.com", "ivr")).unwrap();
        assert_eq!(renamed.application_name.as_deref(), Some("ivr.parent.voximplant.com"));
        assert_eq!(renamed.secure_record_storage, Some(false));
        call_in(&mut accounts, rename("ivr", "ivr-two")).unwrap();
        assert_eq!(add(&mut accounts, "ivr"), Ok(4));
    }

    #[test]
    fn all_applications_of_a_request_are_deleted_or_none() {
        let mut accounts = with_applications();
        let delete = |application| DelApplication { application };
        let ids = |ids: &[u64]| ApplicationsOrAll::Id(IdList::Of(ids.to_vec()));
        assert_eq!(call_in(&mut accounts, delete(ids(&[1, 4]))), Err(116));
        let names = ApplicationsOrAll::Name(vec!["ivr".into(), "none".into()]);
        assert_eq!(call_in(&mut accounts, delete(names)), Err(107));
        assert_eq!(accounts.get(PARENT).unwrap().resources.applications.iter().count(), 3);
        call_in(&mut accounts, delete(ApplicationsOrAll::Name(vec!["sales".into()]))).unwrap();
        call_in(&mut accounts, delete(ids(&[1, 1]))).unwrap();
        assert_eq!(super::tests::names(&mut accounts, GetApplications::default()).0, ["support"]);
        call_in(&mut accounts, delete(ApplicationsOrAll::Id(IdList::All))).unwrap();
        assert_eq!(accounts.get(PARENT).unwrap().resources.applications.iter().count(), 0);
    }
}
