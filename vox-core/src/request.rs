//! Builds requests: validates, encodes and authorizes them. Nothing else builds one.

use http::header::{ACCEPT, ACCEPT_ENCODING, AUTHORIZATION, CONTENT_TYPE, HeaderMap, HeaderValue};
use http::{Request, Uri};

use crate::auth::{Auth, BaseUrl};
use crate::declare::ErasedMethod;
use crate::error::{CallContext, ConfigError, Error, ErrorKind, Failure};
#[cfg(feature = "client")]
use crate::meta::CredentialsIn;
use crate::text::form::{FormBody, FormEncoder};
use crate::validate::validate;

/// Builds the complete request: validated, encoded and authorized.
pub(crate) fn to_http(method: &dyn ErasedMethod, auth: &Auth) -> Result<Request<FormBody>, Error> {
    let meta = method.meta();
    let built = form(method, auth).and_then(|form| {
        let uri = uri(auth.address(), meta.name)?;
        let token = auth.authorization()?;
        Ok(build(uri, form.content_type(), form, token.as_ref(), &HeaderMap::new()))
    });
    built.map_err(|failure| failure.in_call(CallContext::new(meta.name, meta.kind, 0)))
}

/// Encodes the parameters, without credentials.
pub(crate) fn encode(method: &dyn ErasedMethod) -> FormEncoder {
    let mut form = FormEncoder::for_params(method.meta().params.len());
    method.encode(&mut form);
    form
}

/// Validates and encodes the parameters, with the credentials that are sent in the form.
pub(crate) fn form(method: &dyn ErasedMethod, auth: &Auth) -> Result<FormBody, Box<Failure>> {
    validate(method)
        .map_err(|violations| Box::new(Failure::before_sending(ErrorKind::Invalid(violations))))?;
    let mut form = encode(method);
    auth.write_to(&mut form, method.meta().credentials)?;
    Ok(form.finish())
}

/// Encodes the parameters of an undeclared method, with the credentials that are sent in the form. Also returns whether the
/// parameters are the credentials.
#[cfg(feature = "client")]
pub(crate) fn undeclared_form<N: AsRef<str>, T: AsRef<str>>(
    params: impl IntoIterator<Item = (N, T)>,
    auth: &Auth,
) -> (Result<FormBody, ConfigError>, CredentialsIn) {
    let mut form = FormEncoder::default();
    let mut credentials = CredentialsIn::Client;
    for (name, text) in params {
        if is_credential(name.as_ref()) {
            // The client adds no credentials: with two of one name, the server would choose one.
            credentials = CredentialsIn::Request;
        }
        form.pair(name.as_ref(), text.as_ref());
    }
    (auth.write_to(&mut form, credentials).map(|()| form.finish()), credentials)
}

/// Whether a parameter of an undeclared method is a credential. An `account_id` alone is none.
#[cfg(feature = "client")]
fn is_credential(name: &str) -> bool {
    crate::meta::CREDENTIAL_PARAMS.contains(&name) || name.starts_with("parent_account_")
}

/// Builds the HTTP request with this body, and with these headers in addition.
pub(crate) fn build<B>(
    uri: Uri,
    content_type: HeaderValue,
    body: B,
    token: Option<&HeaderValue>,
    others: &HeaderMap,
) -> Request<B> {
    let mut request = Request::new(body);
    *request.method_mut() = http::Method::POST;
    *request.uri_mut() = uri;
    let headers = request.headers_mut();
    headers.insert(CONTENT_TYPE, content_type);
    headers.insert(ACCEPT, HeaderValue::from_static("application/json"));
    // A small compressed response could decompress to a huge one.
    headers.insert(ACCEPT_ENCODING, HeaderValue::from_static("identity"));
    if let Some(token) = token {
        headers.insert(AUTHORIZATION, token.clone());
    }
    if !others.is_empty() {
        headers.extend(others.clone());
    }
    request
}

/// The URI of a method.
pub(crate) fn uri(address: &BaseUrl, method: &str) -> Result<Uri, ConfigError> {
    Uri::try_from(address.of_method(method)).map_err(|error| {
        let url = address.of_method(method);
        ConfigError::new(format!("the URL `{}` cannot be used", url.escape_debug())).with_cause(error)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::auth::{ApiKey, Credentials};
    use crate::declare::Secret;
    use crate::error::tests::{READ, Sample, WRITE_IN_REQUEST};
    use crate::text::form::FormEncoder;

    fn text(body: &FormBody) -> &str {
        std::str::from_utf8(body.as_bytes()).unwrap()
    }

    #[test]
    fn a_request_with_an_api_key() {
        let auth = Auth::new(ApiKey::by_email("a@b.c", "the key")).base_url("http://localhost:1/x/").unwrap();
        let request = to_http(&Sample, &auth).unwrap();
        assert_eq!(request.method(), "POST");
        assert_eq!(request.uri(), "http://localhost:1/x/platform_api/GetSample");
        assert_eq!(request.headers()["content-type"], "application/x-www-form-urlencoded");
        assert_eq!(request.headers()["accept"], "application/json");
        assert_eq!(request.headers()["accept-encoding"], "identity");
        assert!(!request.headers().contains_key("authorization"));
        assert_eq!(text(request.body()), "name=x&account_email=a%40b.c&api_key=the+key");
    }

    #[test]
    fn credentials_in_the_request_are_not_sent_twice() {
        let auth = Auth::new(ApiKey::by_id(1, "the key"));
        let mut form = FormEncoder::default();
        auth.write_to(&mut form, WRITE_IN_REQUEST.credentials).unwrap();
        assert_eq!(text(&form.finish()), "");
        let mut form = FormEncoder::default();
        auth.write_to(&mut form, READ.credentials).unwrap();
        assert_eq!(text(&form.finish()), "account_id=1&api_key=the+key");
    }

    #[test]
    fn a_token_is_a_sensitive_header() {
        let auth = Auth::new(Credentials::Token(Secret::from("abc")));
        let request = to_http(&Sample, &auth).unwrap();
        assert_eq!(request.headers()["authorization"], "Bearer abc");
        assert!(request.headers()["authorization"].is_sensitive());
        assert!(!format!("{auth:?} {request:?}").contains("abc"));
    }
}
