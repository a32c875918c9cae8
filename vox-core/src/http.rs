//! Requests and answers as values: no I/O.

use ::http::header::{ACCEPT, AUTHORIZATION, CONTENT_TYPE, HeaderValue};
use ::http::response::Parts;
use ::http::{Request, Uri};

#[cfg(feature = "client")]
use crate::CredentialsIn;
use crate::called::Called;
use crate::reply::{FromJson, Reply};
use crate::{Auth, ConfigError, Error, FormBody, MethodMeta, request};

/// The whole request: validated, encoded, authorised.
pub(crate) fn request(method: &dyn request::Request, auth: &Auth) -> Result<Request<FormBody>, Error> {
    assemble(&method.meta().into(), form(method, auth)?, auth)
}

/// The validated form, with the credentials that travel in it.
pub(crate) fn form(method: &dyn request::Request, auth: &Auth) -> Result<FormBody, Error> {
    let meta = method.meta();
    request::validate(method).map_err(|violations| Error::invalid(meta.into(), violations))?;
    let mut form = request::encoded(method);
    auth.write_to(&mut form, meta.credentials);
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

/// The request around a form; here a token is made where one is needed.
fn assemble(method: &Called, form: FormBody, auth: &Auth) -> Result<Request<FormBody>, Error> {
    let mut request = Request::new(form);
    *request.method_mut() = ::http::Method::POST;
    *request.uri_mut() = uri(method, auth)?;
    let headers = request.headers_mut();
    headers.insert(CONTENT_TYPE, HeaderValue::from_static("application/x-www-form-urlencoded"));
    headers.insert(ACCEPT, HeaderValue::from_static("application/json"));
    if let Some(header) = auth.authorization()? {
        headers.insert(AUTHORIZATION, header);
    }
    Ok(request)
}

fn uri(method: &Called, auth: &Auth) -> Result<Uri, ConfigError> {
    let url = auth.url(&method.name);
    url.parse().map_err(|error: ::http::uri::InvalidUri| {
        ConfigError::new(format!("the URL `{}` cannot be used", url.escape_debug())).with_cause(error)
    })
}

/// The typed response of an answer.
pub(crate) fn reply<T>(
    method: &MethodMeta,
    parts: &Parts,
    body: &[u8],
    from_json: FromJson<T>,
) -> Result<T, Error> {
    Reply { method: &method.into(), status: parts.status, headers: &parts.headers, body }.response(from_json)
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
