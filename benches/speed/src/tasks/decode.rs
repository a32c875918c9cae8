//! Decoding a response: accounts of 35 fields.

use std::hint::black_box;

use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::json;
use vox_core::prelude::*;

use super::{Goal, Task, VOX, Way};

const SERDE_JSON: &str = "serde_json, f64 and String";

/// Exactness has a cost: numbers are read from their digits, and every response is judged.
const GOALS: &[Goal] = &[Goal::TimesTheTime(1.06, SERDE_JSON)];

pub(super) const TASKS: &[Task] = &[
    Task {
        name: "decode-20",
        title: "Decode 20 accounts",
        ways: || ways(20),
        is_counted: true,
        goals: GOALS,
    },
    Task {
        name: "decode-1000",
        title: "Decode 1,000 accounts",
        ways: || ways(1_000),
        is_counted: true,
        goals: GOALS,
    },
    Task {
        name: "decode-20000",
        title: "Decode 20,000 accounts",
        ways: || ways(20_000),
        is_counted: false,
        goals: GOALS,
    },
];

fn ways(count: usize) -> Vec<Way> {
    let body: &'static [u8] = self::body(count).leak();
    let with = |decode: fn(&[u8]) -> PlainAccounts| {
        move || {
            black_box(decode(black_box(body)));
        }
    };
    vec![
        Way::new(VOX, move || {
            black_box(
                GetAccounts::from_http(http::Response::new(black_box(body))).expect("the body is a response"),
            );
        }),
        Way::new(SERDE_JSON, with(plain)),
        Way::new("serde_json with serde_path_to_error", with(path_to_error)),
        Way::new("serde_json by way of Value", with(value_first)),
        Way::new("sonic-rs, f64 and String", with(sonic)),
    ]
}

fn plain<T: DeserializeOwned>(body: &[u8]) -> T {
    serde_json::from_slice(body).expect("the body is a response")
}

fn path_to_error(body: &[u8]) -> PlainAccounts {
    serde_path_to_error::deserialize(&mut serde_json::Deserializer::from_slice(body))
        .expect("the body is a response")
}

fn value_first(body: &[u8]) -> PlainAccounts {
    let value: serde_json::Value = plain(body);
    serde_json::from_value(value).expect("the body is a response")
}

fn sonic(body: &[u8]) -> PlainAccounts {
    sonic_rs::from_slice(body).expect("the body is a response")
}

/// A method that lists accounts.
#[derive(Debug, VoxMethod)]
#[vox_method(name = "GetAccounts", response = Accounts, kind = read)]
struct GetAccounts {}

/// Declares the structs of vox and of the peers with the same fields.
macro_rules! accounts {
    ($($field:ident: $vox:ty, $plain:ty;)+) => {
        /// A response.
        #[derive(Debug, VoxRecord)]
        pub(crate) struct Accounts {
            /// The accounts.
            pub(crate) result: Vec<Account>,
            /// The total number of accounts.
            pub(crate) total_count: Option<u64>,
            /// The number of accounts in the response.
            pub(crate) count: Option<u64>,
        }

        /// An account.
        #[derive(Debug, VoxRecord)]
        pub(crate) struct Account {
            $(
                /// A field.
                pub(crate) $field: $vox,
            )+
        }

        /// A response without vox.
        #[derive(Debug, Deserialize)]
        #[expect(dead_code, reason = "only read from responses")]
        pub(crate) struct PlainAccounts {
            pub(crate) result: Vec<PlainAccount>,
            pub(crate) total_count: Option<u64>,
            pub(crate) count: Option<u64>,
        }

        /// A response with one account, without vox.
        #[derive(Debug, Deserialize)]
        pub(crate) struct PlainResponse {
            pub(crate) result: PlainAccount,
        }

        /// An account without vox.
        #[derive(Debug, Deserialize)]
        #[expect(dead_code, reason = "only read from responses")]
        pub(crate) struct PlainAccount {
            $(pub(crate) $field: $plain,)+
        }
    };
}

