//! Responses in the API's envelope.

use bytes::Bytes;
use http::{HeaderValue, Response, StatusCode, header};
use serde_json::{Value, json};

use crate::errors::{ApiError, ApiErrors};
use crate::level::Level;

#[derive(Debug)]
pub(crate) struct ApiResponse {
    pub(crate) status: StatusCode,
    /// The code of the first error; `None` for a success.
    pub(crate) code: Option<u32>,
    pub(crate) body: Value,
    /// The file that is sent in place of the body.
    file: Option<Response<Bytes>>,
    /// How the request was played, if not at the level of its method.
    pub(crate) level: Option<Level>,
}

impl ApiResponse {
    pub(crate) fn success(body: Value) -> Self {
        Self { status: StatusCode::OK, code: None, body, file: None, level: None }
    }

    /// Any JSON. An error in it is one of the API.
    pub(crate) fn custom(body: Value) -> Self {
        let code = body["error"]["code"].as_u64().and_then(|code| code.try_into().ok());
        Self { code, ..Self::success(body) }
    }

    /// The response of a declared method, as `encode_response` writes it.
    pub(crate) fn encoded(encoded: Response<Bytes>, is_file: bool) -> Self {
        if is_file {
            return Self::file(encoded);
        }
        // The body of a response that is no file is always JSON.
        Self::success(serde_json::from_slice(encoded.body()).unwrap_or_default())
    }

    /// A file. Its content is not logged.
    pub(crate) fn file(file: Response<Bytes>) -> Self {
        Self { status: file.status(), code: None, body: "***".into(), file: Some(file), level: None }
    }

    /// An error. The API sends nearly all of them with HTTP 200.
    pub(crate) fn error(errors: &ApiErrors) -> Self {
        let mut body = json!({ "error": error_json(&errors.first) });
        if !errors.more.is_empty() {
            body["errors"] = errors.iter().map(error_json).collect();
        }
        Self { status: StatusCode::OK, code: Some(errors.first.code), body, file: None, level: None }
    }

    pub(crate) fn is_file(&self) -> bool {
        self.file.is_some()
    }

    pub(crate) fn into_custom(self) -> Self {
        Self { level: Some(Level::Custom), ..self }
    }

    pub(crate) fn with_status(self, status: StatusCode) -> Self {
        Self { status, ..self }
    }

    /// The response, with the level as an extension.
    pub(crate) fn into_http(self) -> Response<Bytes> {
        let level = self.level;
        let mut response = self.into_unmarked();
        if let Some(level) = level {
            response.extensions_mut().insert(level);
        }
        response
    }

    fn into_unmarked(self) -> Response<Bytes> {
        if let Some(file) = self.file {
            return file;
        }
        let mut response = Response::new(Bytes::from(self.body.to_string()));
        *response.status_mut() = self.status;
        // Without a charset: some of the vendor's SDKs compare the whole value.
        let json = HeaderValue::from_static("application/json");
        response.headers_mut().insert(header::CONTENT_TYPE, json);
        response
    }
}

fn error_json(error: &ApiError) -> Value {
    json!({ "code": error.code, "msg": error.message })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_sent_as_it_is_and_not_logged() {
        let file = Response::builder().header("content-type", "text/csv").body(Bytes::from("a;b")).unwrap();
        let response = ApiResponse::file(file);
        assert_eq!(response.body, json!("***"));
        let http = response.into_http();
        assert_eq!(http.headers()["content-type"], "text/csv");
        assert_eq!(http.into_body(), "a;b");
    }

    #[test]
    fn several_errors_are_listed_and_the_first_is_also_the_error() {
        let mut errors = ApiErrors::from(ApiError::NAME_TAKEN);
        let one = json!({"code": 106, "msg": "Account's name is not unique"});
        assert_eq!(ApiResponse::error(&errors).body, json!({"error": one}));

        errors.more.push(ApiError::EMAIL_TAKEN);
        let two = json!({"code": 128, "msg": "Account's email is not unique"});
        assert_eq!(ApiResponse::error(&errors).body, json!({"error": one, "errors": [one, two]}));
    }
}
