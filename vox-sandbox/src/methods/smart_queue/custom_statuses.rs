//! `SQ_SetAgentCustomStatusMapping`, `SQ_GetAgentCustomStatusMapping` and `SQ_DeleteAgentCustomStatusMapping`.

use std::collections::BTreeMap;

use vox_api::smart_queue::{
    SqCustomStatus, SqDeleteAgentCustomStatusMapping, SqGetAgentCustomStatusMapping,
    SqGetAgentCustomStatusMappingResponse, SqSetAgentCustomStatusMapping, SqStatusName,
};
use vox_core::{Record as _, TextEnum as _};

use crate::auth::Caller;
use crate::errors::{ApiError, ApiErrors};
use crate::methods::{Context, Handler, lookup};

const CUSTOM_STATUS_TAKEN: ApiError =
    ApiError::new(559, "Please enter a custom status that you have not used before.");

impl Handler for SqSetAgentCustomStatusMapping {
    fn handle(self, caller: Caller, context: &mut Context<'_>) -> Result<Self::Response, ApiErrors> {
        let account = context.account(caller)?;
        let application = lookup::application(&self.application, account)?;
        let custom_names = account.resources.smart_queue.custom_statuses.entry(application).or_default();
        let is_taken = custom_names
            .iter()
            .any(|(status, name)| *name == self.custom_status_name && *status != self.sq_status_name);
        if is_taken {
            return Err(CUSTOM_STATUS_TAKEN.into());
        }
        custom_names.insert(self.sq_status_name, self.custom_status_name);
        Ok(())
    }
}

impl Handler for SqDeleteAgentCustomStatusMapping {
    fn handle(self, caller: Caller, context: &mut Context<'_>) -> Result<Self::Response, ApiErrors> {
        let account = context.account(caller)?;
        let application = lookup::application(&self.application, account)?;
        let custom_names = account.resources.smart_queue.custom_statuses.entry(application).or_default();
        match self.sq_status_name {
            Some(status) => {
                custom_names.remove(&status);
            }
            None => custom_names.clear(),
        }
        Ok(())
    }
}

impl Handler for SqGetAgentCustomStatusMapping {
    fn handle(self, caller: Caller, context: &mut Context<'_>) -> Result<Self::Response, ApiErrors> {
        let account = &*context.account(caller)?;
        let applications = match &self.application {
            Some(wanted) => vec![lookup::application(wanted, account)?],
            None => account.resources.applications.iter().map(|(id, _)| id).collect(),
        };
        let none = BTreeMap::new();
        let mut response = SqGetAgentCustomStatusMappingResponse::blank();
        for application in applications {
            let custom_names =
                account.resources.smart_queue.custom_statuses.get(&application).unwrap_or(&none);
            response.result.extend(statuses(custom_names));
        }
        Ok(response)
    }
}

/// The known statuses with and without custom names, then other statuses with custom names.
fn statuses(custom_names: &BTreeMap<String, String>) -> impl Iterator<Item = SqCustomStatus> {
    let known = SqStatusName::META.values;
    let others = custom_names.keys().map(String::as_str).filter(|status| !known.contains(status));
    known.iter().copied().chain(others).map(|status| {
        let mut record = SqCustomStatus::blank();
        record.sq_status_name = Some(status.to_owned());
        record.custom_status_name = custom_names.get(status).cloned();
        record
    })
}

#[cfg(test)]
mod tests {
    use vox_api::types::Application;

    use super::*;
    use crate::methods::smart_queue::tests::{SHOP, STRANGE_SHOP, with_users};
    use crate::methods::tests::call_in;
    use crate::state::accounts::Accounts;

    fn bank() -> Application {
        Application::Name("bank".into())
    }

    fn set(accounts: &mut Accounts, application: Application, status: &str, name: &str) -> Result<(), u32> {
        let request =
            SqSetAgentCustomStatusMapping::builder().sq_status_name(status).custom_status_name(name);
        call_in(accounts, request.application(application).build())
    }

    fn delete(accounts: &mut Accounts, status: Option<&str>) {
        let sq_status_name = status.map(str::to_owned);
        call_in(accounts, SqDeleteAgentCustomStatusMapping { application: SHOP, sq_status_name }).unwrap();
    }

    /// The statuses with their custom names.
    fn get(accounts: &mut Accounts, application: Option<Application>) -> Vec<(String, Option<String>)> {
        let response = call_in(accounts, SqGetAgentCustomStatusMapping { application }).unwrap();
        assert_eq!((response.sq_status_name, response.custom_status_name), (None, None));
        let statuses = response.result.into_iter();
        statuses.map(|status| (status.sq_status_name.unwrap(), status.custom_status_name)).collect()
    }

    /// Only the statuses that have a custom name.
    fn named(accounts: &mut Accounts, application: Option<Application>) -> Vec<(String, String)> {
        let statuses = get(accounts, application).into_iter();
        statuses.filter_map(|(status, name)| Some((status, name?))).collect()
    }

    fn pairs<const N: usize>(pairs: [(&str, &str); N]) -> Vec<(String, String)> {
        pairs.map(|(status, name)| (status.to_owned(), name.to_owned())).to_vec()
    }

    #[test]
    fn statuses_are_listed_with_and_without_custom_names() {
        let mut accounts = with_users();
        set(&mut accounts, SHOP, "CUSTOM_1", "Lunch").unwrap();
        set(&mut accounts, SHOP, "READY", "Free").unwrap();
        let expected = [
            ("OFFLINE", None),
            ("ONLINE", None),
            ("READY", Some("Free")),
            ("IN_SERVICE", None),
            ("AFTER_SERVICE", None),
            ("DND", None),
            ("CUSTOM_1", Some("Lunch")),
        ];
        let expected = expected.map(|(status, name)| (status.to_owned(), name.map(str::to_owned)));
        assert_eq!(get(&mut accounts, Some(SHOP)), expected);
    }

    #[test]
    fn a_custom_name_replaces_the_one_before_and_is_unique_in_the_application() {
        let mut accounts = with_users();
        set(&mut accounts, SHOP, "DND", "Busy").unwrap();
        set(&mut accounts, SHOP, "DND", "Busy").unwrap();
        assert_eq!(set(&mut accounts, SHOP, "READY", "Busy"), Err(559));
        assert_eq!(set(&mut accounts, Application::Id(STRANGE_SHOP), "READY", "Free"), Err(116));
        set(&mut accounts, SHOP, "DND", "Away").unwrap();
        set(&mut accounts, bank(), "READY", "Away").unwrap();
        assert_eq!(named(&mut accounts, Some(SHOP)), pairs([("DND", "Away")]));
        assert_eq!(named(&mut accounts, None), pairs([("DND", "Away"), ("READY", "Away")]));
    }

    #[test]
    fn a_custom_name_or_all_of_an_application_are_deleted() {
        let mut accounts = with_users();
        for (status, name) in [("DND", "Busy"), ("READY", "Free"), ("CUSTOM_2", "Lunch")] {
            set(&mut accounts, SHOP, status, name).unwrap();
            set(&mut accounts, bank(), status, name).unwrap();
        }
        delete(&mut accounts, Some("READY"));
        delete(&mut accounts, Some("ONLINE"));
        assert_eq!(named(&mut accounts, Some(SHOP)), pairs([("DND", "Busy"), ("CUSTOM_2", "Lunch")]));
        delete(&mut accounts, None);
        assert_eq!(named(&mut accounts, Some(SHOP)), []);
        assert_eq!(named(&mut accounts, Some(bank())).len(), 3);
    }
}
