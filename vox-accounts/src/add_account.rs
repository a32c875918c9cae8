//! `AddAccount`: adds a child account.
//!
//! Roles: Owner, Admin. Source: the method `AddAccount` of the API's section Accounts.

use vox_core::{Decimal, Secret, VoxChoice, VoxMethod, VoxRecord, rules};

use crate::LanguageCode;

/// Adds a child account.
///
/// The parent's credentials are parameters. Voximplant must have enabled child accounts for the parent.
///
/// ```
/// # use vox_accounts::prelude::*;
/// let request = AddAccount::builder()
///     .parent(ParentAccount::Id(1))
///     .parent_auth(ParentAuth::ApiKey("the parent's key".into()))
///     .account_name("child-one")
///     .account_email("child@example.com")
///     .account_password("Str0ng!pass")
///     .build();
/// assert!(request.validate().is_ok());
/// ```
#[derive(Debug, Clone, PartialEq, VoxMethod)]
#[vox_method(
    name = "AddAccount",
    roles = [Owner, Admin],
    response = AddAccountResponse,
    kind = write,
    credentials = in_request,
)]
pub struct AddAccount {
    /// The parent account.
    #[param(one_of)]
    pub parent: ParentAccount,
    /// The parent account's credential.
    #[param(one_of)]
    pub parent_auth: ParentAuth,
    /// The new account's name: begins with a lower-case Latin letter, then also digits and hyphens. Unique in the
    /// whole platform.
    #[param(min_len = 5, max_len = 20, pattern = "[a-z][a-z0-9-]*")]
    pub account_name: String,
    /// The new account's e-mail address. Unique in the whole platform.
    #[param(check = rules::EMAIL)]
    pub account_email: String,
    /// The new account's password.
    #[param(min_len = 8, check = rules::PASSWORD)]
    pub account_password: Secret,
    /// Whether the new account is active at once. Activating takes the permissions of an administrator.
    #[param(default = false)]
    pub active: Option<bool>,
    /// The language of notifications.
    #[param(min_len = 2, max_len = 2, default = "en")]
    pub language_code: Option<LanguageCode>,
    /// The time zone: `America/Los_Angeles`, `Etc/GMT-8`.
    #[param(default = "Etc/GMT")]
    pub location: Option<String>,
    /// The balance below which the owner is notified by e-mail or SMS, in the account's currency.
    pub min_balance_to_notify: Option<Decimal>,
    /// Any text of the owner.
    #[param(max_len = 8191)]
    pub account_custom_data: Option<String>,
    /// The owner's first name.
    #[param(max_len = 49)]
    pub account_first_name: Option<String>,
    /// The owner's last name.
    #[param(max_len = 49)]
    pub account_last_name: Option<String>,
    /// Whether the platform's notifications are sent.
    #[param(default = false)]
    pub account_notifications: Option<bool>,
    /// Whether notifications of changes of the plan are sent.
    #[param(default = false)]
    pub tariff_changing_notifications: Option<bool>,
    /// Whether news are sent.
    #[param(default = false)]
    pub news_notifications: Option<bool>,
    /// The storage of records.
    #[param(one_of)]
    pub record_storage: Option<RecordStorage>,
}

/// The parent of a new account.
#[derive(Debug, Clone, PartialEq, VoxChoice)]
pub enum ParentAccount {
    /// By id.
    Id(u64),
    /// By name.
    Name(String),
    /// By e-mail address.
    Email(String),
}

/// A parent account's credential.
#[derive(Debug, Clone, PartialEq, VoxChoice)]
#[vox_choice(prefix = "parent_account")]
pub enum ParentAuth {
    /// The parent account's API key.
    ApiKey(Secret),
    /// The parent account's password.
    Password(Secret),
}

/// A storage of records.
#[derive(Debug, Clone, PartialEq, VoxChoice)]
pub enum RecordStorage {
    /// By id.
    Id(String),
    /// By name.
    Name(String),
}

/// The response of [`AddAccount`]: the new account.
#[derive(Debug, Clone, PartialEq, VoxRecord)]
#[non_exhaustive]
pub struct AddAccountResponse {
    /// The new account's id.
    pub account_id: u64,
    /// The new account's API key.
    pub api_key: Option<Secret>,
    /// Whether the new account is active.
    pub active: Option<bool>,
}

#[cfg(test)]
mod tests {
    use super::{AddAccount, AddAccountResponse, ParentAccount, ParentAuth, RecordStorage};
    use crate::LanguageCode;
    use vox_core::{Decimal, MethodExt};

    fn minimal() -> AddAccount {
        AddAccount::builder()
            .parent(ParentAccount::Id(1))
            .parent_auth(ParentAuth::ApiKey("key+1".into()))
            .account_name("child-one")
            .account_email("child@example.com")
            .account_password("Str0ng!pass")
            .build()
    }

    #[test]
    fn a_minimal_request_encodes_what_was_given() {
        assert_eq!(
            std::str::from_utf8(minimal().to_form().as_bytes()),
            Ok("parent_account_id=1&parent_account_api_key=key%2B1&account_name=child-one\
                &account_email=child%40example.com&account_password=Str0ng%21pass")
        );
    }

    #[test]
    fn optional_parameters_and_the_other_alternatives_encode() {
        let request = AddAccount {
            parent: ParentAccount::Email("p@example.com".into()),
            parent_auth: ParentAuth::Password("pass".into()),
            active: Some(false),
            language_code: Some(LanguageCode::Ru),
            min_balance_to_notify: Some(Decimal::new(150, 2)),
            account_first_name: Some("Иван".into()),
            record_storage: Some(RecordStorage::Name("eu".into())),
            ..minimal()
        };
        let form = request.to_form();
        let text = std::str::from_utf8(form.as_bytes()).unwrap();
        assert!(
            text.starts_with("parent_account_email=p%40example.com&parent_account_password=pass&"),
            "{text}"
        );
        assert!(
            text.ends_with(
                "&active=false&language_code=ru&min_balance_to_notify=1.50\
                 &account_first_name=%D0%98%D0%B2%D0%B0%D0%BD&record_storage_name=eu"
            ),
            "{text}"
        );
    }

    #[test]
    fn lengths_count_characters() {
        let name = |length| AddAccount { account_first_name: Some("Ж".repeat(length)), ..minimal() };
        assert!(name(49).validate().is_ok());
        assert_eq!(
            name(50).validate().unwrap_err().to_string(),
            "- `account_first_name` must have at most 49 characters; it has 50"
        );
    }

    #[test]
    fn the_response_decodes() {
        let json = r#"{"result": 1, "account_id": 7, "api_key": "k", "active": true}"#;
        let response = AddAccount::from_http(http_response(json)).unwrap();
        let AddAccountResponse { account_id: 7, active: Some(true), api_key: Some(key) } = response else {
            panic!("{response:?}");
        };
        assert_eq!(key.expose(), "k");
    }

    fn http_response(json: &str) -> http::Response<&str> {
        http::Response::builder().header("content-type", "application/json").body(json).unwrap()
    }
}
