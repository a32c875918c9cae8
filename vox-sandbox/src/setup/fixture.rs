//! Fixtures: the initial state of a sandbox as JSON.

use std::collections::BTreeMap;
use std::fmt;
use std::str::FromStr;

use jiff::Timestamp;
use jiff::civil::Date;
use serde::de::{Error as _, Unexpected};
use serde::{Deserialize, Deserializer};
use serde_json::Value;
use vox_core::{Decimal, Secret};

use super::new_account::{NewAccount, NewPhone, PaidUntil};
use crate::catalog::prices::PricedItem;
use crate::faults::rule::FaultRule;
use crate::json::{self, unique_members};

pub(crate) struct Fixture {
    pub(crate) accounts: Vec<NewAccount>,
    pub(crate) clock: Option<Timestamp>,
    pub(crate) prices: Vec<(PricedItem, Decimal)>,
    pub(crate) faults: Vec<FaultRule>,
}

impl Fixture {
    /// # Errors
    /// A message with the path of the value, or with the line where the text is not JSON.
    pub(crate) fn read(json: &str) -> Result<Self, String> {
        let fixture: FixtureJson = json::read(json)?;
        if fixture.accounts.as_ref().is_some_and(Vec::is_empty) {
            return Err("`accounts`: expected at least one account".to_owned());
        }
        Ok(fixture.into())
    }
}

// In the format every optional member may also be null.

#[derive(Deserialize)]
#[serde(deny_unknown_fields, expecting = "an object")]
pub(super) struct FixtureJson {
    pub(super) accounts: Option<Vec<AccountJson>>,
    #[serde(default, deserialize_with = "timestamp")]
    pub(super) clock: Option<Timestamp>,
    pub(super) prices: Option<PricesJson>,
    pub(super) faults: Option<Vec<FaultRule>>,
}

impl From<FixtureJson> for Fixture {
    fn from(json: FixtureJson) -> Self {
        Self {
            accounts: json.accounts.unwrap_or_default().into_iter().map(NewAccount::from).collect(),
            clock: json.clock,
            prices: json.prices.map(PricesJson::items).unwrap_or_default(),
            faults: json.faults.unwrap_or_default(),
        }
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, expecting = "an object")]
pub(super) struct AccountJson {
    pub(super) account_name: String,
    pub(super) account_email: Option<String>,
    #[serde(default, deserialize_with = "secret")]
    pub(super) account_password: Option<Secret>,
    #[serde(default, deserialize_with = "secret")]
    pub(super) api_key: Option<Secret>,
    pub(super) balance: Option<Amount>,
    pub(super) credit_limit: Option<Amount>,
    pub(super) active: Option<bool>,
    pub(super) frozen: Option<bool>,
    pub(super) phones: Option<Vec<PhoneJson>>,
    pub(super) children: Option<Vec<AccountJson>>,
}

/// An account that is added to a running sandbox.
#[derive(Deserialize)]
#[serde(deny_unknown_fields, expecting = "an object")]
struct AddedJson {
    account: AccountJson,
    roles: Option<Vec<String>>,
}

/// An account that is added to a running sandbox, with the roles of its service account.
#[derive(Deserialize)]
#[serde(from = "AddedJson")]
pub(crate) struct NewAccountJson {
    pub(crate) account: NewAccount,
    pub(crate) roles: Option<Vec<String>>,
}

impl From<AddedJson> for NewAccountJson {
    fn from(json: AddedJson) -> Self {
        Self { account: json.account.into(), roles: json.roles }
    }
}

