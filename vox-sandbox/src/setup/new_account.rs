//! The accounts of a new sandbox.

use jiff::civil::Date;
use jiff::{Timestamp, ToSpan as _};
use vox_accounts::{AddAccount, ParentAccount, ParentAuth};
use vox_core::{Decimal, MethodExt as _, Secret};

use crate::clock::day;
use crate::sandbox_error::SandboxError;
use crate::state::account::Account;
use crate::state::accounts::Accounts;
use crate::state::phone::Phone;
use crate::state::verification::Verification;

/// The first day for which a number is not paid by default.
pub(super) fn default_renewal(today: Date) -> Date {
    today.saturating_add(10.days())
}

/// An account of a new [`Sandbox`](crate::Sandbox). By default it is active and has no money, phone numbers and
/// children.
///
/// ```
/// # use vox_sandbox::{NewAccount, Sandbox};
/// let builder = Sandbox::builder().child(NewAccount::new("child-one").balance(5).api_key("the-childs-key"));
/// ```
#[derive(Debug, Clone)]
#[must_use = "an account is added by `SandboxBuilder::child` or `SandboxBuilder::other_account`"]
pub struct NewAccount {
    pub(super) name: String,
    pub(super) email: Option<String>,
    pub(super) password: Option<Secret>,
    pub(super) api_key: Option<Secret>,
    pub(super) balance: Decimal,
    pub(super) credit_limit: Decimal,
    pub(super) active: bool,
    pub(super) frozen: bool,
    pub(super) phones: Vec<NewPhone>,
    pub(super) children: Vec<NewAccount>,
    /// Whether its verification is in progress; otherwise one is required.
    pub(super) is_in_verification: bool,
}

/// A rented phone number.
#[derive(Debug, Clone)]
pub(super) struct NewPhone {
    pub(super) number: String,
    pub(super) price: Decimal,
    pub(super) paid_until: PaidUntil,
    pub(super) auto_charge: bool,
}

impl NewPhone {
    fn rent(&self, id: u64, now: Timestamp) -> Phone {
        let next_renewal = match self.paid_until {
            PaidUntil::InTenDays => default_renewal(day(now)),
            PaidUntil::Today => day(now),
            PaidUntil::Day(day) => day,
        };
        let phone = Phone::new(id, self.number.clone(), self.price, next_renewal, now);
        Phone { auto_charge: self.auto_charge, ..phone }
    }
}

/// The first day for which a number is not paid.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum PaidUntil {
    InTenDays,
    /// The number is frozen.
    Today,
    Day(Date),
}

impl NewAccount {
    /// An account with this name: 5 to 20 lower-case letters, digits and hyphens, a letter first.
    pub fn new(name: impl Into<String>) -> Self {
        Self {
            name: name.into(),
            email: None,
            password: None,
            api_key: None,
            balance: Decimal::ZERO,
            credit_limit: Decimal::ZERO,
            active: true,
            frozen: false,
            phones: Vec::new(),
            children: Vec::new(),
            is_in_verification: false,
        }
    }

    /// The default first account.
    pub(crate) fn first(name: &str, balance: Decimal, price: Decimal, [frozen, paid]: [&str; 2]) -> Self {
        let phone = |number: &str, paid_until| NewPhone {
            number: number.to_owned(),
            price,
            paid_until,
            auto_charge: false,
        };
        let phones = vec![phone(frozen, PaidUntil::Today), phone(paid, PaidUntil::InTenDays)];
        Self { balance, phones, ..Self::new(name).in_verification() }
    }

    /// The account with a verification in progress.
    pub(crate) fn in_verification(self) -> Self {
        Self { is_in_verification: true, ..self }
    }

    pub(crate) fn name(self, name: String) -> Self {
        Self { name, ..self }
    }

    /// The e-mail address. Default: `{name}@sandbox.example`.
    pub fn email(self, email: impl Into<String>) -> Self {
        Self { email: Some(email.into()), ..self }
    }

    /// The password, which must keep the API's rules. Default: a random one.
    pub fn password(self, password: impl Into<Secret>) -> Self {
        Self { password: Some(password.into()), ..self }
    }

