//! An account's API key.

use std::fmt;

use crate::{FormEncoder, Secret};

/// An account and its API key, sent as form fields.
///
/// The vendor calls this way deprecated, as such a key may do everything; prefer a
#[cfg_attr(feature = "service-account", doc = "[`ServiceAccount`](crate::ServiceAccount).")]
#[cfg_attr(not(feature = "service-account"), doc = "service account.")]
///
/// ```
/// use vox_core::{ApiKey, Secret};
///
/// let key = ApiKey::by_name("my-account", Secret::from("the key"));
/// assert_eq!(format!("{key:?}"), r#"ApiKey { account_name: "my-account", api_key: Secret(***) }"#);
/// ```
#[derive(Clone)]
pub struct ApiKey {
    account: Account,
    api_key: Secret,
}

/// The three ways to name an account.
#[derive(Clone)]
enum Account {
    Id(u64),
    Name(String),
    Email(String),
}

impl ApiKey {
    /// The account with this id.
    #[must_use]
    pub fn by_id(account_id: u64, api_key: impl Into<Secret>) -> Self {
        Self { account: Account::Id(account_id), api_key: api_key.into() }
    }

    /// The account with this name.
    #[must_use]
    pub fn by_name(account_name: impl Into<String>, api_key: impl Into<Secret>) -> Self {
        Self { account: Account::Name(account_name.into()), api_key: api_key.into() }
    }

    /// The account with this e-mail address.
    #[must_use]
    pub fn by_email(account_email: impl Into<String>, api_key: impl Into<Secret>) -> Self {
        Self { account: Account::Email(account_email.into()), api_key: api_key.into() }
    }

    /// Adds the form fields.
    pub(super) fn write_to(&self, form: &mut FormEncoder) {
        match &self.account {
            Account::Id(id) => form.param("account_id", id),
            Account::Name(name) => form.param("account_name", name),
            Account::Email(email) => form.param("account_email", email),
        }
        form.param("api_key", &self.api_key);
    }
}

impl fmt::Debug for ApiKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut output = f.debug_struct("ApiKey");
        match &self.account {
            Account::Id(id) => output.field("account_id", id),
            Account::Name(name) => output.field("account_name", name),
            Account::Email(email) => output.field("account_email", email),
        };
        output.field("api_key", &self.api_key).finish()
    }
}