impl From<AccountJson> for NewAccount {
    fn from(json: AccountJson) -> Self {
        Self {
            email: json.account_email,
            password: json.account_password,
            api_key: json.api_key,
            balance: json.balance.unwrap_or_default().0,
            credit_limit: json.credit_limit.unwrap_or_default().0,
            active: json.active.unwrap_or(true),
            frozen: json.frozen.unwrap_or(false),
            phones: json.phones.unwrap_or_default().into_iter().map(NewPhone::from).collect(),
            children: json.children.unwrap_or_default().into_iter().map(Self::from).collect(),
            ..Self::new(json.account_name)
        }
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, expecting = "an object")]
pub(super) struct PhoneJson {
    pub(super) phone_number: String,
    pub(super) price: Amount,
    #[serde(default, deserialize_with = "date")]
    pub(super) paid_until: Option<Date>,
    pub(super) auto_charge: Option<bool>,
}

impl From<PhoneJson> for NewPhone {
    fn from(json: PhoneJson) -> Self {
        let paid_until = json.paid_until.map_or(PaidUntil::InTenDays, PaidUntil::Day);
        let auto_charge = json.auto_charge.unwrap_or(false);
        Self { number: json.phone_number, price: json.price.0, paid_until, auto_charge }
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, expecting = "an object")]
pub(super) struct PricesJson {
    #[serde(default, deserialize_with = "unique_members")]
    subscriptions: PricesById,
    #[serde(default, deserialize_with = "unique_members")]
    resources: PricesById,
    #[serde(default, deserialize_with = "unique_members")]
    plans: PricesById,
}

type PricesById = BTreeMap<Id, Amount>;

#[derive(Deserialize, PartialEq, Eq, PartialOrd, Ord)]
#[serde(try_from = "String")]
struct Id(u64);

impl fmt::Display for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl TryFrom<String> for Id {
    type Error = &'static str;

    fn try_from(name: String) -> Result<Self, &'static str> {
        name.parse().map(Self).map_err(|_| "the name of a price must be an id")
    }
}

impl PricesJson {
    pub(super) fn items(self) -> Vec<(PricedItem, Decimal)> {
        let items = |prices: PricesById, item: fn(u64) -> PricedItem| {
            prices.into_iter().map(move |(Id(id), Amount(price))| (item(id), price))
        };
        items(self.subscriptions, PricedItem::Subscription)
            .chain(items(self.resources, PricedItem::Resource))
            .chain(items(self.plans, PricedItem::Plan))
            .collect()
    }
}

/// A decimal number, or a string with one.
#[derive(Deserialize, Default)]
#[serde(try_from = "Value")]
pub(super) struct Amount(pub(super) Decimal);

impl TryFrom<Value> for Amount {
    type Error = String;

    fn try_from(value: Value) -> Result<Self, String> {
        let text = match &value {
            Value::Number(number) => number.to_string(),
            Value::String(text) => text.clone(),
            _ => String::new(),
        };
        let number = Decimal::from_str_exact(&text).map(Self);
        number.map_err(|_| format!("expected a decimal number such as 1.50, found {value}"))
    }
}

/// The message does not contain the value, which may be a secret.
fn secret<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Secret>, D::Error> {
    match Option::<Value>::deserialize(deserializer)? {
        None => Ok(None),
        Some(Value::String(text)) => Ok(Some(text.into())),
        Some(_) => Err(D::Error::custom("expected a string in quotes")),
    }
}

fn timestamp<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Timestamp>, D::Error> {
    parsed(deserializer, "a time such as \"2026-01-31T12:00:00Z\"")
}

fn date<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Date>, D::Error> {
    parsed(deserializer, "a date such as \"2026-01-31\"")
}

