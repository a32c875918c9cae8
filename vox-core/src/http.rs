//! Requests and responses as values: no I/O.

use ::http::header::{ACCEPT, ACCEPT_ENCODING, AUTHORIZATION, CONTENT_TYPE, HeaderMap, HeaderValue};
use ::http::response::Parts;
use ::http::{Request, Uri};

use crate::call_method::CallMethod;
use crate::error::{CallContext, ErrorKind, Failure};
#[cfg(feature = "client")]
use crate::meta::CredentialsIn;
use crate::meta::MethodMeta;
use crate::response::{self, Decode, Depth, Head};
use crate::{Auth, ConfigError, Error, FormBody, request};

/// The whole request: validated, encoded, authorized.
pub(crate) fn request(method: &dyn request::Request, auth: &Auth) -> Result<Request<FormBody>, Error> {
    let built = form(method, auth).and_then(|form| Ok(assemble(method.meta(), form, auth)?));
    built.map_err(|failure| {
        let meta = method.meta();
        failure.in_call(CallContext { method: Some((meta.name.into(), meta.kind)), ..CallContext::default() })
    })
}

/// The validated form, with the credentials that travel in it.
pub(crate) fn form(method: &dyn request::Request, auth: &Auth) -> Result<FormBody, Failure> {
    request::validate(method)
        .map_err(|violations| Failure::before_sending(ErrorKind::Invalid(violations)))?;
    let mut form = request::encoded(method);
    auth.write_to(&mut form, method.meta().credentials);
    Ok(form.finish())
}

/// The form of a method that nobody has declared, with the credentials that travel in it; and whose they are.
#[cfg(feature = "client")]
pub(crate) fn undeclared_form<N: AsRef<str>, T: AsRef<str>>(
    params: impl IntoIterator<Item = (N, T)>,
    auth: &Auth,
) -> (FormBody, CredentialsIn) {
    let mut form = crate::FormEncoder::default();
    let mut credentials = CredentialsIn::Client;
    for (name, text) in params {
        if crate::auth::CREDENTIAL_PARAMS.contains(&name.as_ref()) {
            // Two credentials of one name would leave it to the server which account is meant.
            credentials = CredentialsIn::Request;
        }
        form.pair(name.as_ref(), text.as_ref());
    }
    auth.write_to(&mut form, credentials);
    (form.finish(), credentials)
}

/// The headers of every request. No compression: a small response could unpack to a huge one.
pub(crate) fn set_headers(headers: &mut HeaderMap, token: Option<HeaderValue>) {
    headers.insert(CONTENT_TYPE, HeaderValue::from_static("application/x-www-form-urlencoded"));
    headers.insert(ACCEPT, HeaderValue::from_static("application/json"));
    headers.insert(ACCEPT_ENCODING, HeaderValue::from_static("identity"));
    if let Some(token) = token {
        headers.insert(AUTHORIZATION, token);
    }
}

/// The request around a form; here a token is signed where one is needed.
fn assemble(method: &MethodMeta, form: FormBody, auth: &Auth) -> Result<Request<FormBody>, ConfigError> {
    let mut request = Request::new(form);
    *request.method_mut() = ::http::Method::POST;
    *request.uri_mut() = uri(method, auth)?;
    set_headers(request.headers_mut(), auth.authorization()?);
    Ok(request)
}

fn uri(method: &MethodMeta, auth: &Auth) -> Result<Uri, ConfigError> {
    let url = auth.url(method.name);
    url.parse().map_err(|error: ::http::uri::InvalidUri| {
        ConfigError::new(format!("the URL `{}` cannot be used", url.escape_debug())).with_cause(error)
    })
}

/// The typed response of a declared method.
pub(crate) fn receive<T>(
    meta: &MethodMeta,
    parts: &Parts,
    body: &[u8],
    decode: Decode<T>,
) -> Result<T, Error> {
    let method = CallMethod::from(meta);
    let head = Head { status: parts.status, headers: &parts.headers };
    let judged = response::judge(&method, head, body, Depth::BeforeDecoding);
    let decoded = judged.and_then(|judged| {
        response::decode(&method, head, body, judged.text.as_deref().unwrap_or_default(), decode)
    });
    decoded.map_err(|failure| {
        let method = Some((method.name, method.kind));
        failure.in_call(CallContext { method, attempts: 1, ..CallContext::default() })
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::error::tests::{READ, Sample, WRITE_IN_REQUEST};
    use crate::{ApiKey, Credentials, FormEncoder, Secret};

    fn text(body: &FormBody) -> &str {
        std::str::from_utf8(body.as_bytes()).unwrap()
    }

    #[test]
    fn a_request_with_an_api_key() {
        let auth = Auth::new(ApiKey::by_email("a@b.c", "the key")).base_url("http://localhost:1/x/").unwrap();
        let request = request(&Sample, &auth).unwrap();
        assert_eq!(request.method(), "POST");
        assert_eq!(request.uri(), "http://localhost:1/x/platform_api/GetSample");
        assert_eq!(request.headers()["content-type"], "application/x-www-form-urlencoded");
        assert_eq!(request.headers()["accept"], "application/json");
        assert_eq!(request.headers()["accept-encoding"], "identity");
        assert!(!request.headers().contains_key("authorization"));
        assert_eq!(text(request.body()), "name=x&account_email=a%40b.c&api_key=the+key");
    }

    #[test]
    fn credentials_in_the_request_are_not_doubled() {
        let auth = Auth::new(ApiKey::by_id(1, "the key"));
        let mut form = FormEncoder::default();
        auth.write_to(&mut form, WRITE_IN_REQUEST.credentials);
        assert_eq!(text(&form.finish()), "");
        let mut form = FormEncoder::default();
        auth.write_to(&mut form, READ.credentials);
        assert_eq!(text(&form.finish()), "account_id=1&api_key=the+key");
    }

    #[test]
    fn a_token_is_a_sensitive_header() {
        let auth = Auth::new(Credentials::Token(Secret::from("abc")));
        let request = request(&Sample, &auth).unwrap();
        assert_eq!(request.headers()["authorization"], "Bearer abc");
        assert!(request.headers()["authorization"].is_sensitive());
        assert!(!format!("{auth:?} {request:?}").contains("abc"));
    }
}
