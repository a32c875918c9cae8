//! One request to the API: decoded, authenticated, executed.

use http::request::Parts;
use http::{StatusCode, header};
use jiff::Timestamp;
use vox_core::meta::RecordMeta;
use vox_core::server::Form;

use crate::auth::Authenticator;
use crate::errors::{ApiError, ApiErrors};
use crate::log::ReceivedRequest;
use crate::methods::{self, Context, Endpoint};
use crate::shared::Shared;
use crate::wire::body::BodyError;
use crate::wire::request::{Authorization, params};
use crate::wire::response::ApiResponse;

pub(crate) struct ApiRequest {
    method_name: String,
    method: Option<&'static Endpoint>,
    form: Form,
    /// The host and port by which the client reached the sandbox.
    host: Option<String>,
    /// Why the parameters could not be read, and the status of the response.
    unreadable: Option<(ApiError, StatusCode)>,
}

impl ApiRequest {
    pub(crate) fn read(
        parts: &Parts,
        path_name: &str,
        body: Result<Vec<u8>, BodyError>,
        limit: usize,
    ) -> Self {
        let query = parts.uri.query().unwrap_or_default();
        let form = match body {
            Ok(body) => params(query, &parts.headers, body).map_err(|error| (error, StatusCode::OK)),
            Err(BodyError::TooLarge) => {
                let error = ApiError::unreadable_request(&format!("the body has more than {limit} bytes"));
                Err((error, StatusCode::PAYLOAD_TOO_LARGE))
            }
            Err(BodyError::ViolationKind) => {
                let error = ApiError::unreadable_request("the body could not be read to its end");
                Err((error, StatusCode::BAD_REQUEST))
            }
        };
        let (form, unreadable) = match form {
            Ok(form) => (form, None),
            Err(unreadable) => (Form::default(), Some(unreadable)),
        };
        let method_name =
            if path_name.is_empty() { form.get("cmd").unwrap_or_default() } else { path_name }.to_owned();
        let method = methods::find(&method_name);
        let host = parts.headers.get(header::HOST).and_then(|host| host.to_str().ok()).map(str::to_owned);
        Self { method_name, method, form, host, unreadable }
    }

    /// The method's name as received; empty where there was none.
    pub(crate) fn method_name(&self) -> &str {
        &self.method_name
    }

    /// The parameters as received; none where they could not be read.
    pub(crate) fn params(&self) -> &Form {
        &self.form
    }

    /// The account that calls, if the request authenticates.
    pub(crate) fn caller(&self, shared: &Shared, authorization: &Authorization<'_>) -> Option<u64> {
        let accounts = shared.accounts.lock();
        let now = shared.clock.now();
        let authenticator =
            Authenticator { accounts: &accounts, service_accounts: &shared.service_accounts, now };
        let caller = authenticator.authenticate(self.method?.meta, authorization, &self.form);
        caller.ok().flatten().map(|caller| caller.account)
    }

    /// The declaration of a successful response.
    pub(crate) fn response_record(&self) -> Option<&'static RecordMeta> {
        self.method.and_then(|method| method.meta.response.record())
    }

    pub(crate) fn execute(&self, shared: &Shared, authorization: &Authorization<'_>) -> ApiResponse {
        if let Some((error, status)) = &self.unreadable {
            return ApiResponse::error(&error.clone().into()).with_status(*status);
        }
        match self.run(shared, authorization) {
            Ok(response) => response,
            Err(errors) => ApiResponse::error(&errors),
        }
    }

    fn run(&self, shared: &Shared, authorization: &Authorization<'_>) -> Result<ApiResponse, ApiErrors> {
        if self.method_name.is_empty() {
            return Err(ApiError::MISSING_NAME.into());
        }
        let method = self.method.ok_or(ApiError::UNKNOWN_METHOD)?;
        let now = shared.clock.now();
        let mut accounts = shared.accounts.lock();
        let authenticator =
            Authenticator { accounts: &accounts, service_accounts: &shared.service_accounts, now };
        let caller = authenticator.authenticate(method.meta, authorization, &self.form)?;
        let host = self.host.as_deref().unwrap_or(&shared.host);
        let mut context = Context { accounts: &mut accounts, prices: &shared.prices, now, host };
        (method.run)(&self.form, caller, &mut context)
    }

    /// The entry in the log, without a response yet.
    pub(crate) fn log_entry(&self, now: Timestamp) -> ReceivedRequest {
        ReceivedRequest::new(now, &self.method_name, self.method.map(|method| method.meta), &self.form)
    }
}
