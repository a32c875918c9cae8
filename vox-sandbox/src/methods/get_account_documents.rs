//! `GetAccountDocuments`.

use std::collections::BTreeSet;

use serde_json::{Value, json};
use vox_accounts::GetAccountDocuments;
use vox_core::IdList;

use super::filter::{known, lists};
use super::{Context, Handler};
use crate::answers::verification::verification;
use crate::auth::Caller;
use crate::errors::{Failure, Failures};
use crate::state::account::Account;
use crate::state::accounts::Accounts;
use crate::state::verification::Verification;

impl Handler for GetAccountDocuments {
    fn handle(self, caller: Caller, context: &mut Context<'_>) -> Result<Value, Failures> {
        known(self.verification_status.iter().flatten(), Failure::INVALID_VERIFICATION_STATUS)?;
        check_dates(&self)?;
        let accounts = wanted(&self, caller.account, context.accounts)?;
        let details = self.with_details.unwrap_or(false) && self.child_account_id != Some(IdList::All);
        let answers = accounts.into_iter().filter_map(|account| documents(account, &self, details));
        Ok(json!({ "result": answers.collect::<Vec<_>>() }))
    }
}

fn check_dates(request: &GetAccountDocuments) -> Result<(), Failure> {
    match (request.from_unverified_hold_until, request.to_unverified_hold_until) {
        (Some(from), Some(to)) if from > to => Err(Failure::INVALID_HOLD_DATE),
        _ => Ok(()),
    }
}

/// The accounts that the request asks for: the caller, unless told not to, and the children named.
fn wanted<'a>(
    request: &GetAccountDocuments,
    caller: u64,
    accounts: &'a Accounts,
) -> Result<Vec<&'a Account>, Failure> {
    let children_only = request.children_verifications_only.unwrap_or(false);
    let mut wanted: Vec<_> = accounts.get(caller).filter(|_| !children_only).into_iter().collect();
    match &request.child_account_id {
        None if !children_only => {}
        None | Some(IdList::All) => wanted.extend(accounts.children(caller)),
        Some(IdList::Of(ids)) => {
            for id in ids.iter().collect::<BTreeSet<_>>() {
                wanted.push(accounts.child(caller, *id).ok_or(Failure::INVALID_CHILD_ID)?);
            }
        }
    }
    Ok(wanted)
}

/// What an account has of that which is asked for; `None` where it has nothing.
fn documents(account: &Account, request: &GetAccountDocuments, details: bool) -> Option<Value> {
    let found: Vec<_> = account
        .verifications
        .iter()
        .filter(|found| matches(found, request))
        .map(|found| verification(found, details))
        .collect();
    (!found.is_empty()).then(|| json!({ "account_id": account.id, "verifications": found }))
}

fn matches(verification: &Verification, request: &GetAccountDocuments) -> bool {
    let from = request.from_unverified_hold_until;
    let to = request.to_unverified_hold_until;
    let hold = verification.hold_until;
    request.verification_name.as_ref().is_none_or(|name| name == verification.name)
        && lists(request.verification_status.as_deref(), &verification.status)
        && from.is_none_or(|from| hold.is_some_and(|hold| from <= hold))
        && to.is_none_or(|to| hold.is_some_and(|hold| hold <= to))
}

#[cfg(test)]
mod tests {
    use jiff::{Timestamp, civil::date};
    use vox_accounts::VerificationStatus;

    use super::*;
    use crate::methods::tests::{CHILD, PARENT, TODAY, accounts, call_in};

    /// The ids of the accounts that an answer is about, where the parent's verification is in progress, the children's
    /// are required, and one child's ends earlier.
    fn ids(request: GetAccountDocuments) -> Result<Vec<u64>, u32> {
        let answer = result(request)?;
        Ok(answer.as_array().unwrap().iter().map(|one| one["account_id"].as_u64().unwrap()).collect())
    }

    fn result(request: GetAccountDocuments) -> Result<Value, u32> {
        let mut accounts = accounts();
        let in_progress = Verification::in_progress(Timestamp::UNIX_EPOCH, TODAY);
        accounts.get_mut(PARENT).unwrap().verifications = vec![in_progress];
        accounts.get_mut(CHILD).unwrap().verifications[0].hold_until = Some(date(2026, 1, 20));
        call_in(&mut accounts, request).map(|answer| answer["result"].clone())
    }

    #[test]
    fn accounts_are_chosen() {
        assert_eq!(ids(GetAccountDocuments::default()), Ok(vec![PARENT]));
        let all = GetAccountDocuments { child_account_id: Some(IdList::All), ..Default::default() };
        assert_eq!(ids(all.clone()), Ok(vec![PARENT, CHILD, CHILD + 1]));
        let only = GetAccountDocuments { children_verifications_only: Some(true), ..Default::default() };
        assert_eq!(ids(only.clone()), Ok(vec![CHILD, CHILD + 1]));
        let twice = [CHILD, CHILD + 1, CHILD].into();
        let twice = GetAccountDocuments { child_account_id: Some(twice), ..only.clone() };
        assert_eq!(ids(twice), Ok(vec![CHILD, CHILD + 1]));
        let one = GetAccountDocuments { child_account_id: Some(CHILD.into()), ..only };
        assert_eq!(ids(one), Ok(vec![CHILD]));
        let strange = GetAccountDocuments { child_account_id: Some(PARENT.into()), ..Default::default() };
        assert_eq!(ids(strange), Err(194));
    }

    #[test]
    fn verifications_are_filtered() {
        let all = GetAccountDocuments { child_account_id: Some(IdList::All), ..Default::default() };
        let required = Some(vec![VerificationStatus::Required]);
        let request = GetAccountDocuments { verification_status: required, ..all.clone() };
        assert_eq!(ids(request), Ok(vec![CHILD, CHILD + 1]));
        let request = GetAccountDocuments { verification_name: Some("GB".into()), ..all.clone() };
        assert_eq!(ids(request), Ok(vec![]));
        let early = Some(date(2026, 1, 20));
        let request = GetAccountDocuments { to_unverified_hold_until: early, ..all.clone() };
        assert_eq!(ids(request), Ok(vec![CHILD]));
        let late = Some(date(2026, 1, 21));
        let request = GetAccountDocuments { from_unverified_hold_until: late, ..all.clone() };
        assert_eq!(ids(request), Ok(vec![PARENT, CHILD + 1]));
        let never = GetAccountDocuments {
            from_unverified_hold_until: late,
            to_unverified_hold_until: early,
            ..all.clone()
        };
        assert_eq!(ids(never), Err(325));
        let unknown = Some(vec![VerificationStatus::other("LOST")]);
        assert_eq!(ids(GetAccountDocuments { verification_status: unknown, ..all }), Err(326));
    }

    #[test]
    fn documents_are_shown_on_demand_but_not_with_all_children() {
        let plain = result(GetAccountDocuments::default()).unwrap();
        assert_eq!(plain[0]["verifications"][0].get("documents"), None);
        let details = GetAccountDocuments { with_details: Some(true), ..Default::default() };
        let shown = result(details.clone()).unwrap();
        let documents = &shown[0]["verifications"][0]["documents"];
        assert_eq!(documents[0]["account_document_status"], "REJECTED");
        assert_eq!(documents[1].get("comment"), None);
        let all = GetAccountDocuments { child_account_id: Some(IdList::All), ..details };
        assert_eq!(result(all).unwrap()[0]["verifications"][0].get("documents"), None);
    }
}
