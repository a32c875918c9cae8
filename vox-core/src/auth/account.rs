//! Credentials of an account: its API key, its password or a session.

use std::fmt;

use crate::declare::{ParamValue, Secret};
use crate::error::ConfigError;
use crate::meta::ACCOUNT_ID;
use crate::text::form::FormEncoder;

/// An account, identified in one of three ways.
#[derive(Clone)]
enum Account {
    Id(u64),
    Name(String),
    Email(String),
}

impl Account {
    fn write_to(&self, form: &mut FormEncoder) -> Result<(), ConfigError> {
        match self {
            Self::Id(id) => write_id(*id, form)?,
            Self::Name(name) => name.encode("account_name", form),
            Self::Email(email) => email.encode("account_email", form),
        }
        Ok(())
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

/// Writes the account's id, unless the request has it as a parameter: of two with one name, the server would choose one.
fn write_id(id: u64, form: &mut FormEncoder) -> Result<(), ConfigError> {
    match form.text(ACCOUNT_ID) {
        None => {
            id.encode(ACCOUNT_ID, form);
            Ok(())
        }
        Some(own) if own.parse() == Ok(id) => Ok(()),
        Some(own) => Err(ConfigError::new(format!(
            "the request's `{ACCOUNT_ID}` is `{}`, but the credentials are those of account {id}, which is sent under the same name: \
             use credentials of that account, or of a service account",
            own.escape_debug()
        ))),
    }
}

/// Declares credentials that consist of an account and a secret, both sent as form fields.
macro_rules! account_credentials {
    ($($(#[$doc:meta])+ $name:ident { $param:ident, $description:literal })+) => {$(
        $(#[$doc])+
        #[derive(Clone)]
        pub struct $name {
            account: Account,
            $param: Secret,
        }

        impl $name {
            /// Credentials of the account with this id. They are sent with its `account_id`, so a request that has this parameter
            /// for another account is an error before sending.
            #[must_use]
            pub fn by_id(account_id: u64, $param: impl Into<Secret>) -> Self {
                Self { account: Account::Id(account_id), $param: $param.into() }
            }

            /// Credentials of the account with this name.
            #[must_use]
            pub fn by_name(account_name: impl Into<String>, $param: impl Into<Secret>) -> Self {
                Self { account: Account::Name(account_name.into()), $param: $param.into() }
            }

            /// Credentials of the account with this e-mail address.
            #[must_use]
            pub fn by_email(account_email: impl Into<String>, $param: impl Into<Secret>) -> Self {
                Self { account: Account::Email(account_email.into()), $param: $param.into() }
            }

            /// Adds the form fields.
            pub(super) fn write_to(&self, form: &mut FormEncoder) -> Result<(), ConfigError> {
                self.account.write_to(form)?;
                self.$param.encode(stringify!($param), form);
                Ok(())
            }

            /// A description without the secret.
            #[cfg(any(test, feature = "client"))]
            pub(super) fn description(&self) -> String {
                format!(concat!($description, " of {}"), self.account)
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
    /// The vendor has deprecated these credentials, as an API key has all permissions; prefer a
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
    /// Some changes, such as changing the e-mail address, require the password. For everything else, prefer other credentials:
    /// the password also gives access to the control panel.
    ///
    /// ```
    /// use vox_core::AccountPassword;
    ///
    /// let password = AccountPassword::by_email("me@example.com", "Str0ng!pass");
    /// assert!(!format!("{password:?}").contains("Str0ng"));
    /// ```
    AccountPassword { account_password, "the password" }

    /// An account and the id of a session that `Logon` has opened, sent as form fields. A session ends some time after its last
    /// use; the client does not open a new one.
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
    fn each_kind_has_its_form_fields_and_description() {
        let text = |write: &dyn Fn(&mut FormEncoder) -> Result<(), ConfigError>| {
            let mut form = FormEncoder::default();
            write(&mut form).unwrap();
            String::from_utf8(form.finish().into_bytes().to_vec()).unwrap()
        };
        let (key, password) = (ApiKey::by_id(7, "k"), AccountPassword::by_name("me", "p"));
        let session = Session::by_email("a@b.c", "s");
        assert_eq!(text(&|form| key.write_to(form)), "account_id=7&api_key=k");
        assert_eq!(text(&|form| password.write_to(form)), "account_name=me&account_password=p");
        assert_eq!(text(&|form| session.write_to(form)), "account_email=a%40b.c&session_id=s");
        assert_eq!(key.description(), "the API key of account 7");
        assert_eq!(password.description(), "the password of account `me`");
        assert_eq!(session.description(), "the session of account `a@b.c`");
    }

    #[test]
    fn an_account_id_of_the_request_is_sent_once_or_not_at_all() {
        let with = |own: &str| {
            let mut form = FormEncoder::default();
            form.pair(ACCOUNT_ID, own);
            let result = ApiKey::by_id(7, "hunter2").write_to(&mut form);
            result.map(|()| String::from_utf8(form.finish().into()).unwrap())
        };
        assert_eq!(with("7").unwrap(), "account_id=7&api_key=hunter2");
        assert_eq!(with("07").unwrap(), "account_id=07&api_key=hunter2");
        for own in ["8", "", "x", "7;8", "all"] {
            let error = with(own).unwrap_err().to_string();
            let expected = format!(
                "the request's `account_id` is `{own}`, but the credentials are those of account 7, which is sent under the same \
                 name: use credentials of that account, or of a service account"
            );
            assert_eq!(error, expected);
        }
        let mut form = FormEncoder::default();
        form.pair(ACCOUNT_ID, "8");
        ApiKey::by_name("me", "k").write_to(&mut form).unwrap();
        assert_eq!(form.finish().as_bytes(), b"account_id=8&account_name=me&api_key=k");
    }
}