fn parsed<'de, T: FromStr, D: Deserializer<'de>>(
    deserializer: D,
    expected: &str,
) -> Result<Option<T>, D::Error> {
    let Some(text) = Option::<String>::deserialize(deserializer)? else { return Ok(None) };
    text.parse().map(Some).map_err(|_| D::Error::invalid_value(Unexpected::Str(&text), &expected))
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use vox_accounts::GetAccountInfo;

    use super::*;
    use crate::faults::fault::Fault;

    #[test]
    fn every_member_is_read() {
        let json = r#"{
            "clock": "2026-01-31T12:00:00Z",
            "accounts": [
                {"account_name": "my-company", "account_email": "me@example.com", "account_password": "Str0ng!pass",
                 "api_key": "key", "balance": 10.5, "credit_limit": "3", "active": true, "frozen": false,
                 "phones": [{"phone_number": "79990000000", "price": 1.5, "paid_until": "2026-02-01"}],
                 "children": [{"account_name": "child-one", "balance": null}]},
                {"account_name": "stranger"}
            ],
            "prices": {"subscriptions": {"20": 1}, "resources": {"1": "0.5"}, "plans": {"2": 3}},
            "faults": [
                {"method": "GetAccountInfo", "times": 2, "account_id": 7, "params": {"a": 1}, "probability": 0.5,
                 "http_status": 429, "retry_after": 1},
                {"http_status": 503}, {"drop": "response"}, {"slow_body_ms": 5}
            ]
        }"#;
        let fixture = Fixture::read(json).unwrap();
        let [first, second] = &fixture.accounts[..] else { panic!("{:?}", fixture.accounts) };
        assert_eq!((first.name.as_str(), second.name.as_str()), ("my-company", "stranger"));
        assert_eq!(first.email.as_deref(), Some("me@example.com"));
        assert_eq!((&first.password, &first.api_key), (&Some("Str0ng!pass".into()), &Some("key".into())));
        assert_eq!((first.balance, first.credit_limit), (Decimal::new(105, 1), Decimal::from(3)));
        assert_eq!((first.active, first.frozen), (true, false));
        assert_eq!(first.phones[0].paid_until, PaidUntil::Day("2026-02-01".parse().unwrap()));
        assert_eq!(first.children[0].name, "child-one");
        assert_eq!(fixture.clock.unwrap().to_string(), "2026-01-31T12:00:00Z");
        let prices = [
            (PricedItem::Subscription(20), Decimal::ONE),
            (PricedItem::Resource(1), Decimal::new(5, 1)),
            (PricedItem::Plan(2), Decimal::from(3)),
        ];
        assert_eq!(fixture.prices, prices);
        let retry_after = Some(Duration::from_secs(1));
        let rules = [
            FaultRule::of::<GetAccountInfo>(Fault::TooManyRequests { retry_after })
                .times(2)
                .account(7)
                .param("a", "1")
                .probability(0.5),
            FaultRule::any(Fault::Status(503)),
            FaultRule::any(Fault::DropResponse),
            FaultRule::any(Fault::SlowBody(Duration::from_millis(5))),
        ];
        assert_eq!(fixture.faults, rules);
    }

    #[test]
    fn a_byte_order_mark_is_skipped() {
        let fixture = Fixture::read("\u{feff}{\"accounts\": [{\"account_name\": \"my-company\"}]}").unwrap();
        assert_eq!(fixture.accounts[0].name, "my-company");
    }

    #[test]
    fn errors_have_the_path_of_the_value() {
        let cases = [
            ("{\n \"accounts\": }", "not JSON: expected value at line 2 column 14"),
            ("{} x", "not JSON: trailing characters at line 1 column 4"),
            ("[]", "invalid length 0, expected an object at line 1 column 2"),
            (
                r#"{"account": []}"#,
                "`account`: unknown field `account`, expected one of `accounts`, `clock`, `prices`, `faults`",
            ),
            (r#"{"accounts": []}"#, "`accounts`: expected at least one account"),
            (r#"{"accounts": [{}]}"#, "`accounts[0]`: missing field `account_name` at line 1 column 16"),
            (
                r#"{"accounts": [{"account_name": "a", "children": [{"account_name": "b", "balance": "x"}]}]}"#,
                "`accounts[0].children[0].balance`: expected a decimal number such as 1.50, found \"x\"",
            ),
            (
                r#"{"accounts": [{"account_name": "a", "balance": []}]}"#,
                "`accounts[0].balance`: expected a decimal number such as 1.50, found []",
            ),
            (
                r#"{"accounts": [{"account_name": "a", "active": "yes"}]}"#,
                "`accounts[0].active`: invalid type: string \"yes\", expected a boolean",
            ),
            (
                r#"{"clock": "noon"}"#,
                "`clock`: invalid value: string \"noon\", expected a time such as \"2026-01-31T12:00:00Z\"",
            ),
            (
                r#"{"prices": {"plans": {"x": 1}}}"#,
                "`prices.plans.x`: the name of a price must be an id at line 1 column 25",
            ),
            (
                r#"{"faults": [{"method": "AddAccount"}]}"#,
                "`faults[0]`: expected exactly one of http_status, api_error, drop, delay_ms, body, slow_body_ms",
            ),
            (
                r#"{"faults": [{"http_status": 100}]}"#,
                "`faults[0]`: expected an `http_status` from 200 to 599, found 100",
            ),
            (
                r#"{"faults": [{"http_status": 500, "retry_after": 1}]}"#,
                "`faults[0]`: `retry_after` is only for the `http_status` 429",
            ),
            (
                r#"{"faults": [{"probability": 1.5, "drop": "response"}]}"#,
                "`faults[0]`: expected a `probability` from 0 to 1, found 1.5",
            ),
            (
                r#"{"faults": [{"params": {"a": []}, "drop": "response"}]}"#,
                "`faults[0].params.a`: expected a string, a number or a boolean",
            ),
            (
                r#"{"faults": [{}, {"tims": 1, "drop": "response"}]}"#,
                "`faults[0]`: expected exactly one of http_status,",
            ),
            (
                r#"{"faults": [{"tims": 1, "drop": "response"}]}"#,
                "`faults[0].tims`: unknown field `tims`, expected one of `method`, `account_id`, `params`,",
            ),
        ];
        for (json, expected) in cases {
            let error = Fixture::read(json).err().unwrap();
            assert!(error.starts_with(expected), "{json}: {error}");
        }
    }

    #[test]
    fn a_name_that_is_there_twice_is_rejected_with_its_place() {
        let cases = [
            ("{\n  \"clock\": null,\n  \"clock\": null\n}", "duplicate field `clock` at line 3 column 9"),
            (
                r#"{"accounts": [{"account_name": "a", "balance": 1, "balance": 2}]}"#,
                "`accounts[0]`: duplicate field `balance` at line 1 column 59",
            ),
            (
                r#"{"accounts": [{"account_name": "a", "phones": [{"price": 1, "price": 1}]}]}"#,
                "`accounts[0].phones[0]`: duplicate field `price` at line 1 column 67",
            ),
            (
                r#"{"prices": {"plans": {"2": 1, "02": 1}}}"#,
                "`prices.plans`: duplicate field `2` at line 1 column 34",
            ),
            (
                r#"{"faults": [{"drop": "request", "params": {"a": 1, "a": 2}}]}"#,
                "`faults[0].params`: duplicate field `a` at line 1 column 54",
            ),
            (
                r#"{"faults": [{"drop": "request", "calls": 1, "times": 2}]}"#,
                "`faults[0]`: duplicate field `times` at line 1 column 51",
            ),
        ];
        for (json, expected) in cases {
            assert_eq!(Fixture::read(json).err().unwrap(), expected, "{json}");
        }
    }

    #[test]
    fn errors_do_not_contain_secrets() {
        for member in ["api_key", "account_password"] {
            let json = format!(r#"{{"accounts": [{{"account_name": "a", "{member}": 123456}}]}}"#);
            let error = Fixture::read(&json).err().unwrap();
            assert!(
                error.starts_with(&format!("`accounts[0].{member}`: expected a string in quotes")),
                "{error}"
            );
            assert!(!error.contains("123456"), "{error}");
        }
    }
}
