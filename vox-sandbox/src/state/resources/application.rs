//! Applications.

use jiff::Timestamp;

/// An application.
#[derive(Debug, Clone)]
pub(crate) struct Application {
    /// The name without the account's: `ivr`.
    pub(crate) name: String,
    pub(crate) modified: Timestamp,
    pub(crate) secure_record_storage: bool,
}

impl Application {
    /// The name as the API returns it: `ivr.my-account.voximplant.com`.
    pub(crate) fn full_name(&self, account_name: &str) -> String {
        format!("{}.{account_name}.voximplant.com", self.name)
    }

    /// Whether this is the name, with or without the account's.
    pub(crate) fn has_name(&self, name: &str, account_name: &str) -> bool {
        let of_account =
            || name.strip_suffix(".voximplant.com")?.strip_suffix(account_name)?.strip_suffix('.');
        self.name == name || of_account() == Some(self.name.as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_may_have_the_accounts() {
        let application = Application {
            name: "ivr".to_owned(),
            modified: Timestamp::UNIX_EPOCH,
            secure_record_storage: false,
        };
        assert!(application.has_name(&application.full_name("shop"), "shop"));
        for (name, expected) in [
            ("ivr", true),
            ("ivr.shop.voximplant.com", true),
            ("ivrshop.voximplant.com", false),
            ("ivr.shop", false),
            ("ivr.other.voximplant.com", false),
            (".shop.voximplant.com", false),
            ("", false),
        ] {
            assert_eq!(application.has_name(name, "shop"), expected, "{name}");
        }
    }
}