    /// The API key, any string except an empty one. Default: a random one.
    pub fn api_key(self, key: impl Into<Secret>) -> Self {
        Self { api_key: Some(key.into()), ..self }
    }

    /// The balance in US dollars; below zero it is a debt. Default: 0.
    pub fn balance(self, balance: impl Into<Decimal>) -> Self {
        Self { balance: balance.into(), ..self }
    }

    /// How far the balance may fall below zero, in US dollars. Default: 0.
    pub fn credit_limit(self, limit: impl Into<Decimal>) -> Self {
        Self { credit_limit: limit.into(), ..self }
    }

    /// Whether the account is active. Default: yes.
    pub fn active(self, active: bool) -> Self {
        Self { active, ..self }
    }

    /// Whether the account is frozen. Default: no.
    pub fn frozen(self, frozen: bool) -> Self {
        Self { frozen, ..self }
    }

    /// A phone number that the account rents and pays for itself (`auto_charge=false`), with its price for a month in
    /// US dollars. It is paid for the next ten days.
    pub fn phone(self, number: impl Into<String>, price: impl Into<Decimal>) -> Self {
        self.add_phone(number.into(), price.into(), PaidUntil::InTenDays)
    }

    /// Like [`phone`](Self::phone), with the first day that is not paid for. Up to today, the number is frozen.
    pub fn phone_paid_until(self, number: impl Into<String>, price: impl Into<Decimal>, day: Date) -> Self {
        self.add_phone(number.into(), price.into(), PaidUntil::Day(day))
    }

    fn add_phone(mut self, number: String, price: Decimal, paid_until: PaidUntil) -> Self {
        self.phones.push(NewPhone { number, price, paid_until, auto_charge: false });
        self
    }

    /// A child of this account.
    pub fn child(mut self, child: NewAccount) -> Self {
        self.children.push(child);
        self
    }

    /// Adds the account and its children. Returns the account's id.
    pub(crate) fn add_to(
        self,
        accounts: &mut Accounts,
        parent: Option<u64>,
        now: Timestamp,
    ) -> Result<u64, SandboxError> {
        let name = self.name.clone();
        let invalid = |reason: String| SandboxError::account(&name, &reason);
        let password = self.password.clone().unwrap_or_else(|| accounts.random_password());
        let email = self.email.clone().unwrap_or_else(|| format!("{name}@sandbox.example"));
        check(&name, &email, &password, self.api_key.as_ref()).map_err(&invalid)?;
        let mut account = Account { parent, ..self.account(email, password, now) };
        account.phones = self.phones.iter().map(|phone| phone.rent(accounts.new_id(), now)).collect();
        let added = accounts.add(account).map_err(|errors| {
            let messages: Vec<_> = errors.iter().map(|error| error.message.as_ref()).collect();
            invalid(messages.join("; "))
        })?;
        let id = added.id;
        for child in self.children {
            child.add_to(accounts, Some(id), now)?;
        }
        Ok(id)
    }

    fn account(&self, email: String, password: Secret, now: Timestamp) -> Account {
        let mut account = Account::new(self.name.clone(), email, password, now);
        account.active = self.active;
        account.frozen = self.frozen;
        account.money.fixed = self.balance;
        account.money.credit_limit = self.credit_limit;
        if let Some(key) = &self.api_key {
            account.api_key = key.clone();
        }
        if self.is_in_verification {
            account.verifications = vec![Verification::in_progress(now, day(now))];
        }
        account
    }
}

/// The rules of `AddAccount`, and a key that is not empty.
pub(super) fn check(
    name: &str,
    email: &str,
    password: &Secret,
    api_key: Option<&Secret>,
) -> Result<(), String> {
    if api_key.is_some_and(|key| key.expose().is_empty()) {
        return Err("`api_key` must not be empty".to_owned());
    }
    let request = AddAccount::builder()
        .parent(ParentAccount::Id(1))
        .parent_auth(ParentAuth::ApiKey("key".into()))
        .account_name(name)
        .account_email(email)
        .account_password(password.clone())
        .build();
    request
        .validate()
        .map_err(|violations| violations.iter().map(ToString::to_string).collect::<Vec<_>>().join("; "))
}
