//! The error codes that the API has for single parameters.

use std::borrow::Cow;

use vox_core::Broken;

use super::ApiError;

/// The code for one parameter, or for several with the same meaning.
struct ParamCode {
    params: &'static [&'static str],
    /// The rules that the code is for; empty: all but `required`.
    rules: &'static [&'static str],
    code: u32,
    /// `{limit}` is replaced by the declared limit: the API's list still has older numbers in places.
    message: &'static str,
}

const fn param_code(
    params: &'static [&'static str],
    rules: &'static [&'static str],
    code: u32,
    message: &'static str,
) -> ParamCode {
    ParamCode { params, rules, code, message }
}

const NAMES: &[&str] = &["account_name", "new_account_name"];
const PASSWORDS: &[&str] = &["account_password", "new_account_password", "new_child_account_password"];
const DATES: &[&str] = &["date", "charge_date", "from_unverified_hold_until", "to_unverified_hold_until"];

const PARAM_CODES: &[ParamCode] = &[
    param_code(DATES, &["type"], 111, "Invalid date format"),
    param_code(PASSWORDS, &["min_len"], 112, "The password must be at least {limit} characters long"),
    param_code(
        NAMES,
        &["min_len", "max_len"],
        113,
        "Account's name must be at least 5 and up to 20 characters long",
    ),
    param_code(
        NAMES,
        &["pattern"],
        114,
        "Account's name should start with a letter and can contain latin characters, digits, hyphen",
    ),
    param_code(&["account_id"], &[], 115, "The 'account_id' parameter is invalid"),
    param_code(&["phone_number"], &[], 121, "Invalid phone number"),
    param_code(&["account_email", "new_account_email"], &[], 136, "Invalid email"),
    param_code(
        &["account_first_name"],
        &["max_len"],
        163,
        "The 'account_first_name' parameter length must be less than 50",
    ),
    param_code(
        &["account_last_name"],
        &["max_len"],
        164,
        "The 'account_last_name' parameter length must be less than 50",
    ),
    param_code(&["parent_account_id"], &[], 177, "The 'parent_account_id' parameter is invalid"),
    param_code(&["phone_id"], &[], 181, "The 'phone_id' parameter is invalid"),
    param_code(&["child_account_id"], &[], 194, "The 'child_account_id' parameter is invalid"),
    param_code(&["child_account_name"], &[], 198, "The 'child_account_name' parameter is invalid"),
    param_code(&["child_account_email"], &[], 199, "The 'child_account_email' parameter is invalid"),
    param_code(&["new_child_account_email"], &[], 201, "The 'new_child_account_email' parameter is invalid"),
    param_code(&["language_code"], &[], 202, "The 'language_code' parameter is invalid"),
    param_code(
        &["billing_address_country_code"],
        &[],
        204,
        "The 'billing_address_country_code' parameter is invalid",
    ),
    param_code(
        &["billing_address_name"],
        &["max_len"],
        205,
        "The 'billing_address_name' parameter length must be less than 200",
    ),
    param_code(
        &["billing_address_address"],
        &["max_len"],
        206,
        "The 'billing_address_address' parameter length must be less than 512",
    ),
    param_code(
        &["billing_address_zip"],
        &["max_len"],
        207,
        "The 'billing_address_zip' parameter length must be less than 30",
    ),
    param_code(
        &["billing_address_phone"],
        &["max_len"],
        208,
        "The 'billing_address_phone' parameter length must be less than 30",
    ),
    param_code(&["currency"], &[], 210, "The 'currency' parameter is invalid"),
    param_code(
        &["account_custom_data"],
        &["max_len"],
        211,
        "The 'account_custom_data' parameter length must be less than 8192",
    ),
    param_code(
        &["subscription_template_id"],
        &[],
        244,
        "The 'subscription_template_id' parameter is invalid",
    ),
    param_code(
        &["plan_subscription_template_id"],
        &[],
        244,
        "The 'plan_subscription_template_id' parameter is invalid",
    ),
    param_code(&["record_storage_id"], &[], 396, "The 'record_storage_id' parameter is invalid"),
    param_code(&["callback_url"], &[], 398, "The 'callback_url' parameter is invalid"),
    param_code(
        &["callback_salt"],
        &["max_len"],
        399,
        "The 'callback_salt' parameter length must not exceed {limit}",
    ),
    param_code(
        PASSWORDS,
        &["password"],
        464,
        "Password should be at least 8 characters long and contain uppercase characters (A-Z), \
         lowercase characters (a-z), digits and special characters",
    ),
];

/// The error for a violated rule, where the API has a code for the parameter.
pub(super) fn find(param: &str, broken: &Broken) -> Option<ApiError> {
    let rule = broken.rule();
    PARAM_CODES.iter().find(|code| code.covers(param, rule)).map(|code| code.error(broken))
}

impl ParamCode {
    fn covers(&self, param: &str, rule: &str) -> bool {
        let covers_rule = if self.rules.is_empty() { rule != "required" } else { self.rules.contains(&rule) };
        self.params.contains(&param) && covers_rule
    }

    fn error(&self, broken: &Broken) -> ApiError {
        let message = match broken {
            Broken::MinLen { limit, .. } | Broken::MaxLen { limit, .. } => {
                self.message.replace("{limit}", &limit.to_string()).into()
            }
            _ => Cow::Borrowed(self.message),
        };
        ApiError { code: self.code, message }
    }
}
