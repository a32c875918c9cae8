//! `SetChildAccountInfo`: changes child accounts.
//!
//! Roles: any. Source: the method `SetChildAccountInfo` of the API's section Accounts.

use vox_core::{Decimal, IdList, Secret, VoxChoice, VoxMethod, rules};

use crate::LanguageCode;

/// Changes the profile and the permissions of one child account, several, or all.
///
/// Parameters that are left out do not change.
///
/// ```
/// # use vox_accounts::prelude::*;
/// let request = SetChildAccountInfo::builder().child_account(ChildAccounts::Id(1321.into())).active(false).build();
/// assert_eq!(request.to_form().as_bytes(), b"child_account_id=1321&active=false");
/// ```
#[derive(Debug, Clone, PartialEq, VoxMethod)]
#[vox_method(name = "SetChildAccountInfo", response = (), kind = write)]
pub struct SetChildAccountInfo {
    /// The child accounts that are changed.
    #[param(one_of)]
    pub child_account: ChildAccounts,
    /// The new e-mail address. Unique in the whole platform.
    #[param(check = rules::EMAIL)]
    pub new_child_account_email: Option<String>,
    /// The new password.
    #[param(min_len = 8, check = rules::PASSWORD)]
    pub new_child_account_password: Option<Secret>,
    /// Whether the platform's notifications are sent.
    pub account_notifications: Option<bool>,
    /// Whether notifications of changes of the plan are sent.
    pub tariff_changing_notifications: Option<bool>,
    /// Whether news are sent.
    pub news_notifications: Option<bool>,
    /// Whether the child account is active.
    pub active: Option<bool>,
    /// The language of notifications.
    #[param(min_len = 2, max_len = 2)]
    pub language_code: Option<LanguageCode>,
    /// The time zone: `America/Los_Angeles`, `Etc/GMT-8`.
    pub location: Option<String>,
    /// The balance below which the owner is notified by e-mail or SMS, in the account's currency.
    pub min_balance_to_notify: Option<Decimal>,
    /// Whether payments by Robokassa are allowed.
    pub support_robokassa: Option<bool>,
    /// Whether payments by bank card are allowed.
    pub support_bank_card: Option<bool>,
    /// Whether payments by invoice are allowed.
    pub support_invoice: Option<bool>,
    /// Whether calls to restricted destinations are allowed.
    pub can_use_restricted: Option<bool>,
}

/// Child accounts.
#[derive(Debug, Clone, PartialEq, VoxChoice)]
#[vox_choice(name = "child_account")]
pub enum ChildAccounts {
    /// By ids, or all.
    Id(IdList),
    /// By names.
    Name(Vec<String>),
    /// By e-mail addresses.
    Email(Vec<String>),
}

#[cfg(test)]
mod tests {
    use super::{ChildAccounts, SetChildAccountInfo};
    use vox_core::{IdList, MethodExt};

    fn form(child_account: ChildAccounts) -> String {
        let request = SetChildAccountInfo::builder().child_account(child_account).active(false).build();
        String::from_utf8(request.to_form().into()).unwrap()
    }

    #[test]
    fn the_vendors_example_encodes() {
        assert_eq!(form(ChildAccounts::Id(1321.into())), "child_account_id=1321&active=false");
    }

    #[test]
    fn the_other_alternatives_encode() {
        assert_eq!(form(ChildAccounts::Id(IdList::All)), "child_account_id=all&active=false");
        let names = ChildAccounts::Name(vec!["one".into(), "two".into()]);
        assert_eq!(form(names), "child_account_name=one%3Btwo&active=false");
        let email = ChildAccounts::Email(vec!["a@b.example".into()]);
        assert_eq!(form(email), "child_account_email=a%40b.example&active=false");
    }

    #[test]
    fn names_cannot_contain_the_separator() {
        let names = ChildAccounts::Name(vec!["one;two".into()]);
        assert!(SetChildAccountInfo::builder().child_account(names).build().validate().is_err());
    }

    #[test]
    fn the_response_is_an_acknowledgment() {
        SetChildAccountInfo::from_http(http::Response::new(r#"{"result": 1}"#)).unwrap();
    }
}
