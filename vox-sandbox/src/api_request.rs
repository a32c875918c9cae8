//! One request to the API: decoded, authenticated, executed.

use std::collections::HashSet;
use std::panic::{self, AssertUnwindSafe};
use std::sync::atomic::Ordering;

use http::request::Parts;
use http::{StatusCode, header};
use jiff::Timestamp;
use vox_core::meta::ResponseMeta;
use vox_core::server::Form;

use crate::auth::{Authenticator, Caller, is_credential};
use crate::errors::{ApiError, ApiErrors};
use crate::level::Level;
use crate::log::ReceivedRequest;
use crate::methods::{Context, Endpoint, similar};
use crate::shared::Shared;
use crate::wire::body::BodyError;
use crate::wire::request::{Authorization, params};
use crate::wire::response::ApiResponse;

pub(crate) struct ApiRequest<'s> {
    method_name: String,
    method: Option<&'s Endpoint>,
    form: Form,
    /// The host and port by which the client reached the sandbox.
    host: Option<String>,
    /// Why the parameters could not be read, and the status of the response.
    unreadable: Option<(ApiError, StatusCode)>,
}

impl<'s> ApiRequest<'s> {
    pub(crate) fn read(
        parts: &Parts,
        path_name: &str,
        body: Result<Vec<u8>, BodyError>,
        shared: &'s Shared,
    ) -> Self {
        let limit = shared.body_limit;
        let query = parts.uri.query().unwrap_or_default();
        let form = match body {
            Ok(body) => params(query, &parts.headers, body).map_err(|error| (error, StatusCode::OK)),
            Err(BodyError::TooLarge) => {
                let error = ApiError::unreadable_request(&format!("the body has more than {limit} bytes"));
                Err((error, StatusCode::PAYLOAD_TOO_LARGE))
            }
            Err(BodyError::Incomplete) => {
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
        let method = shared.methods.find(&method_name);
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
        let authenticator = Authenticator { accounts: &accounts, now };
        let caller = authenticator.authenticate(self.method?.method.meta(), authorization, &self.form);
        caller.ok().flatten().map(|caller| caller.account)
    }

    /// The declaration of a successful response.
    pub(crate) fn response_meta(&self) -> Option<ResponseMeta> {
        self.method.map(|method| method.method.response)
    }

    /// How the method is played, if it is known.
    pub(crate) fn level(&self) -> Option<Level> {
        self.method.map(Endpoint::level)
    }

    /// The parameters that neither the declaration nor any credentials have, each once.
    pub(crate) fn unknown_params(&self) -> Vec<&str> {
        let Some(method) = self.method else { return Vec::new() };
        let is_known =
            |name: &str| name == "cmd" || is_credential(name) || method.method.param(name).is_some();
        let names = self.form.iter().map(|(name, _)| name).chain(self.form.files().map(|(name, _)| name));
        let mut seen = HashSet::new();
        names.filter(|name| seen.insert(*name) && !is_known(name)).collect()
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
        let method = self.method.ok_or_else(|| {
            let similar = similar(&self.method_name, shared.methods.names());
            ApiError::UNKNOWN_METHOD.with_hint(&similar)
        })?;
        let now = shared.clock.now();
        let accounts = shared.accounts.lock();
        let authenticator = Authenticator { accounts: &accounts, now };
        let caller = authenticator.authenticate(method.method.meta(), authorization, &self.form)?;
        if shared.is_strict {
            self.check_params(method)?;
        }
        // A function that the program gave may use the state.
        drop(accounts);
        if let Some(response) = self.custom(method, caller, shared) {
            return Ok(response);
        }
        let mut accounts = shared.accounts.lock();
        let host = self.host.as_deref().unwrap_or(&shared.host);
        let base_url = format!("{}://{host}", shared.scheme);
        let mut context = Context {
            accounts: &mut accounts,
            prices: &shared.prices.get(),
            now,
            host,
            base_url: &base_url,
            seed: shared.seed.load(Ordering::Relaxed),
            is_strict: shared.is_strict,
        };
        method.respond(&self.form, caller, &mut context).map_err(|errors| self.with_hints(errors, method))
    }

    /// The custom response to a valid request.
    fn custom(&self, method: &Endpoint, caller: Option<Caller>, shared: &Shared) -> Option<ApiResponse> {
        let caller = caller?.account;
        if method.method.check(&self.form).is_err() {
            return None;
        }
        let custom = shared.responses.take(&self.method_name, &self.form, caller)?;
        // A function that panics, such as one with an assertion, gets a response as well, which the log shows.
        let response = match panic::catch_unwind(AssertUnwindSafe(|| custom.respond(&self.form))) {
            Ok(Ok(response)) => response,
            Ok(Err(errors)) => ApiResponse::error(&errors),
            Err(_) => {
                let error =
                    ApiError::INTERNAL_ERROR.with_hint(": the function of the custom response panicked");
                ApiResponse::error(&error.into()).with_status(StatusCode::INTERNAL_SERVER_ERROR)
            }
        };
        Some(response.into_custom())
    }

    fn check_params(&self, method: &Endpoint) -> Result<(), ApiErrors> {
        let mut unknown = self.unknown_params().into_iter().map(|name| {
            let similar = similar(name, param_names(method).into_iter());
            ApiError::unreadable_request(&format!("unknown parameter '{}'{similar}", name.escape_debug()))
        });
        unknown.next().map_or(Ok(()), |first| Err(ApiErrors { first, more: unknown.collect() }))
    }

    /// The errors, with the unknown parameters that are like declared ones: what is missing may be misspelled.
    fn with_hints(&self, mut errors: ApiErrors, method: &Endpoint) -> ApiErrors {
        for name in self.unknown_params() {
            let similar = similar(name, param_names(method).into_iter());
            if !similar.is_empty() {
                let hint = format!("; unknown parameter '{}'{similar}", name.escape_debug());
                errors.first = errors.first.with_hint(&hint);
            }
        }
        errors
    }

    /// The entry in the log, without a response yet.
    pub(crate) fn log_entry(&self, now: Timestamp) -> ReceivedRequest {
        let method = self.method.map(|method| method.method.meta());
        let unknown = self.unknown_params().into_iter().map(str::to_owned).collect();
        ReceivedRequest::new(now, &self.method_name, method, &self.form).played(self.level(), unknown)
    }
}

fn param_names(method: &Endpoint) -> Vec<&'static str> {
    method.method.flat_params().map(|param| param.meta.name).collect()
}