accounts! {
    account_id: u64, u64;
    account_name: Option<String>, Option<String>;
    account_email: Option<String>, Option<String>;
    api_key: Option<Secret>, Option<String>;
    account_first_name: Option<String>, Option<String>;
    account_last_name: Option<String>, Option<String>;
    created: Option<Timestamp>, Option<String>;
    language_code: Option<Language>, Option<String>;
    location: Option<String>, Option<String>;
    min_balance_to_notify: Option<Decimal>, Option<f64>;
    account_notifications: Option<bool>, Option<bool>;
    tariff_changing_notifications: Option<bool>, Option<bool>;
    news_notifications: Option<bool>, Option<bool>;
    billing_address_name: Option<String>, Option<String>;
    billing_address_country_code: Option<Country>, Option<String>;
    billing_address_address: Option<String>, Option<String>;
    billing_address_zip: Option<String>, Option<String>;
    billing_address_phone: Option<String>, Option<String>;
    billing_address_state: Option<String>, Option<String>;
    active: Option<bool>, Option<bool>;
    frozen: Option<bool>, Option<bool>;
    balance: Option<Decimal>, Option<f64>;
    credit_limit: Option<Decimal>, Option<f64>;
    currency: Option<String>, Option<String>;
    support_robokassa: Option<bool>, Option<bool>;
    support_bank_card: Option<bool>, Option<bool>;
    support_invoice: Option<bool>, Option<bool>;
    account_custom_data: Option<String>, Option<String>;
    access_entries: Vec<String>, Vec<String>;
    with_access_entries: Option<bool>, Option<bool>;
    callback_url: Option<String>, Option<String>;
    send_js_error: Option<bool>, Option<bool>;
    max_sip_registrations: Option<u64>, Option<u64>;
    live_balance: Option<Decimal>, Option<f64>;
    fixed_balance: Option<Decimal>, Option<f64>;
}

/// A language.
#[derive(VoxEnum)]
pub(crate) enum Language {
    /// `en`
    #[value(name = "en")]
    En,
    /// `ru`
    #[value(name = "ru")]
    Ru,
    /// Another.
    Other(String),
}

/// A country.
#[derive(VoxEnum)]
pub(crate) enum Country {
    /// `US`
    #[value(name = "US")]
    Us,
    /// `DE`
    #[value(name = "DE")]
    De,
    /// Another.
    Other(String),
}

/// The body of a response, with fields in the order of their declaration.
fn body(count: usize) -> Vec<u8> {
    let accounts: Vec<_> = (0..count).map(account).collect();
    format!(r#"{{"result":[{}],"total_count":{count},"count":{count}}}"#, accounts.join(",")).into_bytes()
}

/// One account as JSON.
pub(crate) fn account(index: usize) -> String {
    let cents = index % 100;
    let fields = [
        ("account_id", json!(1_000_000 + index)),
        ("account_name", json!(format!("child-{index}"))),
        ("account_email", json!(format!("child-{index}@example.com"))),
        ("api_key", json!("044c3cd7-f43c-461c-a698-4080bab12a02")),
        ("account_first_name", json!("Анна")),
        ("account_last_name", json!("Иванова")),
        ("created", json!("2026-01-31 12:34:56")),
        ("language_code", json!(if index.is_multiple_of(2) { "en" } else { "ru" })),
        ("location", json!("Europe/Berlin")),
        ("min_balance_to_notify", json!(1.5)),
        ("account_notifications", json!(true)),
        ("tariff_changing_notifications", json!(false)),
        ("news_notifications", json!(false)),
        ("billing_address_name", json!("Example \"Shop\" Ltd")),
        ("billing_address_country_code", json!("DE")),
        ("billing_address_address", json!("Am Markt 1, 10115 Berlin")),
        ("billing_address_zip", json!("10115")),
        ("billing_address_phone", json!("+49301234567")),
        ("billing_address_state", json!("Berlin")),
        ("active", json!(true)),
        ("frozen", json!(false)),
        ("balance", serde_json::from_str(&format!("{index}.{cents:02}")).expect("the text is a number")),
        ("credit_limit", json!(100)),
        ("currency", json!("USD")),
        ("support_robokassa", json!(false)),
        ("support_bank_card", json!(true)),
        ("support_invoice", json!(true)),
        ("account_custom_data", json!("order 17: paid and shipped")),
        ("access_entries", json!(["10.0.0.1", "10.0.0.2"])),
        ("with_access_entries", json!(true)),
        ("callback_url", json!("https://example.com/callback?source=vox")),
        ("send_js_error", json!(true)),
        ("max_sip_registrations", json!(100)),
        ("live_balance", json!(293.855)),
        ("fixed_balance", json!(0)),
    ];
    let fields: Vec<_> = fields.iter().map(|(name, value)| format!("\"{name}\":{value}")).collect();
    format!("{{{}}}", fields.join(","))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_account_has_35_fields() {
        let value: serde_json::Value = plain(&body(1));
        assert_eq!(value["result"][0].as_object().unwrap().len(), 35);
    }

    #[test]
    fn all_ways_read_all_accounts() {
        let body = body(20);
        for decode in [plain, path_to_error, value_first, sonic] {
            let accounts: PlainAccounts = decode(&body);
            assert_eq!(accounts.result.len(), 20);
            assert_eq!(accounts.result[7].balance, Some(7.07));
        }
        let accounts = GetAccounts::from_http(http::Response::new(&body)).unwrap();
        assert_eq!(accounts.result.len(), 20);
        assert_eq!(accounts.result[7].balance, Some(Decimal::new(707, 2)));
        assert_eq!(accounts.result[7].language_code, Some(Language::Ru));
        assert_eq!(accounts.result[7].created.unwrap().to_string(), "2026-01-31T12:34:56Z");
    }
}
