//! One call: from what was received to its answer.

use http::request::Parts;
use http::{StatusCode, header};
use jiff::Timestamp;
use serde_json::Value;
use vox_core::meta::RecordMeta;
use vox_core::server::Form;

use crate::auth::Door;
use crate::calls::ReceivedCall;
use crate::errors::{Failure, Failures};
use crate::methods::{self, Context, Method};
use crate::shared::Shared;
use crate::wire::body::BodyError;
use crate::wire::envelope::Answer;
use crate::wire::request::{Authorization, params};

/// A request as far as it could be read.
pub(crate) struct Call {
    name: String,
    method: Option<&'static Method>,
    form: Form,
    /// The host and port by which the client reached the sandbox.
    host: Option<String>,
    /// Why it could not be read, and the answer's status.
    unreadable: Option<(Failure, StatusCode)>,
}

impl Call {
    pub(crate) fn read(
        parts: &Parts,
        path_name: &str,
        body: Result<Vec<u8>, BodyError>,
        limit: usize,
    ) -> Self {
        let query = parts.uri.query().unwrap_or_default();
        let form = match body {
            Ok(body) => params(query, &parts.headers, &body).map_err(|failure| (failure, StatusCode::OK)),
            Err(BodyError::TooLarge) => {
                let failure = Failure::unreadable_request(&format!("the body has more than {limit} bytes"));
                Err((failure, StatusCode::PAYLOAD_TOO_LARGE))
            }
            Err(BodyError::ViolationKind) => {
                let failure = Failure::unreadable_request("the body could not be read to its end");
                Err((failure, StatusCode::BAD_REQUEST))
            }
        };
        let (form, unreadable) = match form {
            Ok(form) => (form, None),
            Err(unreadable) => (Form::default(), Some(unreadable)),
        };
        let name =
            if path_name.is_empty() { form.get("cmd").unwrap_or_default() } else { path_name }.to_owned();
        let method = methods::find(&name);
        let host = parts.headers.get(header::HOST).and_then(|host| host.to_str().ok()).map(str::to_owned);
        Self { name, method, form, host, unreadable }
    }

    /// The method's name as it came; empty where there was none.
    pub(crate) fn name(&self) -> &str {
        &self.name
    }

    /// What the method answers with.
    pub(crate) fn record(&self) -> Option<&'static RecordMeta> {
        self.method.and_then(|method| method.meta.response.record())
    }

    /// Carries the call out.
    pub(crate) fn answer(&self, shared: &Shared, authorization: &Authorization<'_>) -> Answer {
        if let Some((failure, status)) = &self.unreadable {
            return Answer::failure(&failure.clone().into()).with_status(*status);
        }
        match self.run(shared, authorization) {
            Ok(body) => Answer::success(body),
            Err(failures) => Answer::failure(&failures),
        }
    }

    fn run(&self, shared: &Shared, authorization: &Authorization<'_>) -> Result<Value, Failures> {
        if self.name.is_empty() {
            return Err(Failure::MISSING_NAME.into());
        }
        let method = self.method.ok_or(Failure::UNKNOWN_METHOD)?;
        let now = shared.clock.now();
        let mut accounts = shared.accounts.lock();
        let door = Door { accounts: &accounts, service_accounts: &shared.service_accounts, now };
        let caller = door.authenticate(method.meta, authorization, &self.form)?;
        let host = self.host.as_deref().unwrap_or(&shared.host);
        let mut context = Context { accounts: &mut accounts, prices: &shared.prices, now, host };
        (method.run)(&self.form, caller, &mut context)
    }

    /// The call as it may be looked at, without an answer.
    pub(crate) fn received(&self, now: Timestamp) -> ReceivedCall {
        ReceivedCall::new(now, &self.name, self.method.map(|method| method.meta), &self.form)
    }
}
