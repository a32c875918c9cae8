//! The codes that the API has for single parameters.

use std::borrow::Cow;

use vox_core::error::ViolationKind;

use super::Failure;

/// A code that the API has for one parameter, or for several that mean the same.
struct Specific {
    params: &'static [&'static str],
    /// The rules it is for; empty: all but `required`.
    rules: &'static [&'static str],
    code: u32,
    /// `{limit}` stands for what the declaration says: the API's list still has older numbers in places.
    message: &'static str,
}

const fn of(
    params: &'static [&'static str],
    rules: &'static [&'static str],
    code: u32,
    message: &'static str,
) -> Specific {
    Specific { params, rules, code, message }
}

const NAMES: &[&str] = &["account_name", "new_account_name"];
const PASSWORDS: &[&str] = &["account_password", "new_account_password", "new_child_account_password"];
const DATES: &[&str] = &["date", "charge_date", "from_unverified_hold_until", "to_unverified_hold_until"];

const SPECIFIC: &[Specific] = &[
    of(DATES, &["type"], 111, "Invalid date format"),
    of(PASSWORDS, &["min_len"], 112, "The password must be at least {limit} characters long"),
    of(NAMES, &["min_len", "max_len"], 113, "Account's name must be at least 5 and up to 20 characters long"),
    of(
        NAMES,
        &["pattern"],
        114,
        "Account's name should start with a letter and can contain latin characters, digits, hyphen",
    ),
    of(&["account_id"], &[], 115, "The 'account_id' parameter is invalid"),
    of(&["phone_number"], &[], 121, "Invalid phone number"),
    of(&["account_email", "new_account_email"], &[], 136, "Invalid email"),
    of(
        &["account_first_name"],
        &["max_len"],
        163,
        "The 'account_first_name' parameter length must be less than 50",
    ),
    of(
        &["account_last_name"],
        &["max_len"],
        164,
        "The 'account_last_name' parameter length must be less than 50",
    ),
    of(&["parent_account_id"], &[], 177, "The 'parent_account_id' parameter is invalid"),
    of(&["phone_id"], &[], 181, "The 'phone_id' parameter is invalid"),
    of(&["child_account_id"], &[], 194, "The 'child_account_id' parameter is invalid"),
    of(&["child_account_name"], &[], 198, "The 'child_account_name' parameter is invalid"),
    of(&["child_account_email"], &[], 199, "The 'child_account_email' parameter is invalid"),
    of(&["new_child_account_email"], &[], 201, "The 'new_child_account_email' parameter is invalid"),
    of(&["language_code"], &[], 202, "The 'language_code' parameter is invalid"),
    of(
        &["billing_address_country_code"],
        &[],
        204,
        "The 'billing_address_country_code' parameter is invalid",
    ),
    of(
        &["billing_address_name"],
        &["max_len"],
        205,
        "The 'billing_address_name' parameter length must be less than 200",
    ),
    of(
        &["billing_address_address"],
        &["max_len"],
        206,
        "The 'billing_address_address' parameter length must be less than 512",
    ),
    of(
        &["billing_address_zip"],
        &["max_len"],
        207,
        "The 'billing_address_zip' parameter length must be less than 30",
    ),
    of(
        &["billing_address_phone"],
        &["max_len"],
        208,
        "The 'billing_address_phone' parameter length must be less than 30",
    ),
    of(&["currency"], &[], 210, "The 'currency' parameter is invalid"),
    of(
        &["account_custom_data"],
        &["max_len"],
        211,
        "The 'account_custom_data' parameter length must be less than 8192",
    ),
    of(&["subscription_template_id"], &[], 244, "The 'subscription_template_id' parameter is invalid"),
    of(
        &["plan_subscription_template_id"],
        &[],
        244,
        "The 'plan_subscription_template_id' parameter is invalid",
    ),
    of(&["record_storage_id"], &[], 396, "The 'record_storage_id' parameter is invalid"),
    of(&["callback_url"], &[], 398, "The 'callback_url' parameter is invalid"),
    of(&["callback_salt"], &["max_len"], 399, "The 'callback_salt' parameter length must not exceed {limit}"),
    of(
        PASSWORDS,
        &["password"],
        464,
        "Password should be at least 8 characters long and contain uppercase characters (A-Z), \
         lowercase characters (a-z), digits and special characters",
    ),
];

/// The code of its own that a broken rule has, if it has one.
pub(super) fn find(param: &str, broken: &ViolationKind) -> Option<Failure> {
    let rule = broken.rule();
    SPECIFIC.iter().find(|specific| specific.covers(param, rule)).map(|specific| specific.failure(broken))
}

impl Specific {
    fn covers(&self, param: &str, rule: &str) -> bool {
        let covers_rule = if self.rules.is_empty() { rule != "required" } else { self.rules.contains(&rule) };
        self.params.contains(&param) && covers_rule
    }

    fn failure(&self, broken: &ViolationKind) -> Failure {
        let message = match broken {
            ViolationKind::MinLen { limit, .. } | ViolationKind::MaxLen { limit, .. } => {
                self.message.replace("{limit}", &limit.to_string()).into()
            }
            _ => Cow::Borrowed(self.message),
        };
        Failure { code: self.code, message }
    }
}
