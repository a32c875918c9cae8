//! Fixtures: what a sandbox begins with, as JSON.

use std::time::Duration;

use serde_json::Value;
use vox_core::{ErrorCode, Secret};

use super::new_account::{NewAccount, NewPhone, Paid};
use super::place::{Members, Place};
use crate::builder::SandboxBuilder;
use crate::catalog::prices::PriceOf;
use crate::faults::Fault;
use crate::methods;

/// The settings with what the fixture says.
pub(crate) fn read(mut builder: SandboxBuilder, json: &str) -> Result<SandboxBuilder, String> {
    let value: Value = serde_json::from_str(json).map_err(|error| format!("not JSON: {error}"))?;
    let mut members = Place::root(&value).object()?;
    if let Some(place) = members.get("accounts") {
        let mut accounts = place.items()?.map(|place| account(&place)).collect::<Result<Vec<_>, _>>()?;
        if accounts.is_empty() {
            return Err(place.refuse("at least one account"));
        }
        builder.first = accounts.remove(0).in_verification();
        builder.others = accounts;
    }
    let clock = members.read("clock", |place| place.parse("a time such as \"2026-01-31T12:00:00Z\""))?;
    builder.clock = clock.or(builder.clock);
    if let Some(place) = members.get("prices") {
        prices(&place, &mut builder)?;
    }
    if let Some(place) = members.get("faults") {
        for place in place.items()? {
            builder.faults.push(planned(&place)?);
        }
    }
    members.finish()?;
    Ok(builder)
}

fn account(place: &Place<'_>) -> Result<NewAccount, String> {
    let mut members = place.object()?;
    let mut account = NewAccount::new(members.required("account_name")?.text()?);
    let secret = |place: &Place<'_>| place.text().map(Secret::from);
    account.email = members.read("account_email", Place::text)?.map(str::to_owned);
    account.password = members.read("account_password", secret)?;
    account.api_key = members.read("api_key", secret)?;
    account.balance = members.read("balance", Place::decimal)?.unwrap_or_default();
    account.credit_limit = members.read("credit_limit", Place::decimal)?.unwrap_or_default();
    account.active = members.read("active", Place::boolean)?.unwrap_or(true);
    account.frozen = members.read("frozen", Place::boolean)?.unwrap_or(false);
    account.phones = list(&mut members, "phones", phone)?;
    account.children = list(&mut members, "children", self::account)?;
    members.finish()?;
    Ok(account)
}

