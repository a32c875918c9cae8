//! What `StartScenarios` and `StartConference` have in common.

use std::net::IpAddr;

use vox_api::types::{Application, Rule, User};
use vox_core::{Decimal, Secret};

use crate::auth::Caller;
use crate::catalog::resources::phone_call;
use crate::errors::{ApiError, ApiErrors};
use crate::methods::{Context, lookup};
use crate::records::whole_seconds;
use crate::state::account::Account;
use crate::state::resources::session::{PhoneCall, Session};

/// The session that a request starts.
pub(super) struct Start {
    pub(super) rule: Rule,
    pub(super) user: Option<User>,
    pub(super) application: Option<Application>,
    /// The name of the conference, for the session of one.
    pub(super) conference: Option<String>,
    pub(super) custom_data: Option<String>,
    pub(super) reference_ip: Option<String>,
}

/// A session that runs.
pub(super) struct Started {
    pub(super) id: u64,
    /// The URL that controls it.
    pub(super) access_url: Secret,
}

impl Start {
    /// Starts the session, and pays for its phone call. A conference that already has a session continues with it.
    pub(super) fn start(self, caller: Caller, context: &mut Context<'_>) -> Result<Started, ApiErrors> {
        const NO_SCENARIO: ApiError = ApiError::new(375, "No scenario is bound to the rule");

        let now = context.now;
        let base_url = context.base_url;
        let account = &*context.account(caller)?;
        let application =
            self.application.as_ref().map(|wanted| lookup::application(wanted, account)).transpose()?;
        let rule = lookup::rule(&self.rule, application, account)?;
        let rule = account.resources.rules.get(rule).ok_or_else(lookup::invalid_rule_id)?;
        let application = rule.application;
        let user = self.user.as_ref().map(|wanted| lookup::user(wanted, application, account)).transpose()?;
        let initiator_address = initiator_address(self.reference_ip)?;
        if rule.scenarios.is_empty() {
            return Err(NO_SCENARIO.into());
        }
        let is_same = |session: &Session| {
            session.conference.is_some()
                && session.conference == self.conference
                && session.application == application
                && session.duration(now).is_none()
        };
        if let Some((id, session)) = account.resources.sessions.find(is_same) {
            return Ok(Started { id, access_url: access_url(session, base_url) });
        }
        let rule_name = rule.name.clone();
        let application_name = full_name(application, account)?;
        let local_number = local_number(account);

        let [id, call, transaction, recording] = [(); 4].map(|()| context.accounts.new_id());
        let token = context.accounts.random_token();
        let remote_number = remote_number(id);
        // The call lasts a minute, for which the price is.
        let cost = phone_call(&remote_number).map_or(Decimal::ZERO, |group| context.prices.resource(group));
        let account = context.account(caller)?;
        account.money.spend(cost)?;
        let session = Session {
            application,
            application_name,
            rule_name,
            user,
            conference: self.conference,
            custom_data: self.custom_data,
            initiator_address,
            token,
            started: whole_seconds(now).unwrap_or(now),
            call: PhoneCall { id: call, transaction, local_number, remote_number, cost },
            recording: Some(recording),
        };
        let access_url = access_url(&session, base_url);
        account.resources.sessions.insert(id, session);
        Ok(Started { id, access_url })
    }
}

/// The requested address, or that of this machine.
fn initiator_address(reference_ip: Option<String>) -> Result<String, ApiError> {
    match reference_ip {
        Some(address) if address.parse::<IpAddr>().is_err() => {
            Err(ApiError::invalid_param(257, "reference_ip"))
        }
        Some(address) => Ok(address),
        None => Ok("127.0.0.1".to_owned()),
    }
}

fn full_name(application: u64, account: &Account) -> Result<String, ApiError> {
    let application = account.resources.applications.get(application);
    Ok(application.ok_or_else(lookup::invalid_application_id)?.full_name(&account.name))
}

/// The account's first phone number, if it rents one.
fn local_number(account: &Account) -> String {
    account.phones.first().map_or_else(|| "anonymous".to_owned(), |phone| phone.number.clone())
}

/// A phone number in New York, of the range for examples.
fn remote_number(session: u64) -> String {
    format!("121255501{:02}", session % 100)
}

fn access_url(session: &Session, base_url: &str) -> Secret {
    Secret::new(format!("{base_url}/sessions/{}", session.token.expose()))
}
