//! Credentials of an account itself: its API key, its password, a session.

use std::fmt;

use crate::declare::{ParamValue, Secret};
use crate::text::form::FormEncoder;

/// The three ways to name an account.
#[derive(Clone)]
enum Account {
    Id(u64),
    Name(String),
    Email(String),
}

impl Account {
    fn write_to(&self, form: &mut FormEncoder) {
        match self {
            Self::Id(id) => id.encode("account_id", form),
            Self::Name(name) => name.encode("account_name", form),
            Self::Email(email) => email.encode("account_email", form),
        }
    }
}

#[cfg(any(test, feature = "client"))]
impl fmt::Display for Account {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Id(id) => write!(f, "account {id}"),
            Self::Name(text) | Self::Email(text) => write!(f, "account `{text}`"),
        }
    }
}

/// Declares the credentials that consist of an account and one secret, both sent as form fields.
macro_rules! account_credentials {
    ($($(#[$doc:meta])+ $name:ident { $param:ident, $words:literal })+) => {$(
        $(#[$doc])+
        #[derive(Clone)]
        pub struct $name {
            account: Account,
            $param: Secret,
        }

        impl $name {
            /// For the account with this id.
            #[must_use]
            pub fn by_id(account_id: u64, $param: impl Into<Secret>) -> Self {
                Self { account: Account::Id(account_id), $param: $param.into() }
            }

            /// For the account with this name.
            #[must_use]
            pub fn by_name(account_name: impl Into<String>, $param: impl Into<Secret>) -> Self {
                Self { account: Account::Name(account_name.into()), $param: $param.into() }
            }

            /// For the account with this e-mail address.
            #[must_use]
            pub fn by_email(account_email: impl Into<String>, $param: impl Into<Secret>) -> Self {
                Self { account: Account::Email(account_email.into()), $param: $param.into() }
            }

            /// Adds the form fields.
            pub(super) fn write_to(&self, form: &mut FormEncoder) {
                self.account.write_to(form);
                self.$param.encode(stringify!($param), form);
            }

            /// Whose they are, without the secret.
            #[cfg(any(test, feature = "client"))]
            pub(super) fn holder(&self) -> String {
                format!(concat!($words, " of {}"), self.account)
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                let mut output = f.debug_struct(stringify!($name));
                match &self.account {
                    Account::Id(id) => output.field("account_id", id),
                    Account::Name(name) => output.field("account_name", name),
                    Account::Email(email) => output.field("account_email", email),
                };
                output.field(stringify!($param), &self.$param).finish()
            }
        }

        impl From<$name> for super::Credentials {
            fn from(credentials: $name) -> Self {
                Self::$name(credentials)
            }
        }
    )+};
}

account_credentials! {
    /// An account and its API key, sent as form fields.
    ///
    /// The vendor calls this way deprecated, as such a key may do everything; prefer a
    #[cfg_attr(feature = "service-account", doc = "[`ServiceAccount`](crate::auth::ServiceAccount).")]
    #[cfg_attr(not(feature = "service-account"), doc = "service account.")]
    ///
    /// ```
    /// use vox_core::{ApiKey, Secret};
    ///
    /// let key = ApiKey::by_name("my-account", Secret::from("the key"));
    /// assert_eq!(format!("{key:?}"), r#"ApiKey { account_name: "my-account", api_key: Secret(***) }"#);
    /// ```
    ApiKey { api_key, "the API key" }

    /// An account and its password, sent as form fields.
    ///
    /// Some changes, such as of the e-mail address, require the password instead of a key. For everything else it is the
    /// most dangerous of all credentials: it opens the control panel too.
    ///
    /// ```
    /// use vox_core::AccountPassword;
    ///
    /// let password = AccountPassword::by_email("me@example.com", "Str0ng!pass");
    /// assert!(!format!("{password:?}").contains("Str0ng"));
    /// ```
    AccountPassword { account_password, "the password" }

    /// An account and the id of a session that was opened elsewhere (by `Logon`), sent as form fields. A session ends
    /// some time after its last use, and is not opened again.
    ///
    /// ```
    /// use vox_core::Session;
    ///
    /// let session = Session::by_id(1, "the session's id");
    /// assert!(!format!("{session:?}").contains("the session's id"));
    /// ```
    Session { session_id, "the session" }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_kind_has_its_fields_and_says_whose_it_is() {
        let text = |write: &dyn Fn(&mut FormEncoder)| {
            let mut form = FormEncoder::default();
            write(&mut form);
            String::from_utf8(form.finish().into_bytes().to_vec()).unwrap()
        };
        let (key, password) = (ApiKey::by_id(7, "k"), AccountPassword::by_name("me", "p"));
        let session = Session::by_email("a@b.c", "s");
        assert_eq!(text(&|form| key.write_to(form)), "account_id=7&api_key=k");
        assert_eq!(text(&|form| password.write_to(form)), "account_name=me&account_password=p");
        assert_eq!(text(&|form| session.write_to(form)), "account_email=a%40b.c&session_id=s");
        assert_eq!(key.holder(), "the API key of account 7");
        assert_eq!(password.holder(), "the password of account `me`");
        assert_eq!(session.holder(), "the session of account `a@b.c`");
    }
}