fn list<T>(
    members: &mut Members<'_>,
    name: &'static str,
    read: impl Fn(&Place<'_>) -> Result<T, String>,
) -> Result<Vec<T>, String> {
    match members.get(name) {
        None => Ok(Vec::new()),
        Some(place) => place.items()?.map(|place| read(&place)).collect(),
    }
}

fn phone(place: &Place<'_>) -> Result<NewPhone, String> {
    let mut members = place.object()?;
    let number = members.required("phone_number")?.text()?.to_owned();
    let price = members.required("price")?.decimal()?;
    let until = members.read("paid_until", |place| place.parse("a date such as \"2026-01-31\""))?;
    members.finish()?;
    Ok(NewPhone { number, price, paid: until.map_or(Paid::Ahead, Paid::Until) })
}

fn prices(place: &Place<'_>, builder: &mut SandboxBuilder) -> Result<(), String> {
    let mut members = place.object()?;
    let mut add = |name, of: fn(u64) -> PriceOf| {
        for (id, place) in members.read(name, Place::by_id)?.unwrap_or_default() {
            builder.prices.push((of(id), place.decimal()?));
        }
        Ok::<_, String>(())
    };
    add("subscriptions", PriceOf::Subscription)?;
    add("resources", PriceOf::Resource)?;
    add("plans", PriceOf::Plan)?;
    members.finish()
}

fn planned(place: &Place<'_>) -> Result<(Option<&'static str>, usize, Fault), String> {
    let mut members = place.object()?;
    let method = members.get("method").map(|place| method(&place)).transpose()?;
    let calls = members.read("calls", Place::number)?.unwrap_or(1);
    let fault = fault(place, &mut members)?;
    members.finish()?;
    Ok((method, usize::try_from(calls).unwrap_or(usize::MAX), fault))
}

fn method(place: &Place<'_>) -> Result<&'static str, String> {
    let method = methods::find(place.text()?);
    method.map(|method| method.meta.name).ok_or_else(|| place.refuse("the name of a method of the sandbox"))
}

/// The members of which each is another kind of fault.
const KINDS: [&str; 4] = ["http_status", "api_error", "drop", "delay_ms"];

fn fault(place: &Place<'_>, members: &mut Members<'_>) -> Result<Fault, String> {
    if KINDS.iter().filter(|kind| members.has(kind)).count() != 1 {
        return Err(place.refuse(&format!("exactly one of {}", KINDS.join(", "))));
    }
    let status = members.read("http_status", |place| {
        let status = place.number()?;
        let status = u16::try_from(status).ok().filter(|status| (200..600).contains(status));
        status.ok_or_else(|| place.refuse("an HTTP status from 200 to 599"))
    })?;
    let error = members.read("api_error", |place| {
        u32::try_from(place.number()?).map_err(|_| place.refuse("an error code"))
    })?;
    let drop = members.read("drop", |place| match place.text()? {
        "request" => Ok(Fault::DropRequest),
        "answer" => Ok(Fault::DropAnswer),
        _ => Err(place.refuse("`request` or `answer`")),
    })?;
    let delay = members.read("delay_ms", Place::number)?.map(Duration::from_millis);
    let retry_after = match status {
        Some(429) => members.read("retry_after", Place::number)?.map(Duration::from_secs),
        _ => None,
    };
    let status = status.map(|status| match status {
        429 => Fault::TooManyRequests { retry_after },
        status => Fault::Status(status),
    });
    let error = error.map(|code| Fault::Api(ErrorCode::new(code)));
    let fault = status.or(error).or(drop).or(delay.map(Fault::Delay));
    fault.ok_or_else(|| place.refuse(&format!("a value for one of {}", KINDS.join(", "))))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn error(json: &str) -> String {
        read(SandboxBuilder::default(), json).unwrap_err()
    }

    #[test]
    fn all_that_a_fixture_may_have_is_read() {
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
                {"method": "GetAccountInfo", "calls": 2, "http_status": 429, "retry_after": 1},
                {"http_status": 503}, {"drop": "answer"}, {"delay_ms": 5}, {"api_error": 340}
            ]
        }"#;
        let builder = read(SandboxBuilder::default(), json).unwrap();
        assert_eq!((builder.first.name.as_str(), builder.others.len()), ("my-company", 1));
        assert_eq!(builder.first.children[0].name, "child-one");
        assert_eq!(builder.first.balance.to_string(), "10.5");
        assert_eq!(builder.clock.unwrap().to_string(), "2026-01-31T12:00:00Z");
        assert_eq!(builder.prices.len(), 3);
        let retry_after = Some(Duration::from_secs(1));
        let first = (Some("GetAccountInfo"), 2, Fault::TooManyRequests { retry_after });
        assert_eq!(builder.faults[0], first);
        let others: Vec<_> = builder.faults[1..].iter().map(|(_, _, fault)| fault.clone()).collect();
        let delay = Fault::Delay(Duration::from_millis(5));
        let api = Fault::Api(ErrorCode::new(340));
        assert_eq!(others, [Fault::Status(503), Fault::DropAnswer, delay, api]);
    }

    #[test]
    fn what_is_wrong_is_named_with_its_place() {
        let cases = [
            ("{\n \"a\": }", "not JSON: expected value at line 2 column 7"),
            ("[]", "`the whole`: expected an object, found a list"),
            (r#"{"account": []}"#, "`account` is unknown; expected one of accounts, clock, prices, faults"),
            (r#"{"accounts": []}"#, "`accounts`: expected at least one account, found a list"),
            (r#"{"accounts": [{}]}"#, "`accounts[0].account_name` is missing"),
            (
                r#"{"accounts": [{"account_name": "a", "children": [{"account_name": "b", "balance": "x"}]}]}"#,
                "`accounts[0].children[0].balance`: expected a decimal number such as 1.50, found `x`",
            ),
            (
                r#"{"accounts": [{"account_name": "a", "api_key": 5}]}"#,
                "`accounts[0].api_key`: expected a text in quotes",
            ),
            (
                r#"{"clock": "noon"}"#,
                "`clock`: expected a time such as \"2026-01-31T12:00:00Z\", found `noon`",
            ),
            (r#"{"prices": {"plans": {"x": 1}}}"#, "`prices.plans.x`: the name of a price is an id"),
            (
                r#"{"faults": [{"method": "AddAcount", "drop": "answer"}]}"#,
                "`faults[0].method`: expected the name of a method of the sandbox, found `AddAcount`",
            ),
            (
                r#"{"faults": [{"method": "AddAccount"}]}"#,
                "`faults[0]`: expected exactly one of http_status, api_error, drop, delay_ms, found an object",
            ),
            (
                r#"{"faults": [{"http_status": 100}]}"#,
                "`faults[0].http_status`: expected an HTTP status from 200 to 599, found `100`",
            ),
        ];
        for (json, expected) in cases {
            assert_eq!(error(json), expected, "{json}");
        }
    }
}
