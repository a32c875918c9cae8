//! The method's name, the parameters and the token of an HTTP request.

use bytes::Bytes;
use http::{HeaderMap, header};
use vox_core::server::{Form, FormError};

use crate::errors::ApiError;

/// The parameters of the body, then those of the query: of several values for a name, the first that is not empty
/// counts.
pub(crate) fn params(query: &str, headers: &HeaderMap, body: Vec<u8>) -> Result<Form, ApiError> {
    let body = Bytes::from(body);
    let content_type =
        headers.get(header::CONTENT_TYPE).map(|value| String::from_utf8_lossy(value.as_bytes()));
    let mut params = match Form::from_body(content_type.as_deref(), body.clone()) {
        // The vendor's documentation sends an empty JSON object and the parameters in the query.
        Err(FormError::ContentType(json)) if json == "application/json" && is_empty_json(&body) => {
            Form::default()
        }
        Err(FormError::ContentType(json)) if json == "application/json" => {
            return Err(ApiError::unreadable_request(
                "parameters travel in the query, in a form-urlencoded body or in a multipart body, not in JSON",
            ));
        }
        result => result.map_err(|error| unreadable(&error, "body"))?,
    };
    params.extend(Form::parse(query.as_bytes()).map_err(|error| unreadable(&error, "query"))?);
    Ok(params)
}

/// The parameters of a query.
pub(crate) fn query_params(query: &str) -> Result<Vec<(String, String)>, String> {
    let form = Form::parse(query.as_bytes()).map_err(|error| format!("{error} of the query"))?;
    Ok(form.iter().map(|(name, value)| (name.to_owned(), value.to_owned())).collect())
}

/// The error for a form that does not decode. A position is one in the query or in the body.
fn unreadable(error: &FormError, place: &str) -> ApiError {
    let position = match error {
        FormError::Escape(_) | FormError::Utf8(_) => format!(" of the {place}"),
        _ => String::new(),
    };
    ApiError::unreadable_request(&format!("{error}{position}"))
}

fn is_empty_json(body: &[u8]) -> bool {
    body.iter().all(u8::is_ascii_whitespace)
        || serde_json::from_slice::<serde_json::Map<_, _>>(body).is_ok_and(|object| object.is_empty())
}

/// The method's name in the path `/platform_api/{name}`; empty where the parameter `cmd` has it, and `None` where the
/// path is not the API's.
pub(crate) fn path_name(path: &str) -> Option<&str> {
    let rest = path.strip_prefix("/platform_api")?;
    let rest = rest.strip_suffix('/').unwrap_or(rest);
    match rest.strip_prefix('/') {
        Some(name) => Some(name),
        None if rest.is_empty() => Some(""),
        None => None,
    }
}

/// The `Authorization` header.
pub(crate) enum Authorization<'r> {
    None,
    /// A token.
    Bearer(&'r str),
    /// Another scheme, or malformed.
    Unknown,
}

impl<'r> Authorization<'r> {
    pub(crate) fn read(headers: &'r HeaderMap) -> Self {
        let Some(value) = headers.get(header::AUTHORIZATION) else { return Self::None };
        let Some((scheme, token)) = value.to_str().ok().and_then(|text| text.trim().split_once(' ')) else {
            return Self::Unknown;
        };
        if scheme.eq_ignore_ascii_case("bearer") { Self::Bearer(token.trim()) } else { Self::Unknown }
    }
}

#[cfg(test)]
mod tests {
    use http::HeaderValue;

    use super::*;

    fn read(
        query: &str,
        content_type: Option<&'static str>,
        body: &str,
    ) -> Result<Vec<(String, String)>, String> {
        let mut headers = HeaderMap::new();
        if let Some(content_type) = content_type {
            headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(content_type));
        }
        let form = params(query, &headers, body.into()).map_err(|error| error.message.into_owned())?;
        Ok(form.iter().map(|(name, value)| (name.to_owned(), value.to_owned())).collect())
    }

    fn pairs(list: &[(&str, &str)]) -> Vec<(String, String)> {
        list.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
    }

    const FORM: Option<&str> = Some("application/x-www-form-urlencoded; charset=UTF-8");

    #[test]
    fn the_body_takes_precedence_over_the_query() {
        let merged = pairs(&[("b", "3"), ("c", ""), ("a", "1"), ("b", "2"), ("c", "4")]);
        assert_eq!(read("a=1&b=2&c=4", FORM, "b=3&c=").unwrap(), merged);
        assert_eq!(read("", None, "a=1").unwrap(), pairs(&[("a", "1")]));
        let form = params("b=2&c=4", &HeaderMap::new(), b"b=3&c=".to_vec()).unwrap();
        assert_eq!((form.get("b"), form.get("c")), (Some("3"), Some("4")));
    }

    #[test]
    fn only_an_empty_json_object_is_tolerated() {
        let json = Some("application/json");
        assert_eq!(read("a=1", json, " {} ").unwrap(), pairs(&[("a", "1")]));
        assert!(read("", json, "{\"a\":1}").unwrap_err().contains("not in JSON"));
        assert!(read("", json, "[").is_err());
        assert!(read("", Some("text/xml"), "<a/>").unwrap_err().contains("'text/xml'"));
    }

    #[test]
    fn errors_of_the_encoding_have_a_position() {
        let query = read("a=%4", None, "").unwrap_err();
        assert_eq!(query, "Invalid arguments: `%` without two hexadecimal digits at byte 2 of the query");
        let body = read("", FORM, "a=1&b=%ff").unwrap_err();
        assert_eq!(body, "Invalid arguments: text that is not UTF-8 in the pair at byte 6 of the body");
    }

    #[test]
    fn paths_contain_method_names() {
        let cases = [
            ("/platform_api", Some("")),
            ("/platform_api/", Some("")),
            ("/platform_api/AddAccount", Some("AddAccount")),
            ("/platform_api/AddAccount/", Some("AddAccount")),
            ("/platform_api/a/b", Some("a/b")),
            ("/platform_apis", None),
            ("/", None),
        ];
        for (path, name) in cases {
            assert_eq!(path_name(path), name, "{path}");
        }
    }

    #[test]
    fn the_scheme_is_read_in_any_case() {
        let mut headers = HeaderMap::new();
        assert!(matches!(Authorization::read(&headers), Authorization::None));
        headers.insert(header::AUTHORIZATION, HeaderValue::from_static("bearer  abc "));
        assert!(matches!(Authorization::read(&headers), Authorization::Bearer("abc")));
        headers.insert(header::AUTHORIZATION, HeaderValue::from_static("Basic abc"));
        assert!(matches!(Authorization::read(&headers), Authorization::Unknown));
    }
}
