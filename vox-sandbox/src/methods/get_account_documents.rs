//! `GetAccountDocuments`.

use vox_accounts::{AccountDocuments, GetAccountDocuments, GetAccountDocumentsResponse};
use vox_core::{IdList, Record as _};

use super::filter::{check_known, is_listed};
use super::requested_accounts::requested_accounts;
use super::{Context, Handler};
use crate::auth::Caller;
use crate::errors::{ApiError, ApiErrors};
use crate::records::verification::verification;
use crate::state::account::Account;
use crate::state::verification::Verification;

impl Handler for GetAccountDocuments {
    fn omitted_if_empty(&self) -> &'static [&'static str] {
        if with_details(self) { &[] } else { &["documents"] }
    }

    fn handle(self, caller: Caller, context: &mut Context<'_>) -> Result<Self::Response, ApiErrors> {
        check_known(self.verification_status.iter().flatten(), ApiError::INVALID_VERIFICATION_STATUS)?;
        check_dates(&self)?;
        let children_only = self.children_verifications_only.unwrap_or(false);
        let children = self.child_account_id.as_ref();
        let accounts = requested_accounts(caller.account, children, children_only, context.accounts)?;
        let details = with_details(&self);
        let mut response = GetAccountDocumentsResponse::blank();
        response.result =
            accounts.into_iter().filter_map(|account| documents(account, &self, details)).collect();
        Ok(response)
    }
}

/// The API shows no documents together with all children.
fn with_details(request: &GetAccountDocuments) -> bool {
    request.with_details.unwrap_or(false) && request.child_account_id != Some(IdList::All)
}

fn check_dates(request: &GetAccountDocuments) -> Result<(), ApiError> {
    match (request.from_unverified_hold_until, request.to_unverified_hold_until) {
        (Some(from), Some(to)) if from > to => Err(ApiError::INVALID_HOLD_DATE),
        _ => Ok(()),
    }
}

/// The account's matching verifications; `None` where there are none.
fn documents(account: &Account, request: &GetAccountDocuments, details: bool) -> Option<AccountDocuments> {
    let found = account.verifications.iter().filter(|found| matches(found, request));
    let mut documents = AccountDocuments::blank();
    documents.account_id = account.id;
    documents.verifications = found.map(|found| verification(found, details)).collect();
    Some(documents).filter(|documents| !documents.verifications.is_empty())
}

fn matches(verification: &Verification, request: &GetAccountDocuments) -> bool {
    let from = request.from_unverified_hold_until;
    let to = request.to_unverified_hold_until;
    let hold = verification.hold_until;
    request.verification_name.as_ref().is_none_or(|name| name == verification.name)
        && is_listed(request.verification_status.as_deref(), &verification.status)
        && from.is_none_or(|from| hold.is_some_and(|hold| from <= hold))
        && to.is_none_or(|to| hold.is_some_and(|hold| hold <= to))
}

#[cfg(test)]
mod tests {
    use jiff::{Timestamp, civil::date};
    use vox_accounts::{DocumentStatus, VerificationStatus};

    use super::*;
    use crate::methods::tests::{CHILD, PARENT, TODAY, accounts, call_in};

    fn ids(request: GetAccountDocuments) -> Result<Vec<u64>, u32> {
        Ok(result(request)?.iter().map(|account| account.account_id).collect())
    }

    /// The parent's verification is in progress, the children's are required, and one child's ends earlier.
    fn result(request: GetAccountDocuments) -> Result<Vec<AccountDocuments>, u32> {
        let mut accounts = accounts();
        let in_progress = Verification::in_progress(Timestamp::UNIX_EPOCH, TODAY);
        accounts.get_mut(PARENT).unwrap().verifications = vec![in_progress];
        accounts.get_mut(CHILD).unwrap().verifications[0].hold_until = Some(date(2026, 1, 20));
        call_in(&mut accounts, request).map(|response| response.result)
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
        let documents = |request| result(request).unwrap()[0].verifications[0].documents.clone();
        assert_eq!(documents(GetAccountDocuments::default()), []);
        let details = GetAccountDocuments { with_details: Some(true), ..Default::default() };
        let shown = documents(details.clone());
        assert_eq!(shown[0].account_document_status, Some(DocumentStatus::Rejected));
        assert_eq!(shown[1].comment, None);
        assert_eq!(documents(GetAccountDocuments { child_account_id: Some(IdList::All), ..details }), []);
    }
}
